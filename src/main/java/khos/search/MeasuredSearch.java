package khos.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import khos.language.Language;
import khos.publication.Publication;

/** The search over publications that are in no database, for measuring: the same index, the same answers. */
public final class MeasuredSearch implements AutoCloseable {
    private static final int BATCH = 200;

    private final SearchIndex index;

    /** An index of {@code publications} in {@code folder}, beside what it already holds. */
    public MeasuredSearch(Path folder, Iterator<Publication> publications) throws IOException {
        index = new SearchIndex(folder);
        long seq = index.seq();
        while (publications.hasNext()) {
            List<Publication> batch = new ArrayList<>();
            while (publications.hasNext() && batch.size() < BATCH) {
                batch.add(publications.next());
            }
            index.apply(batch, List.of(), seq, seq + batch.size());
            seq += batch.size();
        }
        index.show();
        index.commit();
    }

    /** As {@link Search#find}. */
    public Hits find(Query query) {
        return Search.find(index, query, Wanted.of(query.text()));
    }

    /** Lucene alone on the same index: the ids of the best answers, no facets, no texts. Returns how many there are of these. */
    public int raw(String text, int size) {
        Wanted wanted = Wanted.of(text);
        return index.search(searcher -> searcher.search(Questions.ranked(wanted), size).scoreDocs.length);
    }

    /** As {@link Suggestions#of}, titles only. */
    public int suggest(String typed, int size) {
        return Suggestions.titles(index, typed, Language.CHINESE, size).size();
    }

    @Override
    public void close() throws IOException {
        index.destroy();
    }
}
