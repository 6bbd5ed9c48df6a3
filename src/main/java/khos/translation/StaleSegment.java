package khos.translation;

/** Refuses a change to a segment that someone else changed since it was read; nothing was written. */
public class StaleSegment extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Segment current;
    private final String refused;

    StaleSegment(Segment current, String refused) {
        super("segment " + current.id() + " is at version " + current.version());
        this.current = current;
        this.refused = refused;
    }

    /** The segment as it is now. */
    public Segment current() {
        return current;
    }

    /** The text that was not saved. */
    public String refused() {
        return refused;
    }
}
