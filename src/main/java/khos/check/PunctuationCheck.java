package khos.check;

import khos.language.Language;
import khos.language.Span;

/**
 * The signs of each script: full-width in Chinese, {@code ᠂ ᠃ ᠄} in Mongolian; and an end like that of the source.
 *
 * <p>Numbers, addresses, codes and Latin words keep theirs. Sources: GB/T 15834-2011 for Chinese; GB/T 25914-2023 for the
 * Mongolian signs.
 */
final class PunctuationCheck implements Check {
    private static final String ASCII = ",.;:?!";
    private static final String FULL = "，。；：？！";
    private static final String ENDS = "。．.？！?!…᠃᠉⁈⁉‼︖︕；;：:᠄—";

    @Override
    public void check(Side source, Side target, Found found) {
        String text = target.text();
        boolean chinese = target.language() == Language.CHINESE;
        for (int i = 0; i < text.length() && !found.isFull(); i++) {
            if (target.isProse(i)) {
                char wanted = chinese ? chinese(target, i) : mongolian(target, i);
                if (wanted != 0) {
                    var span = new Span(i, i + 1);
                    found.inTarget(
                            Kind.PUNCTUATION,
                            text.charAt(i) == ':' || text.charAt(i) == '：' ? Severity.NOTICE : Severity.WARNING,
                            span,
                            new Fix(span, String.valueOf(wanted)),
                            chinese ? "check.punctuation-chinese" : "check.punctuation-mongolian",
                            text.substring(i, i + 1),
                            String.valueOf(wanted));
                }
            }
        }
        checkEnd(source, target, found);
    }

    /** What should stand there instead, or 0. */
    private static char chinese(Side side, int i) {
        char c = side.text().charAt(i);
        if (c == '\u1802' || c == '\u1803') {
            return c == '\u1802' ? '，' : '。';
        }
        int sign = ASCII.indexOf(c);
        if (sign < 0) {
            return 0;
        }
        char before = side.at(i - 1);
        char after = side.at(i + 1);
        if (ASCII.indexOf(before) >= 0 && before != 0 || ASCII.indexOf(after) >= 0 && after != 0) {
            return 0;
        }
        boolean behind = isChinese(before);
        boolean ahead = Side.isHan(after) && c != '.' && c != ':' && Numbers.digit(before) < 0;
        boolean latin = Side.isAscii(after) && c == '.';
        return (behind && !latin) || ahead ? FULL.charAt(sign) : 0;
    }

    private static boolean isChinese(char c) {
        return Side.isHan(c) || (c != 0 && "）》〉」』”’".indexOf(c) >= 0);
    }

    private static char mongolian(Side side, int i) {
        char wanted = switch (side.text().charAt(i)) {
            case ',', '，', '、' -> '\u1802';
            case '.', '。' -> '\u1803';
            case ':', '：' -> '\u1804';
            default -> 0;
        };
        if (wanted == 0) {
            return 0;
        }
        char after = side.at(i + 1);
        if (Side.isAscii(after) || after == '.' || side.at(i - 1) == '.') {
            return 0;
        }
        char before = side.at(i - 1) == ' ' ? side.at(i - 2) : side.at(i - 1);
        boolean closing = before != 0 && "》〉”’»)）︾".indexOf(before) >= 0;
        return Side.isMongolian(before) || closing ? wanted : 0;
    }

    private static void checkEnd(Side source, Side target, Found found) {
        char wanted = counterpart(last(source), target.language());
        int end = end(target);
        char there = end > 0 ? target.text().charAt(end - 1) : 0;
        if (wanted != 0 && Character.isLetterOrDigit(there)) {
            var place = new Span(end - 1, end);
            found.inTarget(
                    Kind.PUNCTUATION,
                    Severity.WARNING,
                    place,
                    new Fix(place, there + String.valueOf(wanted)),
                    "check.punctuation-end-missing",
                    String.valueOf(wanted));
        } else if ((there == '。' || there == '\u1803')
                && Character.isLetter(last(source))
                && Character.isLetterOrDigit(target.at(end - 2))) {
            var place = new Span(end - 1, end);
            found.inTarget(
                    Kind.PUNCTUATION,
                    Severity.NOTICE,
                    place,
                    new Fix(place, ""),
                    "check.punctuation-end-extra",
                    String.valueOf(there));
        }
    }

    private static char last(Side side) {
        int end = end(side);
        return end == 0 ? 0 : side.text().charAt(end - 1);
    }

    /** Behind what ends it, closing quotes, brackets, spaces and codes passed over. */
    private static int end(Side side) {
        int end = side.text().length();
        while (end > 0
                && (!side.isProse(end - 1)
                        || Character.isWhitespace(side.text().charAt(end - 1))
                        || "”’》〉」』）)\"»︾".indexOf(side.text().charAt(end - 1)) >= 0)) {
            end--;
        }
        return end;
    }

    private static char counterpart(char end, Language language) {
        if (end == 0 || ENDS.indexOf(end) < 0) {
            return 0;
        }
        boolean chinese = language == Language.CHINESE;
        return switch (end) {
            case '。', '．', '.', '\u1803', '\u1809' -> chinese ? '。' : '\u1803';
            case '？', '?', '︖' -> chinese ? '？' : '?';
            case '！', '!', '︕' -> chinese ? '！' : '!';
            default -> 0;
        };
    }
}
