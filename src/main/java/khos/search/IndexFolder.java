package khos.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.SegmentReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder of Lucene's files with its one writer and the readers that see what it wrote. It knows how far in the record of
 * publishing it was when it was last written to the disk; files that are missing, broken or of another form are thrown away.
 */
final class IndexFolder {
    private static final Logger LOG = LoggerFactory.getLogger(IndexFolder.class);
    private static final String FORM = "form";
    private static final String SEQ = "seq";
    /** Of texts in memory before they go to the disk. */
    private static final double BUFFER_MB = 64;

    /** What a work on the index answers. */
    interface Work<T> {
        T on(IndexSearcher searcher) throws IOException;
    }

    /** What tells a file from another that was put in its place: Lucene writes none twice. */
    private record Mark(
            long size, FileTime written, @Nullable Object key) {
        static Mark of(Path file) throws IOException {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Mark(attributes.size(), attributes.lastModifiedTime(), attributes.fileKey());
        }
    }

    private final Path folder;
    private final Analyzer analyzer;
    private final String form;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final long seq;
    private final Map<String, Mark> marks = new HashMap<>();
    private String committed;

    /** @param form of the documents: an index that has another is begun anew */
    IndexFolder(Path folder, Analyzer analyzer, String form) throws IOException {
        this.folder = folder;
        this.analyzer = analyzer;
        this.form = form;
        IndexWriter opened;
        long known;
        try {
            opened = writer();
            known = seq(opened);
        } catch (IOException | RuntimeException | InternalError e) {
            LOG.warn("The index in {} is begun anew: {}", folder, e.toString());
            empty(folder);
            opened = writer();
            known = 0;
        }
        writer = opened;
        seq = known;
        searchers = new SearcherManager(writer, null);
        committed = lastCommit();
        mark();
    }

    private IndexWriter writer() throws IOException {
        Files.createDirectories(folder);
        return new IndexWriter(FSDirectory.open(folder), new IndexWriterConfig(analyzer).setRAMBufferSizeMB(BUFFER_MB));
    }

    private long seq(IndexWriter opened) throws IOException {
        Map<String, String> data = new HashMap<>();
        Iterable<Map.Entry<String, String>> written = opened.getLiveCommitData();
        if (written != null) {
            written.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
        }
        if (opened.getDocStats().numDocs == 0 && data.isEmpty()) {
            return 0;
        }
        if (!form.equals(data.get(FORM))) {
            opened.rollback();
            throw new IOException("its form is " + data.get(FORM));
        }
        return Long.parseLong(data.getOrDefault(SEQ, "0"));
    }

    /** Deletes what Lucene left in a folder, and nothing else. */
    static void empty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(IndexFolder::isOfLucene).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static boolean isOfLucene(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(IndexFileNames.SEGMENTS)
                || name.startsWith(IndexFileNames.PENDING_SEGMENTS)
                || name.equals(IndexWriter.WRITE_LOCK_NAME)
                || IndexFileNames.CODEC_FILE_PATTERN.matcher(name).matches();
    }

    /** How far this index had come when it was opened; 0 when it is empty. */
    long seq() {
        return seq;
    }

    /** Puts {@code documents} in the place of all that have {@code id}. */
    void put(Term id, List<Document> documents) throws IOException {
        if (documents.isEmpty()) {
            writer.deleteDocuments(id);
        } else {
            writer.updateDocuments(id, documents);
        }
    }

    void clear() throws IOException {
        writer.deleteAll();
    }

    /** Shows what was put. */
    void show() throws IOException {
        searchers.maybeRefreshBlocking();
        mark();
    }

    void commit(long upTo) throws IOException {
        writer.setLiveCommitData(Map.of(FORM, form, SEQ, Long.toString(upTo)).entrySet());
        writer.commit();
        committed = lastCommit();
        mark();
    }

    private String lastCommit() throws IOException {
        String last = SegmentInfos.getLastCommitSegmentsFileName(writer.getDirectory());
        return last == null ? "" : last;
    }

    <T> T search(Work<T> work) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            return work.on(searcher);
        } finally {
            searchers.release(searcher);
        }
    }

    /** Remembers the files that came since the last time. */
    private void mark() throws IOException {
        Set<String> files = inUse();
        marks.keySet().retainAll(files);
        for (String file : files) {
            if (!marks.containsKey(file)) {
                marks.put(file, Mark.of(folder.resolve(file)));
            }
        }
    }

    /** Whether the files that the readers read and the last commit are still those that were written. */
    boolean isIntact() throws IOException {
        if (!lastCommit().equals(committed)) {
            return false;
        }
        for (var file : marks.entrySet()) {
            if (!Mark.of(folder.resolve(file.getKey())).equals(file.getValue())) {
                return false;
            }
        }
        return true;
    }

    private Set<String> inUse() throws IOException {
        Set<String> files = search(IndexFolder::files);
        if (!committed.isEmpty()) {
            files.add(committed);
        }
        return files;
    }

    private static Set<String> files(IndexSearcher searcher) throws IOException {
        Set<String> files = new HashSet<>();
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            if (leaf.reader() instanceof SegmentReader segment) {
                files.addAll(segment.getSegmentInfo().files());
            }
        }
        return files;
    }

    void close() throws IOException {
        searchers.close();
        writer.close();
    }

    /** Lets go of everything and throws the files away, broken as they may be. */
    void discard() throws IOException {
        try {
            searchers.close();
            writer.rollback();
        } catch (IOException | RuntimeException | InternalError e) {
            LOG.warn("The broken index in {} could not be closed: {}", folder, e.toString());
        }
        empty(folder);
    }
}
