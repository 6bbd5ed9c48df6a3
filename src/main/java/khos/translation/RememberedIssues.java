package khos.translation;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the checks found in segments, as long as neither the segment nor the agreed terms change; of those asked for last, so many
 * that segments and issues together are at most 150,000: a document of 100,000 segments is held whole.
 */
final class RememberedIssues {
    private static final int MOST = 150_000;

    private record Key(String documentId, String segmentId) {}

    private record Remembered(long version, long terms, List<CheckedIssue> issues) {
        int weight() {
            return 1 + issues.size();
        }
    }

    private final Map<Key, Remembered> remembered = new LinkedHashMap<>(16, 0.75f, true);
    private int weight;

    /** What was found in a segment of that version with the terms of that revision, if it is known. */
    Optional<List<CheckedIssue>> of(String documentId, String segmentId, long version, long terms) {
        synchronized (remembered) {
            return Optional.ofNullable(remembered.get(new Key(documentId, segmentId)))
                    .filter(known -> known.version() == version && known.terms() == terms)
                    .map(Remembered::issues);
        }
    }

    /** As above of {@code segment}, else what {@code check} finds now. */
    List<CheckedIssue> of(Segment segment, long terms, Function<Segment, List<CheckedIssue>> check) {
        return of(segment.documentId(), segment.id(), segment.version(), terms).orElseGet(() -> {
            List<CheckedIssue> found = List.copyOf(check.apply(segment));
            put(new Key(segment.documentId(), segment.id()), new Remembered(segment.version(), terms, found));
            return found;
        });
    }

    private void put(Key key, Remembered now) {
        synchronized (remembered) {
            Remembered before = remembered.put(key, now);
            weight += now.weight() - (before == null ? 0 : before.weight());
            Iterator<Remembered> eldest = remembered.values().iterator();
            while (weight > MOST) {
                weight -= eldest.next().weight();
                eldest.remove();
            }
        }
    }
}
