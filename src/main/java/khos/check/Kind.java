package khos.check;

import java.util.Locale;

/** What an issue is about; "ignore here" is remembered by it. */
public enum Kind {
    EMPTY,
    SAME_AS_SOURCE,
    INCONSISTENT,
    NUMBER,
    DATE,
    PUNCTUATION,
    BRACKET,
    CODE,
    LINK,
    TERM,
    REPETITION,
    SPACE,
    LENGTH,
    SUFFIX,
    SELECTOR,
    ENCODING,
    CYRILLIC,
    SPELLING;

    /**
     * Whether whoever translates may have a reason to leave it: an emphasis that the other language does without, an unwanted term
     * that is quoted. Not where readers would see nothing they can read: an empty text, and the codes of a font.
     */
    public boolean isIgnorable() {
        return this != EMPTY && this != ENCODING;
    }

    /** The key of its short name in {@code messages_*.properties}: {@code check.same_as_source}. */
    public String key() {
        return "check." + name().toLowerCase(Locale.ROOT);
    }
}
