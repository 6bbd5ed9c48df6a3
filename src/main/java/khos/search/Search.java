package khos.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import khos.language.Language;
import khos.translation.TextKind;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.springframework.stereotype.Service;

/**
 * Finds published editions by what a reader types.
 *
 * <p>Every Chinese substring is found, and every Mongolian word in any spelling that looks the same, with or without its
 * suffixes; which words a dictionary knows, and which letters were typed, only decides what comes first.
 */
@Service
public class Search {
    private static final int MOST_SIZE = 100;
    /** Nobody reads further than this many answers. */
    private static final int WINDOW = 2_000;

    private static final float TITLE = 4;
    private static final float WORDS = 0.5f;

    private final SearchIndex index;
    private final Indexer indexer;

    Search(SearchIndex index, Indexer indexer) {
        this.index = index;
        this.indexer = indexer;
    }

    /** The answers to a question; none to a question that asks for nothing. */
    public Hits find(Query query) {
        Wanted wanted = Wanted.of(query.text());
        if (wanted.wanted().isEmpty()) {
            return new Hits(query.text(), 0, Map.of(), List.of());
        }
        org.apache.lucene.search.Query asked = lucene(wanted, query.language());
        return index.search(searcher -> {
            Map<TextKind, Integer> kinds = new EnumMap<>(TextKind.class);
            for (TextKind kind : TextKind.values()) {
                kinds.put(kind, searcher.count(ofKind(asked, Optional.of(kind))));
            }
            int total = query.kind()
                    .map(kind -> kinds.getOrDefault(kind, 0))
                    .orElseGet(() ->
                            kinds.values().stream().mapToInt(Integer::intValue).sum());
            return new Hits(query.text(), total, kinds, page(searcher, asked, query, wanted));
        });
    }

    private static List<Hit> page(
            IndexSearcher searcher, org.apache.lucene.search.Query asked, Query query, Wanted wanted)
            throws IOException {
        int size = Math.clamp(query.size(), 1, MOST_SIZE);
        long from = (long) Math.max(0, query.page()) * size;
        if (from >= WINDOW) {
            return List.of();
        }
        ScoreDoc[] found = searcher.search(ofKind(asked, query.kind()), (int) from + size).scoreDocs;
        var snippets = new Snippets(wanted);
        List<Hit> hits = new ArrayList<>();
        for (int i = (int) from; i < found.length; i++) {
            hits.add(hit(searcher.storedFields().document(found[i].doc), snippets));
        }
        return hits;
    }

    private static Hit hit(Document document, Snippets snippets) {
        Language language = Language.of(document.get(SearchIndex.LANGUAGE));
        TextKind kind = TextKind.valueOf(document.get(SearchIndex.KIND));
        String slug = document.get(SearchIndex.SLUG);
        String title = document.get(SearchIndex.TITLE);
        Snippets.Snippet snippet = snippets.of(document.get(SearchIndex.TEXT), language);
        return new Hit(
                kind,
                language,
                slug,
                title,
                snippets.marks(title),
                snippet.text(),
                snippet.marks(),
                "/" + language.code() + "/" + kind.path() + "/" + slug);
    }

    private static org.apache.lucene.search.Query ofKind(
            org.apache.lucene.search.Query asked, Optional<TextKind> kind) {
        return kind.<org.apache.lucene.search.Query>map(wanted -> new BooleanQuery.Builder()
                        .add(asked, Occur.MUST)
                        .add(new TermQuery(new Term(SearchIndex.KIND, wanted.name())), Occur.FILTER)
                        .build())
                .orElse(asked);
    }

    private static org.apache.lucene.search.Query lucene(Wanted wanted, Optional<Language> language) {
        var all = new BooleanQuery.Builder();
        for (Wanted.Unit unit : wanted.wanted()) {
            all.add(anywhere(unit), Occur.MUST);
            for (String term : unit.ranking()) {
                all.add(new BoostQuery(new TermQuery(new Term(SearchIndex.TEXT, term)), WORDS), Occur.SHOULD);
            }
            String word = String.join("", unit.terms());
            all.add(new BoostQuery(new TermQuery(new Term(SearchIndex.TITLE_WORDS, word)), TITLE), Occur.SHOULD);
            all.add(new BoostQuery(new TermQuery(new Term(SearchIndex.TEXT_WORDS, word)), WORDS), Occur.SHOULD);
        }
        if (wanted.wanted().size() > 1) {
            all.add(anywhere(whole(wanted)), Occur.SHOULD);
        }
        for (Wanted.Unit unit : wanted.unwanted()) {
            all.add(anywhere(unit), Occur.MUST_NOT);
        }
        language.ifPresent(only -> all.add(
                new ConstantScoreQuery(new TermQuery(new Term(SearchIndex.LANGUAGE, only.code()))), Occur.FILTER));
        return all.build();
    }

    /** All that is wanted as if it stood together: texts that have it so come first. */
    private static Wanted.Unit whole(Wanted wanted) {
        return new Wanted.Unit(
                wanted.wanted().stream().flatMap(unit -> unit.terms().stream()).toList(), List.of());
    }

    private static org.apache.lucene.search.Query anywhere(Wanted.Unit unit) {
        return new BooleanQuery.Builder()
                .add(new BoostQuery(together(SearchIndex.TITLE, unit.terms()), TITLE), Occur.SHOULD)
                .add(together(SearchIndex.TEXT, unit.terms()), Occur.SHOULD)
                .build();
    }

    private static org.apache.lucene.search.Query together(String field, List<String> terms) {
        if (terms.size() == 1) {
            return new TermQuery(new Term(field, terms.getFirst()));
        }
        return new PhraseQuery(field, terms.toArray(String[]::new));
    }

    /** Builds the index anew from the database while searches go on, and returns how many changes it read. */
    public int rebuild() {
        try {
            return indexer.rebuild();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
