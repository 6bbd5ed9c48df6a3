package khos.translation;

import java.time.Clock;
import java.util.Optional;
import khos.account.Accounts;
import khos.storage.Ids;
import org.springframework.stereotype.Component;

/** Fills segments that nobody has begun, and writes down what it filled. */
@Component
class Filler {
    private final FillingRepository fillings;
    private final TranslationRepository segments;
    private final ErrorGate gate;
    private final Clock clock;

    Filler(FillingRepository fillings, TranslationRepository segments, ErrorGate gate, Clock clock) {
        this.fillings = fillings;
        this.segments = segments;
        this.gate = gate;
        this.clock = clock;
    }

    /** Begins a filling and returns its id. */
    String begin(String documentId, Filling.Kind kind) {
        String id = Ids.next();
        fillings.insert(id, documentId, kind, Accounts.actor(), clock.millis());
        return id;
    }

    /**
     * Fills a segment.
     *
     * @param segment as it was read
     * @param state {@link State#TRANSLATED}, or {@link State#INITIAL} to leave the text as a draft, as one with errors always is
     * @return as it is now; empty when somebody has begun it meanwhile
     */
    Optional<Segment> fill(String fillingId, Segment segment, String text, State state, Filled filled) {
        if (segment.state() != State.INITIAL || segment.draft().isPresent() || text.isBlank()) {
            return Optional.empty();
        }
        boolean draft = state == State.INITIAL || !gate.isOpen(segment, text);
        Segment wanted = segment.with(
                draft ? "" : text, draft ? Optional.of(text) : Optional.empty(), draft ? State.INITIAL : state);
        Optional<Segment> stored = segments.update(wanted, segment.version(), Accounts.actor(), clock.millis());
        stored.ifPresent(now -> fillings.insert(fillingId, now, filled));
        return stored;
    }
}
