package khos.account;

/** Refuses a change to a project that someone else changed since it was read. */
public class StaleProject extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StaleProject(String id) {
        super("project " + id + " was changed by someone else");
    }
}
