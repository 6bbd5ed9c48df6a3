package khos.check;

import khos.language.Language;
import khos.language.Span;
import khos.mongolian.Change.Reason;
import khos.mongolian.Connector;
import khos.mongolian.Letters;
import khos.mongolian.Menksoft;
import khos.mongolian.Rewriting;
import org.jspecify.annotations.Nullable;

/** Codes of fonts instead of letters, and letters of another script that look like the right ones. */
final class EncodingCheck implements Check {
    private static final String CYRILLIC = "аеорсухАВЕКМНОРСТХіІјЈѕЅ";
    private static final String LATIN = "aeopcyxABEKMHOPCTXiIjJsS";

    private final Connector connector;

    EncodingCheck(Connector connector) {
        this.connector = connector;
    }

    @Override
    public void check(Side source, Side target, Found found) {
        checkPrivateCodes(target, found);
        checkCyrillic(source, target, found);
    }

    private void checkPrivateCodes(Side target, Found found) {
        String text = target.text();
        int first = -1;
        int last = -1;
        boolean unicode = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '\ue000' && c <= '\uf8ff' && target.isProse(i)) {
                first = first < 0 ? i : first;
                last = i;
            }
            unicode |= Letters.isLetter(c);
        }
        if (first < 0) {
            return;
        }
        var span = new Span(first, last + 1);
        Rewriting converted = Menksoft.toUnicode(span.of(text), connector);
        boolean whole = converted.count(Reason.UNKNOWN_CODE) == 0;
        Fix fix = whole ? new Fix(span, converted.text()) : null;
        String key = !whole ? "check.encoding-unknown" : unicode ? "check.encoding-mixed" : "check.encoding-legacy";
        found.inTarget(Kind.ENCODING, Severity.ERROR, span, fix, key);
    }

    private static void checkCyrillic(Side source, Side target, Found found) {
        String text = target.text();
        int first = -1;
        int last = -1;
        for (int i = 0; i < text.length() && !found.isFull(); ) {
            int end = i;
            int cyrillic = 0;
            int latin = 0;
            int mongolian = 0;
            while (end < text.length() && target.isProse(end) && isLetter(text.charAt(end))) {
                char c = text.charAt(end);
                cyrillic += isCyrillic(c) ? 1 : 0;
                latin += Side.isAscii(c) && Character.isLetter(c) ? 1 : 0;
                mongolian += Letters.isLetter(c) ? 1 : 0;
                end++;
            }
            var span = new Span(i, end);
            if (cyrillic > 0 && mongolian > 0) {
                found.inTarget(Kind.CYRILLIC, Severity.ERROR, span, null, "check.cyrillic-in-word", word(span, text));
            } else if (cyrillic > 0 && latin > 0) {
                found.inTarget(
                        Kind.CYRILLIC,
                        Severity.WARNING,
                        span,
                        latin(span, text),
                        "check.cyrillic-latin",
                        word(span, text));
            } else if (cyrillic > 0) {
                first = first < 0 ? i : first;
                last = end;
            }
            i = Math.max(end, i + 1);
        }
        boolean wanted = source.text().chars().anyMatch(c -> isCyrillic((char) c));
        if (first >= 0 && !wanted && target.language() == Language.MONGOLIAN) {
            found.inTarget(Kind.CYRILLIC, Severity.WARNING, new Span(first, last), null, "check.cyrillic");
        }
    }

    private static String word(Span span, String text) {
        return text.substring(span.start(), Math.min(span.end(), span.start() + 40));
    }

    private static @Nullable Fix latin(Span span, String text) {
        var word = new StringBuilder(span.of(text));
        for (int i = 0; i < word.length(); i++) {
            int at = CYRILLIC.indexOf(word.charAt(i));
            if (at >= 0) {
                word.setCharAt(i, LATIN.charAt(at));
            } else if (isCyrillic(word.charAt(i))) {
                return null;
            }
        }
        return new Fix(span, word.toString());
    }

    private static boolean isLetter(char c) {
        return isCyrillic(c)
                || Letters.isLetter(c)
                || Letters.isSelector(c)
                || (Side.isAscii(c) && Character.isLetter(c));
    }

    private static boolean isCyrillic(char c) {
        return c >= 0x0400 && c <= 0x052F;
    }
}
