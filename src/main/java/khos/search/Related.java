package khos.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import khos.analysis.Analyzers;
import khos.language.Language;
import khos.publication.Cue;
import khos.publication.Edition;
import khos.publication.Episode;
import khos.publication.Headline;
import khos.publication.Publication;
import khos.publication.Publications;
import khos.publication.Sentence;
import khos.publication.WebVtt;
import khos.terminology.Concept;
import khos.terminology.TermOccurrence;
import khos.terminology.Termbase;
import khos.translation.TextKind;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.springframework.stereotype.Service;

/**
 * Texts to read beside another, because the same agreed terms stand in both, or because they bear the same tags.
 *
 * <p>A term counts the more the fewer texts it stands in (inverse document frequency, Spärck Jones 1972), and, less than
 * proportionally, the more often this text says it; a term that stands in every eighth text says nothing. Terms are those of the
 * termbase now: the index is asked for their words, in either language. Of texts that share as much the newer comes first. Where
 * nothing is shared there is nothing, rather than what is merely new.
 *
 * <p>The index proposes, the database decides: only what is out at this moment is given.
 */
@Service
public class Related {
    private static final int MOST = 4;
    private static final int PROPOSED = 24;
    private static final int MOST_TERMS = 16;
    /** What a text says further on is not looked at. */
    private static final int MOST_SENTENCES = 2_000;
    /** In so many texts a term or a tag may stand however few there are. */
    private static final int FEW_TERMS = 5;

    private static final int FEW_TAGS = 6;
    private static final int COMMON_TERM = 8;
    private static final int COMMON_TAG = 3;
    /** A text of today beside one of ages ago; half of that after a year. */
    private static final double RECENCY = 0.25;

    private static final double YEAR = 365;

    private final SearchIndex index;
    private final Termbase termbase;
    private final Publications publications;

    Related(SearchIndex index, Termbase termbase, Publications publications) {
        this.index = index;
        this.termbase = termbase;
        this.publications = publications;
    }

    /** @param score what is shared, weighed */
    private record Proposed(String item, double score, long day) {}

    /** Something that a text says, and how much it counts that another says it too. */
    private record Sign(Query query, double weight) {
        Query weighed() {
            return new BoostQuery(new ConstantScoreQuery(query), (float) weight);
        }
    }

    /** At most four, the nearest first, that are out in {@code language}; none of its own series, whose list stands beside it. */
    public List<Headline> to(Publication publication, Language language) {
        Map<Concept, Integer> concepts = concepts(publication);
        Set<String> tags = tags(publication);
        List<String> items = propose(index, publication, language, concepts, tags);
        return publications.headlines(items, language).stream().limit(MOST).toList();
    }

    /** The items that the index knows to be near, the nearest first. */
    static List<String> propose(
            SearchIndex index,
            Publication publication,
            Language language,
            Map<Concept, Integer> concepts,
            Set<String> tags) {
        if (concepts.isEmpty() && tags.isEmpty()) {
            return List.of();
        }
        return index.search(searcher -> {
            List<Sign> signs = signs(searcher.getIndexReader(), concepts, tags);
            return signs.isEmpty() ? List.<String>of() : propose(searcher, query(publication, language, signs));
        });
    }

    /** The concepts that stand in it, in whatever language, and how often. */
    private Map<Concept, Integer> concepts(Publication publication) {
        BiFunction<String, Language, List<TermOccurrence>> finder = termbase.finder();
        Map<Concept, Integer> concepts = new HashMap<>();
        for (Edition edition : publication.editions().values()) {
            Map<Concept, Integer> said = new HashMap<>();
            lines(edition)
                    .flatMap(line -> finder.apply(line, edition.language()).stream())
                    .forEach(occurrence -> said.merge(occurrence.concept(), 1, Integer::sum));
            said.forEach((concept, times) -> concepts.merge(concept, times, Math::max));
        }
        return concepts;
    }

    private static Stream<String> lines(Edition edition) {
        Stream<String> said = edition.captions().isEmpty()
                ? edition.sentences().stream().map(Sentence::text)
                : WebVtt.parse(edition.captions()).stream().map(Cue::text);
        return Stream.concat(Stream.of(edition.title(), edition.summary()), said.limit(MOST_SENTENCES));
    }

    private static Set<String> tags(Publication publication) {
        Set<String> tags = new LinkedHashSet<>();
        for (Edition edition : publication.editions().values()) {
            tags.addAll(edition.tags());
            tags.add(edition.topic());
        }
        tags.remove("");
        return tags;
    }

    private static List<Sign> signs(IndexReader reader, Map<Concept, Integer> concepts, Collection<String> tags)
            throws IOException {
        List<Sign> terms = new ArrayList<>();
        for (var concept : concepts.entrySet()) {
            var any = new BooleanQuery.Builder();
            int texts = add(any, reader, concept.getKey());
            if (texts > 0 && texts <= Math.max(FEW_TERMS, reader.numDocs() / COMMON_TERM)) {
                double weight = rarity(reader, texts) * (1 + Math.log(concept.getValue()));
                terms.add(new Sign(any.build(), weight));
            }
        }
        terms.sort(Comparator.comparingDouble(Sign::weight).reversed());
        List<Sign> signs = new ArrayList<>(terms.subList(0, Math.min(MOST_TERMS, terms.size())));
        for (String tag : tags) {
            var term = new Term(PublicationDocument.TOPIC, tag);
            int texts = reader.docFreq(term);
            if (texts > 0 && texts <= Math.max(FEW_TAGS, reader.numDocs() / COMMON_TAG)) {
                signs.add(new Sign(new TermQuery(term), rarity(reader, texts)));
            }
        }
        return signs;
    }

    private static double rarity(IndexReader reader, int texts) {
        return Math.log(1 + (double) reader.numDocs() / texts);
    }

    /** Adds the words of a concept, and returns in how many texts they stand at most. */
    private static int add(BooleanQuery.Builder any, IndexReader reader, Concept concept) throws IOException {
        int texts = 0;
        for (khos.terminology.Term term : concept.terms()) {
            List<Wanted.Place> places =
                    Wanted.phrase(Analyzers.tokens(term.text())).places();
            if (term.status().isUsable() && !places.isEmpty()) {
                String field = PublicationDocument.all(term.language());
                any.add(Questions.together(field, places), Occur.SHOULD);
                int rarest = Integer.MAX_VALUE;
                for (Wanted.Place place : places) {
                    rarest = Math.min(rarest, reader.docFreq(new Term(field, place.term())));
                }
                texts = Math.max(texts, rarest);
            }
        }
        return texts;
    }

    private static Query query(Publication publication, Language language, List<Sign> signs) {
        var query = new BooleanQuery.Builder();
        signs.forEach(sign -> query.add(sign.weighed(), Occur.SHOULD));
        query.setMinimumNumberShouldMatch(1);
        query.add(new TermQuery(new Term(PublicationDocument.LANGUAGE, language.code())), Occur.FILTER);
        var itself = new BooleanQuery.Builder()
                .add(
                        new TermQuery(new Term(
                                PublicationDocument.KIND, publication.kind().name())),
                        Occur.FILTER)
                .add(new TermQuery(new Term(PublicationDocument.SLUG, publication.slug())), Occur.FILTER);
        query.add(itself.build(), Occur.MUST_NOT);
        if (publication instanceof Episode episode) {
            query.add(new TermQuery(new Term(PublicationDocument.SERIES, episode.series())), Occur.MUST_NOT);
        }
        return query.build();
    }

    private static List<String> propose(IndexSearcher searcher, Query query) throws IOException {
        List<Proposed> proposed = new ArrayList<>();
        for (ScoreDoc found : searcher.search(query, PROPOSED).scoreDocs) {
            Document document = searcher.storedFields().document(found.doc);
            proposed.add(new Proposed(
                    TextKind.valueOf(document.get(PublicationDocument.KIND)).path() + "/"
                            + document.get(PublicationDocument.SLUG),
                    found.score,
                    document.getField(PublicationDocument.DATE).numericValue().longValue()));
        }
        long newest = proposed.stream().mapToLong(Proposed::day).max().orElse(0);
        proposed.sort(Comparator.comparingDouble((Proposed one) -> weighed(one, newest))
                .reversed()
                .thenComparing(Proposed::item));
        return proposed.stream().map(Proposed::item).toList();
    }

    private static double weighed(Proposed proposed, long newest) {
        return proposed.score() * (1 + RECENCY * Math.pow(2, (proposed.day() - newest) / YEAR));
    }
}
