package khos.account;

/** What someone may do; each role may do all that the roles before it may. */
public enum Role {
    TRANSLATOR,
    REVIEWER,
    EDITOR,
    ADMINISTRATOR;

    /** Whether this role may do what {@code other} may. */
    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }
}
