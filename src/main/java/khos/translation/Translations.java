package khos.translation;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import khos.account.Accounts;
import khos.account.Project;
import khos.account.Projects;
import khos.account.Role;
import khos.account.Roles.ForTranslators;
import khos.language.Language;
import khos.language.LanguagePair;
import khos.storage.Ids;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The craft's use cases: take a text in, edit its segments, give it back whole in either language. */
@Service
public class Translations {
    static final int MOST_SEGMENTS = 100_000;

    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+){0,20}");
    private static final Pattern EPISODE_SLUG = Pattern.compile(SLUG.pattern() + "/\\d{2,4}");
    private static final int LONGEST_SLUG = 100;
    private static final int LONGEST_REASON = 2_000;

    private final TranslationRepository repository;
    private final SegmentWriter writer;
    private final ErrorGate gate;
    private final Projects projects;
    private final Clock clock;

    Translations(
            TranslationRepository repository, SegmentWriter writer, ErrorGate gate, Projects projects, Clock clock) {
        this.repository = repository;
        this.writer = writer;
        this.gate = gate;
        this.projects = projects;
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
        return extract(Project.DEFAULT, kind, slug, pair, text);
    }

    /** As above, into a project; for its translators. */
    @ForTranslators
    @Transactional
    public Translation extract(String projectId, TextKind kind, String slug, LanguagePair pair, String text) {
        projects.require(projectId, Role.TRANSLATOR);
        MarkdownText source = MarkdownText.of(text);
        List<Pairing.Piece> pieces = Pairing.untranslated(source, pair.source());
        Translation document = insert(kind, slug, pair, source, text, pieces, State.INITIAL, "");
        repository.assign(document.id(), projectId);
        return document;
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
        return extract(Project.DEFAULT, kind, slug, pair, source, target, state);
    }

    /** As above, into a project; for its translators. */
    @ForTranslators
    @Transactional
    public Translation extract(
            String projectId,
            TextKind kind,
            String slug,
            LanguagePair pair,
            String source,
            String target,
            State state) {
        projects.require(projectId, Role.TRANSLATOR);
        MarkdownText sourceText = MarkdownText.of(source);
        MarkdownText targetText = MarkdownText.of(target);
        List<Pairing.Piece> pieces = Pairing.paired(sourceText, targetText, pair);
        String translator = targetText.matter().text("translator").orElse("");
        Translation document = insert(kind, slug, pair, sourceText, source, pieces, state, translator);
        repository.assign(document.id(), projectId);
        return document;
    }

    /**
     * How a text and its translation would be taken in into a project, sentence by sentence; nothing is written. For its
     * translators.
     *
     * @throws Refused as {@link #extract(String, TextKind, String, LanguagePair, String, String, State)} for the texts
     */
    @ForTranslators
    @Transactional(readOnly = true)
    public List<Paired> pairs(String projectId, LanguagePair pair, String source, String target) {
        projects.require(projectId, Role.TRANSLATOR);
        List<Pairing.Piece> pieces = Pairing.paired(MarkdownText.of(source), MarkdownText.of(target), pair);
        requireSize(pieces);
        return pieces.stream()
                .map(piece -> new Paired(piece.source(), piece.target(), Pairing.isWhole(piece, pair)))
                .toList();
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
        requireSize(pieces);
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
        writer.remember(
                pair, segments.stream().filter(SegmentWriter::isReviewed).toList());
        return repository.document(document.id()).orElseThrow();
    }

    private static void requireSize(List<Pairing.Piece> pieces) {
        if (pieces.isEmpty()) {
            throw new Refused("refused.empty");
        }
        if (pieces.size() > MOST_SEGMENTS) {
            throw new Refused("refused.too-many-segments", MOST_SEGMENTS);
        }
    }

    static void requireSlug(TextKind kind, String slug) {
        Pattern pattern = kind == TextKind.EPISODE ? EPISODE_SLUG : SLUG;
        if (slug.length() > LONGEST_SLUG || !pattern.matcher(slug).matches()) {
            throw new Refused("refused.bad-slug", slug);
        }
    }

    /**
     * Puts a document into a project; for administrators of both.
     *
     * @throws Refused {@code refused.no-project} when there is none of that id
     */
    @ForTranslators
    @Transactional
    public void assign(String documentId, String projectId) {
        writer.requireDocument(documentId, Role.ADMINISTRATOR);
        if (projects.find(projectId).isEmpty()) {
            throw new Refused("refused.no-project");
        }
        projects.require(projectId, Role.ADMINISTRATOR);
        repository.assign(documentId, projectId);
    }

    /** The id of the project a document belongs to. */
    @ForTranslators
    @Transactional(readOnly = true)
    public Optional<String> projectOf(String documentId) {
        return repository.projectOf(documentId);
    }

    /** The ids of the projects that one's documents belong to, by the ids of the documents. */
    @ForTranslators
    @Transactional(readOnly = true)
    public Map<String, String> projectsOfDocuments() {
        return repository.projectsOf(projects.ids());
    }

    /** The documents of the projects one has a role in, latest changed first. */
    @ForTranslators
    @Transactional(readOnly = true)
    public List<Translation> documents() {
        return repository.documents(projects.ids());
    }

    @ForTranslators
    @Transactional(readOnly = true)
    public Optional<Translation> document(String id) {
        writer.requireRole(id, Role.TRANSLATOR);
        return repository.document(id);
    }

    /** {@code limit} segments of a document from place {@code offset} on, in order. */
    @ForTranslators
    @Transactional(readOnly = true)
    public List<Segment> segments(String documentId, int offset, int limit) {
        writer.requireRole(documentId, Role.TRANSLATOR);
        return repository.segments(documentId, offset, limit);
    }

    /** A segment as it is now. */
    @ForTranslators
    @Transactional(readOnly = true)
    public Optional<Segment> segment(String id) {
        Optional<Segment> segment = repository.segment(id);
        segment.ifPresent(found -> writer.requireRole(found.documentId(), Role.TRANSLATOR));
        return segment;
    }

    /** When a document was changed last, by anybody on any node, in milliseconds since 1970; 0 when it is not there. */
    @ForTranslators
    @Transactional(readOnly = true)
    public long changedAt(String documentId) {
        writer.requireRole(documentId, Role.TRANSLATOR);
        return repository.changedAt(documentId);
    }

    /**
     * The first segment after place {@code ordinal} that is still {@link State#INITIAL}, else the first of all; not one that
     * somebody else is at work on.
     */
    @ForTranslators
    @Transactional(readOnly = true)
    public Optional<Segment> nextOpen(String documentId, int ordinal) {
        writer.requireRole(documentId, Role.TRANSLATOR);
        String actor = Accounts.actor();
        long now = clock.millis();
        return repository
                .firstInitial(documentId, ordinal, actor, now)
                .or(() -> repository.firstInitial(documentId, -1, actor, now));
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
        SegmentWriter.requireLength(text);
        Segment current = writer.require(segmentId, Role.TRANSLATOR);
        return writer.change(
                current,
                text,
                version,
                segment -> {
                    boolean same = text.equals(segment.target());
                    Optional<String> draft = same ? Optional.empty() : Optional.of(text);
                    return segment.with(segment.target(), draft, segment.state());
                },
                Optional.empty(),
                "");
    }

    /**
     * Confirms a translation: {@link State#TRANSLATED}, draft gone. Otherwise as {@link #saveDraft}.
     *
     * @throws Refused {@code refused.empty-target} when the text is blank, {@code refused.error} when a check finds an error
     *     in it that is not ignored
     */
    @ForTranslators
    @Transactional
    public Segment translate(String segmentId, String text, long version) {
        SegmentWriter.requireLength(text);
        if (text.isBlank()) {
            throw new Refused("refused.empty-target");
        }
        Segment current = writer.require(segmentId, Role.TRANSLATOR);
        if (current.version() == version) {
            gate.require(current, text);
        }
        return writer.change(
                current,
                text,
                version,
                segment -> segment.with(text, Optional.empty(), State.TRANSLATED),
                Optional.of(Revision.Kind.TRANSLATED),
                "");
    }

    /**
     * Accepts a translated segment: {@link State#REVIEWED}, and its pair goes into the memory. For reviewers of its project.
     *
     * @throws Refused {@code refused.own-translation} where reviewers must differ and one translated it oneself,
     *     {@code refused.error} when a check finds an error in it that is not ignored
     */
    @ForTranslators
    @Transactional
    public Segment review(String segmentId, long version) {
        Segment current = writer.require(segmentId, Role.REVIEWER);
        if (current.state() != State.TRANSLATED || current.draft().isPresent()) {
            throw new Refused("refused.not-translated", current.number());
        }
        if (mustDiffer(current.documentId()) && repository.translator(segmentId).equals(Accounts.actor())) {
            throw new Refused("refused.own-translation", current.number());
        }
        if (current.version() == version) {
            gate.require(current, current.target());
        }
        Segment reviewed = writer.change(
                current,
                current.target(),
                version,
                segment -> segment.with(segment.target(), Optional.empty(), State.REVIEWED),
                Optional.of(Revision.Kind.REVIEWED),
                "");
        writer.remember(
                repository.pairOf(reviewed.documentId()).orElseThrow(() -> new Refused("refused.no-document")),
                List.of(reviewed));
        return reviewed;
    }

    private boolean mustDiffer(String documentId) {
        return writer.projectOf(documentId).filter(Project::reviewerDiffers).isPresent();
    }

    /** Gives a segment back to be translated again: {@link State#INITIAL}, its text as draft. For reviewers of its project. */
    @ForTranslators
    @Transactional
    public Segment reopen(String segmentId, long version) {
        return giveBack(segmentId, "", version);
    }

    /**
     * As {@link #reopen}, saying why; the reason stays with the segment until it is translated anew.
     *
     * @throws Refused {@code refused.no-reason} when there is none
     */
    @ForTranslators
    @Transactional
    public Segment returnFor(String segmentId, String reason, long version) {
        if (reason.isBlank()) {
            throw new Refused("refused.no-reason");
        }
        return giveBack(segmentId, reason.substring(0, Math.min(reason.length(), LONGEST_REASON)), version);
    }

    private Segment giveBack(String segmentId, String reason, long version) {
        Segment current = writer.require(segmentId, Role.REVIEWER);
        if (current.state() == State.INITIAL) {
            throw new Refused("refused.not-translated", current.number());
        }
        return writer.change(
                current,
                current.working(),
                version,
                segment -> segment.with("", Optional.of(segment.working()), State.INITIAL),
                Optional.of(Revision.Kind.RETURNED),
                reason);
    }

    /**
     * The document whole again in one of its two languages; for the target language every segment becomes
     * {@link State#FINAL}. For editors of its project.
     *
     * @throws Refused {@code refused.not-reviewed} when target segments are not reviewed yet, with how many
     */
    @ForTranslators
    @Transactional
    public Merged merged(String documentId, Language language) {
        Merged merged = mergeable(documentId, language);
        if (repository.text(documentId).orElseThrow().pair().target() == language) {
            repository.finish(documentId, Accounts.actor(), clock.millis());
        }
        return merged;
    }

    /** As {@link #merged}, leaving every segment as it is. */
    @ForTranslators
    @Transactional(readOnly = true)
    public Merged mergeable(String documentId, Language language) {
        TranslationRepository.Document document = writer.requireDocument(documentId, Role.EDITOR);
        List<Segment> segments = repository.segments(documentId, 0, MOST_SEGMENTS);
        if (language == document.pair().source()) {
            return Merging.source(document, segments);
        }
        long open = segments.stream().filter(Merging::isMissing).count();
        if (open > 0) {
            throw new Refused("refused.not-reviewed", open);
        }
        return Merging.target(document, segments, Segment::target);
    }
}
