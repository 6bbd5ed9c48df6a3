package khos.api;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import khos.language.Language;
import khos.language.Span;
import khos.search.Hit;
import khos.search.Hits;
import khos.search.Query;
import khos.search.Search;
import khos.translation.TextKind;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/v1/search}: what the search page shows, for programs. */
@RestController
class SearchController {
    private static final int MOST_SIZE = 100;

    /** @param marks {@code [start, end)} into the snippet, in UTF-16 units */
    record Answer(String kind, String lang, String slug, String title, String snippet, List<int[]> marks, String url) {
        static Answer of(Hit hit) {
            return new Answer(
                    hit.kind().path(),
                    hit.language().code(),
                    hit.slug(),
                    hit.title(),
                    hit.snippet(),
                    hit.marks().stream().map(Answer::pair).toList(),
                    hit.url());
        }

        private static int[] pair(Span span) {
            return new int[] {span.start(), span.end()};
        }
    }

    record Answers(int total, List<Answer> hits) {}

    private final Search search;

    SearchController(Search search) {
        this.search = search;
    }

    @GetMapping("/api/v1/search")
    ResponseEntity<Answers> search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam @Nullable String lang,
            @RequestParam @Nullable String kind,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        if (page < 0 || size < 1 || size > MOST_SIZE) {
            throw Problems.malformed("page counts from 0, size is from 1 to " + MOST_SIZE);
        }
        Hits hits = search.find(new Query(q, language(lang), kind(kind), page, size));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Answers(
                        hits.total(), hits.hits().stream().map(Answer::of).toList()));
    }

    private static Optional<Language> language(@Nullable String code) {
        if (code == null) {
            return Optional.empty();
        }
        return Optional.of(Language.find(code).orElseThrow(() -> Problems.malformed("lang is zh or mn")));
    }

    private static Optional<TextKind> kind(@Nullable String path) {
        if (path == null) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(TextKind.values())
                .filter(kind -> kind.path().equals(path))
                .findFirst()
                .orElseThrow(() -> Problems.malformed("kind is articles, lessons or series")));
    }
}
