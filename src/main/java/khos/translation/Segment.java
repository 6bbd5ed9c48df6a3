package khos.translation;

import java.time.Instant;
import java.util.Optional;

/**
 * One sentence of a document and its translation.
 *
 * @param ordinal its place in the document, from 0 without gaps
 * @param number a number that stays with it, for links such as {@code #s42}
 * @param unit {@link #TITLE}, {@link #SUMMARY}, or the number of its block in the body, from 0
 * @param gap what stands between it and the next segment of its unit in the source; white space, mostly empty
 * @param target the confirmed translation; empty while {@link State#INITIAL}
 * @param draft what was typed since and not confirmed
 * @param version counts every change, drafts too
 * @param changedBy name of the account that changed it last
 */
public record Segment(
        String id,
        String documentId,
        int ordinal,
        int number,
        int unit,
        String source,
        String gap,
        String target,
        Optional<String> draft,
        State state,
        long version,
        String changedBy,
        Instant changedAt) {
    public static final int TITLE = -2;
    public static final int SUMMARY = -1;

    /** What its editor shows: the draft when there is one, else the confirmed target. */
    public String working() {
        return draft.orElse(target);
    }

    /** The same segment saying something else; its version, and who changed it when, are given when that is stored. */
    Segment with(String target, Optional<String> draft, State state) {
        return new Segment(
                id,
                documentId,
                ordinal,
                number,
                unit,
                source,
                gap,
                target,
                draft,
                state,
                version,
                changedBy,
                changedAt);
    }
}
