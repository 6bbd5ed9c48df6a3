package khos.site;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import khos.language.Language;
import khos.search.Hit;
import khos.translation.TextKind;

/** The answers of one publication to a search: in Chinese, in Mongolian, or in both. */
record Result(TextKind kind, LocalDate date, Optional<Hit.Face> chinese, Optional<Hit.Face> mongolian) {
    static List<Result> of(List<Hit> hits) {
        return hits.stream()
                .map(hit ->
                        new Result(hit.kind(), hit.date(), hit.face(Language.CHINESE), hit.face(Language.MONGOLIAN)))
                .toList();
    }

    /** Whether what was asked for stands in this language's other half only. */
    boolean isThroughTranslation(Language language) {
        Optional<Hit.Face> own = language == Language.CHINESE ? chinese : mongolian;
        Optional<Hit.Face> other = language == Language.CHINESE ? mongolian : chinese;
        return own.isPresent()
                && !own.get().found()
                && other.isPresent()
                && other.get().found();
    }

    static List<Piece> title(Hit.Face face) {
        return Piece.of(face.language(), face.title(), face.titleMarks());
    }

    static List<Piece> snippet(Hit.Face face) {
        return Piece.of(face.language(), face.snippet(), face.marks());
    }
}
