package khos.check;

/** How much an issue weighs. */
public enum Severity {
    /** Must be mended before the translation is confirmed. */
    ERROR,
    /** Likely wrong. */
    WARNING,
    /** Worth a look. */
    NOTICE
}
