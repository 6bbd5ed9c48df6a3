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
    private final Clock clock;

    Filler(FillingRepository fillings, TranslationRepository segments, Clock clock) {
        this.fillings = fillings;
        this.segments = segments;
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
     * @param state {@link State#TRANSLATED}, or {@link State#INITIAL} to leave the text as a draft
     * @return whether it was: a segment that somebody has begun meanwhile is not
     */
    boolean fill(String fillingId, Segment segment, String text, State state, Filled filled) {
        if (segment.state() != State.INITIAL || segment.draft().isPresent() || text.isBlank()) {
            return false;
        }
        boolean draft = state == State.INITIAL;
        Segment wanted = segment.with(draft ? "" : text, draft ? Optional.of(text) : Optional.empty(), state);
        Optional<Segment> stored = segments.update(wanted, segment.version(), Accounts.actor(), clock.millis());
        stored.ifPresent(now -> fillings.insert(fillingId, now, filled));
        return stored.isPresent();
    }
}
