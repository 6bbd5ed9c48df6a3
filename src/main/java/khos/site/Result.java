package khos.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import khos.language.Language;
import khos.search.Hit;
import khos.translation.TextKind;

/** The answers of one publication to a search: in Chinese, in Mongolian, or in both. */
record Result(TextKind kind, Optional<Hit> chinese, Optional<Hit> mongolian) {
    /** {@code hits} with those of the same publication put together, each where its first one stood. */
    static List<Result> of(List<Hit> hits) {
        Map<String, Result> results = new LinkedHashMap<>();
        for (Hit hit : hits) {
            results.merge(hit.kind() + "/" + hit.slug(), single(hit), Result::with);
        }
        return new ArrayList<>(results.values());
    }

    private static Result single(Hit hit) {
        Optional<Hit> one = Optional.of(hit);
        return hit.language() == Language.CHINESE
                ? new Result(hit.kind(), one, Optional.empty())
                : new Result(hit.kind(), Optional.empty(), one);
    }

    private Result with(Result other) {
        return new Result(kind, chinese.or(other::chinese), mongolian.or(other::mongolian));
    }

    static List<Piece> title(Hit hit) {
        return Piece.of(hit.language(), hit.title(), hit.titleMarks());
    }

    static List<Piece> snippet(Hit hit) {
        return Piece.of(hit.language(), hit.snippet(), hit.marks());
    }
}
