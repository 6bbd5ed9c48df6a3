package khos.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import khos.language.Language;
import khos.translation.TextKind;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.util.BytesRef;

/** Counts the answers of all facets in one pass, a document for each facet whose own filter alone it may fail. */
final class FacetCounter implements CollectorManager<FacetCounter.Leaves, FacetCounter.Counted> {
    private static final int MOST_VALUES = 30;

    record Counted(int total, Facets facets) {}

    private final Query.Filter filter;

    FacetCounter(Query.Filter filter) {
        this.filter = filter;
    }

    @Override
    public Leaves newCollector() {
        return new Leaves(filter);
    }

    @Override
    public Counted reduce(Collection<Leaves> collectors) {
        var sum = new Leaves(filter);
        for (Leaves one : collectors) {
            sum.add(one);
        }
        return sum.counted();
    }

    /** What is counted so far. */
    static final class Leaves extends SimpleCollector implements Collector {
        private static final int LANGUAGE = 1;
        private static final int KIND = 2;
        private static final int SERIES = 4;
        private static final int TOPIC = 8;
        private static final int YEAR = 16;

        private final Query.Filter filter;
        private final int[] languages = new int[Language.values().length];
        private final int[] kinds = new int[TextKind.values().length];
        private final Map<Integer, Integer> years = new HashMap<>();
        private final Map<String, Integer> series = new HashMap<>();
        private final Map<String, Integer> topics = new HashMap<>();
        private int total;

        private NumericDocValues facts = DocValues.emptyNumeric();
        private SortedDocValues seriesValues = DocValues.emptySorted();
        private SortedSetDocValues topicValues = DocValues.emptySortedSet();
        private int[] seriesCounts = {};
        private int[] topicCounts = {};
        private long wantedSeries;
        private long wantedTopic;

        Leaves(Query.Filter filter) {
            this.filter = filter;
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }

        @Override
        protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
            facts = DocValues.getNumeric(leaf.reader(), PublicationDocument.FACTS);
            seriesValues = DocValues.getSorted(leaf.reader(), PublicationDocument.SERIES);
            topicValues = DocValues.getSortedSet(leaf.reader(), PublicationDocument.TOPIC);
            seriesCounts = new int[seriesValues.getValueCount()];
            topicCounts = new int[Math.toIntExact(topicValues.getValueCount())];
            wantedSeries = filter.series().isPresent()
                    ? seriesValues.lookupTerm(new BytesRef(filter.series().get()))
                    : -1;
            wantedTopic = filter.topic().isPresent()
                    ? topicValues.lookupTerm(new BytesRef(filter.topic().get()))
                    : -1;
        }

        @Override
        public void collect(int doc) throws IOException {
            if (!facts.advanceExact(doc)) {
                return;
            }
            long packed = facts.longValue();
            int ofSeries = seriesValues.advanceExact(doc) ? seriesValues.ordValue() : -1;
            boolean hasTopics = topicValues.advanceExact(doc);
            int failed = failed(packed, ofSeries);
            if (filter.topic().isPresent() && !(hasTopics && hasWantedTopic())) {
                failed |= TOPIC;
            }
            if (failed == 0) {
                total++;
            }
            if ((failed & ~LANGUAGE) == 0) {
                for (Language language : Language.values()) {
                    languages[language.ordinal()] += PublicationDocument.isIn(packed, language) ? 1 : 0;
                }
            }
            if ((failed & ~KIND) == 0) {
                kinds[PublicationDocument.kind(packed).ordinal()]++;
            }
            if ((failed & ~YEAR) == 0) {
                years.merge(PublicationDocument.year(packed), 1, Integer::sum);
            }
            if ((failed & ~SERIES) == 0 && ofSeries >= 0) {
                seriesCounts[ofSeries]++;
            }
            if ((failed & ~TOPIC) == 0 && topicValues.advanceExact(doc)) {
                for (int i = topicValues.docValueCount(); i > 0; i--) {
                    topicCounts[(int) topicValues.nextOrd()]++;
                }
            }
        }

        private int failed(long packed, int ofSeries) {
            int failed = 0;
            if (filter.language().isPresent()
                    && !PublicationDocument.isIn(packed, filter.language().get())) {
                failed |= LANGUAGE;
            }
            if (filter.kind().isPresent()
                    && PublicationDocument.kind(packed) != filter.kind().get()) {
                failed |= KIND;
            }
            if (filter.series().isPresent() && (ofSeries < 0 || ofSeries != wantedSeries)) {
                failed |= SERIES;
            }
            if (filter.year().isPresent()
                    && PublicationDocument.year(packed) != filter.year().getAsInt()) {
                failed |= YEAR;
            }
            return failed;
        }

        private boolean hasWantedTopic() throws IOException {
            boolean wanted = false;
            for (int i = topicValues.docValueCount(); i > 0; i--) {
                wanted |= topicValues.nextOrd() == wantedTopic;
            }
            return wanted;
        }

        @Override
        public void finish() throws IOException {
            for (int ord = 0; ord < seriesCounts.length; ord++) {
                if (seriesCounts[ord] > 0) {
                    series.merge(seriesValues.lookupOrd(ord).utf8ToString(), seriesCounts[ord], Integer::sum);
                }
            }
            for (int ord = 0; ord < topicCounts.length; ord++) {
                if (topicCounts[ord] > 0) {
                    topics.merge(topicValues.lookupOrd(ord).utf8ToString(), topicCounts[ord], Integer::sum);
                }
            }
        }

        private void add(Leaves other) {
            total += other.total;
            for (int i = 0; i < languages.length; i++) {
                languages[i] += other.languages[i];
            }
            for (int i = 0; i < kinds.length; i++) {
                kinds[i] += other.kinds[i];
            }
            other.years.forEach((year, count) -> years.merge(year, count, Integer::sum));
            other.series.forEach((one, count) -> series.merge(one, count, Integer::sum));
            other.topics.forEach((one, count) -> topics.merge(one, count, Integer::sum));
        }

        private Counted counted() {
            Map<Language, Integer> byLanguage = new EnumMap<>(Language.class);
            for (Language language : Language.values()) {
                put(byLanguage, language, languages[language.ordinal()]);
            }
            Map<TextKind, Integer> byKind = new EnumMap<>(TextKind.class);
            for (TextKind kind : TextKind.values()) {
                put(byKind, kind, kinds[kind.ordinal()]);
            }
            Map<Integer, Integer> byYear = new TreeMap<>(Comparator.reverseOrder());
            byYear.putAll(years);
            return new Counted(
                    total,
                    new Facets(
                            byLanguage,
                            byKind,
                            mostFirst(series, filter.series()),
                            mostFirst(topics, filter.topic()),
                            byYear));
        }

        private static <K> void put(Map<K, Integer> counts, K key, int count) {
            if (count > 0) {
                counts.put(key, count);
            }
        }

        /** The values with most answers, and the chosen one whatever it has. */
        private static Map<String, Integer> mostFirst(Map<String, Integer> counts, Optional<String> chosen) {
            List<Map.Entry<String, Integer>> sorted = new ArrayList<>(counts.entrySet());
            sorted.sort(
                    Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()));
            Map<String, Integer> most = new LinkedHashMap<>();
            for (var value : sorted) {
                if (most.size() < MOST_VALUES || chosen.equals(Optional.of(value.getKey()))) {
                    most.put(value.getKey(), value.getValue());
                }
            }
            return most;
        }
    }
}
