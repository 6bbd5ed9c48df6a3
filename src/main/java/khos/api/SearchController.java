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

    /**
     * @param marks {@code [start, end)} into the snippet, in UTF-16 units
     * @param translated whether the query stands only in the other language of the same publication
     */
    record Answer(
            String kind,
            String lang,
            String slug,
            String title,
            String snippet,
            List<int[]> marks,
            String url,
            String date,
            boolean translated) {
        static Answer of(Hit hit, Optional<Language> language) {
            Hit.Face face = language.flatMap(hit::face).orElseGet(hit.faces()::getFirst);
            return new Answer(
                    hit.kind().path(),
                    face.language().code(),
                    hit.slug(),
                    face.title(),
                    face.snippet(),
                    face.marks().stream().map(Answer::pair).toList(),
                    face.url(),
                    hit.date().toString(),
                    !face.found());
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
        Optional<Language> language = language(lang);
        var filter = Query.Filter.NONE.with(language).ofKind(kind(kind));
        Hits hits = search.find(new Query(q, filter, Query.Order.RELEVANCE, page, size));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Answers(
                        hits.total(),
                        hits.hits().stream()
                                .map(hit -> Answer.of(hit, language))
                                .toList()));
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
