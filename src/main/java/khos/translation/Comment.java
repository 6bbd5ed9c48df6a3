package khos.translation;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A remark on a segment.
 *
 * @param text 1 to 2,000 characters; an account is mentioned as {@code @wuyun}
 * @param mentions the names of accounts that it mentions
 * @param resolvedBy who resolved it; empty while it is open
 */
public record Comment(
        String id,
        String segmentId,
        String documentId,
        String text,
        Set<String> mentions,
        String by,
        Instant at,
        Optional<String> resolvedBy) {
    public boolean isOpen() {
        return resolvedBy.isEmpty();
    }
}
