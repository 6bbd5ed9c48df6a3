package khos.terminology;

import java.util.List;
import khos.language.Language;

/**
 * One thing that is meant, with the terms for it.
 *
 * @param id as the termbase gave it; empty for a new one
 * @param subject the field it belongs to; may be empty, as the others are
 * @param source where the terms come from
 * @param terms at least one
 * @param version counts the changes, from 0
 */
public record Concept(
        String id, String subject, String definition, String note, String source, List<Term> terms, long version) {
    public Concept {
        terms = List.copyOf(terms);
        if (terms.isEmpty()) {
            throw new IllegalArgumentException("a concept has at least one term");
        }
    }

    /** A new concept of these terms and nothing else said of it. */
    public static Concept of(List<Term> terms) {
        return new Concept("", "", "", "", "", terms, 0);
    }

    /** The same under another id. */
    Concept numbered(String other) {
        return new Concept(other, subject, definition, note, source, terms, 0);
    }

    /** What it says, without which one it is. */
    Concept unnumbered() {
        return numbered("");
    }

    /** Its terms in a language, the preferred first. */
    public List<Term> terms(Language language) {
        return terms.stream()
                .filter(term -> term.language() == language)
                .sorted((a, b) -> a.status().compareTo(b.status()))
                .toList();
    }
}
