package khos.check;

import khos.language.Language;
import khos.language.Span;

/**
 * A word written twice by a slip: {@code 的的}, {@code the the}, a Mongolian word with its suffixes. Both languages double
 * words on purpose too, so of Chinese only particles count, and of Mongolian nothing when the source doubles something.
 */
final class RepetitionCheck implements Check {
    private static final String PARTICLES = "的了是在和与及或被把将从向";

    @Override
    public void check(Side source, Side target, Found found) {
        checkLatin(target, found);
        if (target.language() == Language.CHINESE) {
            checkParticles(target, found);
        } else if (!doubles(source.text())) {
            checkWords(target, found);
        }
    }

    private static void checkParticles(Side target, Found found) {
        String text = target.text();
        for (int i = 1; i < text.length() && !found.isFull(); i++) {
            char c = target.at(i);
            // 的的确确 is a word.
            if (c != 0 && c == target.at(i - 1) && PARTICLES.indexOf(c) >= 0 && target.at(i + 1) != '确') {
                report(target, new Span(i, i + 1), new Span(i, i + 1), Severity.WARNING, found);
            }
        }
    }

    private static void checkWords(Side target, Found found) {
        String text = target.text();
        Span last = new Span(0, 0);
        for (Side.Word word : target.words()) {
            Span whole = word.whole();
            boolean adjoining = last.length() > 1 && isSpaces(text, last.end(), whole.start());
            if (adjoining
                    && last.length() == whole.length()
                    && text.regionMatches(last.start(), text, whole.start(), whole.length())) {
                report(target, whole, new Span(last.end(), whole.end()), Severity.NOTICE, found);
            }
            last = whole;
        }
    }

    private static void checkLatin(Side target, Found found) {
        String text = target.text();
        Span last = new Span(0, 0);
        for (int i = 0; i < text.length(); ) {
            int end = i;
            while (Character.isLetter(target.at(end)) && target.at(end) < 0x250) {
                end++;
            }
            if (end > i) {
                var word = new Span(i, end);
                if (last.length() > 1
                        && last.length() == word.length()
                        && isSpaces(text, last.end(), i)
                        && text.regionMatches(true, last.start(), text, i, word.length())) {
                    report(target, word, new Span(last.end(), end), Severity.NOTICE, found);
                }
                last = word;
            }
            i = Math.max(end, i + 1);
        }
    }

    private static void report(Side target, Span second, Span removed, Severity severity, Found found) {
        found.inTarget(
                Kind.REPETITION,
                severity,
                second,
                new Fix(removed, ""),
                "check.repetition-word",
                second.of(target.text()));
    }

    private static boolean isSpaces(String text, int start, int end) {
        return end == start + 1 && Side.isSpace(text.charAt(start));
    }

    private static boolean doubles(String source) {
        for (int i = 1; i < source.length(); i++) {
            char c = source.charAt(i);
            boolean pair = i >= 3 && c == source.charAt(i - 2) && source.charAt(i - 1) == source.charAt(i - 3);
            if (Side.isHan(c) && (c == source.charAt(i - 1) || pair)) {
                return true;
            }
        }
        return false;
    }
}
