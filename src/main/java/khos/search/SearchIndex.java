package khos.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import khos.analysis.Analyzers;
import khos.language.Language;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.FSDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The Lucene index: one long-lived writer, and readers that see what it wrote. It knows how far in the record of
 * publishing it has come and which form it has; an index that is missing, broken or of another form is begun anew.
 */
@Component
class SearchIndex implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(SearchIndex.class);
    /** Counts the forms that the documents of this index have had. */
    private static final String FORM = "4";

    private static final String FORM_KEY = "form";
    private static final String SEQ_KEY = "seq";

    interface Work<T> {
        T on(IndexSearcher searcher) throws IOException;
    }

    private final Path folder;
    private IndexWriter writer;
    private SearcherManager searchers;
    private long seq;
    private boolean dirty;

    SearchIndex(@Value("${khos.index}") Path folder) throws IOException {
        this.folder = folder;
        try {
            this.writer = openWriter();
            this.seq = readSeq(writer);
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("The search index in {} is begun anew: {}", folder, e.toString());
            empty(folder);
            this.writer = openWriter();
            this.seq = 0;
        }
        this.searchers = new SearcherManager(writer, null);
    }

    private IndexWriter openWriter() throws IOException {
        Files.createDirectories(folder);
        return new IndexWriter(FSDirectory.open(folder), new IndexWriterConfig(new ByField()));
    }

    /** How far an index has come; 0 when it is empty. */
    private static long readSeq(IndexWriter writer) {
        Map<String, String> data = new HashMap<>();
        Iterable<Map.Entry<String, String>> committed = writer.getLiveCommitData();
        if (committed != null) {
            committed.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
        }
        if (writer.getDocStats().numDocs == 0 && data.isEmpty()) {
            return 0;
        }
        if (!FORM.equals(data.get(FORM_KEY))) {
            throw closing(writer, "its form is " + data.get(FORM_KEY));
        }
        return Long.parseLong(data.getOrDefault(SEQ_KEY, "0"));
    }

    private static IllegalArgumentException closing(IndexWriter writer, String reason) {
        try {
            writer.rollback();
        } catch (IOException e) {
            return new IllegalArgumentException(reason, e);
        }
        return new IllegalArgumentException(reason);
    }

    private static void empty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
    }

    /** The number of the last change this index holds. */
    synchronized long seq() {
        return seq;
    }

    /** Puts the documents of publications in place of earlier ones, forgets others, and shows it all at once. */
    synchronized void apply(Map<String, List<Document>> documents, Iterable<String> gone, long upTo)
            throws IOException {
        for (var publication : documents.entrySet()) {
            writer.updateDocuments(id(publication.getKey()), publication.getValue());
        }
        for (String publication : gone) {
            writer.deleteDocuments(id(publication));
        }
        seq = upTo;
        dirty = true;
        searchers.maybeRefreshBlocking();
    }

    private static Term id(String publication) {
        return new Term(PublicationDocument.ID, publication);
    }

    /** Forgets everything; searches still find it until the next {@link #apply}. */
    synchronized void clear() throws IOException {
        writer.deleteAll();
        seq = 0;
        dirty = true;
    }

    /** Begins anew on an empty folder, after the files were lost or damaged. */
    synchronized void reopen() throws IOException {
        try {
            searchers.close();
            writer.rollback();
        } catch (IOException e) {
            LOG.warn("The broken search index could not be closed: {}", e.toString());
        }
        empty(folder);
        writer = openWriter();
        searchers = new SearcherManager(writer, null);
        seq = 0;
        dirty = true;
    }

    /** Writes to the disk what was applied since the last time. */
    synchronized void commit() throws IOException {
        if (dirty) {
            writer.setLiveCommitData(
                    Map.of(FORM_KEY, FORM, SEQ_KEY, Long.toString(seq)).entrySet());
            writer.commit();
            dirty = false;
        }
    }

    /** Does {@code work} on what is visible now. */
    <T> T search(Work<T> work) {
        SearcherManager manager;
        synchronized (this) {
            manager = searchers;
        }
        try {
            IndexSearcher searcher = manager.acquire();
            try {
                return work.on(searcher);
            } finally {
                manager.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void destroy() throws IOException {
        commit();
        searchers.close();
        writer.close();
    }

    private static final class ByField extends DelegatingAnalyzerWrapper {
        ByField() {
            super(PER_FIELD_REUSE_STRATEGY);
        }

        @Override
        protected Analyzer getWrappedAnalyzer(String field) {
            return field.equals(PublicationDocument.words(Language.CHINESE)) ? Analyzers.words() : Analyzers.runs();
        }
    }
}
