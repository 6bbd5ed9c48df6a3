package khos.check;

import khos.language.Language;
import khos.language.Span;

/**
 * Spaces where none belongs. U+202F and U+180E part suffixes from their words and are no spaces.
 */
final class SpaceCheck implements Check {
    private static final String MONGOLIAN_SIGNS = "᠂᠃᠄";
    private static final String CHINESE_SIGNS = "，。；：、？！）》”";

    @Override
    public void check(Side source, Side target, Found found) {
        String text = target.text();
        boolean chinese = target.language() == Language.CHINESE;
        for (int i = 0; i < text.length() && !found.isFull(); ) {
            int end = i;
            while (end < text.length() && target.isProse(end) && Side.isSpace(text.charAt(end))) {
                end++;
            }
            if (end > i) {
                check(source, target, new Span(i, end), chinese, found);
            }
            i = Math.max(end, i + 1);
        }
    }

    private static void check(Side source, Side target, Span span, boolean chinese, Found found) {
        String text = target.text();
        if (span.start() == 0) {
            if (!startsWithSpace(source.text())) {
                report(span, "", Severity.WARNING, "check.space-leading", found);
            }
        } else if (span.end() == text.length()) {
            if (!endsWithSpace(source.text())) {
                report(span, "", Severity.WARNING, "check.space-trailing", found);
            }
        } else if ((chinese ? CHINESE_SIGNS : MONGOLIAN_SIGNS).indexOf(text.charAt(span.end())) >= 0) {
            report(span, "", Severity.NOTICE, "check.space-before-sign", found);
        } else if (span.length() > 1) {
            report(span, " ", Severity.WARNING, "check.space-double", found);
        } else if (chinese && Side.isHan(target.at(span.start() - 1)) && Side.isHan(target.at(span.end()))) {
            report(span, "", Severity.NOTICE, "check.space-between-characters", found);
        }
    }

    private static void report(Span span, String replacement, Severity severity, String key, Found found) {
        found.inTarget(Kind.SPACE, severity, span, new Fix(span, replacement), key);
    }

    private static boolean startsWithSpace(String text) {
        return !text.isEmpty() && Side.isSpace(text.charAt(0));
    }

    private static boolean endsWithSpace(String text) {
        return !text.isEmpty() && Side.isSpace(text.charAt(text.length() - 1));
    }
}
