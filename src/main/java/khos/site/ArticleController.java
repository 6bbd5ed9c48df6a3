package khos.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import khos.language.Language;
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
    private final Publications publications;
    private final TextPages texts;
    private final Frames frames;
    private final PageServer pages;

    ArticleController(Publications publications, TextPages texts, Frames frames, PageServer pages) {
        this.publications = publications;
        this.texts = texts;
        this.frames = frames;
        this.pages = pages;
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

    private Page articlePage(Language language, String slug) {
        Optional<Publication> found = publications.find(TextKind.ARTICLE, slug);
        return found.filter(one -> one.edition(language).isPresent())
                .map(article -> texts.of(article, language))
                .orElseThrow(() ->
                        PageMissing.of(language, publications.withdrawn(TextKind.ARTICLE, slug, language), found));
    }
}
