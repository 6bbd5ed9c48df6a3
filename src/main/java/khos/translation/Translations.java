package khos.translation;

import java.util.List;
import java.util.Optional;
import khos.language.Language;
import khos.language.LanguagePair;
import org.springframework.stereotype.Service;

/** The craft's use cases: take a text in, edit its segments, give it back whole in either language. */
@Service
public class Translations {
    /**
     * Takes a Markdown text in as a new document; its segments are {@link State#INITIAL}.
     *
     * @param text Markdown with optional front matter; a title comes from there, else from the first heading, else the slug
     * @throws Refused when the slug is malformed or taken, or the text is empty or too long
     */
    public Translation extract(TextKind kind, String slug, LanguagePair pair, String text) {
        throw new UnsupportedOperationException();
    }

    /**
     * Takes in a text with its translation; segments are paired block by block, and sentence by sentence where a block has
     * as many in both.
     *
     * @param state of the segments that have a target
     * @throws Refused as above, and when the block structures differ: the first place where they part is named
     */
    public Translation extract(
            TextKind kind, String slug, LanguagePair pair, String source, String target, State state) {
        throw new UnsupportedOperationException();
    }

    /** The documents, latest changed first. */
    public List<Translation> documents() {
        throw new UnsupportedOperationException();
    }

    public Optional<Translation> document(String id) {
        throw new UnsupportedOperationException();
    }

    /** {@code limit} segments of a document from place {@code offset} on, in order. */
    public List<Segment> segments(String documentId, int offset, int limit) {
        throw new UnsupportedOperationException();
    }

    /** The first segment after place {@code ordinal} that is still {@link State#INITIAL}, else the first of the document. */
    public Optional<Segment> nextOpen(String documentId, int ordinal) {
        throw new UnsupportedOperationException();
    }

    /**
     * Keeps what was typed, unconfirmed.
     *
     * @param version of the segment as it was read
     * @return the segment as it is now
     * @throws StaleSegment when it changed since
     */
    public Segment saveDraft(String segmentId, String text, long version) {
        throw new UnsupportedOperationException();
    }

    /** Confirms a translation: {@link State#TRANSLATED}, draft gone. Otherwise as {@link #saveDraft}. */
    public Segment translate(String segmentId, String text, long version) {
        throw new UnsupportedOperationException();
    }

    /** Accepts a translated segment: {@link State#REVIEWED}, and its pair goes into the memory. Reviewers only. */
    public Segment review(String segmentId, long version) {
        throw new UnsupportedOperationException();
    }

    /** Gives a translated or reviewed segment back to be translated again: {@link State#INITIAL}, its text as draft. Reviewers only. */
    public Segment reopen(String segmentId, long version) {
        throw new UnsupportedOperationException();
    }

    /** Reviews every segment that is translated. Reviewers only. Returns how many there were. */
    public int reviewAll(String documentId) {
        throw new UnsupportedOperationException();
    }

    /**
     * The document whole again in one of its two languages; for the target language every segment becomes
     * {@link State#FINAL}. Editors only.
     *
     * @throws Refused when target segments are not reviewed yet; says how many
     */
    public Merged merged(String documentId, Language language) {
        throw new UnsupportedOperationException();
    }
}
