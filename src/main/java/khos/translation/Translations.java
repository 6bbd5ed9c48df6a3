package khos.translation;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import khos.account.Accounts;
import khos.account.Roles.ForEditors;
import khos.account.Roles.ForReviewers;
import khos.account.Roles.ForTranslators;
import khos.language.Language;
import khos.language.LanguagePair;
import khos.markdown.Markdown;
import khos.memory.Context;
import khos.memory.TranslationMemory;
import khos.memory.TranslationUnit;
import khos.storage.Ids;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The craft's use cases: take a text in, edit its segments, give it back whole in either language. */
@Service
public class Translations {
    private static final int MOST_SEGMENTS = 100_000;
    /** The longest text of one segment, in UTF-16 units. */
    private static final int LONGEST_TARGET = 100_000;

    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+){0,20}");
    private static final Pattern EPISODE_SLUG = Pattern.compile(SLUG.pattern() + "/\\d{2,4}");
    private static final int LONGEST_SLUG = 100;

    private final TranslationRepository repository;
    private final TranslationMemory memory;
    private final Clock clock;

    Translations(TranslationRepository repository, TranslationMemory memory, Clock clock) {
        this.repository = repository;
        this.memory = memory;
        this.clock = clock;
    }

    /**
     * Takes a Markdown text in as a new document; its segments are {@link State#INITIAL}.
     *
     * @param text Markdown with optional front matter; a title comes from there, else from the first heading, else the
     *     slug
     * @throws Refused when the slug is malformed or taken, or the text is empty or too long
     */
    @ForTranslators
    @Transactional
    public Translation extract(TextKind kind, String slug, LanguagePair pair, String text) {
        MarkdownText source = MarkdownText.of(text);
        return insert(kind, slug, pair, source, text, Pairing.untranslated(source, pair.source()), State.INITIAL, "");
    }

    /**
     * Takes in a text with its translation; segments are paired block by block, and sentence by sentence where a block
     * has as many in both. Pairs taken in as reviewed or final go into the memory.
     *
     * @param state of the segments that have a target
     * @throws Refused as above, and when the block structures differ: the first place where they part is named
     */
    @ForTranslators
    @Transactional
    public Translation extract(
            TextKind kind, String slug, LanguagePair pair, String source, String target, State state) {
        MarkdownText sourceText = MarkdownText.of(source);
        MarkdownText targetText = MarkdownText.of(target);
        List<Pairing.Piece> pieces = Pairing.paired(sourceText, targetText, pair);
        String translator = targetText.matter().text("translator").orElse("");
        return insert(kind, slug, pair, sourceText, source, pieces, state, translator);
    }

    private Translation insert(
            TextKind kind,
            String slug,
            LanguagePair pair,
            MarkdownText source,
            String text,
            List<Pairing.Piece> pieces,
            State state,
            String translator) {
        requireSlug(kind, slug);
        if (pieces.isEmpty()) {
            throw new Refused("refused.empty");
        }
        if (pieces.size() > MOST_SEGMENTS) {
            throw new Refused("refused.too-many-segments", MOST_SEGMENTS);
        }
        if (repository.taken(kind, slug)) {
            throw new Refused("refused.slug-taken", kind.path() + "/" + slug);
        }
        var document = new TranslationRepository.Document(
                Ids.next(), kind, slug, source.title().orElse(slug), pair, text, translator);
        Instant now = clock.instant();
        List<Segment> segments = new ArrayList<>();
        for (Pairing.Piece piece : pieces) {
            int ordinal = segments.size();
            segments.add(new Segment(
                    Ids.next(),
                    document.id(),
                    ordinal,
                    ordinal + 1,
                    piece.unit(),
                    piece.source(),
                    piece.gap(),
                    piece.target(),
                    Optional.empty(),
                    piece.target().isEmpty() ? State.INITIAL : state,
                    0,
                    Accounts.actor(),
                    now));
        }
        try {
            repository.insert(document, Accounts.actor(), now.toEpochMilli());
        } catch (DuplicateKeyException e) {
            throw new Refused("refused.slug-taken", kind.path() + "/" + slug);
        }
        repository.insertSegments(segments);
        remember(pair, segments.stream().filter(Translations::isReviewed).toList());
        return document(document.id()).orElseThrow();
    }

    private static void requireSlug(TextKind kind, String slug) {
        Pattern pattern = kind == TextKind.EPISODE ? EPISODE_SLUG : SLUG;
        if (slug.length() > LONGEST_SLUG || !pattern.matcher(slug).matches()) {
            throw new Refused("refused.bad-slug", slug);
        }
    }

    /** The documents, latest changed first. */
    @ForTranslators
    @Transactional(readOnly = true)
    public List<Translation> documents() {
        return repository.documents();
    }

    @ForTranslators
    @Transactional(readOnly = true)
    public Optional<Translation> document(String id) {
        return repository.document(id);
    }

    /** {@code limit} segments of a document from place {@code offset} on, in order. */
    @ForTranslators
    @Transactional(readOnly = true)
    public List<Segment> segments(String documentId, int offset, int limit) {
        return repository.segments(documentId, offset, limit);
    }

    /** The first segment after place {@code ordinal} that is still {@link State#INITIAL}, else the first of all. */
    @ForTranslators
    @Transactional(readOnly = true)
    public Optional<Segment> nextOpen(String documentId, int ordinal) {
        return repository.firstInitial(documentId, ordinal).or(() -> repository.firstInitial(documentId, -1));
    }

    /**
     * Keeps what was typed, unconfirmed.
     *
     * @param version of the segment as it was read
     * @return the segment as it is now
     * @throws StaleSegment when it changed since, unless to the very same text
     */
    @ForTranslators
    @Transactional
    public Segment saveDraft(String segmentId, String text, long version) {
        requireLength(text);
        return change(segmentId, text, version, segment -> {
            boolean same = text.equals(segment.target());
            return with(segment, segment.target(), same ? Optional.empty() : Optional.of(text), segment.state());
        });
    }

    /**
     * Confirms a translation: {@link State#TRANSLATED}, draft gone. Otherwise as {@link #saveDraft}.
     *
     * @throws Refused {@code refused.empty-target} when the text is blank
     */
    @ForTranslators
    @Transactional
    public Segment translate(String segmentId, String text, long version) {
        requireLength(text);
        if (text.isBlank()) {
            throw new Refused("refused.empty-target");
        }
        return change(segmentId, text, version, segment -> with(segment, text, Optional.empty(), State.TRANSLATED));
    }

    /** Accepts a translated segment: {@link State#REVIEWED}, and its pair goes into the memory. */
    @ForReviewers
    @Transactional
    public Segment review(String segmentId, long version) {
        Segment current = require(segmentId);
        if (current.state() != State.TRANSLATED || current.draft().isPresent()) {
            throw new Refused("refused.not-translated", current.number());
        }
        Segment reviewed = change(
                segmentId,
                current.target(),
                version,
                segment -> with(segment, segment.target(), Optional.empty(), State.REVIEWED));
        remember(requireDocument(reviewed.documentId()).pair(), List.of(reviewed));
        return reviewed;
    }

    /** Gives a segment back to be translated again: {@link State#INITIAL}, its text as draft. */
    @ForReviewers
    @Transactional
    public Segment reopen(String segmentId, long version) {
        Segment current = require(segmentId);
        if (current.state() == State.INITIAL) {
            throw new Refused("refused.not-translated", current.number());
        }
        return change(
                segmentId,
                current.working(),
                version,
                segment -> with(segment, "", Optional.of(segment.working()), State.INITIAL));
    }

    /** Reviews every segment that is translated, and returns how many there were. */
    @ForReviewers
    @Transactional
    public int reviewAll(String documentId) {
        List<Segment> translated = repository.inState(documentId, State.TRANSLATED);
        repository.move(documentId, List.of(State.TRANSLATED), State.REVIEWED, Accounts.actor(), clock.millis());
        remember(requireDocument(documentId).pair(), translated);
        return translated.size();
    }

    /**
     * The document whole again in one of its two languages; for the target language every segment becomes
     * {@link State#FINAL}.
     *
     * @throws Refused {@code refused.not-reviewed} when target segments are not reviewed yet, with how many
     */
    @ForEditors
    @Transactional
    public Merged merged(String documentId, Language language) {
        TranslationRepository.Document document = requireDocument(documentId);
        List<Segment> segments = repository.segments(documentId, 0, MOST_SEGMENTS);
        MarkdownText source = MarkdownText.of(document.text());
        if (language == document.pair().source()) {
            return new Merged(
                    document.title(),
                    source.matter().text("summary").orElse(""),
                    source.body(),
                    source.matter(),
                    "",
                    sentences(segments, Segment::source));
        }
        long open = segments.stream()
                .filter(segment -> segment.unit() != Segment.SUMMARY && !isReviewed(segment))
                .count();
        if (open > 0) {
            throw new Refused("refused.not-reviewed", open);
        }
        repository.move(documentId, List.of(State.REVIEWED), State.FINAL, Accounts.actor(), clock.millis());
        Map<Integer, String> units = targets(segments, language);
        List<String> blocks = units.entrySet().stream()
                .filter(unit -> unit.getKey() >= 0)
                .map(Map.Entry::getValue)
                .toList();
        String body = source.merge(blocks);
        String title = Optional.ofNullable(units.get(Segment.TITLE))
                .or(() -> MarkdownText.firstHeading(new Markdown(body)))
                .orElse(document.slug());
        return new Merged(
                title,
                units.getOrDefault(Segment.SUMMARY, ""),
                body,
                source.matter(),
                document.translator(),
                sentences(segments, Segment::target));
    }

    /** The target text of each unit, in the order of units. */
    private static Map<Integer, String> targets(List<Segment> segments, Language language) {
        return segments.stream()
                .collect(Collectors.groupingBy(
                        Segment::unit,
                        TreeMap::new,
                        Collectors.collectingAndThen(
                                Collectors.mapping(
                                        segment -> new Pairing.Piece(
                                                segment.unit(), segment.source(), segment.gap(), segment.target()),
                                        Collectors.toList()),
                                pieces -> Pairing.joined(pieces, language))));
    }

    private static List<Merged.Sentence> sentences(List<Segment> segments, Function<Segment, String> text) {
        return segments.stream()
                .filter(segment -> segment.unit() >= 0)
                .map(segment ->
                        new Merged.Sentence(segment.number(), segment.unit(), Markdown.plainText(text.apply(segment))))
                .toList();
    }

    /** Changes a segment that is still at {@code version}, or already says what {@code change} would make it say. */
    private Segment change(String segmentId, String text, long version, UnaryOperator<Segment> change) {
        Segment current = require(segmentId);
        Segment wanted = change.apply(current);
        if (current.version() != version) {
            if (says(current, wanted)) {
                return current;
            }
            throw new StaleSegment(current, text);
        }
        return repository
                .update(wanted, version, Accounts.actor(), clock.millis())
                .orElseThrow(() -> new StaleSegment(require(segmentId), text));
    }

    private static boolean says(Segment a, Segment b) {
        return a.target().equals(b.target()) && a.draft().equals(b.draft()) && a.state() == b.state();
    }

    private static Segment with(Segment segment, String target, Optional<String> draft, State state) {
        return new Segment(
                segment.id(),
                segment.documentId(),
                segment.ordinal(),
                segment.number(),
                segment.unit(),
                segment.source(),
                segment.gap(),
                target,
                draft,
                state,
                segment.version(),
                segment.changedBy(),
                segment.changedAt());
    }

    private static boolean isReviewed(Segment segment) {
        return segment.state() == State.REVIEWED || segment.state() == State.FINAL;
    }

    private static void requireLength(String text) {
        if (text.length() > LONGEST_TARGET) {
            throw new Refused("refused.target-too-long", LONGEST_TARGET);
        }
    }

    private Segment require(String segmentId) {
        return repository.segment(segmentId).orElseThrow(() -> new Refused("refused.no-segment"));
    }

    private TranslationRepository.Document requireDocument(String documentId) {
        return repository.text(documentId).orElseThrow(() -> new Refused("refused.no-document"));
    }

    private void remember(LanguagePair pair, List<Segment> segments) {
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
