package khos.publication;

import java.time.Instant;
import java.util.Optional;
import khos.language.Language;
import khos.translation.Refused;

/**
 * What is to happen to a document in a language at a time.
 *
 * @param by who scheduled it
 * @param failure why it was not done when it was due; such a one waits for an editor and is not tried again
 */
public record Schedule(
        String documentId, Language language, Action action, Instant at, String by, Optional<Refused> failure) {
    /** What is done when the time has come. */
    public enum Action {
        PUBLISH,
        WITHDRAW
    }

    public boolean isFailed() {
        return failure.isPresent();
    }
}
