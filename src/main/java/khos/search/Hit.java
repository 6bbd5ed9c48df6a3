package khos.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import khos.language.Language;
import khos.language.Span;
import khos.translation.TextKind;

/**
 * A publication that answers a query.
 *
 * @param date the day it is dated
 * @param faces its published editions, those first in which the query was found; never empty
 */
public record Hit(TextKind kind, String slug, LocalDate date, List<Face> faces) {
    /**
     * One edition of it.
     *
     * @param titleMarks where the query stands in the title
     * @param snippet the best passage of the body, plain text
     * @param marks where the query stands in the snippet, in order, not overlapping
     * @param found whether the query stands in it; if not, it answers through its translation
     * @param url path of the page, with the place of the passage: {@code /zh/articles/old-books-tour#s12}
     */
    public record Face(
            Language language,
            String title,
            List<Span> titleMarks,
            String snippet,
            List<Span> marks,
            boolean found,
            String url) {}

    /** The edition in {@code language}, when it is out. */
    public Optional<Face> face(Language language) {
        return faces.stream().filter(face -> face.language() == language).findFirst();
    }
}
