package khos.site;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import khos.language.Language;
import khos.publication.Episode;
import khos.publication.Headline;
import khos.publication.Publications;
import khos.translation.TextKind;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What programs read: feeds, chapters, the map of the site, rules for crawlers. */
@Controller
class MachineController {
    private static final MediaType ATOM = MediaType.parseMediaType("application/atom+xml;charset=UTF-8");
    private static final MediaType JSON_FEED = MediaType.parseMediaType("application/feed+json;charset=UTF-8");
    private static final MediaType RSS = MediaType.parseMediaType("application/rss+xml;charset=UTF-8");
    private static final MediaType XML = MediaType.parseMediaType("application/xml;charset=UTF-8");
    private static final MediaType TEXT = MediaType.parseMediaType("text/plain;charset=UTF-8");
    private static final MediaType CHAPTERS = MediaType.parseMediaType(JsonChapters.TYPE);
    private static final int ENTRIES = 50;

    private final Publications publications;
    private final Frames frames;
    private final PageCache cache;

    MachineController(Publications publications, Frames frames, PageCache cache) {
        this.publications = publications;
        this.frames = frames;
        this.cache = cache;
    }

    @GetMapping("/{lang:zh|mn}/feed.atom")
    ResponseEntity<byte[]> feed(@PathVariable String lang, HttpServletRequest request) {
        Language language = Language.of(lang);
        return answer(
                request,
                Frame.address(language, "feed.atom"),
                ATOM,
                origin -> Feed.write(
                        language, frames.words(language), origin, publications.latest(language, 0, ENTRIES)));
    }

    @GetMapping("/{lang:zh|mn}/feed.json")
    ResponseEntity<byte[]> jsonFeed(@PathVariable String lang, HttpServletRequest request) {
        Language language = Language.of(lang);
        return answer(
                request,
                Frame.address(language, "feed.json"),
                JSON_FEED,
                origin -> JsonFeed.write(
                        language, frames.words(language), origin, publications.latest(language, 0, ENTRIES)));
    }

    @GetMapping("/{lang:zh|mn}/series/{slug:[a-z0-9-]+}/podcast.rss")
    ResponseEntity<byte[]> podcast(@PathVariable String lang, @PathVariable String slug, HttpServletRequest request) {
        Language language = Language.of(lang);
        return answer(
                request,
                Frame.address(language, "series/" + slug + "/podcast.rss"),
                RSS,
                origin -> podcast(language, slug, origin));
    }

    private byte[] podcast(Language language, String slug, String origin) {
        Shelf shelf = publications
                .series(slug)
                .map(series -> new Shelf(series, language, publications.episodes(slug, language)))
                .filter(one -> !one.isEmpty())
                .orElseThrow(() -> PageMissing.in(language));
        List<String> ids =
                shelf.episodes().stream().map(Headline::publicationId).toList();
        List<Episode> episodes = publications.find(ids).stream()
                .flatMap(found -> found instanceof Episode episode ? Stream.of(episode) : Stream.empty())
                .sorted(Comparator.comparingInt(Episode::number))
                .toList();
        return Podcast.write(shelf, frames.words(language), origin, episodes);
    }

    @GetMapping("/{lang:zh|mn}/series/{slug:[a-z0-9-]+}/{number:[0-9]{1,4}}/chapters.json")
    ResponseEntity<byte[]> chapters(
            @PathVariable String lang,
            @PathVariable String slug,
            @PathVariable int number,
            HttpServletRequest request) {
        Language language = Language.of(lang);
        String name = SeriesController.name(slug, number);
        return answer(
                request,
                Frame.address(language, "series/" + name + "/chapters.json"),
                CHAPTERS,
                origin -> chapters(language, name, origin));
    }

    private byte[] chapters(Language language, String name, String origin) {
        Episode episode = publications
                .find(TextKind.EPISODE, name)
                .flatMap(found -> found instanceof Episode one ? Optional.of(one) : Optional.empty())
                .filter(one -> !Chapter.own(one, language).isEmpty())
                .orElseThrow(() -> PageMissing.in(language));
        return JsonChapters.write(episode, language, origin);
    }

    @GetMapping("/sitemap.xml")
    ResponseEntity<byte[]> sitemap(HttpServletRequest request) {
        return answer(request, "/sitemap.xml", XML, origin -> Sitemap.write(origin, publications));
    }

    @GetMapping("/robots.txt")
    ResponseEntity<byte[]> robots(HttpServletRequest request) {
        return answer(
                request, "/robots.txt", TEXT, origin -> """
                User-agent: *
                Disallow: /workbench
                Disallow: /api/
                Disallow: /preview/
                Disallow: /zh/search
                Disallow: /mn/search
                Disallow: /zh/concordance?
                Disallow: /mn/concordance?

                Sitemap: %s/sitemap.xml
                """.formatted(origin).getBytes(StandardCharsets.UTF_8));
    }

    /** Absolute addresses come from the configuration, or from this request; the latter is then shared with no other. */
    private ResponseEntity<byte[]> answer(
            HttpServletRequest request, String path, MediaType type, Function<String, byte[]> writer) {
        String origin = frames.origin();
        if (!origin.isEmpty()) {
            return cache.get(path, () -> Rendering.of(type, writer.apply(origin)))
                    .answer(request);
        }
        String asked =
                ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
        return Rendering.of(type, writer.apply(asked)).answer(request);
    }
}
