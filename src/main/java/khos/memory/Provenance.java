package khos.memory;

/** How a unit came into the memory, and what that takes from its similarity: the surer of two alike comes first. */
public enum Provenance {
    /** Reviewed here. */
    REVIEWED(0),
    /** From a file of another project or program. */
    IMPORTED(1),
    /** Translated and not looked at by a second person. */
    UNREVIEWED(2),
    /** By a machine. */
    MACHINE(3);

    private final int penalty;

    Provenance(int penalty) {
        this.penalty = penalty;
    }

    /** Points of similarity taken off, 0 to 3. */
    public int penalty() {
        return penalty;
    }

    /** What is left of a similarity, 1 at least: one that is taken off is never better than 99, whatever stood around it. */
    int of(int similarity) {
        return penalty == 0 ? similarity : Math.max(1, Math.min(100, similarity) - penalty);
    }
}
