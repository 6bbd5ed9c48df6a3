package khos.search;

import java.util.List;
import khos.language.Language;
import khos.language.Span;
import khos.translation.TextKind;

/**
 * A published edition that answers a query.
 *
 * @param titleMarks where the query stands in the title
 * @param snippet the best passage of the body, plain text
 * @param marks where the query stands in the snippet, in order, not overlapping
 * @param url path of the page, for example {@code /zh/articles/old-books-tour}
 */
public record Hit(
        TextKind kind,
        Language language,
        String slug,
        String title,
        List<Span> titleMarks,
        String snippet,
        List<Span> marks,
        String url) {}
