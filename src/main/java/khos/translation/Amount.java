package khos.translation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import khos.language.Span;

/**
 * A number or a date of a text, by what it says: {@code 2026年3月5日}, {@code 2026-03-05} and {@code ᠒᠐᠒᠖ ᠣᠨ ᠤ ᠓ ᠰᠠᠷ᠎ᠠ ᠶᠢᠨ ᠕} are
 * the same.
 *
 * @param numbers its numbers: one, or those of a date in the order of the text
 */
record Amount(Shape shape, List<Number> numbers) {
    /** What a number is the year, month or day of. */
    enum Shape {
        NUMBER(1),
        YEAR_MONTH_DAY(3),
        MONTH_DAY(2),
        YEAR_MONTH(2);

        private final int size;

        Shape(int size) {
            this.size = size;
        }
    }

    private static final Pattern NUMBER =
            Pattern.compile("[0-9]+(?:[.,᠃][0-9]+)*|[０-９]+(?:[.,．，][０-９]+)*|[᠐-᠙]+(?:[.,᠃][᠐-᠙]+)*");

    /** What must not be taken for numbers of the text: addresses of links, code. */
    static final Pattern MARK = Pattern.compile("\\*+|`[^`]*`|\\]\\([^)\\s]*\\)|</?[A-Za-z][^<>]*>");

    private static final Pattern LINE = Pattern.compile("[-/]");
    /** Year; both spellings look the same. */
    private static final String ON = "[\\x{202F}\\x{180E} ]*[ᠣᠤ]ᠨ(?![\\x{1820}-\\x{1842}])";

    private static final String SAR = "[\\x{202F}\\x{180E} ]*ᠰᠠᠷ";
    private static final String REST = "[\\x{1820}-\\x{1842}\\x{180B}-\\x{180F}\\x{202F} ]{0,10}";
    private static final Pattern AFTER_YEAR = Pattern.compile(" ?年 ?|" + ON + REST);
    private static final Pattern AFTER_MONTH = Pattern.compile(" ?月 ?|" + SAR + REST);
    private static final Pattern DAY = Pattern.compile(" ?[日号]");
    private static final Pattern MONTH = Pattern.compile(" ?月|" + SAR);
    private static final int LONGEST_END = 8;

    /** A number as it is written. */
    record Number(Span span, String text) {
        private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?");
        private static final Pattern PLAIN = Pattern.compile("\\d+(?:\\.\\d+)?");

        /** In ASCII digits, as it is grouped. */
        private String ascii() {
            var ascii = new StringBuilder();
            text.codePoints().forEach(c -> ascii.append(digit(c)));
            return ascii.toString();
        }

        private static char digit(int c) {
            return switch (c) {
                case '．', '᠃', '.' -> '.';
                case '，', ',' -> ',';
                default -> (char) ('0' + Character.digit(c, 10));
            };
        }

        boolean isGrouped() {
            return GROUPED.matcher(ascii()).matches();
        }

        /** Whether it is one number, not a version or a list such as {@code 1.2.3}. */
        boolean isOne() {
            return isGrouped() || PLAIN.matcher(ascii()).matches();
        }

        /** What it says: {@code 1250.5} for {@code １，２５０．５}. */
        String value() {
            return isOne() ? ascii().replace(",", "").replaceFirst("^0+(?=\\d)", "") : text;
        }

        private int zero() {
            return text.codePointAt(0) - Character.digit(text.codePointAt(0), 10);
        }

        /** The sign between its whole part and its fraction, if there is one. */
        private Optional<String> point() {
            int at = ascii().indexOf('.');
            return at < 0 ? Optional.empty() : Optional.of(text.substring(at, at + 1));
        }

        private Optional<String> comma() {
            int at = isGrouped() ? ascii().indexOf(',') : -1;
            return at < 0 ? Optional.empty() : Optional.of(text.substring(at, at + 1));
        }

        /**
         * What to write for {@code now} where {@code was} was written as this: {@code ᠑᠒} for 12 where 5 was {@code ᠕}; nothing
         * when the form does not tell, as of a fraction where there was none.
         */
        Optional<String> rewritten(Number was, Number now) {
            if (text.equals(was.text())) {
                return Optional.of(now.text());
            }
            if (!isOne() || !now.isOne()) {
                return Optional.empty();
            }
            String[] parts = now.ascii().replace(",", "").split("\\.");
            boolean unclear = comma().isEmpty()
                    && now.isGrouped()
                    && !was.isGrouped()
                    && was.value().length() <= 3;
            if (unclear || (parts.length > 1 && point().isEmpty())) {
                return Optional.empty();
            }
            String whole = filledUp(was, parts[0]);
            String written = comma().map(comma -> grouped(whole, comma)).orElse(whole)
                    + (parts.length > 1 ? point().orElseThrow() + parts[1] : "");
            var digits = new StringBuilder();
            written.codePoints()
                    .forEach(c -> digits.appendCodePoint(c >= '0' && c <= '9' ? zero() + Character.digit(c, 10) : c));
            return Optional.of(digits.toString());
        }

        /** With as many zeros before it as this has, or as {@code now} has when {@code was} and this had none. */
        private String filledUp(Number was, String now) {
            String bare = now.replaceFirst("^0+(?=\\d)", "");
            if (isFilledUp()) {
                return "0".repeat(Math.max(0, text.length() - bare.length())) + bare;
            }
            return was.isFilledUp() ? bare : now;
        }

        private boolean isFilledUp() {
            return ascii().matches("0\\d+");
        }

        private static String grouped(String whole, String comma) {
            return whole.replaceAll("(?<=\\d)(?=(?:\\d{3})+$)", comma);
        }
    }

    Span span() {
        return new Span(
                numbers.getFirst().span().start(), numbers.getLast().span().end());
    }

    /** What it says, whatever the script: {@code YEAR_MONTH_DAY [2026, 3, 5]}. */
    String value() {
        return shape + " " + numbers.stream().map(Number::value).toList();
    }

    /** The numbers and dates of {@code text} in its order. */
    static List<Amount> of(String text) {
        List<Number> numbers = numbers(text);
        List<Amount> amounts = new ArrayList<>();
        for (int i = 0; i < numbers.size(); ) {
            Shape shape = shape(text, numbers, i);
            amounts.add(new Amount(shape, List.copyOf(numbers.subList(i, i + shape.size))));
            i += shape.size;
        }
        return amounts;
    }

    private static List<Number> numbers(String text) {
        List<Span> marks = MARK.matcher(text).results().map(Amount::span).toList();
        return NUMBER.matcher(text)
                .results()
                .map(found -> new Number(new Span(found.start(), found.end()), found.group()))
                .filter(number -> marks.stream()
                        .noneMatch(mark -> mark.start() < number.span().end()
                                && number.span().start() < mark.end()))
                .toList();
    }

    private static Span span(java.util.regex.MatchResult found) {
        return new Span(found.start(), found.end());
    }

    private static Shape shape(String text, List<Number> numbers, int i) {
        String first = gap(text, numbers, i);
        String second = gap(text, numbers, i + 1);
        String third = gap(text, numbers, i + 2);
        boolean year = isWhole(AFTER_YEAR, first);
        boolean chinese = first.contains("年") || first.contains("月");
        if (LINE.matcher(first).matches()
                && first.equals(second)
                && numbers.get(i).text().length() == 4) {
            return Shape.YEAR_MONTH_DAY;
        }
        if (year && isWhole(AFTER_MONTH, second) && (!chinese || begins(DAY, third))) {
            return Shape.YEAR_MONTH_DAY;
        }
        if (year && begins(MONTH, second)) {
            return Shape.YEAR_MONTH;
        }
        return isWhole(AFTER_MONTH, first) && (!chinese || begins(DAY, second)) ? Shape.MONTH_DAY : Shape.NUMBER;
    }

    /** What stands between number {@code i} and the next; the end of the text behind the last, nothing behind that. */
    private static String gap(String text, List<Number> numbers, int i) {
        if (i >= numbers.size()) {
            return "";
        }
        int start = numbers.get(i).span().end();
        return i + 1 < numbers.size()
                ? text.substring(start, numbers.get(i + 1).span().start())
                : text.substring(start, Math.min(text.length(), start + LONGEST_END)) + "\n";
    }

    private static boolean isWhole(Pattern pattern, String gap) {
        return pattern.matcher(gap).matches();
    }

    private static boolean begins(Pattern pattern, String gap) {
        Matcher matcher = pattern.matcher(gap);
        return matcher.lookingAt();
    }
}
