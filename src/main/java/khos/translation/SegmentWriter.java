package khos.translation;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import khos.account.Accounts;
import khos.account.Project;
import khos.account.Projects;
import khos.account.Role;
import khos.language.LanguagePair;
import khos.memory.Context;
import khos.memory.TranslationMemory;
import khos.memory.TranslationUnit;
import org.springframework.stereotype.Component;

/** How a segment is changed: by whom it may be, from the version that was read, with its revision kept and told. */
@Component
class SegmentWriter {
    /** The longest text of one segment, in UTF-16 units. */
    static final int LONGEST_TARGET = 100_000;

    private final TranslationRepository repository;
    private final TranslationMemory memory;
    private final Projects projects;
    private final DocumentEvents events;
    private final Clock clock;

    SegmentWriter(
            TranslationRepository repository,
            TranslationMemory memory,
            Projects projects,
            DocumentEvents events,
            Clock clock) {
        this.repository = repository;
        this.memory = memory;
        this.projects = projects;
        this.events = events;
        this.clock = clock;
    }

    /** The segment, for whoever has {@code role} in its project. */
    Segment require(String segmentId, Role role) {
        Segment segment = repository.segment(segmentId).orElseThrow(() -> new Refused("refused.no-segment"));
        requireRole(segment.documentId(), role);
        return segment;
    }

    TranslationRepository.Document requireDocument(String documentId, Role role) {
        requireRole(documentId, role);
        return repository.text(documentId).orElseThrow(() -> new Refused("refused.no-document"));
    }

    /** Refuses whoever has not {@code role} in the document's project; a document that is not there refuses nobody. */
    void requireRole(String documentId, Role role) {
        repository.projectOf(documentId).ifPresent(project -> projects.require(project, role));
    }

    /** Whether whoever is signed in has {@code role} in the document's project. */
    boolean may(String documentId, Role role) {
        return repository
                .projectOf(documentId)
                .flatMap(projects::role)
                .filter(mine -> mine.includes(role))
                .isPresent();
    }

    /** The projects that whoever is signed in has a role in. */
    List<String> projects() {
        return projects.ids();
    }

    Optional<Project> projectOf(String documentId) {
        return repository.projectOf(documentId).flatMap(projects::find);
    }

    static void requireLength(String text) {
        if (text.length() > LONGEST_TARGET) {
            throw new Refused("refused.target-too-long", LONGEST_TARGET);
        }
    }

    /**
     * Changes a segment that is still at {@code version}, or already says what {@code change} would make it say.
     *
     * @param text what {@link StaleSegment} gives back when it is not
     * @param kind of the revision that is kept; nothing for drafts
     */
    Segment change(
            Segment current,
            String text,
            long version,
            UnaryOperator<Segment> change,
            Optional<Revision.Kind> kind,
            String reason) {
        Segment wanted = change.apply(current);
        if (current.version() != version) {
            if (says(current, wanted)) {
                return current;
            }
            throw new StaleSegment(current, text);
        }
        Segment changed = repository
                .update(wanted, version, kind, reason, Accounts.actor(), clock.millis())
                .orElseThrow(() -> new StaleSegment(
                        repository.segment(current.id()).orElseThrow(() -> new Refused("refused.no-segment")), text));
        events.announce(new DocumentEvent.SegmentChanged(
                changed.documentId(), changed.id(), changed.version(), Accounts.actor()));
        return changed;
    }

    void announceAll(String documentId) {
        events.announce(new DocumentEvent.DocumentChanged(documentId, Accounts.actor()));
    }

    private static boolean says(Segment a, Segment b) {
        return a.target().equals(b.target()) && a.draft().equals(b.draft()) && a.state() == b.state();
    }

    static boolean isReviewed(Segment segment) {
        return segment.state() == State.REVIEWED || segment.state() == State.FINAL;
    }

    /** Puts reviewed segments into the memory. */
    void remember(LanguagePair pair, List<Segment> segments) {
        List<Segment> translated =
                segments.stream().filter(segment -> !segment.target().isBlank()).toList();
        if (translated.isEmpty()) {
            return;
        }
        Map<Integer, String> sources = sourcesAround(translated);
        memory.store(translated.stream()
                .map(segment -> new TranslationUnit(
                        pair,
                        segment.source(),
                        segment.target(),
                        segment.id(),
                        Accounts.actor(),
                        clock.instant(),
                        context(segment, sources).hash()))
                .toList());
    }

    private static Context context(Segment segment, Map<Integer, String> sources) {
        return new Context(
                sources.getOrDefault(segment.ordinal() - 1, ""), sources.getOrDefault(segment.ordinal() + 1, ""));
    }

    /** The sources by their place, from the one before the first of {@code segments} to the one after the last. */
    private Map<Integer, String> sourcesAround(List<Segment> segments) {
        var places = segments.stream().mapToInt(Segment::ordinal).summaryStatistics();
        int first = Math.max(0, places.getMin() - 1);
        return repository.segments(segments.getFirst().documentId(), first, places.getMax() + 2 - first).stream()
                .collect(Collectors.toMap(Segment::ordinal, Segment::source));
    }
}
