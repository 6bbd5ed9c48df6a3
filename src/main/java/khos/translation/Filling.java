package khos.translation;

import java.time.Instant;

/**
 * Segments that were filled by one action, which is undone as a whole.
 *
 * @param documentId the document it was begun in
 * @param segments how many it filled
 * @param by name of the account that asked for it
 */
public record Filling(String id, String documentId, Kind kind, int segments, String by, Instant at) {
    public enum Kind {
        /** A confirmed translation went into the segments with the same source. */
        PROPAGATION,
        /** Matches of the memory went into the segments of a document. */
        PRETRANSLATION
    }
}
