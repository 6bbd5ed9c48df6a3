package khos.site;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import khos.language.Language;
import khos.publication.Edition;
import khos.publication.Publication;
import khos.publication.Sentence;

/**
 * A sentence in the languages it is published in.
 *
 * @param number of the sentence, which it keeps whatever is edited; the anchor of the pair is {@code s} and this number
 * @param place in the text as readers count, from 1
 */
record Pair(int number, int place, Optional<String> chinese, Optional<String> mongolian) {
    /** In UTF-16 units. A word or a greeting fits in a column of 7rem. */
    private static final int LONGEST_BRIEF = 16;

    /** A pair out of its text. */
    Pair(int number, Optional<String> chinese, Optional<String> mongolian) {
        this(number, number, chinese, mongolian);
    }

    /** The sentences of all editions of {@code publication}, those of the same number together, in order. */
    static List<Pair> of(Publication publication) {
        TreeMap<Integer, Map<Language, String>> rows = new TreeMap<>();
        for (Edition edition : publication.editions().values()) {
            for (Sentence sentence : edition.sentences()) {
                rows.computeIfAbsent(sentence.number(), number -> new EnumMap<>(Language.class))
                        .put(edition.language(), sentence.text());
            }
        }
        List<Pair> pairs = new ArrayList<>();
        rows.forEach((number, row) -> pairs.add(new Pair(
                number,
                pairs.size() + 1,
                Optional.ofNullable(row.get(Language.CHINESE)),
                Optional.ofNullable(row.get(Language.MONGOLIAN)))));
        return pairs;
    }

    /** One half of it. */
    Optional<String> text(Language language) {
        return language == Language.CHINESE ? chinese : mongolian;
    }

    /** Whether there is something in both languages to practise with. */
    static boolean practicable(List<Pair> pairs) {
        return pairs.stream()
                .anyMatch(pair -> pair.chinese().isPresent() && pair.mongolian().isPresent());
    }

    /** The class of the list of {@code pairs}: {@code single} without a second language, {@code brief} for words. */
    static String listClass(List<Pair> pairs) {
        boolean single = !practicable(pairs);
        boolean brief = pairs.stream()
                .allMatch(pair -> pair.chinese().orElse("").length() <= LONGEST_BRIEF
                        && pair.mongolian().orElse("").length() <= LONGEST_BRIEF);
        return single ? "pairs single" : brief ? "pairs brief" : "pairs";
    }
}
