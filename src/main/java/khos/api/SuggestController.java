package khos.api;

import java.util.List;
import khos.language.Language;
import khos.search.Suggestion;
import khos.search.Suggestions;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/v1/suggest}: titles and questions that go on as a reader has begun. */
@RestController
class SuggestController {
    private static final int MOST_SIZE = 20;

    /** @param url of the page with this title; empty for a question */
    record One(String text, String lang, String url) {
        static One of(Suggestion suggestion) {
            return new One(suggestion.text(), suggestion.language().code(), suggestion.url());
        }
    }

    record Answer(List<One> suggestions) {}

    private final Suggestions suggestions;

    SuggestController(Suggestions suggestions) {
        this.suggestions = suggestions;
    }

    @GetMapping("/api/v1/suggest")
    ResponseEntity<Answer> suggest(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "zh") String lang,
            @RequestParam(defaultValue = "8") int size) {
        Language language = Language.find(lang).orElseThrow(() -> Problems.malformed("lang is zh or mn"));
        if (size < 1 || size > MOST_SIZE) {
            throw Problems.malformed("size is from 1 to " + MOST_SIZE);
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Answer(
                        suggestions.of(q, language, size).stream().map(One::of).toList()));
    }
}
