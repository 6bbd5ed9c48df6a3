package khos.memory;

/**
 * A unit of the memory that is like a sentence to be translated.
 *
 * @param unit read in the direction asked for: its source is in the language of the sentence
 * @param similarity from 0 to 100; 100 only when the two are the same character by character
 * @param type {@code EXACT} at 100, else {@code FUZZY}
 */
public record Match(TranslationUnit unit, int similarity, Type type) {
    public enum Type {
        EXACT,
        FUZZY
    }
}
