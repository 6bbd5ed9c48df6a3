package khos.translation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import khos.account.Role;
import khos.account.Roles.ForTranslators;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What segments said before, and what is to be known of them beside their text. */
@Service
public class Revisions {
    private final RevisionRepository repository;
    private final NotesRepository notes;
    private final SegmentWriter writer;

    Revisions(RevisionRepository repository, NotesRepository notes, SegmentWriter writer) {
        this.repository = repository;
        this.notes = notes;
        this.writer = writer;
    }

    /** Every confirmed change of a segment, the latest first. */
    @ForTranslators
    @Transactional(readOnly = true)
    public List<Revision> of(String segmentId) {
        writer.require(segmentId, Role.TRANSLATOR);
        return repository.of(segmentId);
    }

    /**
     * Confirms again what a revision said: a change like any other, {@link State#TRANSLATED}. It was confirmed once, so that a
     * check that finds an error in it today only keeps it from being reviewed.
     *
     * @throws Refused {@code refused.no-revision} when it is not one of the segment's, {@code refused.empty-target} when it
     *     said nothing
     * @throws StaleSegment when the segment changed since {@code version}
     */
    @ForTranslators
    @Transactional
    public Segment restore(String segmentId, String revisionId, long version) {
        Segment current = writer.require(segmentId, Role.TRANSLATOR);
        Revision revision =
                repository.find(segmentId, revisionId).orElseThrow(() -> new Refused("refused.no-revision"));
        if (revision.target().isBlank()) {
            throw new Refused("refused.empty-target");
        }
        return writer.change(
                current,
                revision.target(),
                version,
                segment -> segment.with(revision.target(), Optional.empty(), State.TRANSLATED),
                Optional.of(Revision.Kind.RESTORED),
                "");
    }

    /** The notes of {@code limit} segments from place {@code offset} on, by the segment's id. */
    @ForTranslators
    @Transactional(readOnly = true)
    public Map<String, SegmentNotes> notes(String documentId, int offset, int limit) {
        writer.requireRole(documentId, Role.TRANSLATOR);
        return notes.of(documentId, offset, limit).stream()
                .collect(Collectors.toMap(SegmentNotes::segmentId, Function.identity()));
    }

    /** The notes of the segments at these places, by the segment's id. */
    @ForTranslators
    @Transactional(readOnly = true)
    public Map<String, SegmentNotes> notes(String documentId, List<Integer> places) {
        writer.requireRole(documentId, Role.TRANSLATOR);
        return places.isEmpty()
                ? Map.of()
                : notes.at(documentId, places).stream()
                        .collect(Collectors.toMap(SegmentNotes::segmentId, Function.identity()));
    }

    /** The segments whose source changed since they were translated, in order. */
    @ForTranslators
    @Transactional(readOnly = true)
    public List<Segment> withChangedSource(String documentId) {
        writer.requireRole(documentId, Role.TRANSLATOR);
        return notes.withChangedSource(documentId);
    }
}
