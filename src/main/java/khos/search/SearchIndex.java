package khos.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import khos.analysis.Analyzers;
import khos.analysis.Analyzers.Token.Kind;
import khos.language.Language;
import khos.publication.Publication;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What is published as Lucene keeps it: the publications in one folder and their sentence pairs in another, so that the many
 * pairs do not stand between the publications when these are counted. It knows how far in the record of publishing it has
 * come. When its files are lost or damaged it is begun anew, and readers are answered from what there is.
 */
@Component
class SearchIndex implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(SearchIndex.class);
    /** Counts the forms that the documents of this index have had. */
    private static final String FORM = "7";

    private static final Analyzer WHOLE = new ByField();
    private static final Analyzer FOUND = Analyzers.runs(found());

    private record Folders(IndexFolder publications, IndexFolder pairs) {}

    private final Path folder;
    private volatile @Nullable Folders open;
    private long seq;
    private boolean dirty;

    SearchIndex(@Value("${khos.index}") Path folder) throws IOException {
        this.folder = folder;
        IndexFolder.empty(folder);
        open();
    }

    private static Set<Kind> found() {
        Set<Kind> found = EnumSet.allOf(Kind.class);
        found.removeIf(Kind::onlyRanks);
        return found;
    }

    private Folders open() throws IOException {
        var publications = new IndexFolder(folder.resolve("publications"), WHOLE, FORM);
        var pairs = new IndexFolder(folder.resolve("pairs"), FOUND, FORM);
        // Of two that were not written at the same moment the older tells what is to be read again.
        seq = Math.min(publications.seq(), pairs.seq());
        var folders = new Folders(publications, pairs);
        open = folders;
        return folders;
    }

    private Folders folders() throws IOException {
        Folders folders = open;
        return folders == null ? open() : folders;
    }

    /** The number of the last change this index holds. */
    synchronized long seq() {
        return seq;
    }

    /**
     * Puts publications in place of what they were and forgets others. It is not seen until {@link #show}.
     *
     * @param after the change up to which the index was read: nothing is done when it has been begun anew since
     */
    synchronized void apply(Collection<Publication> publications, Collection<String> gone, long after, long upTo)
            throws IOException {
        Folders folders = folders();
        if (seq != after) {
            return;
        }
        try {
            publications.parallelStream().forEach(publication -> put(folders, publication));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        for (String publication : gone) {
            folders.publications().put(id(publication), List.of());
            folders.pairs().put(id(publication), List.of());
        }
        seq = upTo;
        dirty = true;
    }

    private static void put(Folders folders, Publication publication) {
        try {
            folders.publications().put(id(publication.id()), List.of(PublicationDocument.of(publication)));
            folders.pairs().put(id(publication.id()), PublicationDocument.pairs(publication));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Term id(String publication) {
        return new Term(PublicationDocument.ID, publication);
    }

    /** Shows at once what was applied. */
    synchronized void show() throws IOException {
        folders().publications().show();
        folders().pairs().show();
    }

    /** Forgets everything; searches still find it until the next {@link #show}. */
    synchronized void clear() throws IOException {
        folders().publications().clear();
        folders().pairs().clear();
        seq = 0;
        dirty = true;
    }

    /** Begins anew on empty folders, after files were lost or damaged. */
    synchronized void reopen() throws IOException {
        Folders broken = open;
        open = null;
        seq = 0;
        dirty = true;
        if (broken != null) {
            broken.publications().discard();
            broken.pairs().discard();
        }
        open();
        seq = 0;
    }

    /** Writes to the disk what was applied since the last time. */
    synchronized void commit() throws IOException {
        if (dirty) {
            folders().pairs().commit(seq);
            folders().publications().commit(seq);
            dirty = false;
        }
    }

    /** Whether all files are as they were written; not when somebody deleted, cut or changed one. */
    synchronized boolean isIntact() {
        Folders folders = open;
        try {
            return folders != null
                    && folders.publications().isIntact()
                    && folders.pairs().isIntact();
        } catch (IOException | RuntimeException | InternalError e) {
            LOG.warn("The files of the search index cannot be read: {}", e.toString());
            return false;
        }
    }

    /** Does {@code work} on the publications that are visible now. */
    <T> T search(IndexFolder.Work<T> work) {
        Folders folders = open;
        return folders == null ? onNothing(work) : search(folders, folders.publications(), work);
    }

    /** Does {@code work} on the sentence pairs that are visible now. */
    <T> T pairs(IndexFolder.Work<T> work) {
        Folders folders = open;
        return folders == null ? onNothing(work) : search(folders, folders.pairs(), work);
    }

    /** A damaged index is not the reader's trouble: what cannot be read is not there, until it is built again. */
    private <T> T search(Folders folders, IndexFolder asked, IndexFolder.Work<T> work) {
        try {
            return asked.search(work);
        } catch (IOException | InternalError e) {
            // InternalError is what the JVM throws when a mapped file was cut.
            lose(folders, e);
        } catch (RuntimeException | Error e) {
            // Files that changed under a reader mislead it in any way; an intact index has nothing to do with it.
            if (open == folders && isIntact()) {
                throw e;
            }
            lose(folders, e);
        }
        return onNothing(work);
    }

    private static <T> T onNothing(IndexFolder.Work<T> work) {
        try {
            return work.on(new IndexSearcher(new MultiReader()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized void lose(Folders folders, Throwable cause) {
        if (open != folders) {
            return;
        }
        LOG.warn("The search index cannot be read and is begun anew: {}", cause.toString());
        try {
            reopen();
        } catch (IOException e) {
            LOG.error("The search index cannot be opened: {}", e.toString());
        }
    }

    @Override
    public synchronized void destroy() throws IOException {
        Folders folders = open;
        if (folders == null) {
            return;
        }
        try {
            commit();
            folders.publications().close();
            folders.pairs().close();
        } catch (IOException | RuntimeException e) {
            LOG.warn("The search index is left to be built anew: {}", e.toString());
            folders.publications().discard();
            folders.pairs().discard();
        }
        open = null;
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
