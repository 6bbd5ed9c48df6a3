package khos.site;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import khos.language.Language;
import khos.publication.Cue;
import khos.search.Hit;
import khos.translation.TextKind;

/** The answers of one publication to a search: in Chinese, in Mongolian, or in both. */
record Result(TextKind kind, LocalDate date, Optional<Hit.Face> chinese, Optional<Hit.Face> mongolian) {
    private static final Pattern PLACE =
            Pattern.compile("#(?:s(?<sentence>[0-9]{1,9})|t(?<second>[0-9]{1,9})[.0-9]*)$");

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

    /** Where in the text the passage stands: {@code 03:12} of a film, {@code 第 12 句} of a lesson; articles show no numbers. */
    static Optional<String> place(Frame frame, String url) {
        Matcher place = PLACE.matcher(url);
        if (!place.find() || url.contains("/" + TextKind.ARTICLE.path() + "/")) {
            return Optional.empty();
        }
        return Optional.of(
                place.group("second") == null
                        ? frame.text("sentence", place.group("sentence"))
                        : Cue.clock(Long.parseLong(place.group("second")) * 1000));
    }

    static List<Piece> title(Hit.Face face) {
        return Piece.of(face.language(), face.title(), face.titleMarks());
    }

    static List<Piece> snippet(Hit.Face face) {
        return Piece.of(face.language(), face.snippet(), face.marks());
    }
}
