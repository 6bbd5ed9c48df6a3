package khos.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import khos.language.Language;
import khos.publication.Publication;
import khos.terminology.Concept;

/**
 * The search over publications that are in no database, for measuring: the same index, the same answers. The index stands at
 * change 0, so that Khos can be started over it with an empty database.
 */
public final class MeasuredSearch implements AutoCloseable {
    private static final int BATCH = 200;

    private final SearchIndex index;

    /** An index of {@code publications} in {@code folder}, beside what it already holds. */
    public MeasuredSearch(Path folder, Iterator<Publication> publications) throws IOException {
        index = new SearchIndex(folder);
        while (publications.hasNext()) {
            List<Publication> batch = new ArrayList<>();
            while (publications.hasNext() && batch.size() < BATCH) {
                batch.add(publications.next());
            }
            index.apply(batch, List.of(), 0, 0);
        }
        index.show();
        index.commit();
    }

    /** As {@link Search#find}. */
    public Hits find(Query query) {
        return Search.find(index, query, Wanted.of(query.text()));
    }

    /**
     * Lucene alone on the same index: the best answers to the same query by their numbers, and how many of them there are. It
     * may pass over texts that cannot be among the best; {@link #find} has to count them all, for each facet, and reads and
     * marks the texts it shows.
     */
    public int raw(String text, int size) {
        Wanted wanted = Wanted.of(text);
        return index.search(searcher -> searcher.search(Questions.ranked(wanted), size).scoreDocs.length);
    }

    /** As {@link Suggestions#of}, titles only. */
    public int suggest(String typed, int size) {
        return Suggestions.titles(index, typed, Language.CHINESE, size).size();
    }

    /** As {@link Related#to}, how many texts the index proposes beside {@code publication}, in which these concepts stand. */
    public int related(Publication publication, List<Concept> concepts) {
        Map<Concept, Integer> said = new HashMap<>();
        concepts.forEach(concept -> said.put(concept, 1));
        return Related.propose(index, publication, Language.CHINESE, said, Set.of())
                .size();
    }

    @Override
    public void close() throws IOException {
        index.destroy();
    }
}
