package khos.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import khos.language.Language;
import khos.language.Span;
import khos.translation.TextKind;
import org.apache.lucene.document.Document;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.springframework.stereotype.Service;

/** Shows how words are said in the other language: the published sentence pairs that hold them. */
@Service
public class Concordance {
    private static final int MOST_SIZE = 100;
    private static final int WINDOW = 2_000;
    /** So many pairs are read to learn which words of the other side go with those asked for. */
    private static final int LEARNED_FROM = 200;

    /** @param total of all pairs, this page or not */
    public record Pairs(int total, List<SentencePair> pairs) {}

    private final SearchIndex index;
    private final Synonyms synonyms;

    Concordance(SearchIndex index, Synonyms synonyms) {
        this.index = index;
        this.synonyms = synonyms;
    }

    /**
     * The pairs of which one side holds all the words.
     *
     * @param text as for {@link Search#find}
     * @param page from 0
     */
    public Pairs find(String text, int page, int size) {
        Wanted wanted = Wanted.of(text, synonyms::in);
        if (wanted.wanted().isEmpty()) {
            return new Pairs(0, List.of());
        }
        int most = Math.clamp(size, 1, MOST_SIZE);
        long from = (long) Math.max(0, page) * most;
        return index.pairs(searcher -> {
            Query asked = pairs(wanted);
            int total = searcher.count(asked);
            return new Pairs(
                    total,
                    from >= Math.min(total, WINDOW) ? List.of() : read(searcher, asked, wanted, (int) from, most));
        });
    }

    private static List<SentencePair> read(IndexSearcher searcher, Query asked, Wanted wanted, int from, int size)
            throws IOException {
        ScoreDoc[] found = searcher.search(asked, Math.max(LEARNED_FROM, from + size)).scoreDocs;
        var snippets = new Snippets(wanted);
        Map<Language, Counterparts> counterparts = new EnumMap<>(Language.class);
        for (Language side : Language.values()) {
            counterparts.put(side, new Counterparts(searcher, side));
        }
        List<SentencePair> pairs = new ArrayList<>();
        for (int i = 0; i < found.length; i++) {
            SentencePair pair = pair(searcher.storedFields().document(found[i].doc), snippets);
            for (Language side : Language.values()) {
                if (pair.half(side).asked() && !pair.half(side.other()).asked() && i < LEARNED_FROM) {
                    Counterparts.in(counterparts, side.other())
                            .learn(pair.half(side.other()).text());
                }
            }
            if (i >= from && i < from + size) {
                pairs.add(pair);
            }
        }
        List<SentencePair> marked = new ArrayList<>();
        for (SentencePair pair : pairs) {
            marked.add(new SentencePair(
                    pair.kind(),
                    pair.slug(),
                    pair.number(),
                    likely(pair.chinese(), pair.mongolian(), counterparts, wanted),
                    likely(pair.mongolian(), pair.chinese(), counterparts, wanted)));
        }
        return List.copyOf(marked);
    }

    /** {@code half} with marks on what most likely says what was asked for in {@code other}. */
    private static SentencePair.Half likely(
            SentencePair.Half half, SentencePair.Half other, Map<Language, Counterparts> counterparts, Wanted wanted)
            throws IOException {
        if (half.asked() || !other.asked()) {
            return half;
        }
        List<Span> marks = letters(other.text()).allMatch(place -> isMarked(other, place))
                ? whole(half.text())
                : Counterparts.in(counterparts, half.language())
                        .marks(half.text(), wanted.wanted().size());
        return new SentencePair.Half(half.language(), half.text(), marks, false, half.title(), half.url());
    }

    private static IntStream letters(String text) {
        return IntStream.range(0, text.length()).filter(place -> Character.isLetterOrDigit(text.codePointAt(place)));
    }

    private static boolean isMarked(SentencePair.Half half, int place) {
        return half.marks().stream().anyMatch(mark -> mark.start() <= place && place < mark.end());
    }

    /** A text from its first letter to its last: where nothing but the words asked for was said, all of it says them. */
    private static List<Span> whole(String text) {
        IntSummaryStatistics places = letters(text).summaryStatistics();
        if (places.getCount() == 0) {
            return List.of();
        }
        int end = places.getMax() + 1;
        while (end < text.length() && Character.getType(text.charAt(end)) == Character.NON_SPACING_MARK) {
            end++;
        }
        return List.of(new Span(places.getMin(), end));
    }

    private static SentencePair pair(Document document, Snippets snippets) {
        TextKind kind = TextKind.valueOf(document.get(PublicationDocument.PAIR_KIND));
        String slug = document.get(PublicationDocument.PAIR_SLUG);
        int number = document.getField(PublicationDocument.PAIR_NUMBER)
                .numericValue()
                .intValue();
        return new SentencePair(
                kind,
                slug,
                number,
                half(document, Language.CHINESE, kind, slug, snippets),
                half(document, Language.MONGOLIAN, kind, slug, snippets));
    }

    private static SentencePair.Half half(
            Document document, Language language, TextKind kind, String slug, Snippets snippets) {
        String text = document.get(PublicationDocument.pair(language));
        List<Span> marks = snippets.marks(text);
        String anchor = document.get(PublicationDocument.pairAnchor(language));
        return new SentencePair.Half(
                language,
                text,
                marks,
                !marks.isEmpty(),
                document.get(PublicationDocument.pairTitle(language)),
                PublicationDocument.url(language, kind, slug) + (anchor.isEmpty() ? "" : "#" + anchor));
    }

    private static Query pairs(Wanted wanted) {
        var any = new BooleanQuery.Builder();
        for (Language language : Language.values()) {
            String field = PublicationDocument.pair(language);
            var all = new BooleanQuery.Builder();
            for (Wanted.Unit unit : wanted.wanted()) {
                all.add(anyPhrase(field, unit), Occur.MUST);
            }
            for (Wanted.Unit unit : wanted.unwanted()) {
                all.add(anyPhrase(field, unit), Occur.MUST_NOT);
            }
            any.add(all.build(), Occur.SHOULD);
        }
        return any.build();
    }

    private static Query anyPhrase(String field, Wanted.Unit unit) {
        var any = new BooleanQuery.Builder();
        for (Wanted.Phrase phrase : unit.phrases()) {
            any.add(Questions.together(field, phrase.places()), Occur.SHOULD);
        }
        return any.build();
    }
}
