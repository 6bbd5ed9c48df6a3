package khos.workbench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import khos.check.Severity;
import khos.translation.CheckedIssue;
import khos.translation.DocumentChecks;
import khos.translation.Revisions;
import khos.translation.Segment;
import khos.translation.SegmentNotes;

/** What the list shows beside a segment: its gravest issue, whether it was returned, how much is said of it. Read by pages. */
final class RowMarks {
    /**
     * @param severity of its gravest issue
     * @param issues how many it has
     */
    record Mark(Optional<Severity> severity, int issues, boolean returned, boolean sourceChanged, int comments) {
        static final Mark NONE = new Mark(Optional.empty(), 0, false, false, 0);

        static Mark of(List<CheckedIssue> issues, Optional<SegmentNotes> notes) {
            return new Mark(
                    issues.stream().map(issue -> issue.issue().severity()).min(Severity::compareTo),
                    issues.size(),
                    notes.flatMap(SegmentNotes::returned).isPresent(),
                    notes.flatMap(SegmentNotes::oldSource).isPresent(),
                    notes.map(SegmentNotes::openComments).orElse(0));
        }
    }

    private static final int MOST = 2_000;

    private final DocumentChecks checks;
    private final Revisions revisions;
    private final String documentId;
    private final Map<String, Mark> marks = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Mark> eldest) {
            return size() > MOST;
        }
    };

    RowMarks(DocumentChecks checks, Revisions revisions, String documentId) {
        this.checks = checks;
        this.revisions = revisions;
        this.documentId = documentId;
    }

    Mark of(Segment segment) {
        return marks.getOrDefault(segment.id(), Mark.NONE);
    }

    /** Reads those of these segments; returns the ones that changed. */
    List<Segment> read(List<Segment> page) {
        List<Integer> places = page.stream().map(Segment::ordinal).toList();
        Map<String, List<CheckedIssue>> issues = checks.at(documentId, places);
        Map<String, SegmentNotes> notes = revisions.notes(documentId, places);
        return page.stream()
                .filter(segment -> put(
                        segment,
                        Mark.of(
                                issues.getOrDefault(segment.id(), List.of()),
                                Optional.ofNullable(notes.get(segment.id())))))
                .toList();
    }

    /** Whether it is another mark than before. */
    boolean put(Segment segment, Mark mark) {
        boolean other = !of(segment).equals(mark);
        marks.put(segment.id(), mark);
        return other;
    }
}
