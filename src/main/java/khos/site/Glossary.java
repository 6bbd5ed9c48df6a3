package khos.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import khos.language.Language;
import khos.language.Span;
import khos.terminology.Concept;
import khos.terminology.TermOccurrence;

/**
 * The terms of the termbase that stand in a text: what is said of each, and where it first stands in either language.
 *
 * @param entries in the order of their first places
 * @param marks of a sentence in one language, in order, not overlapping
 */
record Glossary(List<GlossaryEntry> entries, Map<Place, List<Mark>> marks) {
    static final Glossary NONE = new Glossary(List.of(), Map.of());
    /** A page stays light, however many terms a text has. */
    private static final int MOST_ENTRIES = 60;

    /** The half of a pair. */
    record Place(int number, Language language) {}

    record Mark(Span span, GlossaryEntry entry) {}

    /** A stretch of a sentence, with the entry of the term when it is one. */
    record Stretch(List<Piece> pieces, Optional<GlossaryEntry> entry) {}

    /** @param finder as {@link khos.terminology.Termbase#finder} */
    static Glossary of(List<Pair> pairs, BiFunction<String, Language, List<TermOccurrence>> finder) {
        Map<String, GlossaryEntry> entries = new LinkedHashMap<>();
        Map<Place, List<Mark>> marks = new HashMap<>();
        Map<Language, Map<String, Boolean>> marked = new HashMap<>();
        for (Pair pair : pairs) {
            for (Language language : Language.values()) {
                String text = pair.text(language).orElse("");
                Map<String, Boolean> before = marked.computeIfAbsent(language, first -> new HashMap<>());
                int from = 0;
                for (TermOccurrence occurrence : finder.apply(text, language)) {
                    Concept concept = occurrence.concept();
                    if (occurrence.span().start() < from
                            || entries.size() >= MOST_ENTRIES && !entries.containsKey(concept.id())) {
                        continue;
                    }
                    GlossaryEntry entry =
                            entries.computeIfAbsent(concept.id(), id -> new GlossaryEntry(entries.size() + 1, concept));
                    if (before.put(concept.id(), true) == null) {
                        marks.computeIfAbsent(new Place(pair.number(), language), first -> new ArrayList<>())
                                .add(new Mark(occurrence.span(), entry));
                        from = occurrence.span().end();
                    }
                }
            }
        }
        return new Glossary(List.copyOf(entries.values()), marks);
    }

    /** The text of a pair in a language, the first places of terms apart from the rest. */
    List<Stretch> stretches(Pair pair, Language language) {
        String text = pair.text(language).orElse("");
        List<Stretch> stretches = new ArrayList<>();
        int from = 0;
        for (Mark mark : marks.getOrDefault(new Place(pair.number(), language), List.of())) {
            add(stretches, language, text.substring(from, mark.span().start()), Optional.empty());
            add(
                    stretches,
                    language,
                    text.substring(mark.span().start(), mark.span().end()),
                    Optional.of(mark.entry()));
            from = mark.span().end();
        }
        add(stretches, language, text.substring(from), Optional.empty());
        return stretches;
    }

    private static void add(List<Stretch> stretches, Language language, String text, Optional<GlossaryEntry> entry) {
        if (!text.isEmpty()) {
            stretches.add(new Stretch(Piece.of(language, text), entry));
        }
    }
}
