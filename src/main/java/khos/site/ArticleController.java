package khos.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import khos.language.Language;
import khos.markdown.Markdown;
import khos.publication.Edition;
import khos.publication.Headline;
import khos.publication.Publication;
import khos.publication.Publications;
import khos.translation.TextKind;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of articles and each article. */
@Controller
class ArticleController {
    private static final int MORE = 4;

    private final Publications publications;
    private final Frames frames;
    private final PageServer pages;
    private final Cards cards;

    ArticleController(Publications publications, Frames frames, PageServer pages, Cards cards) {
        this.publications = publications;
        this.frames = frames;
        this.pages = pages;
        this.cards = cards;
    }

    @GetMapping("/{lang:zh|mn}/articles")
    ResponseEntity<byte[]> articles(
            @PathVariable String lang, @RequestParam(defaultValue = "1") String page, HttpServletRequest request) {
        Language language = Language.of(lang);
        int number = PageNumbers.read(page);
        return pages.cached(
                request, PageNumbers.address(language, "articles", number), () -> articlesPage(language, number));
    }

    private ArticlesPage articlesPage(Language language, int number) {
        int count = Paging.pages(publications.count(TextKind.ARTICLE, language), Paging.SIZE);
        if (number > count) {
            throw PageMissing.in(language);
        }
        Frame frame = frames.everywhere(
                language, Section.ARTICLES, frames.words(language).text("site.articles"), "", "articles");
        return new ArticlesPage(
                frame,
                publications.latest(TextKind.ARTICLE, language, (number - 1) * Paging.SIZE, Paging.SIZE),
                new Paging(number, count, frame.path() + "?page="));
    }

    @GetMapping("/{lang:zh|mn}/articles/{slug:[a-z0-9-]+}")
    ResponseEntity<byte[]> article(@PathVariable String lang, @PathVariable String slug, HttpServletRequest request) {
        Language language = Language.of(lang);
        return pages.cached(request, Frame.address(language, "articles/" + slug), () -> articlePage(language, slug));
    }

    private ArticlePage articlePage(Language language, String slug) {
        Optional<Publication> found = publications.find(TextKind.ARTICLE, slug);
        Publication article = found.filter(one -> one.edition(language).isPresent())
                .orElseThrow(() ->
                        PageMissing.of(language, publications.withdrawn(TextKind.ARTICLE, slug, language), found));
        Edition edition = article.edition(language).orElseThrow();
        List<Headline> more = publications.latest(TextKind.ARTICLE, language, 0, MORE + 1).stream()
                .filter(one -> !one.slug().equals(slug))
                .limit(MORE)
                .toList();
        return new ArticlePage(
                frames.frame(
                                language,
                                Section.ARTICLES,
                                edition.title(),
                                edition.summary(),
                                article.item(),
                                article.item(),
                                article.editions().keySet())
                        .about(
                                StructuredData.article(frames.words(language), frames.origin(), article, edition),
                                cards.picture(cards.of(article, edition), language, article.item())),
                edition,
                article.edition(language.other()),
                new Markdown(edition.body()).toHtml(),
                more);
    }
}
