package khos.translation;

/** What of a document somebody wants to work on. */
public enum Work {
    ALL,
    /** Not translated yet, or begun. */
    OPEN,
    /** Translated, and waiting for a reviewer. */
    TO_REVIEW,
    /** With issues that nobody ignores. */
    ISSUES,
    /** Given back by a reviewer, and not translated anew. */
    RETURNED,
    /** The source changed since they were translated. */
    SOURCE_CHANGED,
    /** With comments that are not resolved. */
    COMMENTS
}
