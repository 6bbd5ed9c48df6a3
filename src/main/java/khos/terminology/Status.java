package khos.terminology;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What the house thinks of a term; the values of TBX's {@code administrativeStatus} (ISO 12620) in short. */
public enum Status {
    /** To be used. */
    PREFERRED("preferredTerm-admn-sts"),
    /** May be used. */
    ADMITTED("admittedTerm-admn-sts"),
    /** Was used once. */
    DEPRECATED("deprecatedTerm-admn-sts"),
    /** Never to be used. */
    FORBIDDEN("supersededTerm-admn-sts");

    private final String tbx;

    Status(String tbx) {
        this.tbx = tbx;
    }

    /** As TBX-Basic writes it: {@code preferredTerm-admn-sts}. */
    public String tbx() {
        return tbx;
    }

    /** Whether a translator may use it. */
    public boolean isUsable() {
        return this == PREFERRED || this == ADMITTED;
    }

    /** Of a value of TBX or of ours, {@code preferred}. */
    static Optional<Status> find(String value) {
        return Stream.of(values())
                .filter(status -> status.tbx.equals(value)
                        || status.name().toLowerCase(Locale.ROOT).equals(value.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** As {@link #find}; {@link #ADMITTED} for what is not known. */
    static Status of(String value) {
        return find(value).orElse(ADMITTED);
    }
}
