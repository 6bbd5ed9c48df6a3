package khos.memory;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import khos.language.Language;

/** The memory of a TMX file without a database: texts and all in the heap, both directions; where units came from does not count. */
public final class MemorySnapshot {
    /** A sentence of the memory that is like the one asked for. */
    public record Found(int similarity, String source, String target) {}

    private static final int AT_ONCE = 100_000;

    private final List<TranslationUnit> units = new ArrayList<>();
    private final MemoryIndex chinese = new MemoryIndex(Language.CHINESE);
    private final MemoryIndex mongolian = new MemoryIndex(Language.MONGOLIAN);
    private MemoryIndex.Batch fromChinese = chinese.batch();
    private MemoryIndex.Batch fromMongolian = mongolian.batch();

    /** Reads a file to its end; what is no unit goes to {@code refusals}. */
    public void read(InputStream tmx, Consumer<TmxReader.Refusal> refusals) throws IOException {
        Map<String, Integer> places = new HashMap<>();
        TmxReader.read(
                tmx,
                unit -> {
                    if (places.putIfAbsent(unit.origin(), units.size()) == null) {
                        add(unit);
                    }
                },
                refusals);
        publish();
    }

    private void add(TranslationUnit unit) {
        TranslationUnit forth = unit.pair().source() == Language.CHINESE ? unit : unit.reversed();
        fromChinese.add(units.size(), forth.source(), forth.target(), forth.context(), Provenance.REVIEWED);
        fromMongolian.add(units.size(), forth.target(), forth.source());
        units.add(forth);
        if (fromChinese.size() == AT_ONCE) {
            publish();
        }
    }

    private void publish() {
        chinese.add(fromChinese);
        mongolian.add(fromMongolian);
        fromChinese = chinese.batch();
        fromMongolian = mongolian.batch();
        chinese.tidy();
        mongolian.tidy();
    }

    /** As {@link TranslationMemory#lookup(String, khos.language.LanguagePair, int, int)}. */
    public List<Found> lookup(String sentence, Language language, int threshold, int limit) {
        MemoryIndex index = language == Language.CHINESE ? chinese : mongolian;
        return index.lookup(sentence, threshold, limit).stream()
                .map(hit -> found(sentence, language, units.get((int) hit.seq()), hit.similarity()))
                .sorted(Comparator.comparingInt(Found::similarity).reversed())
                .toList();
    }

    private static Found found(String sentence, Language language, TranslationUnit unit, int similarity) {
        String source = language == Language.CHINESE ? unit.source() : unit.target();
        String target = language == Language.CHINESE ? unit.target() : unit.source();
        return new Found(MatchKey.refined(sentence, source, similarity), source, target);
    }
}
