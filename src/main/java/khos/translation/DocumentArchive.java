package khos.translation;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import khos.account.Accounts;
import khos.account.Project;
import khos.account.Roles.ForEditors;
import khos.language.Language;
import khos.storage.Ids;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Documents on their way out of the database and back: with the ids, numbers and states of their segments. */
@Service
public class DocumentArchive {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final TranslationRepository repository;
    private final SegmentWriter writer;
    private final Clock clock;

    DocumentArchive(TranslationRepository repository, SegmentWriter writer, Clock clock) {
        this.writer = writer;
        this.repository = repository;
        this.clock = clock;
    }

    /** A document as it is now. */
    @ForEditors
    @Transactional(readOnly = true)
    public Optional<KeptDocument> find(String documentId) {
        return repository
                .text(documentId)
                .map(document -> new KeptDocument(
                        document.kind(),
                        document.slug(),
                        document.pair(),
                        document.text(),
                        document.translator(),
                        repository.segments(documentId, 0, Translations.MOST_SEGMENTS).stream()
                                .map(KeptSegment::of)
                                .toList()));
    }

    /**
     * The segments that go with a source and its translation as these were published: those of the document where they say the
     * same, else those that pairing both gives, under the ids of the document's where there are as many.
     *
     * @throws Refused when the texts do not go together
     */
    public static List<KeptSegment> published(KeptDocument document, String source, String target) {
        if (document.segments().stream().allMatch(KeptSegment::isReviewed)
                && fits(document, document.segments(), source, Optional.of(target))) {
            return document.segments().stream().map(KeptSegment::published).toList();
        }
        List<Pairing.Piece> pieces = Pairing.paired(MarkdownText.of(source), MarkdownText.of(target), document.pair());
        boolean same = pieces.size() == document.segments().size();
        List<KeptSegment> paired = new ArrayList<>();
        for (Pairing.Piece piece : pieces) {
            int i = paired.size();
            String id = same ? document.segments().get(i).id() : named(document, i);
            State state = piece.target().isEmpty() ? State.INITIAL : State.FINAL;
            paired.add(new KeptSegment(
                    id, i + 1, piece.unit(), piece.source(), piece.gap(), piece.target(), Optional.empty(), state));
        }
        return paired;
    }

    private static String named(KeptDocument document, int ordinal) {
        String name = document.kind() + "/" + document.slug() + "#" + ordinal;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** Whether {@code segments} one behind the other give {@code source}, and their targets {@code target} where there is one. */
    public static boolean fits(
            KeptDocument document, List<KeptSegment> segments, String source, Optional<String> target) {
        return !segments.isEmpty()
                && segments.size() <= Translations.MOST_SEGMENTS
                && segments.stream().map(KeptSegment::number).distinct().count() == segments.size()
                && segments.stream().allMatch(segment -> segment.number() > 0)
                && sources(segments).equals(units(MarkdownText.of(source)))
                && target.map(text -> targets(segments, document.pair().target())
                                .equals(unitsOf(MarkdownText.of(text), segments)))
                        .orElse(true);
    }

    private static Map<Integer, String> units(MarkdownText text) {
        return text.units().stream()
                .collect(Collectors.toMap(
                        MarkdownText.Unit::number, unit -> unit.text().strip(), (a, b) -> a, TreeMap::new));
    }

    /** Those that the source has too. */
    private static Map<Integer, String> unitsOf(MarkdownText text, List<KeptSegment> segments) {
        Map<Integer, String> units = units(text);
        Set<Integer> had = segments.stream().map(KeptSegment::unit).collect(Collectors.toSet());
        units.keySet().removeIf(unit -> unit < 0 && !had.contains(unit));
        return units;
    }

    private static Map<Integer, String> sources(List<KeptSegment> segments) {
        return segments.stream()
                .collect(Collectors.groupingBy(
                        KeptSegment::unit,
                        TreeMap::new,
                        Collectors.collectingAndThen(
                                Collectors.mapping(segment -> segment.source() + segment.gap(), Collectors.joining()),
                                String::strip)));
    }

    private static Map<Integer, String> targets(List<KeptSegment> segments, Language language) {
        Map<Integer, String> targets = segments.stream()
                .collect(Collectors.groupingBy(
                        KeptSegment::unit,
                        TreeMap::new,
                        Collectors.collectingAndThen(
                                Collectors.mapping(
                                        segment -> new Pairing.Piece(
                                                segment.unit(), segment.source(), segment.gap(), segment.target()),
                                        Collectors.toList()),
                                pieces -> Pairing.joined(pieces, language).strip())));
        // A summary may stay without translation.
        targets.values().removeIf(String::isEmpty);
        return targets;
    }

    /**
     * Brings a document back with its segments as they were.
     *
     * @param remember whether what is reviewed goes into the memory; it does not where the memory is brought back too
     * @throws Refused when its address is malformed or taken, or its text is
     */
    @ForEditors
    @Transactional
    public Translation restore(KeptDocument document, boolean remember) {
        MarkdownText source = MarkdownText.of(document.text());
        Translations.requireSlug(document.kind(), document.slug());
        if (repository.taken(document.kind(), document.slug())) {
            throw new Refused("refused.slug-taken", document.kind().path() + "/" + document.slug());
        }
        var restored = new TranslationRepository.Document(
                Ids.next(),
                document.kind(),
                document.slug(),
                source.title().orElse(document.slug()),
                document.pair(),
                document.text(),
                document.translator());
        Instant now = clock.instant();
        repository.insert(restored, Accounts.actor(), now.toEpochMilli());
        repository.assign(restored.id(), Project.DEFAULT);
        List<Segment> segments = segments(document, restored.id(), now);
        repository.insertSegments(segments);
        if (remember) {
            writer.remember(
                    document.pair(),
                    segments.stream().filter(SegmentWriter::isReviewed).toList());
        }
        return repository.document(restored.id()).orElseThrow();
    }

    private List<Segment> segments(KeptDocument document, String id, Instant now) {
        Set<String> ids = new HashSet<>(repository.existingSegments(
                document.segments().stream().map(KeptSegment::id).toList()));
        List<Segment> segments = new ArrayList<>();
        for (KeptSegment kept : document.segments()) {
            boolean free = ID.matcher(kept.id()).matches() && ids.add(kept.id());
            SegmentWriter.requireLength(kept.target());
            SegmentWriter.requireLength(kept.draft().orElse(""));
            segments.add(new Segment(
                    free ? kept.id() : Ids.next(),
                    id,
                    segments.size(),
                    kept.number(),
                    kept.unit(),
                    kept.source(),
                    kept.gap(),
                    kept.target(),
                    kept.draft(),
                    kept.state(),
                    0,
                    Accounts.actor(),
                    now));
        }
        return segments;
    }
}
