package khos.api;

import java.util.List;
import khos.language.Span;
import khos.search.Concordance;
import khos.search.SentencePair;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/v1/concordance}: published sentence pairs that hold the words. */
@RestController
class ConcordanceController {
    private static final int MOST_SIZE = 100;

    /** @param marks {@code [start, end)} into the text, in UTF-16 units; @param asked whether they are what was asked for */
    record Half(String text, List<int[]> marks, boolean asked, String title, String url) {
        static Half of(SentencePair.Half half) {
            return new Half(
                    half.text(),
                    half.marks().stream().map(Half::pair).toList(),
                    half.asked(),
                    half.title(),
                    half.url());
        }

        private static int[] pair(Span span) {
            return new int[] {span.start(), span.end()};
        }
    }

    record Pair(String kind, String slug, int number, Half zh, Half mn) {
        static Pair of(SentencePair pair) {
            return new Pair(
                    pair.kind().path(), pair.slug(), pair.number(), Half.of(pair.chinese()), Half.of(pair.mongolian()));
        }
    }

    record Answer(int total, List<Pair> pairs) {}

    private final Concordance concordance;

    ConcordanceController(Concordance concordance) {
        this.concordance = concordance;
    }

    @GetMapping("/api/v1/concordance")
    ResponseEntity<Answer> find(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        if (page < 0 || size < 1 || size > MOST_SIZE) {
            throw Problems.malformed("page counts from 0, size is from 1 to " + MOST_SIZE);
        }
        Concordance.Pairs pairs = concordance.find(q, page, size);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Answer(
                        pairs.total(), pairs.pairs().stream().map(Pair::of).toList()));
    }
}
