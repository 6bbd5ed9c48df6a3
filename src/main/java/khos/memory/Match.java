package khos.memory;

/**
 * A unit of the memory that is like a sentence to be translated.
 *
 * @param unit read in the direction asked for: its source is in the language of the sentence
 * @param similarity from 1 to 102: 100 only when the two are the same character by character, 101 when a neighbour is the
 *     same too, 102 when both are; 99 when they differ in width, case or invisible characters only, 98 when they are
 *     spelled otherwise and look the same in Mongolian, 97 when their numbers differ; two points less where words had to be
 *     taken for others that look the same; less the {@link #penalty}
 * @param type {@code CONTEXT} above 100, {@code EXACT} at 100, else {@code FUZZY}
 */
public record Match(TranslationUnit unit, int similarity, Type type) {
    public enum Type {
        CONTEXT,
        EXACT,
        FUZZY
    }

    static Match of(TranslationUnit unit, int similarity) {
        int left = unit.provenance().of(similarity);
        return new Match(unit, left, left > 100 ? Type.CONTEXT : left == 100 ? Type.EXACT : Type.FUZZY);
    }

    /** Where the unit came from, which may have cost it points. */
    public Provenance provenance() {
        return unit.provenance();
    }

    /** Points that were taken off because of where the unit came from, 0 to 3. */
    public int penalty() {
        return unit.provenance().penalty();
    }
}
