package khos.memory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import khos.language.LanguagePair;
import khos.storage.Ids;
import khos.storage.Sequences;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps reviewed sentence pairs and finds those most like a new sentence, in both directions.
 *
 * <p>The pairs lie in the database; each node holds them in memory and reads what is new before every look-up.
 */
@Service
public class TranslationMemory {
    private static final String SEQUENCE = "translation_unit";
    private static final int PAGE = 10_000;

    /** What this node has read: the indexes by direction, up to number {@code seq}. */
    private record State(Map<LanguagePair, MemoryIndex> indexes, long seq) {}

    private final TranslationUnitRepository repository;
    private final Sequences sequences;
    private final ReentrantLock catchingUp = new ReentrantLock();
    private volatile State state = new State(Map.of(), 0);

    TranslationMemory(TranslationUnitRepository repository, Sequences sequences) {
        this.repository = repository;
        this.sequences = sequences;
    }

    /** Stores the units, each replacing an earlier one of the same origin; joins the caller's transaction. */
    @Transactional
    public void store(Collection<TranslationUnit> units) {
        Map<String, TranslationUnitRepository.Numbered> numbered = new LinkedHashMap<>();
        for (TranslationUnit unit : units) {
            numbered.put(Ids.next(), new TranslationUnitRepository.Numbered(sequences.next(SEQUENCE), unit));
        }
        if (!numbered.isEmpty()) {
            repository.upsert(numbered);
        }
    }

    /**
     * The units most like {@code sentence}, best first; of equal ones the latest first, none with the same source and
     * target twice. Sees every unit committed before the call.
     *
     * @param pair the direction wanted; units stored in the other direction are read backwards
     * @param threshold the least similarity, 1 to 100
     * @param limit the most matches, from 1 on
     */
    @Transactional(readOnly = true)
    public List<Match> lookup(String sentence, LanguagePair pair, int threshold, int limit) {
        if (threshold < 1 || threshold > 100 || limit < 1) {
            throw new IllegalArgumentException("threshold " + threshold + ", limit " + limit);
        }
        return current()
                .indexes()
                .getOrDefault(pair, MemoryIndex.EMPTY)
                .lookup(sentence, pair.source(), threshold, limit);
    }

    private State current() {
        catchingUp.lock();
        try {
            List<TranslationUnitRepository.Numbered> news = repository.after(state.seq(), PAGE);
            Map<LanguagePair, List<MemoryIndex.Entry>> entries = new HashMap<>();
            long seq = state.seq();
            while (!news.isEmpty()) {
                for (var numbered : news) {
                    add(numbered.unit(), numbered.seq(), entries);
                    add(backwards(numbered.unit()), numbered.seq(), entries);
                }
                seq = news.getLast().seq();
                news = news.size() < PAGE ? List.of() : repository.after(seq, PAGE);
            }
            if (!entries.isEmpty()) {
                Map<LanguagePair, MemoryIndex> indexes = new HashMap<>(state.indexes());
                entries.forEach((pair, added) -> indexes.put(
                        pair, indexes.getOrDefault(pair, MemoryIndex.EMPTY).with(added)));
                state = new State(Map.copyOf(indexes), seq);
            }
            return state;
        } finally {
            catchingUp.unlock();
        }
    }

    private static void add(TranslationUnit unit, long seq, Map<LanguagePair, List<MemoryIndex.Entry>> entries) {
        entries.computeIfAbsent(unit.pair(), pair -> new ArrayList<>()).add(MemoryIndex.Entry.of(unit, seq));
    }

    private static TranslationUnit backwards(TranslationUnit unit) {
        return new TranslationUnit(
                unit.pair().reversed(), unit.target(), unit.source(), unit.origin(), unit.author(), unit.createdAt());
    }
}
