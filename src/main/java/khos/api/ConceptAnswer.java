package khos.api;

import java.util.List;
import java.util.Locale;
import khos.terminology.Concept;
import khos.terminology.Term;

/** A concept as programs see it. */
record ConceptAnswer(
        String id,
        String subject,
        String definition,
        String note,
        String source,
        long version,
        List<TermAnswer> terms) {
    /** @param status preferred, admitted, deprecated or forbidden */
    record TermAnswer(String lang, String text, String status) {
        static TermAnswer of(Term term) {
            return new TermAnswer(
                    term.language().code(), term.text(), term.status().name().toLowerCase(Locale.ROOT));
        }
    }

    static ConceptAnswer of(Concept concept) {
        return new ConceptAnswer(
                concept.id(),
                concept.subject(),
                concept.definition(),
                concept.note(),
                concept.source(),
                concept.version(),
                concept.terms().stream().map(TermAnswer::of).toList());
    }
}
