package khos.translation;

import java.util.Optional;

/**
 * What a list shows beside a segment.
 *
 * @param translatedBy whose the confirmed target is; empty where nobody's
 * @param approved the last target that was reviewed; what is published stays so while the segment is worked on
 * @param oldSource the source before it changed; there until it is translated anew
 * @param returned why a reviewer gave it back; there until it is translated anew
 * @param openComments how many comments are not resolved
 */
public record SegmentNotes(
        String segmentId,
        String translatedBy,
        Optional<String> approved,
        Optional<String> oldSource,
        Optional<String> returned,
        int openComments) {}
