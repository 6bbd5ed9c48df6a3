package khos.mongolian;

import java.util.List;

/**
 * One place of a text that was rewritten, or that could not be.
 *
 * @param start of the place in the original, in UTF-16 units
 * @param end behind it
 * @param before what stands there
 * @param after what stands there instead; equal to {@code before} when it was left
 * @param alternatives other spellings that look the same, most frequent first
 */
public record Change(int start, int end, String before, String after, Reason reason, List<String> alternatives) {
    /** Why a place was rewritten or is worth a look. */
    public enum Reason {
        /** The other connector before a suffix, or before a tail that only the vowel separator joins. */
        CONNECTOR,
        /** Spaces or more than one connector where one connector belongs. */
        DOUBLED_CONNECTOR,
        /** A space, and a selector that forces the shape which a connector gives by itself. */
        SUFFIX_BEHIND_SPACE,
        /** A selector that changes nothing. */
        IDLE_SELECTOR,
        /** A joiner or non-joiner that changes nothing. */
        IDLE_JOINER,
        /** A soft hyphen, word joiner or byte order mark inside a word. */
        STRAY_SIGN,
        /** An unassigned code point that some fonts draw as punctuation. */
        LEGACY_PUNCTUATION,
        /** A sign that is coded for vertical lines only. */
        VERTICAL_FORM,
        /** Rewritten in the other encoding, shape for shape. */
        CONVERTED,
        /** As {@link #CONVERTED}, with that of several spellings of the same look which the word list knows. */
        CHOSEN,
        /** Rewritten, but no spelling gives quite the shape of the original. */
        SHAPE_DIFFERS,
        /** Rewritten beside letters of another encoding in the same word. */
        MIXED_WORD,
        /** A private code that no table knows, or a letter that has no code in the other encoding: left as it is. */
        UNKNOWN_CODE
    }

    public Change {
        if (start < 0 || end < start || before.length() != end - start) {
            throw new IllegalArgumentException("no place: " + start + " to " + end);
        }
        alternatives = List.copyOf(alternatives);
    }

    boolean continuedBy(Change next) {
        boolean deleted = after.isEmpty() && next.after.isEmpty();
        boolean left = reason == Reason.UNKNOWN_CODE && next.reason == Reason.UNKNOWN_CODE;
        return end == next.start && reason == next.reason && (deleted || left);
    }
}
