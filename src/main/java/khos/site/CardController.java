package khos.site;

import java.time.Duration;
import java.util.Optional;
import khos.language.Language;
import khos.publication.Episode;
import khos.publication.Publication;
import khos.publication.Publications;
import khos.translation.TextKind;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The pictures that stand for pages where they are shared; an address that is out of date leads to the current one. */
@Controller
class CardController {
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final Publications publications;
    private final Cards cards;

    CardController(Publications publications, Cards cards) {
        this.publications = publications;
        this.cards = cards;
    }

    @GetMapping("/cards/{fingerprint:[0-9a-f]{16}}/{lang:zh|mn}/articles/{slug:[a-z0-9-]+}.png")
    ResponseEntity<byte[]> article(
            @PathVariable String fingerprint, @PathVariable String lang, @PathVariable String slug) {
        return text(fingerprint, Language.of(lang), TextKind.ARTICLE, slug);
    }

    @GetMapping("/cards/{fingerprint:[0-9a-f]{16}}/{lang:zh|mn}/lessons/{slug:[a-z0-9-]+}.png")
    ResponseEntity<byte[]> lesson(
            @PathVariable String fingerprint, @PathVariable String lang, @PathVariable String slug) {
        return text(fingerprint, Language.of(lang), TextKind.LESSON, slug);
    }

    @GetMapping("/cards/{fingerprint:[0-9a-f]{16}}/{lang:zh|mn}/series/{slug:[a-z0-9-]+}/{number:[0-9]{1,4}}.png")
    ResponseEntity<byte[]> episode(
            @PathVariable String fingerprint,
            @PathVariable String lang,
            @PathVariable String slug,
            @PathVariable int number) {
        return text(fingerprint, Language.of(lang), TextKind.EPISODE, "%s/%02d".formatted(slug, number));
    }

    @GetMapping("/cards/{fingerprint:[0-9a-f]{16}}/{lang:zh|mn}/series/{slug:[a-z0-9-]+}.png")
    ResponseEntity<byte[]> series(
            @PathVariable String fingerprint, @PathVariable String lang, @PathVariable String slug) {
        Language language = Language.of(lang);
        Shelf shelf = shelf(language, slug).orElseThrow(() -> PageMissing.in(language));
        return answer(fingerprint, language, shelf.place(), cards.of(shelf));
    }

    private Optional<Shelf> shelf(Language language, String slug) {
        return publications
                .series(slug)
                .map(series -> new Shelf(series, language, publications.episodes(slug, language)))
                .filter(shelf -> !shelf.isEmpty());
    }

    private ResponseEntity<byte[]> text(String fingerprint, Language language, TextKind kind, String slug) {
        Publication found = publications.find(kind, slug).orElseThrow(() -> PageMissing.in(language));
        var edition = found.edition(language).orElseThrow(() -> PageMissing.in(language));
        Card card = found instanceof Episode episode
                ? shelf(language, episode.series())
                        .map(shelf -> cards.of(episode, edition, shelf))
                        .orElseThrow(() -> PageMissing.in(language))
                : cards.of(found, edition);
        return answer(fingerprint, language, found.item(), card);
    }

    private ResponseEntity<byte[]> answer(String fingerprint, Language language, String place, Card card) {
        String current = cards.fingerprint(card);
        if (!current.equals(fingerprint)) {
            return ResponseEntity.status(HttpStatus.FOUND)
                    .header(HttpHeaders.LOCATION, Cards.address(current, language, place))
                    .cacheControl(CacheControl.noStore())
                    .build();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(FOR_EVER)
                .eTag("\"" + current + "\"")
                .body(cards.draw(card));
    }

    @ExceptionHandler
    ResponseEntity<Void> busy(Cards.Busy busy) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "2")
                .cacheControl(CacheControl.noStore())
                .build();
    }
}
