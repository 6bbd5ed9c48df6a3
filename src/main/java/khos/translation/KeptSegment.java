package khos.translation;

import java.util.Optional;

/**
 * A segment as it is kept outside of the database.
 *
 * @param unit as in {@link Segment}, as the others are
 */
public record KeptSegment(
        String id,
        int number,
        int unit,
        String source,
        String gap,
        String target,
        Optional<String> draft,
        State state) {
    static KeptSegment of(Segment segment) {
        return new KeptSegment(
                segment.id(),
                segment.number(),
                segment.unit(),
                segment.source(),
                segment.gap(),
                segment.target(),
                segment.draft(),
                segment.state());
    }

    /** The same as it is once it is published. */
    KeptSegment published() {
        return new KeptSegment(id, number, unit, source, gap, target, Optional.empty(), State.FINAL);
    }

    boolean isReviewed() {
        return state == State.REVIEWED || state == State.FINAL;
    }

    /** Whether it is as a text that was just taken in leaves it. */
    boolean isUntouched() {
        return state == State.INITIAL && draft.isEmpty();
    }
}
