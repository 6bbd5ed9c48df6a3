package khos.memory;

import java.text.Normalizer;
import java.util.regex.Pattern;
import khos.language.Language;

/**
 * What two sentences are compared by: differences that no translator would count are taken out first.
 *
 * <p>Chinese: canonical composition, full width as half width, capitals as small letters. Mongolian: variation selectors
 * and joiners dropped, and the three ways to part a suffix (narrow no-break space, vowel separator, space before either)
 * made one; never compatibility composition, which would turn the narrow no-break space into a space.
 */
final class MatchKey {
    /** Free variation selectors 1–4, joiners, word joiner, byte order mark. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\u180B-\\u180D\\u180F\\u200C\\u200D\\u2060\\uFEFF]");

    private static final Pattern GAP = Pattern.compile(" ?[\\u202F\\u180E][\\u202F\\u180E]*");

    private MatchKey() {}

    /** The code points to compare, for example of {@code ＡＢ１} those of {@code ab1}. */
    static int[] of(String text, Language language) {
        return switch (language) {
            case CHINESE ->
                Normalizer.normalize(text, Normalizer.Form.NFC)
                        .strip()
                        .codePoints()
                        .map(MatchKey::halfWidth)
                        .map(Character::toLowerCase)
                        .toArray();
            case MONGOLIAN ->
                GAP.matcher(INVISIBLE.matcher(text).replaceAll(""))
                        .replaceAll("\u202F")
                        .strip()
                        .codePoints()
                        .toArray();
        };
    }

    /** U+FF01–FF5E as U+0021–007E, the ideographic space as a space (Unicode, Halfwidth and Fullwidth Forms). */
    private static int halfWidth(int c) {
        if (c >= 0xFF01 && c <= 0xFF5E) {
            return c - 0xFEE0;
        }
        return c == 0x3000 ? ' ' : c;
    }
}
