package khos.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import khos.language.Language;
import khos.translation.TextKind;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.LongField;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.springframework.stereotype.Service;

/**
 * Finds publications by what a reader types.
 *
 * <p>Every Chinese substring is found, and every Mongolian word in any spelling that looks the same, with or without its
 * suffixes; which words a dictionary knows, and which letters were typed, only decides what comes first. A question in one
 * language finds the text that says it in the other.
 */
@Service
public class Search {
    private static final int MOST_SIZE = 100;
    /** Nobody reads further than this many answers. */
    private static final int WINDOW = 2_000;

    private static final Sort BY_DATE =
            new Sort(LongField.newSortField(PublicationDocument.DATE, true, SortedNumericSelector.Type.MAX));

    private final SearchIndex index;
    private final Indexer indexer;
    private final Synonyms synonyms;

    Search(SearchIndex index, Indexer indexer, Synonyms synonyms) {
        this.index = index;
        this.indexer = indexer;
        this.synonyms = synonyms;
    }

    /** The answers to a question; none to a question that asks for nothing. */
    public Hits find(Query query) {
        return find(index, query, Wanted.of(query.text(), synonyms::in));
    }

    static Hits find(SearchIndex index, Query query, Wanted wanted) {
        if (wanted.wanted().isEmpty()) {
            return new Hits(query.text(), 0, Facets.NONE, List.of());
        }
        return index.search(searcher -> {
            if (wanted.isPhrase()
                    && query.order() == Query.Order.RELEVANCE
                    && query.filter().equals(Query.Filter.NONE)) {
                return atOnce(searcher, query, wanted);
            }
            FacetCounter.Counted counted =
                    searcher.search(Questions.matching(wanted), new FacetCounter(query.filter()));
            ScoreDoc[] found = counted.total() == 0 ? new ScoreDoc[0] : best(searcher, query, wanted);
            return hits(searcher, query, wanted, counted, found);
        });
    }

    /**
     * Counts and ranks in one go. What takes long in a phrase is to compare places, which is done twice otherwise; words are
     * faster ranked by themselves, as most that have them need not be looked at.
     */
    private static Hits atOnce(IndexSearcher searcher, Query query, Wanted wanted) throws IOException {
        var counter = new FacetCounter(query.filter());
        var best = new TopScoreDocCollectorManager(Math.max(1, upTo(query)), Integer.MAX_VALUE);
        Object[] results = searcher.search(Questions.ranked(wanted), new MultiCollectorManager(counter, best));
        return hits(
                searcher,
                query,
                wanted,
                (FacetCounter.Counted) results[0],
                upTo(query) == 0 ? new ScoreDoc[0] : ((TopDocs) results[1]).scoreDocs);
    }

    /** How many publications answer. */
    public int count(String text) {
        Wanted wanted = Wanted.of(text, synonyms::in);
        return wanted.wanted().isEmpty() ? 0 : index.search(searcher -> searcher.count(Questions.matching(wanted)));
    }

    /** What to ask instead of a question that has no answer. */
    public Advice advise(String text) {
        Wanted wanted = Wanted.of(text, synonyms::in);
        return wanted.wanted().isEmpty()
                ? new Advice(List.of(), List.of())
                : index.search(searcher -> new Adviser(searcher).advise(wanted));
    }

    private static int size(Query query) {
        return Math.clamp(query.size(), 1, MOST_SIZE);
    }

    private static long from(Query query) {
        return (long) Math.max(0, query.page()) * size(query);
    }

    /** How many of the best are needed for the page that is asked for; 0 when it lies beyond the last that is shown. */
    private static int upTo(Query query) {
        return from(query) >= WINDOW ? 0 : (int) from(query) + size(query);
    }

    private static ScoreDoc[] best(IndexSearcher searcher, Query query, Wanted wanted) throws IOException {
        if (upTo(query) == 0) {
            return new ScoreDoc[0];
        }
        return switch (query.order()) {
            case RELEVANCE ->
                searcher.search(Questions.filtered(Questions.ranked(wanted), query.filter()), upTo(query)).scoreDocs;
            case DATE ->
                searcher.search(Questions.filtered(Questions.matching(wanted), query.filter()), upTo(query), BY_DATE)
                        .scoreDocs;
        };
    }

    private static Hits hits(
            IndexSearcher searcher, Query query, Wanted wanted, FacetCounter.Counted counted, ScoreDoc[] found)
            throws IOException {
        var snippets = new Snippets(wanted);
        List<Hit> hits = new ArrayList<>();
        for (long i = from(query); i < found.length; i++) {
            hits.add(hit(searcher.storedFields().document(found[(int) i].doc), snippets));
        }
        return new Hits(query.text(), counted.total(), counted.facets(), hits);
    }

    private static Hit hit(Document document, Snippets snippets) {
        TextKind kind = TextKind.valueOf(document.get(PublicationDocument.KIND));
        String slug = document.get(PublicationDocument.SLUG);
        List<Hit.Face> faces = new ArrayList<>();
        for (Language language : Language.values()) {
            if (document.get(PublicationDocument.title(language)) != null) {
                faces.add(face(document, language, kind, slug, snippets));
            }
        }
        faces.sort(Comparator.comparing(Hit.Face::found).reversed());
        var date = LocalDate.ofEpochDay(
                document.getField(PublicationDocument.DATE).numericValue().longValue());
        return new Hit(kind, slug, date, List.copyOf(faces));
    }

    private static Hit.Face face(Document document, Language language, TextKind kind, String slug, Snippets snippets) {
        String title = document.get(PublicationDocument.title(language));
        String text = document.get(PublicationDocument.text(language));
        Snippets.Snippet snippet = snippets.of(text, language);
        var titleMarks = snippets.marks(title);
        String anchor = snippet.found()
                ? anchor(document.get(PublicationDocument.anchors(language)), text, snippet.place())
                : "";
        return new Hit.Face(
                language,
                title,
                titleMarks,
                snippet.text(),
                snippet.marks(),
                snippet.found() || !titleMarks.isEmpty(),
                PublicationDocument.url(language, kind, slug) + (anchor.isEmpty() ? "" : "#" + anchor));
    }

    /** The name of the place of the line that {@code place} lies in. */
    private static String anchor(String anchors, String text, int place) {
        long line = text.substring(0, place).chars().filter(c -> c == '\n').count();
        String[] names = anchors.split("\n", -1);
        return line < names.length ? names[(int) line] : "";
    }

    /** Builds the index anew from the database while searches go on, and returns how many changes it read. */
    public int rebuild() {
        try {
            return indexer.rebuild();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The number of the last change of what is published that the index holds. */
    public long seq() {
        return index.seq();
    }

    /** How much of what was published the index holds, from 0 to 1. Less than 1 while it is built anew. */
    public double progress() {
        return indexer.progress();
    }
}
