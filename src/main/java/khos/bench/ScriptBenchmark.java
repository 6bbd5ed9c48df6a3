package khos.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import khos.mongolian.Connector;
import khos.mongolian.Menksoft;
import khos.mongolian.Skeleton;
import khos.mongolian.Skeleton.Level;
import khos.mongolian.Spelling;
import khos.mongolian.Transliteration;
import khos.mongolian.WordCount;
import khos.mongolian.WordList;

/** The script library: characters a second of each function, and how many vectors of the project it meets. */
final class ScriptBenchmark {
    private static final int SIZE = 1_000_000;
    private static final int SMALL = 10_000;
    private static final int LARGE = 10_000_000;
    private static final Connector CONNECTOR = Connector.VOWEL_SEPARATOR;

    private ScriptBenchmark() {}

    private static Map<String, ToLongFunction<String>> functions() {
        Map<String, ToLongFunction<String>> functions = new LinkedHashMap<>();
        functions.put("copying", text -> {
            var copy = new StringBuilder(text.length());
            for (int i = 0; i < text.length(); i++) {
                copy.append(text.charAt(i));
            }
            return copy.length();
        });
        for (Level level : Level.values()) {
            functions.put("skeleton " + level, text -> Skeleton.of(text, level).length());
        }
        functions.put(
                "repair of spelling",
                text -> Spelling.repair(text, CONNECTOR).text().length());
        functions.put(
                "Unicode to Menksoft", text -> Menksoft.ofUnicode(text).text().length());
        functions.put(
                "Menksoft to Unicode",
                text -> Menksoft.toUnicode(text, CONNECTOR).text().length());
        functions.put("official Latin", text -> Transliteration.official(text).length());
        functions.put("count of words", WordCount::of);
        return functions;
    }

    static Report run() {
        var report = new Report("script");
        long start = System.nanoTime();
        int words = WordList.words().size();
        report.add("words read", words, "words", "%d ms".formatted((System.nanoTime() - start) / 1_000_000));
        String text = new MongolianText(57).text(SIZE);
        String codes = Menksoft.ofUnicode(text).text();
        double limit = 0;
        for (var function : functions().entrySet()) {
            String input = function.getKey().startsWith("Menksoft") ? codes : text;
            double cold =
                    speed(input.substring(0, SMALL), Stopwatch.once(function.getValue(), input.substring(0, SMALL)));
            double warm = speed(input, Stopwatch.warm(function.getValue(), input));
            limit = limit == 0 ? warm : limit;
            report.add(
                    function.getKey(),
                    warm,
                    "Mchar/s",
                    Report.times(warm / limit, "copying") + ", cold " + round(cold));
        }
        growth(report);
        vectors(report);
        return report;
    }

    private static double speed(String text, long nanos) {
        return text.length() * 1e3 / nanos;
    }

    private static String round(double speed) {
        return "%.2f".formatted(speed);
    }

    /** Time for each character of ten megabytes beside that of a hundredth. */
    private static void growth(Report report) {
        String large = new MongolianText(58).text(LARGE);
        String small = large.substring(0, LARGE / 100);
        functions().forEach((name, function) -> {
            if (name.startsWith("Menksoft")) {
                return;
            }
            double ratio = (double) Stopwatch.warm(function, large) / Stopwatch.warm(function, small) / 100;
            report.add(name + ", 10 M beside 0.1 M", ratio, "× a char");
        });
    }

    /** The project's own vectors, where it stands in its folder. */
    private static void vectors(Report report) {
        Path file = Path.of("src/test/resources/khos/mongolian/skeletons.tsv");
        if (!Files.isReadable(file)) {
            return;
        }
        try {
            List<String[]> rows = Files.readAllLines(file).stream()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .toList();
            long right = rows.stream()
                    .filter(row -> Skeleton.of(text(row[0]), Level.K1).equals(row[1])
                            && Skeleton.of(text(row[0]), Level.K2).equals(row[2]))
                    .count();
            report.add("vectors met at K1 and K2", right, "vectors", Report.times((double) right / rows.size(), "all"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String codePoints) {
        return Arrays.stream(codePoints.split(" "))
                .map(hex -> Character.toString(Integer.parseInt(hex, 16)))
                .collect(Collectors.joining());
    }
}
