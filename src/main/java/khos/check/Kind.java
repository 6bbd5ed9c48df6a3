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

    /** The key of its short name in {@code messages_*.properties}: {@code check.same_as_source}. */
    public String key() {
        return "check." + name().toLowerCase(Locale.ROOT);
    }
}
