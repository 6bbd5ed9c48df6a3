package khos.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import khos.account.SystemActor;
import khos.language.Language;
import khos.language.LanguagePair;
import khos.memory.TranslationMemory;
import khos.memory.TranslationUnit;
import khos.terminology.Termbase;
import khos.translation.DocumentChecks;
import khos.translation.People;
import khos.translation.Segment;
import khos.translation.TextKind;
import khos.translation.Translation;
import khos.translation.Translations;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What the editor asks of the server: to open a document, confirm a segment, find its matches and terms, check it; for documents
 * of 1,000, 10,000 and 100,000 segments, and 50 people in one of them at once. The database is SQLite on a disk, in a folder of
 * its own; a confirmation ends when it is on the disk.
 */
final class EditorBenchmark {
    private static final int[] SIZES = {1_000, 10_000, 100_000};
    private static final LanguagePair PAIR = new LanguagePair(Language.CHINESE, Language.MONGOLIAN);
    private static final int UNITS = 10_000;
    private static final int THRESHOLD = 70;
    private static final int MATCHES = 5;
    private static final int ROUNDS = 200;
    private static final int PEOPLE = 50;
    private static final int EACH = 20;
    /** As many rows as a list reads first. */
    private static final int ROWS = 50;

    private final Report report;
    private final Translations translations;
    private final People people;
    private final TranslationMemory memory;
    private final Termbase termbase;
    private final DocumentChecks checks;

    private EditorBenchmark(Report report, ConfigurableApplicationContext context) {
        this.report = report;
        translations = context.getBean(Translations.class);
        people = context.getBean(People.class);
        memory = context.getBean(TranslationMemory.class);
        termbase = context.getBean(Termbase.class);
        checks = context.getBean(DocumentChecks.class);
    }

    static Report run() {
        var report = new Report("editor");
        try {
            Path folder = Files.createTempDirectory("khos-bench-editor");
            try {
                measure(report, folder);
                OpenEditors.measure(report, folder.resolve("served"));
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return report;
    }

    private static void measure(Report report, Path folder) {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(EditorRooms.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run("--khos.data=" + folder.resolve("data"))) {
            var benchmark = new EditorBenchmark(report, context);
            as(() -> {
                benchmark.fillMemory();
                for (int size : SIZES) {
                    benchmark.measure(size);
                }
                return 0;
            });
        }
    }

    private static <T> T as(Callable<T> work) {
        try {
            return SystemActor.call(work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private void fillMemory() {
        var text = new ChineseSentences(1);
        memory.store(IntStream.range(0, UNITS)
                .mapToObj(i -> new TranslationUnit(
                        PAIR, text.sentence(), "ᠮᠣᠷᠢ " + i, "unit-" + i, SystemActor.NAME, Instant.EPOCH, 0))
                .toList());
    }

    private void measure(int size) {
        String name = "%,d: ".formatted(size);
        var text = new ChineseSentences(2);
        var markdown = new StringBuilder();
        for (int i = 0; i < size; i++) {
            markdown.append(text.sentence()).append("\n\n");
        }
        long start = System.nanoTime();
        Translation document = translations.extract(TextKind.ARTICLE, "bench-" + size, PAIR, markdown.toString());
        report.add(name + "take in", (System.nanoTime() - start) / 1e9, "s");
        int segments = document.progress().total();
        add(name + "open, with the first rows", times(i -> open(document.id())));
        add(
                name + "read rows in the middle",
                times(i ->
                        translations.segments(document.id(), segments / 2, ROWS).size()));
        List<Segment> some = translations.segments(document.id(), segments / 3, ROUNDS);
        add(name + "confirm, find the next", times(i -> confirm(some.get(i % some.size()))));
        add(
                name + "matches",
                times(i -> memory.lookup(some.get(i % some.size()).source(), PAIR, THRESHOLD, MATCHES)
                        .size()));
        add(
                name + "terms",
                times(i -> termbase.recognize(some.get(i % some.size()).source(), PAIR.source())
                        .size()));
        add(
                name + "checks while typing",
                times(i -> checks.of(some.get(i % some.size()).id(), "ᠮᠣᠷᠢ ᠲᠠᠯ᠎ᠠ ᠨᠢᠭᠡ " + i)
                        .size()));
        atOnce(name, document.id());
    }

    private int open(String document) {
        translations.document(document);
        people.whereabouts(document);
        int first = translations.nextOpen(document, -1).map(Segment::ordinal).orElse(0);
        return translations.segments(document, first, ROWS).size();
    }

    private int confirm(Segment segment) {
        Segment now = translations.segment(segment.id()).orElseThrow();
        translations.translate(now.id(), "ᠮᠣᠷᠢ ᠲᠠᠯ᠎ᠠ " + now.version(), now.version());
        return translations
                .nextOpen(now.documentId(), now.ordinal())
                .map(next -> people.lease(next.id()).isPresent() ? 1 : 0)
                .orElse(0);
    }

    private interface Step {
        int run(int round);
    }

    private static long[] times(Step step) {
        for (int i = 0; i < ROUNDS / 4; i++) {
            step.run(i);
        }
        return IntStream.range(0, ROUNDS)
                .mapToLong(i -> Stopwatch.once(round -> step.run(round), i))
                .sorted()
                .toArray();
    }

    private void add(String what, long[] times) {
        report.add(
                what,
                times[times.length / 2] / 1e6,
                "ms",
                "95 of 100 within %.2f ms".formatted(times[times.length * 95 / 100] / 1e6));
    }

    /** Each of them opens the document, then confirms, with matches, terms and checks for each segment, without a pause. */
    private void atOnce(String name, String document) {
        List<Segment> all = translations.segments(document, 0, PEOPLE * EACH);
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<long[]>> runs = IntStream.range(0, PEOPLE)
                    .mapToObj(person -> threads.submit(() -> as(() -> work(document, all, person))))
                    .toList();
            long[] times = runs.stream()
                    .flatMapToLong(run -> LongStream.of(get(run)))
                    .sorted()
                    .toArray();
            double seconds = (System.nanoTime() - start) / 1e9;
            add(name + PEOPLE + " people, a segment each without a pause", times);
            report.add(name + PEOPLE + " people, segments", times.length / seconds, "a second");
        }
    }

    private long[] work(String document, List<Segment> all, int person) {
        open(document);
        long[] times = new long[Math.min(EACH, all.size() / PEOPLE)];
        for (int i = 0; i < times.length; i++) {
            Segment segment = all.get(person * times.length + i);
            times[i] = Stopwatch.once(this::whole, segment);
        }
        return times;
    }

    private int whole(Segment segment) {
        return memory.lookup(segment.source(), PAIR, THRESHOLD, MATCHES).size()
                + termbase.recognize(segment.source(), PAIR.source()).size()
                + checks.of(segment.id(), "ᠮᠣᠷᠢ ᠲᠠᠯ᠎ᠠ").size()
                + confirm(segment);
    }

    private static long[] get(Future<long[]> run) {
        try {
            return run.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
