package khos.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import khos.account.SystemActor;
import khos.language.Language;
import khos.terminology.Concept;
import khos.terminology.Status;
import khos.terminology.Term;
import khos.terminology.TermRecognizer;
import khos.terminology.Termbase;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The termbase with 1,000, 10,000 and 100,000 terms of each language: how long it takes to get ready and to find terms in texts
 * of 1,000 characters and longer, beside {@link LongestMatch}; and with as many concepts in SQLite how long until a term that was
 * added is found, and until the list of terms has a page.
 */
final class TermsBenchmark {
    private static final int[] SIZES = {1_000, 10_000, 100_000};
    private static final int LENGTH = 1_000;
    private static final int TEXTS = 200;
    private static final int ADDED = 50;
    private static final int ROWS = 50;
    private static final int LONGEST = 200;

    /** What was found, so that no work can be left out as useless. */
    private int kept;

    private final Report report = new Report("terms");

    private TermsBenchmark() {}

    static Report run() {
        var benchmark = new TermsBenchmark();
        for (Language language : Language.values()) {
            List<String> terms = terms(language, SIZES[SIZES.length - 1]);
            for (int size : SIZES) {
                benchmark.find(language, terms.subList(0, size));
            }
        }
        benchmark.findNested();
        benchmark.keep();
        return benchmark.report;
    }

    /** Different ones: Chinese of 2 to 6 characters, Mongolian of one to three words. */
    private static List<String> terms(Language language, int count) {
        Set<String> terms = new LinkedHashSet<>();
        var random = new Random(4);
        var chinese = new ChineseSentences(4);
        var mongolian = new MongolianText(4);
        while (terms.size() < count) {
            if (language == Language.CHINESE) {
                String sentence = chinese.sentence().replace("，", "");
                int length = 2 + random.nextInt(5);
                terms.add(sentence.substring(0, Math.min(length, sentence.length() - 1)));
            } else {
                terms.add(String.join(
                        " ",
                        Stream.generate(mongolian::word)
                                .limit(1 + random.nextInt(3))
                                .toList()));
            }
        }
        return List.copyOf(terms);
    }

    private static String text(Language language, int length, long seed) {
        if (language == Language.MONGOLIAN) {
            return new MongolianText(seed).text(length).substring(0, length);
        }
        var sentences = new ChineseSentences(seed);
        var text = new StringBuilder();
        while (text.length() < length) {
            text.append(sentences.sentence());
        }
        return text.substring(0, length);
    }

    private static List<Concept> concepts(Collection<String> terms, Language language) {
        List<Concept> concepts = new ArrayList<>();
        for (String term : terms) {
            String id = "%08d".formatted(concepts.size());
            concepts.add(new Concept(id, "", "", "", "", List.of(new Term(language, term, Status.PREFERRED)), 0));
        }
        return concepts;
    }

    private void find(Language language, List<String> terms) {
        String name = "%s %,d: ".formatted(language.code(), terms.size());
        List<Concept> concepts = concepts(terms, language);
        long before = used();
        long start = System.nanoTime();
        var recognizer = new TermRecognizer(concepts, language);
        report.add(name + "build", (System.nanoTime() - start) / 1e6, "ms");
        report.add(name + "held beside the concepts", (double) (used() - before) / terms.size(), "bytes a term");
        var simple = new LongestMatch(terms);
        List<String> texts = IntStream.range(0, TEXTS)
                .mapToObj(i -> text(language, LENGTH, 100 + i))
                .toList();
        double[] ours = times(i -> recognizer.occurrences(texts.get(i)).size());
        double[] theirs = times(i -> simple.count(texts.get(i)));
        report.add(
                name + "1,000 characters, p50",
                ours[0],
                "ms",
                Report.times(ours[0] / theirs[0], "a hash table of strings"));
        report.add(
                name + "1,000 characters, p95",
                ours[1],
                "ms",
                Report.times(ours[1] / theirs[1], "a hash table of strings"));
        int found = texts.stream()
                .mapToInt(text -> recognizer.occurrences(text).size())
                .sum();
        int foundSo = texts.stream().mapToInt(simple::count).sum();
        report.add(
                name + "found in them",
                found,
                "terms",
                Report.times((double) found / foundSo, "a hash table of strings"));
        String book = text(language, LENGTH * 100, 9);
        double whole = Stopwatch.warm(text -> recognizer.occurrences(text).size(), book) / 1e6;
        report.add(name + "100,000 characters", whole, "ms", Report.times(whole / ours[0] / 100, "its part"));
    }

    /** Words that begin one another as often as can be, and one that always nearly fits. */
    private void findNested() {
        List<String> nested =
                IntStream.rangeClosed(1, LONGEST).mapToObj("啊"::repeat).toList();
        List<String> nearly = List.of("啊".repeat(LONGEST - 1) + "马");
        for (int length : new int[] {LENGTH, LENGTH * 10, LENGTH * 100}) {
            String text = "啊".repeat(length);
            for (List<String> terms : List.of(nested, nearly)) {
                var recognizer = new TermRecognizer(concepts(terms, Language.CHINESE), Language.CHINESE);
                double nanos = Stopwatch.warm(all -> recognizer.occurrences(all).size(), text);
                report.add(
                        "one character %,d times, %s"
                                .formatted(length, terms == nested ? "200 nested terms" : "one near miss"),
                        nanos / 1e6,
                        "ms",
                        "%.3f ms per 1,000".formatted(nanos / 1e6 * LENGTH / length));
            }
        }
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** Milliseconds of the middle one and of that which 95 of 100 are below, warmed up. */
    private double[] times(IntUnaryOperator work) {
        for (int round = 0; round < 5; round++) {
            kept += IntStream.range(0, TEXTS).map(work).sum();
        }
        return percentiles(
                IntStream.range(0, TEXTS).mapToLong(i -> once(work, i)).toArray());
    }

    private long once(IntUnaryOperator work, int i) {
        long start = System.nanoTime();
        kept += work.applyAsInt(i);
        return System.nanoTime() - start;
    }

    private static double[] percentiles(long[] nanos) {
        Arrays.sort(nanos);
        return new double[] {nanos[nanos.length / 2] / 1e6, nanos[nanos.length * 95 / 100] / 1e6};
    }

    /** In a database, concepts of a term in each language. */
    private void keep() {
        List<String> chinese = terms(Language.CHINESE, SIZES[SIZES.length - 1]);
        List<String> mongolian = terms(Language.MONGOLIAN, SIZES[SIZES.length - 1]);
        for (int size : SIZES) {
            try {
                Path folder = Files.createTempDirectory("khos-bench-terms");
                try {
                    keep(folder, chinese.subList(0, size), mongolian.subList(0, size));
                } finally {
                    delete(folder);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private void keep(Path folder, List<String> chinese, List<String> mongolian) {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(TermRooms.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run("--khos.data=" + folder)) {
            var termbase = context.getBean(Termbase.class);
            SystemActor.call(() -> {
                measure(termbase, chinese, mongolian);
                return 0;
            });
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void measure(Termbase termbase, List<String> chinese, List<String> mongolian) {
        String name = "%,d concepts: ".formatted(chinese.size());
        List<Concept> concepts = new ArrayList<>();
        for (int i = 0; i < chinese.size(); i++) {
            Status status = i % 100 == 0 ? Status.FORBIDDEN : Status.PREFERRED;
            concepts.add(new Concept(
                    "",
                    i % 2 == 0 ? "教育" : "交通",
                    "第" + i + "个",
                    "",
                    "",
                    List.of(
                            new Term(Language.CHINESE, chinese.get(i), status),
                            new Term(Language.MONGOLIAN, mongolian.get(i), Status.PREFERRED)),
                    0));
        }
        report.add(name + "taken in", once(i -> termbase.addMissing(concepts).size(), 0) / 1e9, "s");
        report.add(
                name + "read at the start",
                once(i -> termbase.recognize("马", Language.CHINESE).size(), 0) / 1e6,
                "ms");
        long[] added = new long[ADDED];
        for (int i = 0; i < ADDED; i++) {
            added[i] = once(number -> addAndFind(termbase, number), i);
        }
        add(name + "one added until it is found", percentiles(added));
        page(name + "first page of all", termbase, "", Optional.empty(), 0);
        page(name + "last page of all", termbase, "", Optional.empty(), chinese.size() - ROWS);
        page(name + "page of what contains 一", termbase, "一", Optional.empty(), 0);
        page(name + "page of what is found once", termbase, "翻译骆驼 7", Optional.empty(), 0);
        page(name + "page of what is forbidden", termbase, "", Optional.of(Status.FORBIDDEN), 0);
    }

    private static int addAndFind(Termbase termbase, int number) {
        String text = "翻译骆驼 " + number;
        termbase.add(Concept.of(List.of(new Term(Language.CHINESE, text, Status.PREFERRED))));
        int found = termbase.recognize(text, Language.CHINESE).size();
        if (found == 0) {
            throw new IllegalStateException(text);
        }
        return found;
    }

    /** As the list of terms asks: how many there are, and the rows that are looked at. */
    private void page(String name, Termbase termbase, String text, Optional<Status> status, int offset) {
        long[] nanos = new long[20];
        for (int i = 0; i < nanos.length; i++) {
            nanos[i] = once(
                    round -> termbase.count(text, status)
                            + termbase.search(text, status, offset, ROWS).size(),
                    i);
        }
        add(name, percentiles(nanos));
    }

    private void add(String name, double[] percentiles) {
        report.add(name + ", p50", percentiles[0], "ms");
        report.add(name + ", p95", percentiles[1], "ms");
    }
}
