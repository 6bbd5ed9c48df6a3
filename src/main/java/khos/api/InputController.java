package khos.api;

import java.time.Duration;
import java.util.List;
import khos.mongolian.Connector;
import khos.mongolian.WordList;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/v1/input}: words for what is typed in Latin, {@code mongol} gives {@code ᠮᠣᠩᠭᠣᠯ}. */
@RestController
class InputController {
    private static final int MOST_LETTERS = 64;
    private static final int MOST_SIZE = 50;

    record Answer(String latin, List<String> candidates) {}

    /** Reads the words before somebody types: it takes a second or two. */
    @EventListener(ApplicationReadyEvent.class)
    void readWords() {
        Thread.ofPlatform()
                .daemon()
                .name("words")
                .start(() -> WordList.candidates("a", 1, Connector.NARROW_NO_BREAK_SPACE));
    }

    @GetMapping("/api/v1/input")
    ResponseEntity<Answer> input(
            @RequestParam String latin,
            @RequestParam(defaultValue = "9") int size,
            @RequestParam(defaultValue = "nnbsp") String connector) {
        if (latin.length() > MOST_LETTERS || size < 1 || size > MOST_SIZE) {
            throw Problems.malformed("latin has at most " + MOST_LETTERS + " letters, size is from 1 to " + MOST_SIZE);
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic())
                .body(new Answer(latin, WordList.candidates(latin, size, connector(connector))));
    }

    private static Connector connector(String name) {
        return Connector.find(name).orElseThrow(() -> Problems.malformed("connector is nnbsp or mvs"));
    }
}
