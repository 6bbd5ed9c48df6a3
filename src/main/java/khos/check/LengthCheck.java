package khos.check;

import khos.language.Language;
import khos.language.Span;

/**
 * A translation much shorter or longer than its like. Of 149 pairs of real sentences of ten characters and more the
 * Mongolian had 3.2 to 10.9 letters for a Chinese character, in the middle 5.8 (CMiLBench).
 */
final class LengthCheck implements Check {
    private static final int SHORTEST = 10;
    private static final double LEAST = 2.2;
    private static final double MOST = 14;

    @Override
    public void check(Side source, Side target, Found found) {
        boolean chinese = source.language() == Language.CHINESE;
        double zh = (chinese ? source : target).text().length();
        double mn = (chinese ? target : source).text().length();
        if (source.text().length() < (chinese ? SHORTEST : SHORTEST * 5)) {
            return;
        }
        double ratio = mn / Math.max(1, zh);
        if (ratio < LEAST || ratio > MOST) {
            boolean tooShort = chinese == ratio < LEAST;
            found.inTarget(
                    Kind.LENGTH,
                    Severity.NOTICE,
                    new Span(0, target.text().length()),
                    null,
                    tooShort ? "check.length-short" : "check.length-long",
                    source.text().length(),
                    target.text().length());
        }
    }
}
