package khos.memory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import khos.language.Language;
import org.jspecify.annotations.Nullable;

/**
 * Finds among sentences of one language those most like a new one, exactly; holds no texts, only what tells them apart.
 *
 * <p>It is a row of immutable parts, the later ones smaller. What is added is a new part; parts of like size are made one,
 * small ones at once, larger ones when {@link #tidy} is called. Searches go on meanwhile and see every unit that was added
 * before they began. See the decision record 9.
 */
public final class MemoryIndex {
    /** A unit found, by the number it was added with. */
    public record Hit(long seq, int similarity) {}

    /** Parts are merged until each is at least so many times as large as all after it. */
    private static final int FACTOR = 4;
    /** The most units that a merge may have at once; more wait for {@link #tidy}. */
    private static final int AT_ONCE = 2_000;

    /** Units that are keyed by another thread meanwhile. */
    private static final int TOGETHER = 1_000;
    /** A part of so many is searched by two threads. */
    private static final int LARGE = 1 << 16;

    /** Sentences of like length that one thread looks up together. */
    private static final int OF_LIKE_LENGTH = 64;

    private static final int SPARE = 8;
    private static final Vocabulary.Read NOTHING = new Vocabulary.Read(new int[0], 0);

    private final Language language;
    private final Alphabet alphabet = new Alphabet();
    private final KeyStore keys = new KeyStore();
    private final Vocabulary vocabulary = new Vocabulary();
    private final KeyStore words = new KeyStore();
    private final ReentrantLock changing = new ReentrantLock();
    private final ReentrantLock tidying = new ReentrantLock();
    /** Units that were replaced, as far as it is known; forgotten when their part is merged. */
    private final Set<Long> gone = ConcurrentHashMap.newKeySet();

    private final Deque<Scratch> spare = new ArrayDeque<>();
    private volatile List<IndexPart> parts = List.of();

    /** @param language of the sentences */
    public MemoryIndex(Language language) {
        this.language = language;
    }

    /** What {@code sentence} is compared by: its symbols, of which similarity is reckoned; see {@code MatchKey}. */
    public static int[] key(String sentence, Language language) {
        return MatchKey.of(sentence, language);
    }

    /**
     * Units to be added together; for one thread. What is reckoned of a unit alone is reckoned by others meanwhile, a thousand
     * units at a time.
     */
    public final class Batch {
        private final Units units = new Units();
        private List<Unit> waiting = new ArrayList<>();
        private @Nullable ForkJoinTask<List<Keyed>> reckoned;
        private int size;

        private record Unit(long seq, String source, String target, long context, Provenance provenance) {}

        private record Keyed(Unit unit, int[] key, int text, long pair) {}

        /** @param seq later units have greater numbers */
        public Batch add(long seq, String source, String target) {
            return add(seq, source, target, 0, Provenance.REVIEWED);
        }

        Batch add(long seq, String source, String target, long context, Provenance provenance) {
            waiting.add(new Unit(seq, source, target, context, provenance));
            size++;
            if (waiting.size() == TOGETHER) {
                List<Unit> next = waiting;
                waiting = new ArrayList<>(TOGETHER);
                var reckoning = ForkJoinPool.commonPool().submit(() -> keyed(next));
                addReckoned();
                reckoned = reckoning;
            }
            return this;
        }

        private List<Keyed> keyed(List<Unit> some) {
            return some.stream()
                    .map(unit -> new Keyed(
                            unit,
                            MatchKey.of(unit.source(), language),
                            (int) Hash.of(unit.source()),
                            Hash.of(unit.source(), unit.target())))
                    .toList();
        }

        private void addReckoned() {
            if (reckoned != null) {
                reckoned.join().forEach(this::add);
                reckoned = null;
            }
        }

        private void add(Keyed keyed) {
            Unit unit = keyed.unit();
            boolean hasWords = language == Language.MONGOLIAN;
            var read = hasWords ? vocabulary.add(unit.source()) : NOTHING;
            changing.lock();
            try {
                units.add(
                        unit.seq(),
                        keyed.text(),
                        keyed.pair(),
                        read.look(),
                        unit.context(),
                        keys.add(alphabet.add(keyed.key())),
                        keyed.key().length,
                        hasWords ? words.add(counted(read.words())) : -1,
                        unit.provenance());
            } finally {
                changing.unlock();
            }
        }

        private static int[] counted(int[] row) {
            int[] counted = new int[row.length + 1];
            counted[0] = row.length;
            System.arraycopy(row, 0, counted, 1, row.length);
            return counted;
        }

        private Units units() {
            addReckoned();
            keyed(waiting).forEach(this::add);
            waiting.clear();
            return units;
        }

        public int size() {
            return size;
        }
    }

    public Batch batch() {
        return new Batch();
    }

    private long look(String source) {
        return language == Language.MONGOLIAN ? MatchKey.look(source) : 0;
    }

    /** Makes the units of {@code batch} known to every search from now on. */
    public void add(Batch batch) {
        var part = IndexPart.of(batch.units(), keys, words);
        changing.lock();
        try {
            List<IndexPart> more = new ArrayList<>(parts);
            more.add(part);
            while (true) {
                int first = firstToMerge(more);
                List<IndexPart> like = more.subList(first, more.size());
                if (like.size() < 2 || size(like) > AT_ONCE) {
                    break;
                }
                var merged = IndexPart.merged(like, seq -> false);
                like.clear();
                more.add(merged);
            }
            parts = List.copyOf(more);
        } finally {
            changing.unlock();
        }
    }

    /** Of the last parts that are of like size the first. */
    private static int firstToMerge(List<IndexPart> parts) {
        int first = parts.size() - 1;
        long behind = parts.get(first).size();
        while (first > 0 && parts.get(first - 1).size() < FACTOR * behind) {
            first--;
            behind += parts.get(first).size();
        }
        return first;
    }

    private static int size(List<IndexPart> parts) {
        return parts.stream().mapToInt(IndexPart::size).sum();
    }

    /** Merges parts of like size, without making searches or additions wait. */
    public void tidy() {
        tidying.lock();
        try {
            List<IndexPart> all = parts;
            while (!all.isEmpty() && firstToMerge(all) < all.size() - 1) {
                merge(all.subList(firstToMerge(all), all.size()));
                all = parts;
            }
        } finally {
            tidying.unlock();
        }
    }

    private void merge(List<IndexPart> like) {
        Set<Long> dropped = new HashSet<>();
        var merged = IndexPart.merged(like, seq -> gone.contains(seq) && dropped.add(seq));
        changing.lock();
        try {
            List<IndexPart> more = new ArrayList<>(parts);
            int first = Collections.indexOfSubList(more, like);
            if (first < 0) {
                // Small ones of them were merged by an addition meanwhile.
                return;
            }
            more.subList(first, first + like.size()).clear();
            more.add(first, merged);
            parts = List.copyOf(more);
            gone.removeAll(dropped);
        } finally {
            changing.unlock();
        }
    }

    /** Whether {@link #tidy} has something to do. */
    boolean isUntidy() {
        List<IndexPart> all = parts;
        return !all.isEmpty() && firstToMerge(all) < all.size() - 1;
    }

    /** The unit of that number is no longer to be found. */
    void remove(long seq) {
        gone.add(seq);
    }

    /**
     * The units most like {@code sentence}, best first, of equal ones the latest first, none with the same source and target
     * twice. A unit of the same text has 100. In Mongolian a unit is also compared with the sentence as it is usually spelled,
     * for two points less: {@code ᠬᠤᠳᠠ} finds {@code ᠬᠣᠲᠠ} with 98.
     *
     * @param threshold the least similarity, 1 to 100
     * @param limit the most units, from 1 on
     */
    public List<Hit> lookup(String sentence, int threshold, int limit) {
        return lookup(sentence, 0, threshold, limit);
    }

    /** @param context hashes of the sentences before (high half) and after; each that is the same adds one to 100 */
    List<Hit> lookup(String sentence, long context, int threshold, int limit) {
        List<IndexPart> searched = parts;
        List<IndexPart.Search> searches = searches(sentence, context, threshold, limit);
        Scratch scratch = scratch();
        for (IndexPart part : searched) {
            // Who is one of many that look up has no other processor to expect.
            if (part.size() < LARGE || ForkJoinTask.inForkJoinPool()) {
                part.search(searches, scratch);
            } else {
                var shorter = ForkJoinPool.commonPool().submit(() -> searchShorter(part, searches));
                part.searchLonger(searches, scratch);
                shorter.join();
            }
        }
        giveBack(scratch);
        return hits(searches);
    }

    private void searchShorter(IndexPart part, List<IndexPart.Search> searches) {
        Scratch scratch = scratch();
        part.searchShorter(searches, scratch);
        giveBack(scratch);
    }

    /**
     * As {@link #lookup} of each of {@code sentences}, in their order, on all processors; hundreds at once take much less than
     * one after the other.
     */
    public List<List<Hit>> lookupAll(List<Sentence> sentences, int threshold, int limit) {
        List<IndexPart> searched = parts;
        List<List<IndexPart.Search>> searches = sentences.parallelStream()
                .map(sentence -> searches(sentence.text(), sentence.context().hash(), threshold, limit))
                .toList();
        List<IndexPart.Search> byLength = searches.stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparingInt(search -> search.query().length()))
                .toList();
        int groups = (byLength.size() + OF_LIKE_LENGTH - 1) / OF_LIKE_LENGTH;
        IntStream.range(0, groups).parallel().forEach(i -> {
            Scratch scratch = scratch();
            int from = i * OF_LIKE_LENGTH;
            var group = byLength.subList(from, Math.min(byLength.size(), from + OF_LIKE_LENGTH));
            searched.forEach(part -> part.search(group, scratch));
            giveBack(scratch);
        });
        return searches.stream().map(MemoryIndex::hits).toList();
    }

    /** One for the sentence as it is typed and, where words of it have more usual spellings, one for it in these. */
    private List<IndexPart.Search> searches(String sentence, long context, int threshold, int limit) {
        var best = new Best(threshold, limit, gone);
        var typed = new IndexPart.Search(
                Query.of(key(sentence), (int) Hash.of(sentence), look(sentence), context), best, 0);
        String usual = usual(sentence);
        return usual.equals(sentence)
                ? List.of(typed)
                : List.of(
                        typed,
                        new IndexPart.Search(
                                Query.of(key(usual), (int) Hash.of(usual), 0, 0), best, IndexPart.OTHERWISE_SPELLED));
    }

    private int[] key(String sentence) {
        return alphabet.find(MatchKey.of(sentence, language));
    }

    /**
     * {@code sentence} with each word spelled as units spell it that have one of the same look, or itself where that changes less
     * than it costs.
     */
    String usual(String sentence) {
        String usual = language == Language.MONGOLIAN ? vocabulary.usual(sentence) : sentence;
        if (usual.equals(sentence)) {
            return sentence;
        }
        int[] key = comparable(sentence);
        int[] other = comparable(usual);
        int edits = new EditDistance(key).to(other, Math.max(key.length, other.length));
        return edits * 100 > key.length * IndexPart.OTHERWISE_SPELLED ? usual : sentence;
    }

    /** A key in which everything that is in no unit is one symbol. */
    private int[] comparable(String sentence) {
        int other = alphabet.size();
        return Arrays.stream(key(sentence))
                .map(symbol -> symbol == Alphabet.UNKNOWN ? other : symbol)
                .toArray();
    }

    private static List<Hit> hits(List<IndexPart.Search> searches) {
        return searches.getFirst().best().hits().stream()
                .map(hit -> new Hit(hit.seq(), hit.score()))
                .toList();
    }

    /**
     * The latest units that may contain the words, by their numbers, the latest first: all that do, and some that differ from it
     * in digits or signs.
     *
     * @param before only units with smaller numbers
     */
    long[] containing(Wording wording, long before, int limit) {
        List<IndexPart> searched = parts;
        var newest = new Newest(before, limit, gone);
        int[] row = switch (wording) {
            case Wording.Characters characters -> alphabet.find(characters.letters());
            case Wording.Stems stems -> vocabulary.find(stems.tokens());
        };
        if (Arrays.stream(row).noneMatch(symbol -> symbol == Alphabet.UNKNOWN)) {
            var phrase = new Phrase(row);
            searched.forEach(part -> part.search(phrase, newest));
        }
        return newest.seqs();
    }

    private Scratch scratch() {
        synchronized (spare) {
            return spare.isEmpty() ? new Scratch() : spare.pop();
        }
    }

    private void giveBack(Scratch scratch) {
        synchronized (spare) {
            if (spare.size() < SPARE) {
                spare.push(scratch);
            }
        }
    }

    /** How many units there are, replaced ones included. */
    public int size() {
        return size(parts);
    }

    /** Bytes held for all units. */
    public long bytes() {
        return keys.bytes()
                + words.bytes()
                + vocabulary.bytes()
                + parts.stream().mapToLong(IndexPart::bytes).sum();
    }
}
