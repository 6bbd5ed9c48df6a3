package khos.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import khos.language.Language;
import khos.language.Span;
import khos.mongolian.Letters;
import khos.mongolian.Skeleton;
import khos.mongolian.Skeleton.Level;

/**
 * The numbers of a text, whatever they are written with: {@code 3.5万}, {@code ３５０００}, {@code ᠓᠕᠐᠐᠐} and
 * {@code 3.5 ᠲᠦᠮᠡ} are one number.
 *
 * <p>The forms of Mongolian number words are those of the word lists. Real texts write a decimal point as U+1803 too
 * ({@code 13᠃5}, in CMiLBench).
 */
final class Numbers {
    /**
     * A number of a text.
     *
     * @param value in plain decimal notation without idle zeros
     * @param firm whether digits say it; numbers in words are often no numbers ({@code 一般}) and only serve to answer digits
     * @param plain whether {@code span} holds nothing but digits and separators
     * @param mantissa {@code value} without the magnitude, {@code 3.5} of {@code 3.5万}
     */
    record Amount(Span span, String value, boolean firm, boolean plain, String mantissa) {}

    private static final String DIGITS = "〇一二三四五六七八九";
    private static final String FORMAL = "零壹贰叁肆伍陆柒捌玖";
    private static final int LONGEST = 30;
    private static final int MOST_MAGNITUDES = 4;

    /** By {@link Level#K2}, so that every spelling of a look counts. */
    private static final Map<String, Long> WORDS = words();

    private final Side side;
    private final String text;
    private final List<Amount> amounts = new ArrayList<>();

    private Numbers(Side side) {
        this.side = side;
        this.text = side.text();
    }

    /** Those in digits. */
    static List<Amount> firm(Side side) {
        var numbers = new Numbers(side);
        numbers.readDigits();
        return numbers.amounts;
    }

    /** Those in words, by their values; of {@code 二十五} also {@code 20} and the like, for what is put together otherwise. */
    static List<String> soft(Side side) {
        var numbers = new Numbers(side);
        if (side.language() == Language.CHINESE) {
            numbers.readHan();
        } else {
            numbers.readWords();
        }
        return numbers.amounts.stream().map(Amount::value).toList();
    }

    private static Map<String, Long> words() {
        Map<String, Long> words = new HashMap<>();
        Object[][] table = {
            {1L, "ᠨᠢᠭᠡ", "ᠨᠢᠭᠡᠨ"},
            {2L, "ᠬᠣᠶᠠᠷ"},
            {3L, "ᠭᠤᠷᠪᠠ", "ᠭᠤᠷᠪᠠᠨ"},
            {4L, "ᠳᠥᠷᠪᠡ", "ᠳᠥᠷᠪᠡᠨ"},
            {5L, "ᠲᠠᠪᠤ", "ᠲᠠᠪᠤᠨ"},
            {6L, "ᠵᠢᠷᠭᠤᠭ\u180eᠠ", "ᠵᠢᠷᠭᠤᠭᠠᠨ"},
            {7L, "ᠳᠣᠯᠣᠭ\u180eᠠ", "ᠳᠣᠯᠣᠭᠠᠨ"},
            {8L, "ᠨᠠᠶᠢᠮᠠ", "ᠨᠠᠶᠢᠮᠠᠨ"},
            {9L, "ᠶᠢᠰᠦ", "ᠶᠢᠰᠦᠨ"},
            {10L, "ᠠᠷᠪᠠ", "ᠠᠷᠪᠠᠨ"},
            {20L, "ᠬᠣᠷᠢ", "ᠬᠣᠷᠢᠨ"},
            {30L, "ᠭᠤᠴᠢ", "ᠭᠤᠴᠢᠨ"},
            {40L, "ᠳᠥᠴᠢ", "ᠳᠥᠴᠢᠨ"},
            {50L, "ᠲᠠᠪᠢ", "ᠲᠠᠪᠢᠨ"},
            {60L, "ᠵᠢᠷᠠ", "ᠵᠢᠷᠠᠨ"},
            {70L, "ᠳᠠᠯᠠ", "ᠳᠠᠯᠠᠨ"},
            {80L, "ᠨᠠᠶ\u180eᠠ", "ᠨᠠᠶᠠᠨ"},
            {90L, "ᠶᠡᠷᠡ", "ᠶᠡᠷᠡᠨ"},
            {100L, "ᠵᠠᠭᠤ", "ᠵᠠᠭᠤᠨ"},
            {1_000L, "ᠮᠢᠩᠭ\u180eᠠ", "ᠮᠢᠩᠭᠠᠨ"},
            {10_000L, "ᠲᠦᠮᠡ", "ᠲᠦᠮᠡᠨ"},
            {100_000L, "ᠪᠤᠮ"},
            {1_000_000L, "ᠰᠠᠶ\u180eᠠ"},
            {100_000_000L, "ᠳᠦᠩᠰᠢᠭᠤᠷ", "ᠳ\u180bᠦᠩᠰᠢᠭᠤᠷ"},
        };
        for (Object[] row : table) {
            for (int i = 1; i < row.length; i++) {
                words.putIfAbsent(Skeleton.of((String) row[i], Level.K2), (Long) row[0]);
            }
        }
        return words;
    }

    static int digit(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        if (c >= '０' && c <= '９') {
            return c - '０';
        }
        return Letters.isDigit(c) ? c - 0x1810 : -1;
    }

    private int digitAt(int i) {
        return digit(side.at(i));
    }

    private void readDigits() {
        int word = 0;
        for (int i = 0; i < text.length(); ) {
            if (digitAt(i) < 0) {
                i++;
                continue;
            }
            int end = plainEnd(i);
            BigDecimal mantissa = value(i, end);
            int behind = end;
            BigDecimal value = mantissa;
            boolean plain = true;
            if (side.language() == Language.CHINESE) {
                behind = hanMagnitude(end);
                value = value.multiply(hanValue(end, behind));
                plain = behind == end;
                while (!plain && digitAt(behind) >= 0) {
                    int next = plainEnd(behind);
                    int nextEnd = hanMagnitude(next);
                    value = value.add(value(behind, next).multiply(hanValue(next, nextEnd)));
                    behind = nextEnd;
                }
            } else if (Character.isWhitespace(side.at(end))
                    || Letters.isGap(side.at(end))
                    || Letters.isLetter(side.at(end))) {
                List<Side.Word> words = side.words();
                while (word < words.size() && words.get(word).whole().start() < end) {
                    word++;
                }
                int magnitudes = 0;
                while (word < words.size()
                        && magnitudes++ < MOST_MAGNITUDES
                        && words.get(word).whole().start() - behind <= 2
                        && magnitude(words.get(word)) > 0) {
                    value = value.multiply(BigDecimal.valueOf(magnitude(words.get(word))));
                    behind = words.get(word).stem().end();
                    plain = false;
                    word++;
                }
            }
            amounts.add(new Amount(new Span(i, behind), plain(value), true, plain, plain(mantissa)));
            i = Math.max(behind, end);
        }
    }

    private long magnitude(Side.Word word) {
        if (word.stem().length() > LONGEST) {
            return 0;
        }
        long value = WORDS.getOrDefault(Skeleton.of(word.stem().of(text), Level.K2), 0L);
        return value >= 100 ? value : 0;
    }

    /** Behind digits with their thousands' commas and one decimal point; {@code 2024.9.16} are three numbers. */
    private int plainEnd(int start) {
        int end = digitsEnd(start);
        while (end - start <= 3 + 4 * 8
                && (side.at(end) == ',' || side.at(end) == '，')
                && digitsEnd(end + 1) == end + 4
                && (end - start) % 4 <= 3) {
            end += 4;
        }
        if (isPoint(side.at(end)) && digitAt(end + 1) >= 0 && !(start > 0 && isPoint(side.at(start - 1)))) {
            int behind = digitsEnd(end + 1);
            return isPoint(side.at(behind)) && digitAt(behind + 1) >= 0 ? end : behind;
        }
        return end;
    }

    private int digitsEnd(int start) {
        int end = start;
        while (digitAt(end) >= 0) {
            end++;
        }
        return end;
    }

    private static boolean isPoint(char c) {
        return c == '.' || c == '．' || c == '\u1803';
    }

    private BigDecimal value(int start, int end) {
        var digits = new StringBuilder();
        for (int i = start; i < end && digits.length() < LONGEST; i++) {
            int digit = digit(text.charAt(i));
            if (digit >= 0) {
                digits.append((char) ('0' + digit));
            } else if (isPoint(text.charAt(i))) {
                digits.append('.');
            }
        }
        if (digits.charAt(digits.length() - 1) == '.') {
            digits.append('0');
        }
        return new BigDecimal(digits.toString());
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private int hanMagnitude(int start) {
        int end = start;
        while (end - start < MOST_MAGNITUDES && hanUnit(side.at(end)) > 0) {
            end++;
        }
        return end;
    }

    private BigDecimal hanValue(int start, int end) {
        BigDecimal value = BigDecimal.ONE;
        for (int i = start; i < end; i++) {
            value = value.multiply(BigDecimal.valueOf(hanUnit(text.charAt(i))));
        }
        return value;
    }

    private static long hanUnit(char c) {
        return switch (c) {
            case '十', '拾' -> 10;
            case '百', '佰' -> 100;
            case '千', '仟' -> 1_000;
            case '万', '萬' -> 10_000;
            case '亿', '億' -> 100_000_000;
            default -> 0;
        };
    }

    private static int hanDigit(char c) {
        if (c == '两') {
            return 2;
        }
        int digit = DIGITS.indexOf(c);
        return digit >= 0 ? digit : FORMAL.indexOf(c);
    }

    private void readHan() {
        for (int i = 0; i < text.length(); ) {
            int end = i;
            var parts = new ArrayList<Long>();
            boolean units = false;
            while (end < text.length() && (hanDigit(side.at(end)) >= 0 || hanUnit(side.at(end)) > 0)) {
                char c = text.charAt(end);
                units |= hanUnit(c) > 0;
                parts.add(hanUnit(c) > 0 ? hanUnit(c) : hanDigit(c));
                end++;
            }
            if (end > i && end - i <= LONGEST) {
                add(i, end, units ? compose(parts) : concatenated(parts));
            }
            i = Math.max(end, i + 1);
        }
    }

    private static String concatenated(List<Long> digits) {
        var number = new StringBuilder();
        digits.forEach(number::append);
        return plain(new BigDecimal(number.toString()));
    }

    /** {@code 2 10 5} gives 25, {@code 3 10000 2 1000} gives 32,000, {@code 20 5} gives 25. */
    private static String compose(List<Long> parts) {
        BigDecimal whole = BigDecimal.ZERO;
        BigDecimal section = BigDecimal.ZERO;
        BigDecimal last = BigDecimal.ZERO;
        for (long part : parts) {
            if (part >= 10_000) {
                section = section.add(last);
                whole = whole.add(section.signum() == 0 ? BigDecimal.ONE : section)
                        .multiply(BigDecimal.valueOf(part));
                section = BigDecimal.ZERO;
                last = BigDecimal.ZERO;
            } else if (part == 10 || part == 100 || part == 1_000) {
                section = section.add((last.signum() == 0 ? BigDecimal.ONE : last).multiply(BigDecimal.valueOf(part)));
                last = BigDecimal.ZERO;
            } else {
                section = section.add(last);
                last = BigDecimal.valueOf(part);
            }
        }
        return plain(whole.add(section).add(last));
    }

    private void readWords() {
        var parts = new ArrayList<Long>();
        int end = -1;
        for (Side.Word word : side.words()) {
            Long value = word.stem().length() > LONGEST
                    ? null
                    : WORDS.get(Skeleton.of(word.stem().of(text), Level.K2));
            boolean follows = end >= 0 && word.whole().start() - end <= 2;
            if (!follows || value == null || parts.size() > LONGEST) {
                parts.clear();
            }
            if (value == null) {
                end = -1;
                continue;
            }
            parts.add(value);
            add(word.stem().start(), word.stem().end(), value.toString());
            if (parts.size() > 1) {
                add(word.stem().start(), word.stem().end(), compose(parts));
            }
            end = word.whole().end();
        }
    }

    private void add(int start, int end, String value) {
        amounts.add(new Amount(new Span(start, end), value, false, false, value));
    }
}
