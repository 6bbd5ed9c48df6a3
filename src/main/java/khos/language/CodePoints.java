package khos.language;

import java.util.Locale;
import java.util.stream.Collectors;

/** Characters by their numbers, for those that no font shows. */
public final class CodePoints {
    private CodePoints() {}

    /** The first {@code most} characters of {@code text}: {@code U+E266 U+E2C6}, with {@code …} when there are more. */
    public static String of(String text, int most) {
        String codes = text.codePoints()
                .limit(most)
                .mapToObj(c -> String.format(Locale.ROOT, "U+%04X", c))
                .collect(Collectors.joining(" "));
        return text.codePointCount(0, text.length()) > most ? codes + " …" : codes;
    }

    /** {@code text} up to {@code most} characters, with {@code …} when there are more. */
    public static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most)) + "…";
    }
}
