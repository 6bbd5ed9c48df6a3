package khos.analysis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;

/** What is known of single Chinese characters: the simplified one that a traditional one stands for, and how they are read. */
final class Han {
    private static final int FIRST = 0x3400;
    private static final int LAST = 0x9FFF;
    private static final char[] SIMPLIFIED = simplified();
    private static final String[][] READINGS = readings();
    private static final String[] NONE = {};

    private Han() {}

    static boolean is(int c) {
        return Character.isIdeographic(c) && Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
    }

    /** {@code 课} for {@code 課}; itself where there is nothing to simplify. */
    static int simplified(int c) {
        return c >= FIRST && c <= LAST && SIMPLIFIED[c - FIRST] != 0 ? SIMPLIFIED[c - FIRST] : c;
    }

    /** Pinyin without tones, ü as u, all readings in no order: {@code le}, {@code yue} for {@code 乐}. */
    static String[] readings(int c) {
        String[] readings = c >= FIRST && c <= LAST ? READINGS[c - FIRST] : null;
        return readings == null ? NONE : readings;
    }

    private static char[] simplified() {
        char[] simplified = new char[LAST - FIRST + 1];
        read("simplified.tsv", (one, others) -> others.chars().forEach(c -> simplified[c - FIRST] = one.charAt(0)));
        return simplified;
    }

    private static String[][] readings() {
        String[][] readings = new String[LAST - FIRST + 1][];
        read(
                "pinyin.tsv",
                (reading, characters) -> characters.chars().forEach(c -> {
                    String[] known = readings[c - FIRST];
                    if (known == null) {
                        readings[c - FIRST] = new String[] {reading};
                    } else {
                        readings[c - FIRST] = Arrays.copyOf(known, known.length + 1);
                        readings[c - FIRST][known.length] = reading;
                    }
                }));
        return readings;
    }

    private static void read(String file, BiConsumer<String, String> row) {
        try (InputStream in = Han.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing");
            }
            List<String> lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
            for (String line : lines) {
                String[] columns = line.split("\t");
                row.accept(columns[0], columns[1]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
