package khos.terminology;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import khos.analysis.Analyzers;
import khos.analysis.Analyzers.Token;
import khos.analysis.Analyzers.Token.Kind;
import khos.language.Language;
import khos.language.Span;

/**
 * Finds the terms of one language in running text: Chinese by characters, whatever stands around them, Mongolian by the look of
 * its stems. Of terms that begin at one place the longest, of those that overlap the first.
 *
 * <p>Time is linear in the length of the text times the length of the longest term, whatever the number of terms. Immutable.
 */
final class TermRecognizer {
    private static final Set<Kind> WORDS = EnumSet.of(Kind.HAN, Kind.MONGOLIAN, Kind.WORD);

    private record Entry(Term term, Concept concept) {}

    private static final Comparator<Entry> BY_STATUS =
            Comparator.comparing(entry -> entry.term().status());

    /** What may follow after the tokens that led here, and the terms that end here. */
    private static final class Node {
        private final Map<String, Node> next = new HashMap<>(2);
        private final List<Entry> entries = new ArrayList<>(1);
    }

    private final Node root = new Node();

    TermRecognizer(Collection<Concept> concepts, Language language) {
        for (Concept concept : concepts) {
            for (Term term : concept.terms()) {
                if (term.language() == language) {
                    add(term, concept);
                }
            }
        }
    }

    private void add(Term term, Concept concept) {
        Node node = root;
        for (Token token : Analyzers.tokens(term.text(), WORDS)) {
            node = node.next.computeIfAbsent(token.term(), first -> new Node());
        }
        if (node != root) {
            int place = node.entries.size();
            while (place > 0 && BY_STATUS.compare(node.entries.get(place - 1), new Entry(term, concept)) > 0) {
                place--;
            }
            node.entries.add(place, new Entry(term, concept));
        }
    }

    /** The terms of {@code text} in its order; several at one place when several concepts share a term. */
    List<TermOccurrence> occurrences(String text) {
        if (root.next.isEmpty()) {
            return List.of();
        }
        List<Token> tokens = Analyzers.tokens(text, WORDS);
        List<TermOccurrence> occurrences = new ArrayList<>();
        int from = 0;
        while (from < tokens.size()) {
            Node longest = root;
            int end = from;
            Node node = root;
            for (int i = from; i < tokens.size() && stands(tokens, from, i); i++) {
                node = node.next.get(tokens.get(i).term());
                if (node == null) {
                    break;
                }
                if (!node.entries.isEmpty()) {
                    longest = node;
                    end = i + 1;
                }
            }
            if (longest != root) {
                var span = new Span(
                        tokens.get(from).span().start(),
                        tokens.get(end - 1).span().end());
                longest.entries.forEach(
                        entry -> occurrences.add(new TermOccurrence(span, entry.term(), entry.concept())));
            }
            from = Math.max(end, from + 1);
        }
        return List.copyOf(occurrences);
    }

    /** Whether a word follows at once, with nothing between but what parts words; Chinese characters with nothing at all. */
    private static boolean stands(List<Token> tokens, int from, int i) {
        return i == from || tokens.get(i).position() == tokens.get(i - 1).position() + 1;
    }
}
