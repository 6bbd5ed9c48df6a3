package khos.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import khos.analysis.Analyzers;
import khos.analysis.Analyzers.Token;
import khos.analysis.Analyzers.Token.Kind;
import khos.language.Language;
import khos.language.Span;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;

/**
 * Learns which words of one language go with what was asked for in the other: those that stand in most of the sentences found
 * and in few others.
 *
 * <p>The measure is the logarithm of the likelihood ratio of T. Dunning, "Accurate Methods for the Statistics of Surprise and
 * Coincidence", Computational Linguistics 19(1), 1993.
 */
final class Counterparts {
    /** Fewer sentences tell nothing. */
    private static final int LEAST_SENTENCES = 3;
    /** A word that stands in a smaller share of the sentences found is none. */
    private static final double LEAST_SHARE = 0.4;
    /** A ratio that chance gives once in a hundred (chi-squared, one degree of freedom). */
    private static final double LEAST_RATIO = 6.63;

    private final IndexSearcher searcher;
    private final String field;
    private final boolean chinese;
    private final Map<String, Integer> counts = new HashMap<>();
    private int sentences;
    private List<String> best = List.of();
    private boolean learned;

    Counterparts(IndexSearcher searcher, Language language) {
        this.searcher = searcher;
        this.field = PublicationDocument.pair(language);
        this.chinese = language == Language.CHINESE;
    }

    static Counterparts in(Map<Language, Counterparts> counterparts, Language language) {
        return Objects.requireNonNull(counterparts.get(language));
    }

    void learn(String sentence) {
        sentences++;
        Set<String> terms = new HashSet<>();
        for (Token token : Analyzers.tokens(sentence)) {
            if (isWord(token)) {
                terms.add(token.term());
            }
        }
        terms.forEach(term -> counts.merge(term, 1, Integer::sum));
    }

    private boolean isWord(Token token) {
        return token.kind() == (chinese ? Kind.PAIR : Kind.MONGOLIAN);
    }

    /** Where the {@code most} likeliest words stand in {@code sentence}. */
    List<Span> marks(String sentence, int most) throws IOException {
        if (!learned) {
            best = best();
            learned = true;
        }
        Set<String> wanted = new HashSet<>(best.subList(0, Math.min(best.size(), most)));
        List<Span> marks = new ArrayList<>();
        for (Token token : Analyzers.tokens(sentence)) {
            if (isWord(token) && wanted.contains(token.term())) {
                boolean overlaps =
                        !marks.isEmpty() && marks.getLast().end() > token.span().start();
                if (!overlaps) {
                    marks.add(token.span());
                }
            }
        }
        return List.copyOf(marks);
    }

    private List<String> best() throws IOException {
        if (sentences < LEAST_SENTENCES) {
            return List.of();
        }
        int all = Math.max(searcher.getIndexReader().getDocCount(field), sentences);
        record Scored(String term, double ratio) {}
        List<Scored> scored = new ArrayList<>();
        for (var count : counts.entrySet()) {
            int here = count.getValue();
            if (here >= sentences * LEAST_SHARE) {
                int everywhere = Math.max(here, searcher.getIndexReader().docFreq(new Term(field, count.getKey())));
                boolean more = (double) here / sentences > (double) everywhere / all;
                double ratio = more ? ratio(here, sentences, everywhere, all) : 0;
                if (ratio > LEAST_RATIO) {
                    scored.add(new Scored(count.getKey(), ratio));
                }
            }
        }
        return scored.stream()
                .sorted(Comparator.comparingDouble(Scored::ratio).reversed().thenComparing(Scored::term))
                .map(Scored::term)
                .toList();
    }

    /** Of {@code here} out of {@code sentences} with the word, and {@code everywhere} out of {@code all}. */
    private static double ratio(int here, int sentences, int everywhere, int all) {
        double a = here;
        double b = Math.max(0, everywhere - here);
        double c = sentences - here;
        double d = Math.max(0, all - sentences - b);
        return 2 * (entropy(a, b, c, d) + entropy(a + b + c + d) - entropy(a + b, c + d) - entropy(a + c, b + d));
    }

    private static double entropy(double... counts) {
        double sum = 0;
        for (double count : counts) {
            sum += count == 0 ? 0 : count * Math.log(count);
        }
        return sum;
    }
}
