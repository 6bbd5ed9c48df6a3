package khos.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import khos.language.Language;
import khos.memory.Context;
import khos.memory.MemoryIndex;
import khos.memory.Sentence;

/**
 * The translation memory: how long a look-up takes and what it finds beside comparing with every unit, for 10,000 to a
 * million units of both languages; threshold 70, ten best.
 *
 * <p>Queries are units changed to 95, 85, 75 and 65 %, a fourth of them by whole clauses and the others here and there, and
 * sentences that have nothing to do with any.
 */
final class MemoryBenchmark {
    private static final int[] SIZES = {10_000, 100_000, 1_000_000};
    private static final int[] LEVELS = {95, 85, 75, 65, 0};
    private static final int QUERIES = 500;
    private static final int COMPARED = 40;
    private static final int IMPORTED = 20_000;
    private static final int BATCH = 500;
    private static final int PRETRANSLATED = 10_000;
    /** The one that pre-translation proposes and the least that it takes; of so many matches the best is used. */
    private static final int[] PRETRANSLATION_THRESHOLDS = {85, 75};

    private static final int PRETRANSLATION_LIMIT = 3;
    private static final int THRESHOLD = 70;
    private static final int LIMIT = 10;

    private MemoryBenchmark() {}

    static Report run() {
        var report = new Report("memory");
        for (Language language : Language.values()) {
            List<String> units = sentences(language, SIZES[SIZES.length - 1] + IMPORTED, 1);
            List<String> unrelated = sentences(language, QUERIES, 2);
            for (int size : SIZES) {
                measure(language, units, unrelated, size, report);
            }
        }
        return report;
    }

    private static List<String> sentences(Language language, int count, long seed) {
        List<String> sentences = new ArrayList<>(count);
        if (language == Language.CHINESE) {
            var text = new ChineseSentences(seed);
            while (sentences.size() < count) {
                sentences.add(text.sentence());
            }
            return sentences;
        }
        var text = new MongolianText(seed);
        while (sentences.size() < count) {
            for (String sentence : text.text(1_000_000).split("(?<=᠃) ")) {
                if (sentences.size() < count) {
                    sentences.add(sentence);
                }
            }
        }
        return sentences;
    }

    private static void measure(
            Language language, List<String> units, List<String> unrelated, int size, Report report) {
        String name = "%s %,d: ".formatted(language.code(), size);
        long start = System.nanoTime();
        MemoryIndex index = index(language, units.subList(0, size));
        report.add(name + "build", (System.nanoTime() - start) / 1e9, "s");
        report.add(name + "held beside the texts", (double) index.bytes() / size, "bytes a unit");
        List<String> queries = queries(units.subList(0, size), unrelated);
        for (int round = 0; round < 3; round++) {
            times(index, queries);
        }
        long[] times = times(index, queries);
        Arrays.sort(times);
        report.add(name + "look-up, p50", times[times.length / 2] / 1e6, "ms");
        report.add(name + "look-up, p95", times[times.length * 95 / 100] / 1e6, "ms");
        report.add(
                name + "look-ups",
                1e9 * times.length / Arrays.stream(times).sum(),
                "a second",
                "10,000 in %.1f s".formatted(Arrays.stream(times).sum() * 1e-9 * 10_000 / times.length));
        for (int threshold : PRETRANSLATION_THRESHOLDS) {
            report.add(
                    name + "10,000 sentences on all processors, from %d on".formatted(threshold),
                    allAtOnce(index, queries, threshold) / 1e9,
                    "s",
                    "%d processors".formatted(Runtime.getRuntime().availableProcessors()));
        }
        compare(name, language, index, units.subList(0, size), queries, report);
        duringImport(name, index, units, size, queries, report);
    }

    private static MemoryIndex index(Language language, List<String> units) {
        var index = new MemoryIndex(language);
        MemoryIndex.Batch batch = index.batch();
        for (int i = 0; i < units.size(); i++) {
            batch.add(i, units.get(i), Integer.toString(i));
        }
        index.add(batch);
        return index;
    }

    private static long[] times(MemoryIndex index, List<String> queries) {
        return queries.stream()
                .mapToLong(query -> Stopwatch.once(
                        sentence -> index.lookup(sentence, THRESHOLD, LIMIT).size(), query))
                .toArray();
    }

    /** As pre-translation asks, without the reading of texts from the database. */
    private static long allAtOnce(MemoryIndex index, List<String> queries, int threshold) {
        List<Sentence> page =
                queries.stream().map(query -> new Sentence(query, Context.NONE)).toList();
        long start = System.nanoTime();
        int found = 0;
        for (int done = 0; done < PRETRANSLATED; done += page.size()) {
            found += index.lookupAll(page, threshold, PRETRANSLATION_LIMIT).stream()
                    .mapToInt(List::size)
                    .sum();
        }
        if (found == 0) {
            throw new IllegalStateException("no matches");
        }
        return System.nanoTime() - start;
    }

    private static List<String> queries(List<String> units, List<String> unrelated) {
        var random = new Random(3);
        List<String> queries = new ArrayList<>();
        for (int i = 0; i < QUERIES; i++) {
            int level = LEVELS[i % LEVELS.length];
            String unit = units.get(random.nextInt(units.size()));
            String other = units.get(random.nextInt(units.size()));
            queries.add(level == 0 ? unrelated.get(i) : changed(unit, other, 100 - level, random));
        }
        return queries;
    }

    /** {@code text} with {@code percent} of its characters inserted, deleted or taken from {@code other}. */
    private static String changed(String text, String other, int percent, Random random) {
        var changed = new StringBuilder(text);
        boolean clause = random.nextInt(4) == 0;
        int left = text.length() * percent / 100;
        while (left > 0) {
            int size = clause ? left : Math.min(left, 1 + random.nextInt(3));
            int at = random.nextInt(Math.max(1, changed.length() - size));
            int from = random.nextInt(Math.max(1, other.length() - size));
            String piece = other.substring(from, Math.min(other.length(), from + size));
            switch (random.nextInt(3)) {
                case 0 -> changed.insert(at, piece);
                case 1 -> changed.delete(at, at + size);
                default -> changed.replace(at, at + size, piece);
            }
            left -= size;
        }
        return changed.toString();
    }

    /** How many of the similarities that comparing with every unit finds are found. */
    private static void compare(
            String name,
            Language language,
            MemoryIndex index,
            List<String> units,
            List<String> queries,
            Report report) {
        int step = queries.size() / COMPARED + 1;
        int expected = 0;
        int found = 0;
        long nanos = 0;
        for (int i = 0; i < queries.size(); i += step) {
            String query = queries.get(i);
            long start = System.nanoTime();
            List<Integer> truth = bestOfAll(query, language, units);
            nanos += System.nanoTime() - start;
            List<Integer> hits = index.lookup(query, THRESHOLD, LIMIT).stream()
                    .map(MemoryIndex.Hit::similarity)
                    .toList();
            expected += truth.size();
            // What looks the same counts higher than its letters alone, so a hit may be better than the truth.
            for (int rank = 0; rank < truth.size() && rank < hits.size(); rank++) {
                found += hits.get(rank) >= truth.get(rank) ? 1 : 0;
            }
        }
        report.add(name + "comparing with every unit", nanos / 1e6 / COMPARED, "ms");
        report.add(name + "found of what that finds", found, "matches", Report.times((double) found / expected, "all"));
    }

    private static List<Integer> bestOfAll(String query, Language language, List<String> units) {
        int[] key = MemoryIndex.key(query, language);
        return units.parallelStream()
                .mapToInt(unit -> similarity(key, MemoryIndex.key(unit, language)))
                .filter(similarity -> similarity >= THRESHOLD)
                .boxed()
                .sorted((a, b) -> b - a)
                .limit(LIMIT)
                .toList();
    }

    /** By the textbook's matrix; 0 when lengths alone rule a match out. */
    private static int similarity(int[] a, int[] b) {
        int longer = Math.max(a.length, b.length);
        if (Math.min(a.length, b.length) * 100 < longer * THRESHOLD) {
            return 0;
        }
        int[] row = new int[b.length + 1];
        for (int j = 0; j <= b.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length; i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length; j++) {
                int next = Math.min(Math.min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = row[j];
                row[j] = next;
            }
        }
        return 100 * (longer - row[b.length]) / longer;
    }

    /** Look-ups while another thread adds units in batches, as an import does. */
    private static void duringImport(
            String name, MemoryIndex index, List<String> units, int size, List<String> queries, Report report) {
        var done = new AtomicBoolean();
        Thread importer = Thread.ofPlatform().start(() -> {
            for (int from = size; from < size + IMPORTED; from += BATCH) {
                MemoryIndex.Batch batch = index.batch();
                for (int i = from; i < from + BATCH; i++) {
                    batch.add(i, units.get(i), Integer.toString(i));
                }
                index.add(batch);
                index.tidy();
            }
            done.set(true);
        });
        List<long[]> rounds = new ArrayList<>();
        do {
            rounds.add(times(index, queries));
        } while (!done.get());
        try {
            importer.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        long[] times = rounds.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        report.add(name + "look-up during import, p95", times[times.length * 95 / 100] / 1e6, "ms");
        report.add(name + "look-up during import, longest", times[times.length - 1] / 1e6, "ms");
    }
}
