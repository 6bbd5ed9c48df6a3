package khos.publication;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import khos.account.Accounts;
import khos.account.Roles.ForTranslators;
import khos.language.Language;
import khos.translation.Refused;
import khos.translation.Translations;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is to be published or taken back later.
 *
 * <p>A text is published as it stands, reviewed, when the time has come, not as it stood when it was scheduled: a mistake that is
 * mended meanwhile is not published. It must be complete when it is scheduled. When it is not any more, because somebody opened
 * a sentence again or the source changed, nothing is published; the schedule stays in the lists with the reason until an editor
 * moves or cancels it, and is not tried again.
 *
 * <p>It is done in the name of whoever scheduled it, with the rights they had then. Publishing by hand does what was scheduled,
 * and so ends it; so does taking back by hand.
 */
@Service
public class Schedules {
    /** A time further away is a slip of the keyboard. */
    static final int MOST_YEARS = 5;

    private final ScheduleRepository repository;
    private final Publications publications;
    private final Translations translations;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Schedules(
            ScheduleRepository repository,
            Publications publications,
            Translations translations,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.publications = publications;
        this.translations = translations;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Publishes a document in several of its languages at a time, at once when that is not in the future. What was scheduled for
     * the same is moved. For editors of its project.
     *
     * @throws Refused {@code refused.schedule-too-far}, or when the text could not be published now; then nothing is scheduled
     */
    @ForTranslators
    @Transactional
    public void publish(String documentId, Collection<Language> languages, Instant at) {
        if (isFuture(at)) {
            languages.forEach(language -> publications.requirePublishable(documentId, language));
            languages.forEach(language -> put(documentId, language, Schedule.Action.PUBLISH, at));
        } else {
            publications.publish(documentId, languages);
        }
    }

    /** Takes a document's publication back at a time; otherwise as {@link #publish}. */
    @ForTranslators
    @Transactional
    public void withdraw(String documentId, Collection<Language> languages, Instant at) {
        if (isFuture(at)) {
            publications.requireEditor(documentId);
            languages.forEach(language -> put(documentId, language, Schedule.Action.WITHDRAW, at));
        } else {
            languages.forEach(language -> publications.withdraw(documentId, language));
        }
    }

    private boolean isFuture(Instant at) {
        Instant now = clock.instant();
        if (at.isAfter(now.atOffset(ZoneOffset.UTC).plusYears(MOST_YEARS).toInstant())) {
            throw new Refused("refused.schedule-too-far", MOST_YEARS);
        }
        return at.isAfter(now);
    }

    private void put(String documentId, Language language, Schedule.Action action, Instant at) {
        repository.put(
                new Schedule(documentId, language, action, at, Accounts.actor(), Optional.empty()), clock.millis());
        events.publishEvent(new Planned(at));
    }

    /** Cancels what was scheduled; does nothing when nothing was. For editors of the project. */
    @ForTranslators
    @Transactional
    public void cancel(String documentId, Language language, Schedule.Action action) {
        publications.requireEditor(documentId);
        repository.delete(documentId, language, action);
    }

    /** What is scheduled for a document, and what failed. */
    @ForTranslators
    @Transactional(readOnly = true)
    public List<Schedule> of(String documentId) {
        return translations.document(documentId).isEmpty() ? List.of() : repository.of(documentId);
    }

    /** What is scheduled, and what failed, in the projects one has a role in, by time. */
    @ForTranslators
    @Transactional(readOnly = true)
    public List<Schedule> all() {
        List<Schedule> all = repository.all();
        if (all.isEmpty()) {
            return all;
        }
        Set<String> mine = translations.projectsOfDocuments().keySet();
        return all.stream()
                .filter(schedule -> mine.contains(schedule.documentId()))
                .toList();
    }
}
