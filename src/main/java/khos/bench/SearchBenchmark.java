package khos.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khos.language.Language;
import khos.mongolian.WordList;
import khos.publication.Article;
import khos.publication.Edition;
import khos.publication.Publication;
import khos.publication.Sentence;
import khos.search.MeasuredSearch;
import khos.search.Query;
import khos.terminology.Concept;
import khos.terminology.Status;
import khos.terminology.Term;

/**
 * Search over generated publications: the work of an answer, beside Lucene alone and SQLite's trigrams on the same texts, and
 * what a reader waits for over HTTP. Work is processor time, which others on the machine do not change; waiting is not.
 */
final class SearchBenchmark {
    private static final int DOCUMENTS = Integer.getInteger("khos.bench.documents", 100_000);
    private static final Path CONTENT = Path.of(System.getProperty("khos.bench.content", "content"));
    private static final int QUERIES = 200;
    private static final int TRIGRAM_QUERIES = 20;
    private static final int PAGE = 10;
    private static final int TERMS = 40;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private SearchBenchmark() {}

    static Report run(Class<?> application) {
        var report = new Report("search");
        try {
            Path folder = Files.createTempDirectory("khos-bench");
            try {
                measure(report, folder, application);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return report;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Publications in both languages, the same for a number. */
    private static final class Texts implements Iterator<Publication> {
        private final ChineseText chinese = new ChineseText(4, CONTENT);
        private final MongolianText mongolian = new MongolianText(4);
        private final Random random = new Random(4);
        private final int count;
        private int next;

        Texts(int count) {
            this.count = count;
        }

        @Override
        public boolean hasNext() {
            return next < count;
        }

        @Override
        public Publication next() {
            int number = next++;
            int sentences = 5 + random.nextInt(20);
            LocalDate date = LocalDate.of(2021, 1, 1).plusDays(random.nextInt(2_000));
            Map<Language, Edition> editions = new EnumMap<>(Language.class);
            List<Sentence> own = new ArrayList<>();
            List<Sentence> other = new ArrayList<>();
            for (int i = 1; i <= sentences; i++) {
                own.add(new Sentence(i, i, chinese.sentence()));
                other.add(new Sentence(i, i, mongolian.sentence()));
            }
            String title = chinese.word() + chinese.word() + chinese.word();
            editions.put(Language.CHINESE, edition(Language.CHINESE, title, date, own));
            editions.put(
                    Language.MONGOLIAN,
                    edition(Language.MONGOLIAN, mongolian.word() + " " + mongolian.word(), date, other));
            return new Article("p" + number, "text-" + number, editions);
        }

        private static Edition edition(Language language, String title, LocalDate date, List<Sentence> sentences) {
            return new Edition(
                    "",
                    language,
                    1,
                    title,
                    "",
                    "",
                    "",
                    "",
                    "news",
                    date,
                    "",
                    "",
                    List.of(),
                    0,
                    "",
                    sentences,
                    Instant.EPOCH);
        }
    }

    private static void measure(Report report, Path folder, Class<?> application) throws IOException {
        Map<String, List<String>> questions = questions();
        List<String> mix = questions.values().stream()
                .flatMap(list -> list.stream().limit(QUERIES / 4))
                .toList();
        double[] few = mix(folder.resolve("few"), mix);
        report.add("publications", DOCUMENTS, "in 2 languages");
        long start = System.nanoTime();
        Duration worked = worked();
        try (var search = new MeasuredSearch(folder.resolve("index"), new Texts(DOCUMENTS))) {
            double ours = (System.nanoTime() - start) / 1e9;
            Duration work = worked().minus(worked);
            start = System.nanoTime();
            try (var trigrams = trigrams(folder.resolve("text.db"))) {
                double theirs = (System.nanoTime() - start) / 1e9;
                index(report, folder, ours, theirs);
                report.add("processor time of a publication", (double) work.toMillis() / DOCUMENTS, "ms");
                questions.forEach((kind, asked) -> compare(report, kind, asked, search, trigrams));
            }
            suggestions(report, search);
            related(report, search);
            growth(report, few, times(mix, question -> found(search, question)));
        }
        try (var served = new ServedSearch(application, folder.resolve("data"), folder.resolve("index"))) {
            for (int clients : new int[] {1, 4}) {
                http(report, "HTTP, clients " + clients + ", the mix", served.times(clients, "/zh/search", mix));
                http(
                        report,
                        "HTTP, clients " + clients + ", suggestions",
                        served.times(clients, "/api/v1/suggest", begun()));
            }
        }
    }

    /** Beside a text that says forty agreed terms, two to four of its own characters each. */
    private static void related(Report report, MeasuredSearch search) {
        List<Publication> texts = new ArrayList<>();
        new Texts(QUERIES).forEachRemaining(texts::add);
        var random = new Random(5);
        Map<String, List<Concept>> concepts = new HashMap<>();
        for (Publication text : texts) {
            concepts.put(
                    text.id(),
                    Stream.generate(() -> concept(text, random)).limit(TERMS).toList());
        }
        Map<String, Publication> byId = texts.stream().collect(Collectors.toMap(Publication::id, text -> text));
        double[] times = times(
                List.copyOf(byId.keySet()),
                id -> search.related(Objects.requireNonNull(byId.get(id)), concepts.getOrDefault(id, List.of())));
        report.add(
                "related texts, p95",
                percentile(times, 95),
                "ms",
                "p50 %.2f ms, of %d terms the rarest".formatted(percentile(times, 50), TERMS));
    }

    private static Concept concept(Publication text, Random random) {
        List<Sentence> sentences = text.edition(Language.CHINESE).orElseThrow().sentences();
        String sentence = sentences.get(random.nextInt(sentences.size())).text();
        int length = Math.min(sentence.length(), 2 + random.nextInt(3));
        int from = random.nextInt(sentence.length() - length + 1);
        return Concept.of(
                List.of(new Term(Language.CHINESE, sentence.substring(from, from + length), Status.PREFERRED)));
    }

    private static Duration worked() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static void growth(Report report, double[] few, double[] all) {
        for (int percent : new int[] {50, 95}) {
            report.add(
                    "the mix, p" + percent,
                    percentile(all, percent),
                    "ms",
                    Report.times(percentile(all, percent) / percentile(few, percent), "a tenth of the texts")
                            + "; the root of ten is 3.16");
        }
    }

    private static void http(Report report, String what, double[] times) {
        report.add(
                what + ", p95",
                percentile(times, 95),
                "ms",
                "p50 %.2f ms, p99 %.2f ms".formatted(percentile(times, 50), percentile(times, 99)));
    }

    private static void index(Report report, Path folder, double ours, double theirs) throws IOException {
        long bytes = size(folder.resolve("index"));
        report.add("indexed", DOCUMENTS / ours, "publications/s", Report.times(theirs / ours, "the speed of trigrams"));
        report.add(
                "index",
                bytes / 1e6,
                "MB",
                Report.times((double) bytes / characters(), "the characters") + ", "
                        + Report.times((double) bytes / Files.size(folder.resolve("text.db")), "trigrams"));
    }

    private static TrigramRepository trigrams(Path file) {
        var trigrams = new TrigramRepository(file);
        var texts = new Texts(DOCUMENTS);
        while (texts.hasNext()) {
            for (Edition edition : texts.next().editions().values()) {
                trigrams.add(edition.title(), text(edition));
            }
        }
        trigrams.commit();
        return trigrams;
    }

    private static String text(Edition edition) {
        return String.join(
                "\n", edition.sentences().stream().map(Sentence::text).toList());
    }

    private static long characters() {
        long characters = 0;
        var texts = new Texts(DOCUMENTS);
        while (texts.hasNext()) {
            for (Edition edition : texts.next().editions().values()) {
                characters += text(edition).length();
            }
        }
        return characters;
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            long size = 0;
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                size += Files.size(file);
            }
            return size;
        }
    }

    private static Map<String, List<String>> questions() {
        var chinese = new ChineseText(9, CONTENT);
        var mongolian = new MongolianText(9);
        Map<String, List<String>> questions = new LinkedHashMap<>();
        questions.put("one character", many(() -> chinese.word().substring(0, 1)));
        questions.put("a word", many(chinese::word));
        questions.put("a phrase", many(() -> "\"" + chinese.word() + chinese.word() + "\""));
        questions.put("two words", many(() -> chinese.word() + " " + chinese.word()));
        questions.put("a Mongolian word", many(mongolian::word));
        questions.put("a look-alike", many(() -> lookalike(mongolian)));
        return questions;
    }

    private static List<String> many(Supplier<String> question) {
        return Stream.generate(question).limit(QUERIES).toList();
    }

    /** Another spelling that looks the same, where the list knows one. */
    private static String lookalike(MongolianText text) {
        for (int tries = 0; tries < 1_000; tries++) {
            String word = text.word();
            var others = WordList.alike(word).stream()
                    .filter(other -> !other.text().equals(word))
                    .findFirst();
            if (others.isPresent()) {
                return others.get().text();
            }
        }
        throw new IllegalStateException("the list has no words that look alike");
    }

    private static void compare(
            Report report, String kind, List<String> questions, MeasuredSearch search, TrigramRepository trigrams) {
        double[] raw = times(questions, question -> search.raw(question, PAGE));
        double[] whole = times(
                questions,
                question -> search.find(Query.of(question, PAGE)).hits().size());
        double[] rival =
                times(questions.subList(0, TRIGRAM_QUERIES), question -> trigrams.find(question.replace("\"", "")));
        report.add(
                kind + ", whole request p50",
                percentile(whole, 50),
                "ms",
                Report.times(percentile(whole, 50) / percentile(raw, 50), "Lucene alone") + ", trigrams "
                        + "%.2f ms".formatted(percentile(rival, 50)));
        report.add(
                kind + ", p95",
                percentile(whole, 95),
                "ms",
                Report.times(percentile(whole, 95) / percentile(raw, 95), "Lucene alone") + ", p99 "
                        + "%.2f ms, trigrams p95 %.2f ms".formatted(percentile(whole, 99), percentile(rival, 95)));
    }

    private static void suggestions(Report report, MeasuredSearch search) {
        double[] times = times(begun(), begun -> search.suggest(begun, 8));
        report.add("suggestions p50", percentile(times, 50), "ms");
        report.add("suggestions p95", percentile(times, 95), "ms");
    }

    /** Questions as far as they are typed. */
    private static List<String> begun() {
        var chinese = new ChineseText(10, CONTENT);
        var mongolian = new MongolianText(10);
        List<String> typed = new ArrayList<>(many(() -> chinese.word().substring(0, 1)));
        typed.addAll(many(() -> beginning(mongolian.word())));
        typed.addAll(List.of("y", "yu", "yun", "yunk", "ykt", "zh", "mon", "mong"));
        return typed;
    }

    private static String beginning(String word) {
        return word.substring(0, Math.min(2, word.length()));
    }

    /** Milliseconds of this thread on a processor for each question, after all have been asked once. */
    private static double[] times(List<String> questions, ToIntFunction<String> ask) {
        long kept = 0;
        for (String question : questions) {
            kept += ask.applyAsInt(question);
        }
        double[] times = new double[questions.size()];
        for (int i = 0; i < times.length; i++) {
            long start = THREADS.getCurrentThreadCpuTime();
            kept += ask.applyAsInt(questions.get(i));
            times[i] = (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
        }
        if (kept < 0) {
            throw new IllegalStateException("a negative number of answers");
        }
        Arrays.sort(times);
        return times;
    }

    private static double percentile(double[] sorted, int percent) {
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    /** The times of a mix of questions at a tenth of the texts. */
    private static double[] mix(Path folder, List<String> questions) throws IOException {
        try (var search = new MeasuredSearch(folder, new Texts(DOCUMENTS / 10))) {
            return times(questions, question -> found(search, question));
        }
    }

    private static int found(MeasuredSearch search, String question) {
        return search.find(Query.of(question, PAGE)).hits().size();
    }
}
