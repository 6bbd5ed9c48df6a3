package khos.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import khos.language.Language;
import khos.publication.Headline;
import khos.publication.Publications;
import khos.translation.TextKind;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/** The front pages, and the way to the right one. */
@Controller
class HomeController {
    private static final int NEWS = 6;
    private static final int LESSONS = 5;

    private final Publications publications;
    private final Frames frames;
    private final PageServer pages;

    HomeController(Publications publications, Frames frames, PageServer pages) {
        this.publications = publications;
        this.frames = frames;
        this.pages = pages;
    }

    @GetMapping("/")
    ResponseEntity<Void> root(
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String accepted) {
        return ResponseEntity.status(HttpStatus.FOUND)
                .header(HttpHeaders.LOCATION, Frame.address(preferred(accepted), ""))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .cacheControl(CacheControl.noCache())
                .build();
    }

    /** The language of an {@code Accept-Language} header; Chinese when it names neither or cannot be read. */
    static Language preferred(@Nullable String accepted) {
        if (accepted == null || accepted.isBlank()) {
            return Language.CHINESE;
        }
        try {
            for (Locale.LanguageRange range : Locale.LanguageRange.parse(accepted)) {
                String tag = range.getRange();
                if (range.getWeight() > 0 && (tag.startsWith("zh") || tag.startsWith("mn") || tag.startsWith("mvf"))) {
                    return tag.startsWith("zh") ? Language.CHINESE : Language.MONGOLIAN;
                }
            }
        } catch (IllegalArgumentException e) {
            return Language.CHINESE;
        }
        return Language.CHINESE;
    }

    @GetMapping("/{lang:zh|mn}")
    ResponseEntity<byte[]> home(@PathVariable String lang, HttpServletRequest request) {
        Language language = Language.of(lang);
        return pages.cached(request, Frame.address(language, ""), () -> page(language));
    }

    private HomePage page(Language language) {
        List<Headline> articles = publications.latest(TextKind.ARTICLE, language, 0, 4 * NEWS);
        List<Headline> lessons = publications.latest(TextKind.LESSON, language, 0, LESSONS + 1);
        Optional<Shelf> classroom = classroom(language);
        Optional<Headline> lead = articles.stream()
                .filter(article -> article.category().equals("feature"))
                .findFirst()
                .or(() -> articles.stream().findFirst())
                .or(() -> lessons.stream().findFirst())
                .or(() -> classroom.map(Shelf::newest));
        Optional<Headline> partner = lead.filter(one -> one.otherTitle().isEmpty())
                .flatMap(one -> lessons.stream()
                        .filter(lesson -> lesson.otherTitle().isPresent())
                        .findFirst());
        List<Headline> news = without(articles, lead, NEWS);
        return new HomePage(
                frames.everywhere(
                        language, Section.HOME, "", frames.words(language).text("site.description"), ""),
                lead,
                partner,
                classroom,
                news,
                articles.stream()
                        .filter(article -> article.otherTitle().isPresent() && !lead.equals(Optional.of(article)))
                        .limit(4)
                        .toList(),
                without(lessons, lead.filter(one -> !articles.isEmpty() || lessons.size() > 1), LESSONS));
    }

    private static List<Headline> without(List<Headline> headlines, Optional<Headline> lead, int limit) {
        List<Headline> rest = new ArrayList<>(headlines);
        lead.ifPresent(rest::remove);
        return rest.stream().limit(limit).toList();
    }

    /** The series to show: a classroom before a documentary, the one with the newest episode before others. */
    private Optional<Shelf> classroom(Language language) {
        Stream<Shelf> shelves = publications.series().stream()
                .map(series -> new Shelf(series, language, publications.episodes(series.slug(), language)));
        return shelves.filter(shelf -> !shelf.isEmpty())
                .max(Comparator.comparing((Shelf shelf) -> shelf.series().kind().equals("classroom"))
                        .thenComparing(shelf -> shelf.newest().publishedAt()));
    }
}
