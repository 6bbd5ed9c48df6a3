package khos.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import khos.language.Language;
import khos.language.Span;
import khos.terminology.Concept;
import khos.terminology.Term;
import khos.terminology.TermOccurrence;
import khos.terminology.Termbase;
import org.springframework.stereotype.Component;

/** What the termbase says of the words of a question: the other terms of the same concept, in all languages and scripts. */
@Component
class Synonyms {
    /** Others than this are not worth their time. */
    private static final int MOST = 12;

    /** Terms that may stand in the place of {@code span}. */
    record Synonym(Span span, List<String> others) {}

    private final Termbase termbase;

    Synonyms(Termbase termbase) {
        this.termbase = termbase;
    }

    /** Those of {@code clause}, in its order, none overlapping another. */
    List<Synonym> in(String clause) {
        Map<Span, List<String>> found = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            for (TermOccurrence occurrence : termbase.recognize(clause, language)) {
                found.computeIfAbsent(occurrence.span(), span -> new ArrayList<>())
                        .addAll(others(occurrence.concept(), occurrence.term()));
            }
        }
        List<Synonym> synonyms = new ArrayList<>();
        found.entrySet().stream()
                .sorted((a, b) -> Integer.compare(a.getKey().start(), b.getKey().start()))
                .forEach(entry -> {
                    boolean free = synonyms.isEmpty()
                            || synonyms.getLast().span().end() <= entry.getKey().start();
                    if (free && !entry.getValue().isEmpty()) {
                        synonyms.add(new Synonym(
                                entry.getKey(),
                                entry.getValue().stream().distinct().limit(MOST).toList()));
                    }
                });
        return List.copyOf(synonyms);
    }

    private static List<String> others(Concept concept, Term term) {
        return concept.terms().stream()
                .filter(other -> !other.equals(term) && other.status().isUsable())
                .map(Term::text)
                .toList();
    }
}
