package khos.site;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import khos.language.Language;
import khos.publication.Episode;
import khos.publication.Publication;
import khos.publication.Publications;
import khos.publication.Series;
import khos.publication.WebVtt;
import khos.translation.TextKind;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Series, their episodes, and the captions of these. */
@Controller
class SeriesController {
    static final MediaType VTT = MediaType.parseMediaType("text/vtt;charset=UTF-8");

    private final Publications publications;
    private final TextPages texts;
    private final Frames frames;
    private final PageServer pages;
    private final PageCache cache;
    private final Cards cards;

    SeriesController(
            Publications publications, TextPages texts, Frames frames, PageServer pages, PageCache cache, Cards cards) {
        this.publications = publications;
        this.texts = texts;
        this.frames = frames;
        this.pages = pages;
        this.cache = cache;
        this.cards = cards;
    }

    @GetMapping("/{lang:zh|mn}/series")
    ResponseEntity<byte[]> allSeries(@PathVariable String lang, HttpServletRequest request) {
        Language language = Language.of(lang);
        return pages.cached(request, Frame.address(language, "series"), () -> allSeriesPage(language));
    }

    private AllSeriesPage allSeriesPage(Language language) {
        return new AllSeriesPage(
                frames.everywhere(
                        language, Section.SERIES, frames.words(language).text("site.series"), "", "series"),
                publications.series().stream()
                        .map(series -> texts.shelf(series, language))
                        .filter(shelf -> !shelf.isEmpty())
                        .toList());
    }

    @GetMapping("/{lang:zh|mn}/series/{slug:[a-z0-9-]+}")
    ResponseEntity<byte[]> series(@PathVariable String lang, @PathVariable String slug, HttpServletRequest request) {
        Language language = Language.of(lang);
        return pages.cached(request, Frame.address(language, "series/" + slug), () -> seriesPage(language, slug));
    }

    private SeriesPage seriesPage(Language language, String slug) {
        Series series = publications.series(slug).orElseThrow(() -> PageMissing.in(language));
        Shelf shelf = texts.shelf(series, language);
        boolean inOther = !texts.shelf(series, language.other()).isEmpty();
        if (shelf.isEmpty()) {
            throw inOther ? PageMissing.onlyInOther(language, shelf.place()) : PageMissing.in(language);
        }
        Set<Language> languages = inOther ? EnumSet.allOf(Language.class) : EnumSet.of(language);
        return new SeriesPage(
                frames.frame(language, Section.SERIES, shelf.title(), shelf.summary(), shelf.place(), "", languages)
                        .about(
                                StructuredData.series(frames.words(language), frames.origin(), shelf),
                                cards.picture(cards.of(shelf), language, shelf.place())),
                shelf);
    }

    @GetMapping("/{lang:zh|mn}/series/{slug:[a-z0-9-]+}/{number:[0-9]{1,4}}")
    ResponseEntity<byte[]> episode(
            @PathVariable String lang,
            @PathVariable String slug,
            @PathVariable int number,
            HttpServletRequest request) {
        Language language = Language.of(lang);
        String name = name(slug, number);
        return pages.cached(
                request, Frame.address(language, "series/" + name), () -> texts.of(find(language, name), language));
    }

    @GetMapping("/{lang:zh|mn}/series/{slug:[a-z0-9-]+}/{number:[0-9]{1,4}}/captions.vtt")
    ResponseEntity<byte[]> captions(
            @PathVariable String lang,
            @PathVariable String slug,
            @PathVariable int number,
            HttpServletRequest request) {
        Language language = Language.of(lang);
        String name = name(slug, number);
        return cache.get(
                        Frame.address(language, "series/" + name + "/captions.vtt"),
                        () -> Rendering.of(
                                VTT,
                                captions(find(language, name), language).orElseThrow(() -> PageMissing.in(language))))
                .answer(request);
    }

    /** The captions of an episode in a language as a file; nothing when it has none. */
    static Optional<byte[]> captions(Episode episode, Language language) {
        return Optional.of(TextPages.cues(episode, language))
                .filter(cues -> !cues.isEmpty())
                .map(cues -> WebVtt.write(cues, language.writingMode()).getBytes(StandardCharsets.UTF_8));
    }

    private Episode find(Language language, String name) {
        Optional<Publication> found = publications.find(TextKind.EPISODE, name);
        if (found.orElse(null) instanceof Episode episode
                && episode.edition(language).isPresent()) {
            return episode;
        }
        throw PageMissing.of(language, publications.withdrawn(TextKind.EPISODE, name, language), found);
    }

    /** {@code cloud-classroom} and 1 give {@code cloud-classroom/01}, as publications are called. */
    static String name(String slug, int number) {
        return "%s/%02d".formatted(slug, number);
    }
}
