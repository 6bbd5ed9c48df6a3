package khos.translation;

import java.time.Clock;
import java.util.Optional;
import khos.account.Accounts;
import khos.account.Roles.ForTranslators;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was filled by propagation and pre-translation, and its undoing. */
@Service
public class Fillings {
    private final FillingRepository fillings;
    private final TranslationRepository segments;
    private final Clock clock;

    Fillings(FillingRepository fillings, TranslationRepository segments, Clock clock) {
        this.fillings = fillings;
        this.segments = segments;
        this.clock = clock;
    }

    /** The last filling of a document that has not been undone. */
    @ForTranslators
    @Transactional(readOnly = true)
    public Optional<Filling> last(String documentId) {
        return fillings.last(documentId);
    }

    /** Where the text of {@code segment} comes from; empty when a person wrote or touched it. */
    @ForTranslators
    @Transactional(readOnly = true)
    public Optional<Filled> of(Segment segment) {
        return fillings.filled(segment.id(), segment.version());
    }

    /**
     * Makes the segments that a filling filled untranslated again; those that were touched since stay as they are.
     *
     * @return how many were restored
     * @throws Refused {@code refused.no-filling} when there is none of that id, or it was undone before
     */
    @ForTranslators
    @Transactional
    public int undo(String fillingId) {
        if (!fillings.undo(fillingId, clock.millis())) {
            throw new Refused("refused.no-filling");
        }
        return (int) fillings.left(fillingId).stream().filter(this::restore).count();
    }

    private boolean restore(FillingRepository.Left left) {
        return segments.segment(left.segmentId())
                .filter(segment -> segment.version() == left.version())
                .flatMap(segment -> segments.update(
                        Filler.with(segment, "", Optional.empty(), State.INITIAL),
                        left.version(),
                        Accounts.actor(),
                        clock.millis()))
                .isPresent();
    }
}
