package khos.translation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import khos.account.Accounts;
import khos.account.Role;
import khos.account.Roles.ForTranslators;
import khos.storage.Ids;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes in a new version of a document's source without losing what was translated. */
@Service
public class SourceChanges {
    /**
     * What became of the segments.
     *
     * @param kept their source is as it was
     * @param changed their source is another; their translation waits as a draft
     * @param added nothing like them was there
     * @param removed nothing like them is there any longer
     */
    public record Outcome(int kept, int changed, int added, int removed) {}

    private final TranslationRepository repository;
    private final LayoutRepository layout;
    private final RevisionRepository revisions;
    private final SegmentWriter writer;
    private final Clock clock;

    SourceChanges(
            TranslationRepository repository,
            LayoutRepository layout,
            RevisionRepository revisions,
            SegmentWriter writer,
            Clock clock) {
        this.repository = repository;
        this.layout = layout;
        this.revisions = revisions;
        this.writer = writer;
        this.clock = clock;
    }

    /** A document with the pieces of another source, and which of its segments each continues. */
    private record Change(
            TranslationRepository.Document document,
            MarkdownText source,
            List<Pairing.Piece> pieces,
            List<Segment> old,
            int[] oldOf) {}

    /**
     * What {@link #update} would make of the segments; nothing is changed.
     *
     * @throws Refused as it does
     */
    @ForTranslators
    @Transactional(readOnly = true)
    public Outcome expected(String documentId, String text) {
        Change change = change(documentId, text);
        int kept = 0;
        int changed = 0;
        for (int i = 0; i < change.oldOf().length; i++) {
            int place = change.oldOf()[i];
            if (place >= 0) {
                boolean same = change.old()
                        .get(place)
                        .source()
                        .equals(change.pieces().get(i).source());
                kept += same ? 1 : 0;
                changed += same ? 0 : 1;
            }
        }
        int continued = kept + changed;
        return new Outcome(
                kept, changed, change.pieces().size() - continued, change.old().size() - continued);
    }

    /**
     * Replaces the source of a document. Segments whose source is the same stay as they are, moved ones too; where it
     * changed, the translation becomes a draft, and the old source is kept ({@link SegmentNotes#oldSource}) until it is
     * confirmed. Ids and numbers stay with what they belong to. For editors of its project.
     *
     * @throws Refused as {@link Translations#extract} does
     */
    @ForTranslators
    @Transactional
    public Outcome update(String documentId, String text) {
        Change change = change(documentId, text);
        layout.setSource(
                documentId, change.source().title().orElse(change.document().slug()), text, clock.millis());
        Outcome outcome = write(documentId, change.pieces(), change.old(), change.oldOf());
        writer.announceAll(documentId);
        return outcome;
    }

    private Change change(String documentId, String text) {
        TranslationRepository.Document document = writer.requireDocument(documentId, Role.EDITOR);
        MarkdownText source = MarkdownText.of(text);
        List<Pairing.Piece> pieces =
                Pairing.untranslated(source, document.pair().source());
        if (pieces.isEmpty()) {
            throw new Refused("refused.empty");
        }
        if (pieces.size() > Translations.MOST_SEGMENTS) {
            throw new Refused("refused.too-many-segments", Translations.MOST_SEGMENTS);
        }
        List<Segment> old = repository.segments(documentId, 0, Translations.MOST_SEGMENTS);
        int[] oldOf = Alignment.of(
                old.stream().map(Segment::source).toList(),
                pieces.stream().map(Pairing.Piece::source).toList());
        return new Change(document, source, pieces, old, oldOf);
    }

    private Outcome write(String documentId, List<Pairing.Piece> pieces, List<Segment> old, int[] oldOf) {
        List<Segment> kept = new ArrayList<>();
        List<Segment> changed = new ArrayList<>();
        List<Segment> added = new ArrayList<>();
        Set<Integer> used = new HashSet<>();
        int fresh = 0;
        for (int place : oldOf) {
            used.add(place);
            fresh += place < 0 ? 1 : 0;
        }
        int number = layout.nextNumbers(documentId, fresh);
        for (int i = 0; i < oldOf.length; i++) {
            Pairing.Piece piece = pieces.get(i);
            if (oldOf[i] < 0) {
                added.add(fresh(documentId, i, number++, piece));
                continue;
            }
            Segment before = old.get(oldOf[i]);
            boolean same = before.source().equals(piece.source());
            (same ? kept : changed).add(placed(before, i, piece, same));
        }
        List<Segment> gone = new ArrayList<>();
        for (int i = 0; i < old.size(); i++) {
            if (!used.contains(i)) {
                gone.add(old.get(i));
            }
        }
        layout.lift(documentId);
        layout.delete(gone.stream().map(Segment::id).toList());
        layout.place(kept);
        layout.rewrite(changed, Accounts.actor(), clock.millis());
        repository.insertSegments(added);
        revisions.insert(changed, Revision.Kind.SOURCE_CHANGED, "", Accounts.actor(), clock.millis());
        return new Outcome(kept.size(), changed.size(), added.size(), gone.size());
    }

    private Segment fresh(String documentId, int ordinal, int number, Pairing.Piece piece) {
        return new Segment(
                Ids.next(),
                documentId,
                ordinal,
                number,
                piece.unit(),
                piece.source(),
                piece.gap(),
                "",
                Optional.empty(),
                State.INITIAL,
                0,
                Accounts.actor(),
                clock.instant());
    }

    private static Segment placed(Segment before, int ordinal, Pairing.Piece piece, boolean same) {
        boolean draft = !same && !before.working().isBlank();
        return new Segment(
                before.id(),
                before.documentId(),
                ordinal,
                before.number(),
                piece.unit(),
                piece.source(),
                piece.gap(),
                same ? before.target() : "",
                draft ? Optional.of(before.working()) : same ? before.draft() : Optional.empty(),
                same ? before.state() : State.INITIAL,
                before.version(),
                before.changedBy(),
                before.changedAt());
    }
}
