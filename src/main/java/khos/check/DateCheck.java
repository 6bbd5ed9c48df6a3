package khos.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import khos.language.Span;
import org.jspecify.annotations.Nullable;

/**
 * A date is the same day on both sides: {@code 3月4日} is not {@code 4 ᠰᠠᠷ᠎ᠠ ᠶᠢᠨ 3 ᠡᠳᠦᠷ}, though the numbers are. No pattern
 * repeats without a bound.
 */
final class DateCheck implements Check {
    /** @param year 0 where none is said */
    private record Date(Span span, int year, int month, int day) {
        boolean isPossible() {
            return month >= 1 && month <= 12 && day >= 1 && day <= 31;
        }

        boolean agrees(Date other) {
            return month == other.month && day == other.day && (year == other.year || year == 0 || other.year == 0);
        }
    }

    private static final List<Pattern> PATTERNS = List.of(
            Pattern.compile("(?:(?<!\\d)(\\d{2,4}) ?年 ?)?(?<!\\d)(\\d{1,2}) ?月 ?(\\d{1,2}) ?[日号]"),
            Pattern.compile("(?<![\\d.])(\\d{4})([-./])(\\d{1,2})\\2(\\d{1,2})(?![\\d.])"),
            Pattern.compile(
                    "(?:(?<!\\d)(\\d{2,4}) {0,2}ᠣᠨ[^\\d]{0,8})?(?<!\\d)(\\d{1,2}) {0,2}(?:ᠰᠠᠷ\\u180eᠠ|ᠰᠠᠷᠠ)[^\\d]{0,8}(\\d{1,2}) {0,2}ᠡᠳᠦᠷ"));

    @Override
    public void check(Side source, Side target, Found found) {
        List<Date> there = dates(target);
        if (there.isEmpty()) {
            return;
        }
        List<Date> wanted = dates(source);
        for (int i = 0; i < there.size(); i++) {
            Date date = there.get(i);
            boolean said = wanted.stream().limit(there.size() + 1L).anyMatch(date::agrees);
            String text = date.span().of(target.text());
            if (!said && wanted.size() == there.size()) {
                Span span = wanted.get(i).span();
                found.add(
                        Kind.DATE,
                        Severity.WARNING,
                        span,
                        date.span(),
                        null,
                        "check.date-differs",
                        span.of(source.text()),
                        text);
            } else if (!said && !date.isPossible()) {
                found.inTarget(Kind.DATE, Severity.WARNING, date.span(), null, "check.date-impossible", text);
            }
            if (i >= Found.MOST) {
                return;
            }
        }
    }

    private static List<Date> dates(Side side) {
        List<Date> dates = new ArrayList<>();
        String text = latinDigits(side.text());
        if (text == null) {
            return dates;
        }
        for (int i = 0; i < PATTERNS.size(); i++) {
            boolean iso = i == 1;
            PATTERNS.get(i)
                    .matcher(text)
                    .results()
                    .limit(Found.MOST)
                    .forEach(match -> dates.add(new Date(
                            new Span(match.start(), match.end()),
                            number(match, 1),
                            number(match, iso ? 3 : 2),
                            number(match, iso ? 4 : 3))));
        }
        dates.sort((a, b) -> Integer.compare(a.span().start(), b.span().start()));
        return dates;
    }

    private static int number(MatchResult match, int group) {
        return match.group(group) == null ? 0 : Integer.parseInt(match.group(group));
    }

    /** The same text, as long, with all digits in ASCII; nothing where there are none. */
    private static @Nullable String latinDigits(String text) {
        var digits = new StringBuilder(text);
        boolean any = false;
        for (int i = 0; i < text.length(); i++) {
            int digit = Numbers.digit(text.charAt(i));
            if (digit >= 0) {
                digits.setCharAt(i, (char) ('0' + digit));
                any = true;
            }
        }
        return any ? digits.toString() : null;
    }
}
