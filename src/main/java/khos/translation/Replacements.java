package khos.translation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import khos.account.Accounts;
import khos.account.Role;
import khos.account.Roles.ForTranslators;
import khos.language.Span;
import khos.storage.Ids;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds in a document, replaces what is chosen of it, and takes a replacement back as one. */
@Service
public class Replacements {
    /** A segment in which something was found, with the places in its order. */
    public record Hit(Segment segment, List<Span> spans) {}

    /** All that was found, or {@code complete} false and the first 1,000 segments. */
    public record Hits(List<Hit> hits, boolean complete) {
        public int places() {
            return hits.stream().mapToInt(hit -> hit.spans().size()).sum();
        }
    }

    /**
     * What is to be replaced in a segment.
     *
     * @param version of the segment as it was found
     * @param places of {@link Hit#spans} that are meant, from 0 on
     */
    public record Chosen(String segmentId, long version, Set<Integer> places) {}

    /**
     * What was done.
     *
     * @param id for {@link #undo}
     * @param replaced the segments as they are now
     * @param stale those that changed since they were found, and were left alone
     */
    public record Outcome(String id, List<Segment> replaced, List<Segment> stale) {}

    private static final int MOST_HITS = 1_000;
    private static final int PAGE = 2_000;
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);

    private final ReplacementRepository repository;
    private final TranslationRepository translations;
    private final SegmentWriter writer;
    private final ErrorGate gate;
    private final Clock clock;

    Replacements(
            ReplacementRepository repository,
            TranslationRepository translations,
            SegmentWriter writer,
            ErrorGate gate,
            Clock clock) {
        this.repository = repository;
        this.translations = translations;
        this.writer = writer;
        this.gate = gate;
        this.clock = clock;
    }

    /**
     * Finds in the sources or the targets of a document.
     *
     * @throws Refused {@code refused.pattern} for a pattern that is none, {@code refused.search-slow} after ten seconds
     */
    @ForTranslators
    @Transactional(readOnly = true)
    public Hits find(String documentId, Finding finding) {
        writer.requireRole(documentId, Role.TRANSLATOR);
        var finder = Finder.of(finding, "");
        List<Hit> hits = new ArrayList<>();
        long until = System.nanoTime() + PATIENCE;
        List<Segment> page = translations.segments(documentId, 0, PAGE);
        for (int offset = 0; !page.isEmpty(); page = translations.segments(documentId, offset, PAGE)) {
            for (Segment segment : page) {
                String text = finding.inSource() ? segment.source() : segment.working();
                List<Span> spans =
                        finder.places(text).stream().map(Finder.Place::span).toList();
                if (!spans.isEmpty() && hits.size() == MOST_HITS) {
                    return new Hits(hits, false);
                }
                if (!spans.isEmpty()) {
                    hits.add(new Hit(segment, spans));
                }
                if (System.nanoTime() > until) {
                    throw new Refused("refused.search-slow");
                }
            }
            offset += PAGE;
        }
        return new Hits(List.copyOf(hits), true);
    }

    /** What a segment would say with all its places replaced: for a preview. */
    public static String preview(Segment segment, Finding finding, String replacement) {
        List<Finder.Place> places = Finder.of(finding, replacement).places(segment.working());
        return Finder.replaced(segment.working(), places, all(places));
    }

    /** What would stand at each place of a segment, in their order. */
    public static List<String> replacements(Segment segment, Finding finding, String replacement) {
        return Finder.of(finding, replacement).places(segment.working()).stream()
                .map(Finder.Place::replacement)
                .toList();
    }

    private static Set<Integer> all(List<Finder.Place> places) {
        return IntStream.range(0, places.size()).boxed().collect(Collectors.toSet());
    }

    /**
     * Replaces what is chosen in the targets. A draft stays a draft; what was confirmed is {@link State#TRANSLATED}, but
     * where the text has an error it becomes a draft beside what was confirmed. A segment that would become empty is left as it is.
     *
     * @param replacement of a pattern with {@code $1} for its groups, {@code $0} for all of it
     */
    @ForTranslators
    @Transactional
    public Outcome replace(String documentId, Finding finding, String replacement, Collection<Chosen> chosen) {
        writer.requireDocument(documentId, Role.TRANSLATOR);
        if (finding.inSource()) {
            throw new Refused("refused.replace-source");
        }
        SegmentWriter.requireLength(replacement);
        var finder = Finder.of(finding, replacement);
        String id = Ids.next();
        repository.insert(id, documentId, Accounts.actor(), clock.millis());
        List<Segment> replaced = new ArrayList<>();
        List<Segment> stale = new ArrayList<>();
        for (Chosen one : chosen) {
            translations
                    .segment(one.segmentId())
                    .filter(segment -> segment.documentId().equals(documentId))
                    .ifPresent(segment -> {
                        if (segment.version() != one.version()) {
                            stale.add(segment);
                        } else {
                            replace(id, segment, finder, one.places()).ifPresent(replaced::add);
                        }
                    });
        }
        writer.announceAll(documentId);
        return new Outcome(id, List.copyOf(replaced), List.copyOf(stale));
    }

    private Optional<Segment> replace(String id, Segment segment, Finder finder, Set<Integer> places) {
        String text = Finder.replaced(segment.working(), finder.places(segment.working()), places);
        SegmentWriter.requireLength(text);
        if (text.equals(segment.working()) || text.isBlank()) {
            return Optional.empty();
        }
        boolean draft = segment.draft().isPresent() || !gate.isOpen(segment, text);
        Segment wanted = draft
                ? segment.with(segment.target(), Optional.of(text), segment.state())
                : segment.with(text, Optional.empty(), State.TRANSLATED);
        Optional<Segment> stored = translations.update(
                wanted,
                segment.version(),
                draft ? Optional.empty() : Optional.of(Revision.Kind.REPLACED),
                "",
                Accounts.actor(),
                clock.millis());
        stored.ifPresent(now -> repository.insert(id, segment, now.version()));
        return stored;
    }

    /** The last replacement of a document that stands. */
    @ForTranslators
    @Transactional(readOnly = true)
    public Optional<String> last(String documentId) {
        writer.requireRole(documentId, Role.TRANSLATOR);
        return repository.last(documentId);
    }

    /**
     * Takes a replacement back: its segments say what they said and are as far as they were, but for those that were touched
     * since.
     *
     * @return how many were restored
     * @throws Refused {@code refused.no-replacement} when there is none of that id, or it was undone before
     */
    @ForTranslators
    @Transactional
    public int undo(String replacementId) {
        String documentId = repository.document(replacementId).orElseThrow(() -> new Refused("refused.no-replacement"));
        writer.requireRole(documentId, Role.TRANSLATOR);
        if (!repository.undo(replacementId, clock.millis())) {
            throw new Refused("refused.no-replacement");
        }
        int restored = 0;
        for (ReplacementRepository.Before before : repository.before(replacementId)) {
            Optional<Segment> segment = translations
                    .segment(before.segmentId())
                    .filter(now -> now.version() == before.version())
                    .flatMap(now -> restore(now, before));
            restored += segment.isPresent() ? 1 : 0;
        }
        writer.announceAll(documentId);
        return restored;
    }

    private Optional<Segment> restore(Segment now, ReplacementRepository.Before before) {
        boolean confirmed = before.draft().isEmpty();
        return translations.update(
                now.with(before.target(), before.draft(), before.state()),
                now.version(),
                confirmed ? Optional.of(Revision.Kind.RESTORED) : Optional.empty(),
                "",
                Accounts.actor(),
                clock.millis());
    }
}
