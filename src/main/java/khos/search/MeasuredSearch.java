package khos.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import khos.language.Language;
import khos.publication.Publication;
import org.apache.lucene.document.Document;

/** The search over publications that are in no database, for measuring: the same index, the same answers. */
public final class MeasuredSearch implements AutoCloseable {
    private static final int BATCH = 500;

    private final SearchIndex index;

    /** An index of {@code publications} in {@code folder}, which must be empty. */
    public MeasuredSearch(Path folder, Iterator<Publication> publications) throws IOException {
        index = new SearchIndex(folder);
        long seq = 0;
        while (publications.hasNext()) {
            Map<String, List<Document>> documents = new LinkedHashMap<>();
            while (publications.hasNext() && documents.size() < BATCH) {
                Publication publication = publications.next();
                documents.put(publication.id(), PublicationDocument.of(publication));
                seq++;
            }
            index.apply(documents, new ArrayList<>(), seq);
        }
        index.commit();
    }

    /** As {@link Search#find}. */
    public Hits find(Query query) {
        return Search.find(index, query);
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
