package khos.terminology;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import khos.analysis.Analyzers.Token;
import khos.language.Language;
import khos.language.Span;

/**
 * Finds the terms of one language in running text: Chinese by characters, whatever stands around them, Mongolian by the look of
 * its stems; never over the end of a clause. Of terms that begin at one place the longest, of those that overlap the first.
 *
 * <p>Time is linear in the length of the text times the words of the longest term, 200 at most, whatever the number of terms.
 * Immutable; what changed since most of the terms were read lies beside them and is asked first.
 */
public final class TermRecognizer {
    /** So many concepts are told of one place: all there are, unless somebody has filled a termbase with the same word. */
    static final int MOST_AT_ONE_PLACE = 20;

    private final TermPart base;
    private final TermPart news;
    /** The ids of the concepts of {@code base} that are gone or say something else in {@code news}. */
    private final Set<String> outdated;

    /** Of the terms of {@code concepts} that are of {@code language}. */
    public TermRecognizer(Collection<Concept> concepts, Language language) {
        this(new TermPart(concepts, language), new TermPart(List.of(), language), Set.of());
    }

    /** @param news of concepts whose ids are among {@code outdated} or later than those of {@code base} */
    TermRecognizer(TermPart base, TermPart news, Set<String> outdated) {
        this.base = base;
        this.news = news;
        this.outdated = outdated;
    }

    /** The terms of {@code text} in its order; several at one place when several concepts share a term. */
    public List<TermOccurrence> occurrences(String text) {
        if (base.isEmpty() && news.isEmpty()) {
            return List.of();
        }
        List<Token> tokens = TermPart.words(text);
        int[] words = words(tokens, base);
        int[] newWords = words(tokens, news);
        List<TermOccurrence> occurrences = new ArrayList<>();
        for (int from = 0; from < tokens.size(); ) {
            int node = TermPart.ROOT;
            int newNode = TermPart.ROOT;
            int longest = TermPart.ROOT;
            int newLongest = TermPart.ROOT;
            int end = from;
            for (int i = from; i < words.length; i++) {
                node = base.next(node, words[i]);
                newNode = news.next(newNode, newWords[i]);
                if (node == TermPart.NONE && newNode == TermPart.NONE) {
                    break;
                }
                if (ends(node) || newNode != TermPart.NONE && news.first(newNode) < news.end(newNode)) {
                    longest = node;
                    newLongest = newNode;
                    end = i + 1;
                }
            }
            if (end > from) {
                var span = new Span(
                        tokens.get(from).span().start(),
                        tokens.get(end - 1).span().end());
                tell(span, longest, newLongest, occurrences);
            }
            from = Math.max(end, from + 1);
        }
        return List.copyOf(occurrences);
    }

    private static int[] words(List<Token> tokens, TermPart part) {
        int[] words = new int[tokens.size()];
        for (int i = 0; i < words.length; i++) {
            words[i] = part.word(tokens.get(i).term());
        }
        return words;
    }

    /** Whether a term of the base that still holds ends at the node. */
    private boolean ends(int node) {
        return node != TermPart.NONE && holding(base.first(node), base.end(node)) < base.end(node);
    }

    /** The first entry of the base from {@code entry} on that still holds; {@code end} when none does. */
    private int holding(int entry, int end) {
        int holding = entry;
        while (holding < end && outdated.contains(base.concept(holding).id())) {
            holding++;
        }
        return holding;
    }

    /** The entries of both nodes as one list: by status, then by the ids of their concepts. */
    private void tell(Span span, int node, int newNode, List<TermOccurrence> occurrences) {
        int end = node == TermPart.NONE ? 0 : base.end(node);
        int old = node == TermPart.NONE ? 0 : holding(base.first(node), end);
        int newEnd = newNode == TermPart.NONE ? 0 : news.end(newNode);
        int fresh = newNode == TermPart.NONE ? 0 : news.first(newNode);
        for (int told = 0; told < MOST_AT_ONE_PLACE && (old < end || fresh < newEnd); told++) {
            if (old < end && (fresh == newEnd || isBefore(old, fresh))) {
                occurrences.add(new TermOccurrence(span, base.term(old), base.concept(old)));
                old = holding(old + 1, end);
            } else {
                occurrences.add(new TermOccurrence(span, news.term(fresh), news.concept(fresh)));
                fresh++;
            }
        }
    }

    private boolean isBefore(int old, int fresh) {
        int byStatus = base.term(old).status().compareTo(news.term(fresh).status());
        return byStatus != 0
                ? byStatus < 0
                : base.concept(old).id().compareTo(news.concept(fresh).id()) < 0;
    }
}
