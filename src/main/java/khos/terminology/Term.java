package khos.terminology;

import khos.language.Language;

/**
 * A word or phrase for a concept.
 *
 * @param language its language; Mongolian may be in the traditional script or in Cyrillic, as its letters tell
 * @param text as it is to be written, 1 to 200 characters, not blank
 */
public record Term(Language language, String text, Status status) {
    private static final int LONGEST = 200;

    public Term {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new IllegalArgumentException("a term has 1 to " + LONGEST + " characters, not " + text.length());
        }
    }

    /** Whether it is Mongolian in Cyrillic. */
    public boolean isCyrillic() {
        return language == Language.MONGOLIAN
                && text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.CYRILLIC);
    }

    /** Its BCP 47 tag: {@code zh-Hans}, {@code mn-Mong}, {@code mn-Cyrl}. */
    String tag() {
        return isCyrillic() ? "mn-Cyrl" : language.tag();
    }
}
