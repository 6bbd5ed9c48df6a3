package khos.terminology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import khos.analysis.Analyzers;
import khos.analysis.Analyzers.Token;
import khos.analysis.Analyzers.Token.Kind;
import khos.language.Language;
import khos.language.Span;

/**
 * The terms of some concepts in one language as a tree of their words: {@code 云课堂} and {@code 云课} share the nodes of
 * {@code 云} and {@code 课}. Never changed once it is made; kept in arrays, so that a hundred thousand terms are a few megabytes.
 */
final class TermPart {
    private static final Set<Kind> WORDS = EnumSet.of(Kind.HAN, Kind.MONGOLIAN, Kind.WORD);
    /** What ends a clause. A term does not reach over it, unless it has one itself: {@code 云，课} is not {@code 云课}. */
    private static final String MARKS = "，。、；：！？,;:!?\n᠂᠃᠄᠅";

    private static final String MARK = "，";
    static final int ROOT = 0;
    /** What is no word of any term, and no node. */
    static final int NONE = -1;

    private final Map<String, Integer> vocabulary = new HashMap<>();
    private final Branches branches = new Branches();
    /** The entries that end at node {@code n} are those from {@code first[n]} to {@code first[n + 1]}. */
    private final int[] first;

    private final Term[] terms;
    private final Concept[] concepts;

    TermPart(Collection<Concept> of, Language language) {
        List<Term> read = new ArrayList<>();
        List<Concept> owners = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        for (Concept concept : of) {
            for (Term term : concept.terms()) {
                int end = term.language() == language ? plant(term.text()) : ROOT;
                if (end != ROOT) {
                    read.add(term);
                    owners.add(concept);
                    ends.add(end);
                }
            }
        }
        int[] order = order(read, ends);
        terms = new Term[order.length];
        concepts = new Concept[order.length];
        first = new int[branches.nodes() + 1];
        for (int i = 0; i < order.length; i++) {
            terms[i] = read.get(order[i]);
            concepts[i] = owners.get(order[i]);
            first[ends.get(order[i]) + 1]++;
        }
        for (int node = 0; node < branches.nodes(); node++) {
            first[node + 1] += first[node];
        }
    }

    /** The words of a text or a term, with a mark between those that a clause ends between. */
    static List<Token> words(String text) {
        List<Token> words = new ArrayList<>();
        int end = text.length();
        for (Token token : Analyzers.tokens(text, WORDS)) {
            int mark = end;
            while (mark < token.span().start() && MARKS.indexOf(text.charAt(mark)) < 0) {
                mark++;
            }
            if (mark < token.span().start()) {
                words.add(new Token(MARK, new Span(mark, mark + 1), token.position(), Kind.WORD));
            }
            words.add(token);
            end = token.span().end();
        }
        return words;
    }

    private int plant(String text) {
        int node = ROOT;
        for (Token token : words(text)) {
            int word = vocabulary.computeIfAbsent(token.term(), fresh -> vocabulary.size());
            node = branches.grow(node, word);
        }
        return node;
    }

    /** By node; of those at one node the preferred first, then as they came. */
    private static int[] order(List<Term> read, List<Integer> ends) {
        return IntStream.range(0, read.size())
                .boxed()
                .sorted((a, b) -> {
                    int byNode = Integer.compare(ends.get(a), ends.get(b));
                    return byNode != 0
                            ? byNode
                            : read.get(a).status().compareTo(read.get(b).status());
                })
                .mapToInt(Integer::intValue)
                .toArray();
    }

    boolean isEmpty() {
        return terms.length == 0;
    }

    /** The number of a word; {@link #NONE} when no term has it. */
    int word(String token) {
        return vocabulary.getOrDefault(token, NONE);
    }

    /** The node that {@code word} leads to from {@code node}; {@link #NONE} when no term goes on with it, or has come so far. */
    int next(int node, int word) {
        return node == NONE || word == NONE ? NONE : branches.find(node, word);
    }

    /** The first of the entries that end at {@code node}. */
    int first(int node) {
        return first[node];
    }

    /** Behind the last of them. */
    int end(int node) {
        return first[node + 1];
    }

    Term term(int entry) {
        return terms[entry];
    }

    Concept concept(int entry) {
        return concepts[entry];
    }

    /** Node and word to node: a hash table with open addressing, at most three fifths full. */
    private static final class Branches {
        private static final long MIX = 0x9E37_79B9_7F4A_7C15L;

        /** {@code node << 32 | word}; -1 where it is free, as no node is -1. */
        private long[] keys = free(64);

        private int[] nodes = new int[64];
        private int count;

        /** How many nodes there are, the root with them. */
        int nodes() {
            return count + 1;
        }

        int find(int node, int word) {
            int slot = slot(key(node, word));
            return keys[slot] == NONE ? NONE : nodes[slot];
        }

        int grow(int node, int word) {
            long key = key(node, word);
            int slot = slot(key);
            if (keys[slot] == key) {
                return nodes[slot];
            }
            keys[slot] = key;
            nodes[slot] = ++count;
            if (count * 5L > keys.length * 3L) {
                enlarge();
            }
            return count;
        }

        private static long key(int node, int word) {
            return (long) node << Integer.SIZE | word;
        }

        private int slot(long key) {
            int mask = keys.length - 1;
            int slot = (int) (key * MIX >>> Integer.SIZE) & mask;
            while (keys[slot] != NONE && keys[slot] != key) {
                slot = slot + 1 & mask;
            }
            return slot;
        }

        private void enlarge() {
            long[] before = keys;
            int[] values = nodes;
            keys = free(before.length * 2);
            nodes = new int[keys.length];
            for (int i = 0; i < before.length; i++) {
                if (before[i] != NONE) {
                    int slot = slot(before[i]);
                    keys[slot] = before[i];
                    nodes[slot] = values[i];
                }
            }
        }

        private static long[] free(int size) {
            long[] keys = new long[size];
            Arrays.fill(keys, NONE);
            return keys;
        }
    }
}
