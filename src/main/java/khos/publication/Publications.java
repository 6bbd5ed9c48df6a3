package khos.publication;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import khos.account.Accounts;
import khos.account.Project;
import khos.account.Projects;
import khos.account.Role;
import khos.account.Roles.ForTranslators;
import khos.language.Language;
import khos.markdown.FrontMatter;
import khos.storage.Ids;
import khos.storage.Sequences;
import khos.translation.Merged;
import khos.translation.Refused;
import khos.translation.TextKind;
import khos.translation.Translation;
import khos.translation.Translations;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is published: publish and withdraw, find and list. */
@Service
public class Publications {
    /** Datelines are the centre's days, and what is scheduled is told in its hours. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final String CHANGE = "change";

    private final PublicationRepository repository;
    private final Recordings recordings;
    private final ScheduleRepository schedules;
    private final Translations translations;
    private final Projects projects;
    private final Sequences sequences;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Publications(
            PublicationRepository repository,
            Recordings recordings,
            ScheduleRepository schedules,
            Translations translations,
            Projects projects,
            Sequences sequences,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.recordings = recordings;
        this.schedules = schedules;
        this.translations = translations;
        this.projects = projects;
        this.sequences = sequences;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Publishes a document in one of its languages as a new edition; for editors of its project.
     *
     * @throws Refused when the text is not ready, see {@link Translations#merged}, or its date is none
     */
    @ForTranslators
    @Transactional
    public Edition publish(String documentId, Language language) {
        requireEditor(documentId);
        Translation document = translations.document(documentId).orElseThrow(() -> new Refused("refused.no-document"));
        // First the sequence's row: it makes publications queue, so that two nodes never number one edition twice.
        long seq = sequences.next(CHANGE);
        schedules.delete(documentId, language, Schedule.Action.PUBLISH);
        String id = repository
                .byDocument(documentId)
                .map(PublicationRepository.Entry::id)
                .orElseGet(() -> register(document));
        Edition edition = edition(id, language, translations.merged(documentId, language));
        repository.insert(id, edition, Accounts.actor());
        repository.release(id, edition);
        repository.insertChange(new Change(seq, id, language), clock.millis());
        events.publishEvent(new Published(id, language, seq));
        return edition;
    }

    /** Publishes a document in several of its languages, in all or none; otherwise as {@link #publish(String, Language)}. */
    @ForTranslators
    @Transactional
    public List<Edition> publish(String documentId, Collection<Language> languages) {
        return languages.stream().map(language -> publish(documentId, language)).toList();
    }

    void requireEditor(String documentId) {
        projects.require(translations.projectOf(documentId).orElse(Project.DEFAULT), Role.EDITOR);
    }

    /**
     * Refuses what {@link #publish(String, Language)} would refuse now; changes nothing.
     *
     * @throws Refused as there
     */
    @Transactional(readOnly = true)
    void requirePublishable(String documentId, Language language) {
        requireEditor(documentId);
        edition("", language, translations.mergeable(documentId, language));
    }

    /** Refuses a text whose date or level cannot be read. */
    void requireFacts(Merged text) {
        edition("", Language.CHINESE, text);
    }

    /** Does what was scheduled, unless it was done, moved or cancelled since it was read. */
    @Transactional
    void carryOut(Schedule due) {
        sequences.lock(CHANGE);
        if (schedules.claim(due)) {
            switch (due.action()) {
                case PUBLISH -> publish(due.documentId(), due.language());
                case WITHDRAW -> withdraw(due.documentId(), due.language());
            }
        }
    }

    private String register(Translation document) {
        String id = Ids.next();
        repository.insert(id, document.kind(), document.slug(), document.id(), null, 0, null, null, clock.millis());
        return id;
    }

    /** What would be published of a text now. */
    Edition edition(String publicationId, Language language, Merged merged) {
        FrontMatter matter = merged.matter();
        return new Edition(
                Ids.next(),
                language,
                repository.lastRevision(publicationId, language) + 1,
                merged.title(),
                merged.summary(),
                merged.body(),
                repository.captions(publicationId, language).orElse(""),
                repository.chapters(publicationId, language).orElse(""),
                matter.text("kind").orElse(""),
                matter.text("date").map(Publications::date).orElseGet(() -> LocalDate.now(clock.withZone(ZONE))),
                matter.text("author").orElse(""),
                merged.translator(),
                matter.list("tags"),
                matter.text("level").map(Publications::level).orElse(0),
                matter.text("topic").orElse(""),
                merged.sentences().stream()
                        .map(sentence -> new Sentence(sentence.number(), sentence.unit(), sentence.text()))
                        .toList(),
                Instant.ofEpochMilli(clock.millis()));
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new Refused("refused.bad-date", text);
        }
    }

    private static int level(String text) {
        if (!text.matches("[1-9]")) {
            throw new Refused("refused.bad-level", text);
        }
        return Integer.parseInt(text);
    }

    /** Takes a document's publication back in one language; does nothing when it is not out. For editors of its project. */
    @ForTranslators
    @Transactional
    public void withdraw(String documentId, Language language) {
        requireEditor(documentId);
        sequences.lock(CHANGE);
        schedules.delete(documentId, language, Schedule.Action.WITHDRAW);
        repository.byDocument(documentId).ifPresent(entry -> {
            if (repository.withdraw(entry.id(), language, clock.millis())) {
                long seq = sequences.next(CHANGE);
                repository.insertChange(new Change(seq, entry.id(), language), clock.millis());
                events.publishEvent(new Withdrawn(entry.id(), language, seq));
            }
        });
    }

    /** Where a document stands in each language. */
    @ForTranslators
    @Transactional(readOnly = true)
    public Map<Language, Status> statuses(String documentId) {
        Map<Language, Status> statuses = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            statuses.put(language, Status.DRAFT);
        }
        statuses.putAll(repository.statuses(Optional.of(documentId)).getOrDefault(documentId, Map.of()));
        return statuses;
    }

    /** As {@link #statuses(String)}, for all documents at once; what is absent was never published. */
    @ForTranslators
    @Transactional(readOnly = true)
    public Map<String, Map<Language, Status>> statuses() {
        return repository.statuses(Optional.empty());
    }

    /** The publication at an address, when it is out in at least one language. */
    @Transactional(readOnly = true)
    public Optional<Publication> find(TextKind kind, String slug) {
        return repository
                .bySlug(kind, slug)
                .flatMap(entry -> withEditions(List.of(entry)).stream().findFirst());
    }

    /** The publications of those ids that are out in at least one language, in no order. */
    @Transactional(readOnly = true)
    public List<Publication> find(Collection<String> ids) {
        return withEditions(repository.byIds(ids));
    }

    private List<Publication> withEditions(List<PublicationRepository.Entry> entries) {
        Map<String, Map<Language, Edition>> editions = repository.editions(
                entries.stream().map(PublicationRepository.Entry::id).toList());
        Map<String, Map<Language, Recording>> read = recordings.of(entries.stream()
                .filter(entry -> entry.kind() == TextKind.LESSON)
                .map(PublicationRepository.Entry::id)
                .toList());
        return entries.stream()
                .filter(entry -> editions.containsKey(entry.id()))
                .map(entry -> publication(
                        entry, editions.getOrDefault(entry.id(), Map.of()), read.getOrDefault(entry.id(), Map.of())))
                .toList();
    }

    /** A publication with other editions than those that are out. */
    Publication publication(PublicationRepository.Entry entry, Map<Language, Edition> editions) {
        return publication(entry, editions, recordings.of(List.of(entry.id())).getOrDefault(entry.id(), Map.of()));
    }

    private static Publication publication(
            PublicationRepository.Entry entry, Map<Language, Edition> editions, Map<Language, Recording> recordings) {
        return switch (entry.kind()) {
            case ARTICLE -> new Article(entry.id(), entry.slug(), editions);
            case LESSON -> new Lesson(entry.id(), entry.slug(), editions, recordings);
            case EPISODE ->
                new Episode(
                        entry.id(),
                        entry.slug(),
                        entry.series(),
                        entry.number(),
                        entry.video(),
                        entry.poster(),
                        editions);
        };
    }

    /** Whether the address was published in that language once and was taken back. */
    @Transactional(readOnly = true)
    public boolean withdrawn(TextKind kind, String slug, Language language) {
        return repository.status(kind, slug, language).equals(Optional.of(Status.WITHDRAWN));
    }

    /** What is out in a language, of one kind, latest dated first. */
    @Transactional(readOnly = true)
    public List<Headline> latest(TextKind kind, Language language, int offset, int limit) {
        return repository.latest(kind, language, offset, limit);
    }

    /** What is out in a language, of every kind, latest first published first. */
    @Transactional(readOnly = true)
    public List<Headline> latest(Language language, int offset, int limit) {
        return repository.latest(language, offset, limit);
    }

    /** What is out in a language and chosen by {@code selection}, of every kind, latest dated first. */
    @Transactional(readOnly = true)
    public List<Headline> latest(Selection selection, Language language, int offset, int limit) {
        return repository.latest(selection, language, offset, limit);
    }

    @Transactional(readOnly = true)
    public int count(Selection selection, Language language) {
        return repository.count(selection, language);
    }

    /** Of the items (as {@link Publication#item()}) those that are out in a language, in the order of {@code items}. */
    @Transactional(readOnly = true)
    public List<Headline> headlines(List<String> items, Language language) {
        Map<String, Headline> found = new HashMap<>();
        slugs(items)
                .forEach((kind, slugs) -> repository
                        .headlines(kind, slugs, language)
                        .forEach(headline -> found.put(headline.item(), headline)));
        return items.stream()
                .flatMap(item -> Optional.ofNullable(found.get(item)).stream())
                .toList();
    }

    /** The months, as {@code 2026-11}, that something that is out in a language is dated in, and how much; latest first. */
    @Transactional(readOnly = true)
    public SequencedMap<String, Integer> months(Language language) {
        return repository.months(language);
    }

    @Transactional(readOnly = true)
    public int count(TextKind kind, Language language) {
        return repository.count(kind, language);
    }

    @Transactional(readOnly = true)
    public List<Series> series() {
        return repository.series(Optional.empty());
    }

    @Transactional(readOnly = true)
    public Optional<Series> series(String slug) {
        return repository.series(Optional.of(slug)).stream().findFirst();
    }

    /** The episodes of a series that are out in a language, by number. */
    @Transactional(readOnly = true)
    public List<Headline> episodes(String seriesSlug, Language language) {
        return repository.episodes(seriesSlug, language);
    }

    /** The items (as {@link Publication#item()}) among {@code items} that are out in some language. */
    @Transactional(readOnly = true)
    public List<String> existing(List<String> items) {
        List<String> existing = new ArrayList<>();
        slugs(items)
                .forEach((kind, names) ->
                        repository.published(kind, names).forEach(slug -> existing.add(kind.path() + "/" + slug)));
        return existing;
    }

    private static Map<TextKind, List<String>> slugs(List<String> items) {
        Map<TextKind, List<String>> slugs = new EnumMap<>(TextKind.class);
        for (String item : items) {
            for (TextKind kind : TextKind.values()) {
                if (item.startsWith(kind.path() + "/")) {
                    slugs.computeIfAbsent(kind, k -> new ArrayList<>())
                            .add(item.substring(kind.path().length() + 1));
                }
            }
        }
        return slugs;
    }

    /** The changes after number {@code seq}, in order, at most {@code limit}. */
    @Transactional(readOnly = true)
    public List<Change> changes(long seq, int limit) {
        return repository.changes(seq, limit);
    }

    /** The number of the latest change; 0 before the first. */
    @Transactional(readOnly = true)
    public long lastChange() {
        return repository.lastChange();
    }
}
