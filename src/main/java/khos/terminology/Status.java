package khos.terminology;

import java.util.Locale;

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

    /** Of a value of TBX or of ours, {@code preferred}; {@link #ADMITTED} for what is not known. */
    static Status of(String value) {
        for (Status status : values()) {
            if (status.tbx.equals(value)
                    || status.name().toLowerCase(Locale.ROOT).equals(value)) {
                return status;
            }
        }
        return ADMITTED;
    }
}
