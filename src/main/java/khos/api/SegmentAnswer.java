package khos.api;

import java.time.Instant;
import khos.translation.Segment;
import org.jspecify.annotations.Nullable;

/**
 * A segment as programs see it.
 *
 * @param number the one of links such as {@code #s42}
 * @param unit of the text: -2 the title, -1 the summary, from 0 on the blocks of the body
 * @param draft what was typed and not confirmed
 */
record SegmentAnswer(
        String id,
        int number,
        int unit,
        String source,
        String target,
        @Nullable String draft,
        String state,
        long version,
        String changedBy,
        Instant changedAt) {
    static SegmentAnswer of(Segment segment) {
        return new SegmentAnswer(
                segment.id(),
                segment.number(),
                segment.unit(),
                segment.source(),
                segment.target(),
                segment.draft().orElse(null),
                segment.state().name(),
                segment.version(),
                segment.changedBy(),
                segment.changedAt());
    }
}
