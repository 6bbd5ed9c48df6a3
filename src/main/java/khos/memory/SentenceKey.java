package khos.memory;

import java.util.Arrays;
import khos.language.Language;

/**
 * What a sentence is matched by: the same for two that differ in nothing but numbers, width, case, marks and what cannot be
 * seen, such as {@code 共３头牛。} and {@code 共12头牛。}
 */
public final class SentenceKey {
    private final int[] symbols;

    private SentenceKey(int[] symbols) {
        this.symbols = symbols;
    }

    public static SentenceKey of(String sentence, Language language) {
        return new SentenceKey(MatchKey.of(sentence, language));
    }

    /** The number of its symbols; a sentence has at least as many characters. */
    public int length() {
        return symbols.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SentenceKey key && Arrays.equals(symbols, key.symbols);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(symbols);
    }
}
