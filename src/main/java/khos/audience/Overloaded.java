package khos.audience;

/** Refuses a view because too many wait already; nothing was stored, and the same view may be sent again. */
public class Overloaded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Overloaded() {
        super("too many views are waiting");
    }
}
