package khos.search;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import khos.language.Language;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Puts what is wanted to the index. */
final class Questions {
    private static final float TITLE = 4;
    private static final float WORDS = 0.5f;
    /** What was typed in Latin and may be meant otherwise. */
    private static final float READING = 0.6f;
    /** A text of today beside one of ages ago; half of that after {@link #PIVOT_DAYS}. */
    private static final float RECENCY = 0.4f;

    private static final long PIVOT_DAYS = 365;
    /** First letters of readings; with a vowel they are rather a word. */
    private static final Pattern INITIALS = Pattern.compile("(?i)[b-df-hj-np-tw-z]{2,8}");

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private Questions() {}

    /** The texts that answer, in no order. */
    static Query matching(Wanted wanted) {
        var all = new BooleanQuery.Builder();
        for (Wanted.Unit unit : wanted.wanted()) {
            all.add(anywhere(unit, false), Occur.FILTER);
        }
        exclude(wanted, all);
        return all.build();
    }

    /** The texts that answer, by how well they do. */
    static Query ranked(Wanted wanted) {
        var all = new BooleanQuery.Builder();
        for (Wanted.Unit unit : wanted.wanted()) {
            all.add(anywhere(unit, true), Occur.MUST);
            Wanted.Phrase phrase = unit.phrases().getFirst();
            for (Language language : Language.values()) {
                all.add(
                        new BoostQuery(together(PublicationDocument.title(language), phrase.places()), TITLE),
                        Occur.SHOULD);
                for (String term : unit.ranking()) {
                    var rank = new TermQuery(new Term(PublicationDocument.all(language), term));
                    all.add(new BoostQuery(rank, WORDS), Occur.SHOULD);
                }
            }
            var word = new TermQuery(new Term(PublicationDocument.words(Language.CHINESE), unit.text()));
            all.add(new BoostQuery(word, WORDS), Occur.SHOULD);
        }
        if (wanted.wanted().size() > 1) {
            whole(wanted).forEach(whole -> all.add(whole, Occur.SHOULD));
        }
        long today = LocalDate.now(ZONE).toEpochDay();
        all.add(LongField.newDistanceFeatureQuery(PublicationDocument.DATE, RECENCY, today, PIVOT_DAYS), Occur.SHOULD);
        exclude(wanted, all);
        return all.build();
    }

    private static void exclude(Wanted wanted, BooleanQuery.Builder all) {
        for (Wanted.Unit unit : wanted.unwanted()) {
            all.add(anywhere(unit, false), Occur.MUST_NOT);
        }
    }

    /** All that is wanted as if it stood together: texts that have it so come first. */
    private static List<Query> whole(Wanted wanted) {
        List<Wanted.Place> places = new ArrayList<>();
        int next = 0;
        for (Wanted.Unit unit : wanted.wanted()) {
            List<Wanted.Place> own = unit.phrases().getFirst().places();
            for (Wanted.Place place : own) {
                places.add(new Wanted.Place(place.term(), next + place.position(), place.kind()));
            }
            next += unit.positions();
        }
        List<Query> whole = new ArrayList<>();
        for (Language language : Language.values()) {
            whole.add(together(PublicationDocument.all(language), places));
        }
        return whole;
    }

    static Query anywhere(Wanted.Unit unit, boolean ranked) {
        var any = new BooleanQuery.Builder();
        for (int i = 0; i < unit.phrases().size(); i++) {
            for (Language language : Language.values()) {
                Query phrase = together(
                        PublicationDocument.all(language), unit.phrases().get(i).places());
                any.add(ranked && i > 0 ? new BoostQuery(phrase, READING) : phrase, Occur.SHOULD);
            }
        }
        if (INITIALS.matcher(unit.text()).matches()) {
            var initials = new Term(PublicationDocument.INITIALS, unit.text().toLowerCase(Locale.ROOT));
            any.add(new BoostQuery(new PrefixQuery(initials), READING), Occur.SHOULD);
        }
        return any.build();
    }

    static Query together(String field, List<Wanted.Place> places) {
        if (places.size() == 1) {
            return new TermQuery(new Term(field, places.getFirst().term()));
        }
        var phrase = new PhraseQuery.Builder();
        for (Wanted.Place place : places) {
            phrase.add(new Term(field, place.term()), place.position());
        }
        return phrase.build();
    }

    /** {@code asked} of the publications that {@code filter} leaves. */
    static Query filtered(Query asked, khos.search.Query.Filter filter) {
        if (filter.equals(khos.search.Query.Filter.NONE)) {
            return asked;
        }
        var filtered = new BooleanQuery.Builder().add(asked, Occur.MUST);
        filter.language().ifPresent(one -> filtered.add(term(PublicationDocument.LANGUAGE, one.code()), Occur.FILTER));
        filter.kind().ifPresent(one -> filtered.add(term(PublicationDocument.KIND, one.name()), Occur.FILTER));
        filter.series().ifPresent(one -> filtered.add(term(PublicationDocument.SERIES, one), Occur.FILTER));
        filter.topic().ifPresent(one -> filtered.add(term(PublicationDocument.TOPIC, one), Occur.FILTER));
        filter.year()
                .ifPresent(year -> filtered.add(
                        LongField.newRangeQuery(
                                PublicationDocument.DATE,
                                LocalDate.of(year, 1, 1).toEpochDay(),
                                LocalDate.of(year, 12, 31).toEpochDay()),
                        Occur.FILTER));
        return filtered.build();
    }

    private static Query term(String field, String value) {
        return new TermQuery(new Term(field, value));
    }
}
