package khos.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import khos.account.SystemActor;
import khos.memory.MemoryFiles;
import khos.memory.TmxReader;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A translation memory of a million units, some 400 MB of TMX that are made as they are read: how fast it is read, and how fast
 * it is taken into SQLite, beside what the heap held at most.
 */
final class TmxBenchmark {
    private static final int UNITS = 1_000_000;
    private static final int PART = 1_000;
    private static final int SENTENCES = 5_000;
    private static final double MEGABYTE = 1024 * 1024;

    private final Report report = new Report("tmx");
    private final List<String> chinese;
    private final List<String> mongolian;
    private long bytes;

    private TmxBenchmark() {
        var sentences = new ChineseSentences(6);
        var text = new MongolianText(6);
        chinese = Stream.generate(sentences::sentence).limit(SENTENCES).toList();
        mongolian = Stream.generate(text::sentence).limit(SENTENCES).toList();
    }

    static Report run() {
        var benchmark = new TmxBenchmark();
        try {
            benchmark.read();
            Path folder = Files.createTempDirectory("khos-bench-tmx");
            try {
                benchmark.takeIn(folder);
            } finally {
                TermsBenchmark.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return benchmark.report;
    }

    /** The file, a thousand units at a time. */
    private InputStream file() {
        bytes = 0;
        return new SequenceInputStream(new Enumeration<InputStream>() {
            private int next;

            @Override
            public boolean hasMoreElements() {
                return next <= UNITS / PART + 1;
            }

            @Override
            public InputStream nextElement() {
                byte[] part = text(next++).getBytes(StandardCharsets.UTF_8);
                bytes += part.length;
                return new ByteArrayInputStream(part);
            }
        });
    }

    private String text(int number) {
        if (number == 0) {
            return "<?xml version=\"1.0\"?>\n<tmx version=\"1.4\"><header srclang=\"zh\"/><body>\n";
        }
        return number > UNITS / PART ? "</body></tmx>\n" : part(number - 1);
    }

    private String part(int number) {
        var part = new StringBuilder();
        for (int i = number * PART; i < (number + 1) * PART; i++) {
            part.append("<tu creationid=\"anna\" creationdate=\"20200101T000000Z\"><tuv xml:lang=\"zh-CN\"><seg>")
                    .append(chinese.get(i % SENTENCES))
                    .append(i)
                    .append("</seg></tuv><tuv xml:lang=\"mn-Mong\"><seg>")
                    .append(mongolian.get(i % SENTENCES))
                    .append(i)
                    .append("</seg></tuv></tu>\n");
        }
        return part.toString();
    }

    private void read() throws IOException {
        int[] units = {0};
        resetPeak();
        long start = System.nanoTime();
        TmxReader.read(file(), unit -> units[0]++, refusal -> {
            throw new IllegalStateException(refusal.toString());
        });
        double seconds = (System.nanoTime() - start) / 1e9;
        if (units[0] != UNITS) {
            throw new IllegalStateException(units[0] + " units");
        }
        report.add("the file", bytes / MEGABYTE, "MB");
        report.add("read", bytes / MEGABYTE / seconds, "MB a second");
        report.add("read", UNITS / seconds, "units a second");
        report.add("heap at most while it is read", peak() / MEGABYTE, "MB");
    }

    private void takeIn(Path folder) {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(MemoryRooms.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run("--khos.data=" + folder)) {
            var files = context.getBean(MemoryFiles.class);
            resetPeak();
            long start = System.nanoTime();
            SystemActor.call(() -> files.takeIn(file(), "bench.tmx", count -> {}, refusal -> {}));
            report.add("taken into SQLite", UNITS / ((System.nanoTime() - start) / 1e9), "units a second");
            report.add("heap at most meanwhile", peak() / MEGABYTE, "MB");
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    private static void resetPeak() {
        System.gc();
        heap().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    private static long peak() {
        return heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    }
}
