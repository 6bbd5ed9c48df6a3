package khos.translation;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import khos.account.Accounts;
import khos.account.Role;
import khos.account.Roles.ForTranslators;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was filled by propagation and pre-translation, and its undoing. */
@Service
public class Fillings {
    private final FillingRepository fillings;
    private final TranslationRepository segments;
    private final SegmentWriter writer;
    private final Clock clock;

    Fillings(FillingRepository fillings, TranslationRepository segments, SegmentWriter writer, Clock clock) {
        this.fillings = fillings;
        this.segments = segments;
        this.writer = writer;
        this.clock = clock;
    }

    /** The last filling of a document that has not been undone. */
    @ForTranslators
    @Transactional(readOnly = true)
    public Optional<Filling> last(String documentId) {
        writer.requireRole(documentId, Role.TRANSLATOR);
        return fillings.last(documentId);
    }

    /** Where the text of {@code segment} comes from; empty when a person wrote or touched it. */
    @ForTranslators
    @Transactional(readOnly = true)
    public Optional<Filled> of(Segment segment) {
        writer.requireRole(segment.documentId(), Role.TRANSLATOR);
        return fillings.filled(segment.id(), segment.version());
    }

    /**
     * Makes the segments that a filling filled untranslated again; those that were touched since, and those of
     * documents that one may no longer translate, stay as they are. For translators of its document's project.
     *
     * @return how many were restored
     * @throws Refused {@code refused.no-filling} when there is none of that id, or it was undone before
     */
    @ForTranslators
    @Transactional
    public int undo(String fillingId) {
        Filling filling = fillings.find(fillingId).orElseThrow(() -> new Refused("refused.no-filling"));
        writer.requireRole(filling.documentId(), Role.TRANSLATOR);
        if (!fillings.undo(fillingId, clock.millis())) {
            throw new Refused("refused.no-filling");
        }
        List<Segment> restored = fillings.left(fillingId).stream()
                .flatMap(left -> restore(left).stream())
                .toList();
        restored.stream().map(Segment::documentId).distinct().forEach(writer::announceAll);
        return restored.size();
    }

    private Optional<Segment> restore(FillingRepository.Left left) {
        return segments.segment(left.segmentId())
                .filter(segment ->
                        segment.version() == left.version() && writer.may(segment.documentId(), Role.TRANSLATOR))
                .flatMap(segment -> segments.update(
                        segment.with("", Optional.empty(), State.INITIAL),
                        left.version(),
                        Accounts.actor(),
                        clock.millis()));
    }
}
