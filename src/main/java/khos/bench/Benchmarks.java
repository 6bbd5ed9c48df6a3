package khos.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/** The benchmarks by name. */
public final class Benchmarks {
    private static final Path RESULTS = Path.of("target", "bench");
    private static final Map<String, Function<Class<?>, Report>> ALL = new TreeMap<>(Map.of(
            "editor", application -> EditorBenchmark.run(),
            "memory", application -> MemoryBenchmark.run(),
            "pages", application -> PagesBenchmark.run(),
            "script", application -> ScriptBenchmark.run(),
            "search", SearchBenchmark::run,
            "terms", application -> TermsBenchmark.run(),
            "tmx", application -> TmxBenchmark.run()));

    private Benchmarks() {}

    /**
     * What can be measured: {@code editor}, {@code memory}, {@code pages}, {@code script}, {@code search}, {@code terms},
     * {@code tmx}.
     */
    public static SortedSet<String> names() {
        return new TreeSet<>(ALL.keySet());
    }

    /**
     * Measures {@code names}, prints a table of each to {@code out} and writes {@code target/bench/<name>.json}.
     *
     * @param names of {@link #names()}
     * @param application started where the whole of it is measured
     */
    public static void run(Collection<String> names, Class<?> application, PrintStream out) {
        for (String name : names) {
            Function<Class<?>, Report> benchmark = ALL.get(name);
            if (benchmark == null) {
                throw new IllegalArgumentException("no benchmark is called " + name);
            }
            Report report = benchmark.apply(application);
            out.print(report.table());
            write(report);
        }
    }

    private static void write(Report report) {
        try {
            Files.createDirectories(RESULTS);
            Files.write(
                    RESULTS.resolve(report.name() + ".json"),
                    JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsBytes(report.figures()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
