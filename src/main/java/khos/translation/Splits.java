package khos.translation;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import khos.account.Accounts;
import khos.account.Role;
import khos.account.Roles.ForTranslators;
import khos.language.Language;
import khos.language.Span;
import khos.markdown.Code;
import khos.markdown.Codes;
import khos.memory.TranslationMemory;
import khos.storage.Ids;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Cuts a segment in two and joins two that follow each other: sentences do not end at the same places in both languages.
 *
 * <p>The sources of a unit with what stands between them stay its text. Places are numbered anew; the first part keeps its id
 * and number, the second gets a number that was never used. What was reviewed is {@link State#TRANSLATED} again, and its pair
 * leaves the memory.
 */
@Service
public class Splits {
    private final TranslationRepository repository;
    private final LayoutRepository layout;
    private final RevisionRepository revisions;
    private final SegmentWriter writer;
    private final TranslationMemory memory;
    private final Clock clock;

    Splits(
            TranslationRepository repository,
            LayoutRepository layout,
            RevisionRepository revisions,
            SegmentWriter writer,
            TranslationMemory memory,
            Clock clock) {
        this.repository = repository;
        this.layout = layout;
        this.revisions = revisions;
        this.writer = writer;
        this.memory = memory;
        this.clock = clock;
    }

    /** A text cut in two, with the white space that stood at the cut. */
    private record Cut(String first, String gap, String second) {
        static Cut at(String text, int place) {
            int end = place;
            while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
                end--;
            }
            int start = place;
            while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
                start++;
            }
            return new Cut(text.substring(0, end), text.substring(end, start), text.substring(start));
        }
    }

    /**
     * Cuts a segment in two.
     *
     * @param source the place of the cut in the source, so many UTF-16 units from its beginning
     * @param target the place in {@link Segment#working}; at its end the second part is left untranslated
     * @return both parts
     * @throws Refused {@code refused.split-place} when a part would be empty or the place is none,
     *     {@code refused.split-in-code} when it lies inside a code, {@code refused.split-title} for the title, which is one
     * @throws StaleSegment when it changed since {@code version}
     */
    @ForTranslators
    @Transactional
    public List<Segment> split(String segmentId, int source, int target, long version) {
        Segment segment = writer.require(segmentId, Role.TRANSLATOR);
        requireVersion(segment, version);
        if (segment.unit() == Segment.TITLE) {
            throw new Refused("refused.split-title");
        }
        requirePlace(segment.source(), source);
        String working = segment.working();
        if (target < 0 || target > working.length() || isInPair(working, target)) {
            throw new Refused("refused.split-place");
        }
        Cut sources = Cut.at(segment.source(), source);
        if (sources.first().isEmpty() || sources.second().isEmpty()) {
            throw new Refused("refused.split-place");
        }
        if (isInCode(working, target)) {
            throw new Refused("refused.split-in-code");
        }
        Cut targets = Cut.at(working, target);
        int number = layout.nextNumbers(segment.documentId(), 1);
        layout.shift(segment.documentId(), segment.ordinal(), 1);
        Segment first = part(
                segment,
                segment.id(),
                segment.ordinal(),
                segment.number(),
                sources.first(),
                sources.gap(),
                targets.first());
        Segment second = part(
                segment, Ids.next(), segment.ordinal() + 1, number, sources.second(), segment.gap(), targets.second());
        layout.rewrite(List.of(first), Accounts.actor(), clock.millis());
        layout.forgetOldSources(List.of(first.id()));
        repository.insertSegments(List.of(second));
        return done(List.of(first.id(), second.id()), List.of(first.id()), Revision.Kind.SPLIT);
    }

    /** A part of {@code whole}: translated when all of it was, else begun. */
    private Segment part(Segment whole, String id, int ordinal, int number, String source, String gap, String target) {
        boolean translated = whole.state() != State.INITIAL && whole.draft().isEmpty() && !target.isBlank();
        return made(whole, id, ordinal, number, source, gap, target, translated);
    }

    private Segment made(
            Segment like,
            String id,
            int ordinal,
            int number,
            String source,
            String gap,
            String target,
            boolean translated) {
        boolean draft = !translated && !target.isBlank();
        return new Segment(
                id,
                like.documentId(),
                ordinal,
                number,
                like.unit(),
                source,
                gap,
                translated ? target : "",
                draft ? Optional.of(target) : Optional.empty(),
                translated ? State.TRANSLATED : State.INITIAL,
                0,
                Accounts.actor(),
                clock.instant());
    }

    /**
     * Joins a segment with the next one of its unit; the first keeps its id and number. Comments and revisions of both stay.
     *
     * @param nextVersion of the next one as it was read
     * @throws Refused {@code refused.join-end} when none of its unit follows
     * @throws StaleSegment when one of them changed since
     */
    @ForTranslators
    @Transactional
    public Segment join(String segmentId, long version, long nextVersion) {
        Segment first = writer.require(segmentId, Role.TRANSLATOR);
        requireVersion(first, version);
        Segment second = layout.at(first.documentId(), first.ordinal() + 1)
                .filter(next -> next.unit() == first.unit())
                .orElseThrow(() -> new Refused("refused.join-end"));
        requireVersion(second, nextVersion);
        Language language = repository
                .pairOf(first.documentId())
                .orElseThrow(() -> new Refused("refused.no-document"))
                .target();
        boolean translated = isTranslated(first) && isTranslated(second);
        String target = joined(first, second, language);
        SegmentWriter.requireLength(target);
        // No number is given twice, the second's neither.
        layout.nextNumbers(first.documentId(), 0);
        Segment whole = made(
                first,
                first.id(),
                first.ordinal(),
                first.number(),
                first.source() + first.gap() + second.source(),
                second.gap(),
                target,
                translated);
        layout.moveComments(second.id(), first.id());
        revisions.insert(List.of(second), Revision.Kind.JOINED, "", Accounts.actor(), clock.millis());
        revisions.move(second.id(), first.id());
        layout.delete(List.of(second.id()));
        layout.shift(first.documentId(), first.ordinal(), -1);
        layout.rewrite(List.of(whole), Accounts.actor(), clock.millis());
        layout.forgetOldSources(List.of(first.id()));
        return done(List.of(first.id()), List.of(first.id(), second.id()), Revision.Kind.JOINED)
                .getFirst();
    }

    private static boolean isTranslated(Segment segment) {
        return segment.state() != State.INITIAL && segment.draft().isEmpty();
    }

    private static String joined(Segment first, Segment second, Language language) {
        if (first.working().isBlank() || second.working().isBlank()) {
            return first.working().isBlank() ? second.working() : first.working();
        }
        return first.working() + Pairing.targetGap(first.gap(), language) + second.working();
    }

    private List<Segment> done(List<String> ids, List<String> forgotten, Revision.Kind kind) {
        memory.forget(forgotten);
        List<Segment> segments = ids.stream()
                .map(id -> repository.segment(id).orElseThrow(() -> new Refused("refused.no-segment")))
                .toList();
        revisions.insert(segments, kind, "", Accounts.actor(), clock.millis());
        repository.touch(segments.getFirst().documentId(), clock.millis());
        writer.announceAll(segments.getFirst().documentId());
        return segments;
    }

    private static void requireVersion(Segment segment, long version) {
        if (segment.version() != version) {
            throw new StaleSegment(segment, segment.working());
        }
    }

    private static void requirePlace(String text, int place) {
        if (place <= 0 || place >= text.length() || isInPair(text, place)) {
            throw new Refused("refused.split-place");
        }
        if (isInCode(text, place)) {
            throw new Refused("refused.split-in-code");
        }
    }

    /** Whether the place parts the two units of one character. */
    private static boolean isInPair(String text, int place) {
        return place > 0
                && place < text.length()
                && Character.isSurrogatePair(text.charAt(place - 1), text.charAt(place));
    }

    /** Whether a code opens before the place and ends behind it. */
    private static boolean isInCode(String text, int place) {
        for (Code code : Codes.of(text).list()) {
            Span span = code.span();
            if (code.type() != Code.Type.BREAK && span.start() < place && place < span.end()) {
                return true;
            }
        }
        return false;
    }
}
