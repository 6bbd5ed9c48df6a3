package khos.terminology;

/** A concept that somebody else has changed meanwhile was to be changed. */
public class StaleConcept extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Concept current;

    StaleConcept(Concept current) {
        super("the concept " + current.id() + " is of version " + current.version() + " now");
        this.current = current;
    }

    /** As it is now. */
    public Concept current() {
        return current;
    }
}
