package khos.translation;

import java.time.Instant;

/**
 * A change of a segment that is kept: what it said then, who made it so and why.
 *
 * @param reason why it was returned; empty where none was asked for
 */
public record Revision(
        String id, Kind kind, State state, String source, String target, String reason, String by, Instant at) {
    /** What was done. */
    public enum Kind {
        TRANSLATED,
        REVIEWED,
        RETURNED,
        RESTORED,
        REPLACED,
        SPLIT,
        JOINED,
        SOURCE_CHANGED
    }
}
