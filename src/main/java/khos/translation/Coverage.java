package khos.translation;

import java.util.EnumMap;
import java.util.Map;
import khos.language.Language;
import khos.mongolian.WordCount;

/**
 * How much of a text the memory covers: for each band the number of segments, and of Chinese characters or Mongolian words
 * by the official rule.
 */
public final class Coverage {
    /** @param words Chinese characters or Mongolian words of the source */
    public record Count(int segments, int words) {
        private static final Count NONE = new Count(0, 0);

        Count plus(Count other) {
            return new Count(segments + other.segments, words + other.words);
        }
    }

    private final Map<Band, Count> counts = new EnumMap<>(Band.class);

    /** @param similarity of its best match; 0 when there is none */
    public void add(String sentence, Language language, int similarity) {
        counts.merge(Band.of(similarity), new Count(1, size(sentence, language)), Count::plus);
    }

    public Count of(Band band) {
        return counts.getOrDefault(band, Count.NONE);
    }

    public Count total() {
        return counts.values().stream().reduce(Count.NONE, Count::plus);
    }

    private static int size(String sentence, Language language) {
        return language == Language.MONGOLIAN
                ? WordCount.of(sentence)
                : (int) sentence.codePoints().filter(Character::isIdeographic).count();
    }
}
