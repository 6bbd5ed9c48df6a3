package khos.memory;

import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntPredicate;
import khos.language.Language;
import khos.language.LanguagePair;
import khos.language.Span;
import khos.storage.Ids;
import khos.storage.Sequences;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps reviewed sentence pairs and finds those most like a new sentence, in both directions.
 *
 * <p>The pairs lie in the database; each node holds what it needs to find them in memory, and reads what is new before every
 * look-up. When there is much, as at the start or during an import, the rest is read in the background, and meanwhile
 * look-ups see what this node has stored itself and what has been read so far.
 */
@Service
public class TranslationMemory {
    private static final Logger LOG = LoggerFactory.getLogger(TranslationMemory.class);
    private static final String SEQUENCE = "translation_unit";
    private static final int PAGE = 500;
    /** The most units that a concordance reads to find those that contain the words. */
    private static final int MOST_READ = 5_000;

    /** Sentences that are looked up together, and their texts read. */
    private static final int TOGETHER = 500;

    private static final int LARGE_PAGE = 5_000;
    /** Units that become one part of the index when many are read; of smaller ones each merge would build most anew. */
    private static final int AT_ONCE = 1_000_000;
    /** The longest that a look-up reads what is new, or waits for who does. */
    private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(20);
    /** The most units that a transaction puts into the index itself. */
    private static final int FEW = 200;

    private final TranslationUnitRepository repository;
    private final Sequences sequences;
    private final MemoryIndex chinese = new MemoryIndex(Language.CHINESE);
    private final MemoryIndex mongolian = new MemoryIndex(Language.MONGOLIAN);
    private final ReentrantLock catchingUp = new ReentrantLock(true);
    private final AtomicBoolean behind = new AtomicBoolean();
    private final ExecutorService background = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("memory").factory());
    /** Units that are put into the index as they are committed, and that reading on has not come to. */
    private final Set<Long> own = ConcurrentHashMap.newKeySet();

    private volatile boolean closed;
    /** Up to where this node has read. */
    private long seq;

    TranslationMemory(TranslationUnitRepository repository, Sequences sequences) {
        this.repository = repository;
        this.sequences = sequences;
    }

    /** Begins to read where people will ask; a command that only stores has no need of the index, nor room for it. */
    @EventListener
    void onReady(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext) {
            readOn();
        }
    }

    @PreDestroy
    void close() throws InterruptedException {
        closed = true;
        background.shutdown();
        if (!background.awaitTermination(1, TimeUnit.MINUTES)) {
            LOG.warn("reading the translation memory goes on while it is closed");
        }
    }

    /** Stores the units, each replacing an earlier one of the same origin; joins the caller's transaction. */
    @Transactional
    public void store(Collection<TranslationUnit> units) {
        if (units.isEmpty()) {
            return;
        }
        Map<String, TranslationUnitRepository.Numbered> numbered = new LinkedHashMap<>();
        long next = sequences.next(SEQUENCE, units.size());
        for (TranslationUnit unit : units) {
            numbered.put(Ids.next(), new TranslationUnitRepository.Numbered(next++, unit));
        }
        repository.upsert(numbered);
        if (units.size() <= FEW) {
            indexAfterCommit(numbered.values());
        }
    }

    /** What reads on must know them before they can be read, or it would put them into the index a second time. */
    private void indexAfterCommit(Collection<TranslationUnitRepository.Numbered> units) {
        List<Long> seqs =
                units.stream().map(TranslationUnitRepository.Numbered::seq).toList();
        own.addAll(seqs);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                index(units);
            }

            @Override
            public void afterCompletion(int status) {
                if (status != STATUS_COMMITTED) {
                    seqs.forEach(own::remove);
                }
            }
        });
    }

    /** Removes the units of these origins; joins the caller's transaction. */
    @Transactional
    public void forget(Collection<String> origins) {
        if (!origins.isEmpty()) {
            repository.delete(origins);
        }
    }

    /** As {@link #lookup(String, Context, LanguagePair, int, int)}, where what stands around the sentence does not count. */
    @Transactional(readOnly = true)
    public List<Match> lookup(String sentence, LanguagePair pair, int threshold, int limit) {
        return lookup(sentence, Context.NONE, pair, threshold, limit);
    }

    /**
     * The units most like {@code sentence}, best first; of equal ones the latest first, none with the same source and
     * target twice; those not reviewed here behind those that are, see {@link Provenance}. Sees every unit committed before the
     * call, but for those of other processes when there are so many that they are read in the background.
     *
     * @param pair the direction wanted; units stored in the other direction are read backwards
     * @param threshold the least similarity, 1 to 100
     * @param limit the most matches, from 1 on
     */
    @Transactional(readOnly = true)
    public List<Match> lookup(String sentence, Context context, LanguagePair pair, int threshold, int limit) {
        require(threshold, limit);
        readNews();
        return lookup(index(pair), List.of(new Sentence(sentence, context)), pair, threshold, limit)
                .getFirst();
    }

    /**
     * The matches of each of {@code sentences}, as {@link #lookup(String, Context, LanguagePair, int, int)} gives them, on all
     * processors.
     *
     * @param goOn is told how many sentences are done, and says whether to go on
     * @return as many lists as sentences; fewer when it was stopped
     */
    public List<List<Match>> lookupAll(
            List<Sentence> sentences, LanguagePair pair, int threshold, int limit, IntPredicate goOn) {
        require(threshold, limit);
        List<List<Match>> matches = new ArrayList<>(sentences.size());
        do {
            readNews();
            int end = Math.min(sentences.size(), matches.size() + TOGETHER);
            matches.addAll(lookup(index(pair), sentences.subList(matches.size(), end), pair, threshold, limit));
        } while (goOn.test(matches.size()) && matches.size() < sentences.size());
        return matches;
    }

    private static void require(int threshold, int limit) {
        if (threshold < 1 || threshold > 100 || limit < 1) {
            throw new IllegalArgumentException("threshold " + threshold + ", limit " + limit);
        }
    }

    private MemoryIndex index(LanguagePair pair) {
        return pair.source() == Language.CHINESE ? chinese : mongolian;
    }

    /** The texts of all sentences' matches are read at once. */
    private List<List<Match>> lookup(
            MemoryIndex index, List<Sentence> sentences, LanguagePair pair, int threshold, int limit) {
        List<List<MemoryIndex.Hit>> hits = sentences.size() == 1
                ? List.of(index.lookup(
                        sentences.getFirst().text(),
                        sentences.getFirst().context().hash(),
                        threshold,
                        limit))
                : index.lookupAll(sentences, threshold, limit);
        Map<Long, TranslationUnit> units = units(hits.stream()
                .flatMap(List::stream)
                .map(MemoryIndex.Hit::seq)
                .distinct()
                .toList());
        List<List<Match>> matches = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            matches.add(matches(index, sentences.get(i), hits.get(i), units, pair, threshold, limit));
        }
        return matches;
    }

    private List<Match> matches(
            MemoryIndex index,
            Sentence sentence,
            List<MemoryIndex.Hit> hits,
            Map<Long, TranslationUnit> units,
            LanguagePair pair,
            int threshold,
            int limit) {
        List<Match> matches = new ArrayList<>();
        for (MemoryIndex.Hit hit : hits) {
            TranslationUnit unit = units.get(hit.seq());
            if (unit == null) {
                index.remove(hit.seq());
            } else {
                matches.add(match(sentence.text(), pair, unit, hit.similarity()));
            }
        }
        if (matches.size() < hits.size()) {
            // Some were replaced since; without them others may be among the best.
            return lookup(index, List.of(sentence), pair, threshold, limit).getFirst();
        }
        matches.sort(Comparator.comparingInt(Match::similarity).reversed());
        return matches;
    }

    private static Match match(String sentence, LanguagePair pair, TranslationUnit stored, int found) {
        TranslationUnit unit = stored.pair().equals(pair) ? stored : stored.reversed();
        return Match.of(
                unit,
                MatchKey.refined(
                        sentence, unit.source(), found + unit.provenance().penalty()));
    }

    /** As {@link #concordance(String, Language, int, int)} from the latest on. */
    @Transactional(readOnly = true)
    public List<Occurrence> concordance(String words, Language language, int limit) {
        return concordance(words, language, 0, limit);
    }

    /**
     * The units that contain {@code words} on the side of that language, the latest first.
     *
     * <p>In Chinese the words are a stretch of characters whatever their width and case, in Mongolian words one behind the
     * other by the look of their stems, with or without suffixes: {@code ᠬᠤᠳᠠ} finds {@code ᠬᠣᠲᠠ ᠶᠢᠨ}. Where digits and signs
     * tell units apart, no more than 5,000 are read.
     *
     * @param from so many are passed over, from 0 on
     * @param limit the most units, from 1 on
     */
    @Transactional(readOnly = true)
    public List<Occurrence> concordance(String words, Language language, int from, int limit) {
        if (from < 0 || limit < 1) {
            throw new IllegalArgumentException("from " + from + ", limit " + limit);
        }
        var wording = Wording.of(words, language);
        List<Occurrence> found = new ArrayList<>();
        if (wording.isEmpty()) {
            return found;
        }
        readNews();
        MemoryIndex index = language == Language.CHINESE ? chinese : mongolian;
        long wanted = (long) from + limit;
        long before = Long.MAX_VALUE;
        for (int read = 0; found.size() < wanted && read < MOST_READ; ) {
            long[] seqs = index.containing(wording, before, (int) Math.min(MOST_READ - read, wanted + read));
            if (seqs.length == 0) {
                break;
            }
            Map<Long, TranslationUnit> units = units(Arrays.stream(seqs).boxed().toList());
            for (long seq : seqs) {
                TranslationUnit unit = units.get(seq);
                if (unit == null) {
                    index.remove(seq);
                } else {
                    occurrence(wording, unit, language).ifPresent(found::add);
                }
            }
            read += seqs.length;
            before = seqs[seqs.length - 1];
        }
        return List.copyOf(found.subList((int) Math.min(from, found.size()), (int) Math.min(wanted, found.size())));
    }

    private static Optional<Occurrence> occurrence(Wording wording, TranslationUnit stored, Language language) {
        TranslationUnit unit = stored.pair().source() == language ? stored : stored.reversed();
        List<Span> spans = wording.in(unit.source());
        return spans.isEmpty() ? Optional.empty() : Optional.of(new Occurrence(unit, spans));
    }

    private Map<Long, TranslationUnit> units(List<Long> seqs) {
        Map<Long, TranslationUnit> units = new HashMap<>();
        for (int i = 0; i < seqs.size(); i += LARGE_PAGE) {
            repository
                    .find(seqs.subList(i, Math.min(seqs.size(), i + LARGE_PAGE)))
                    .forEach(numbered -> units.put(numbered.seq(), numbered.unit()));
        }
        return units;
    }

    private void readNews() {
        try {
            if (!catchingUp.tryLock(PATIENCE, TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        try {
            long until = System.nanoTime() + PATIENCE;
            boolean more = true;
            while (more && System.nanoTime() < until) {
                more = read(PAGE, PAGE);
            }
            if (more) {
                readOn();
            } else if (chinese.isUntidy() || mongolian.isUntidy()) {
                background.execute(this::tidy);
            }
        } finally {
            catchingUp.unlock();
        }
    }

    private void readOn() {
        if (behind.compareAndSet(false, true)) {
            background.execute(this::readRest);
        }
    }

    private void readRest() {
        try {
            boolean more = true;
            while (more && !closed) {
                catchingUp.lock();
                try {
                    more = read(LARGE_PAGE, AT_ONCE);
                } finally {
                    catchingUp.unlock();
                }
                tidy();
            }
        } catch (RuntimeException e) {
            LOG.error("the translation memory could not be read on; the next look-up tries again", e);
        } finally {
            behind.set(false);
        }
    }

    private void tidy() {
        chinese.tidy();
        mongolian.tidy();
    }

    /** Reads at most {@code most} units that are new, and says whether there may be more. */
    private boolean read(int page, int most) {
        var batches = new Batches();
        List<TranslationUnitRepository.Numbered> news = List.of();
        for (int count = 0; count < most && !closed; count += news.size()) {
            news = repository.after(seq, page);
            news.stream().filter(numbered -> !own.remove(numbered.seq())).forEach(batches::add);
            seq = news.isEmpty() ? seq : news.getLast().seq();
            if (news.size() < page) {
                break;
            }
        }
        batches.publish();
        long read = seq;
        own.removeIf(number -> number <= read);
        return news.size() == page;
    }

    private void index(Collection<TranslationUnitRepository.Numbered> units) {
        var batches = new Batches();
        units.forEach(batches::add);
        batches.publish();
    }

    /** Units on their way into both indexes. */
    private final class Batches {
        private final MemoryIndex.Batch fromChinese = chinese.batch();
        private final MemoryIndex.Batch fromMongolian = mongolian.batch();

        void add(TranslationUnitRepository.Numbered numbered) {
            add(numbered.seq(), numbered.unit());
            add(numbered.seq(), numbered.unit().reversed());
        }

        private void add(long seq, TranslationUnit unit) {
            MemoryIndex.Batch batch = unit.pair().source() == Language.CHINESE ? fromChinese : fromMongolian;
            batch.add(seq, unit.source(), unit.target(), unit.context(), unit.provenance());
        }

        void publish() {
            if (fromChinese.size() > 0) {
                chinese.add(fromChinese);
                mongolian.add(fromMongolian);
            }
        }
    }
}
