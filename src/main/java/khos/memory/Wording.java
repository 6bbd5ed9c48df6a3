package khos.memory;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import khos.analysis.Analyzers;
import khos.analysis.Analyzers.Token;
import khos.language.Language;
import khos.language.Span;

/**
 * Words that are looked for inside sentences. In Chinese a stretch of characters, whatever their width and case: {@code ab大}
 * stands in {@code ＡＢ大家}. In Mongolian words one after the other by the look of their stems: {@code ᠬᠤᠳᠠ} stands in
 * {@code ᠬᠣᠲᠠ ᠶᠢᠨ}.
 */
sealed interface Wording {
    static Wording of(String words, Language language) {
        return language == Language.CHINESE
                ? Characters.of(words)
                : new Stems(Analyzers.tokens(words, Vocabulary.WORDS));
    }

    /** Whether there is nothing to look for. */
    boolean isEmpty();

    /** Where the words stand in {@code text}, none within another. */
    List<Span> in(String text);

    /** @param tokens the words asked for, one behind the other */
    record Stems(List<Token> tokens) implements Wording {
        @Override
        public boolean isEmpty() {
            return tokens.isEmpty();
        }

        @Override
        public List<Span> in(String text) {
            List<Token> of = Analyzers.tokens(text, Vocabulary.WORDS);
            List<Span> spans = new ArrayList<>();
            for (int i = 0; i + tokens.size() <= of.size(); ) {
                if (standsAt(of, i)) {
                    int last = i + tokens.size() - 1;
                    spans.add(new Span(
                            of.get(i).span().start(), of.get(last).span().end()));
                    i = last;
                }
                i++;
            }
            return spans;
        }

        private boolean standsAt(List<Token> of, int from) {
            for (int i = 0; i < tokens.size(); i++) {
                if (!of.get(from + i).term().equals(tokens.get(i).term())) {
                    return false;
                }
            }
            return true;
        }
    }

    /** @param folded the symbols asked for; as in {@link MatchKey}, but each digit counts */
    record Characters(int[] folded) implements Wording {
        static Characters of(String words) {
            return new Characters(new Literal(words).symbols());
        }

        @Override
        public boolean isEmpty() {
            return folded.length == 0;
        }

        /** The longest row of letters: in the match key of every text that contains the words it stands too. */
        int[] letters() {
            int[] longest = {};
            for (int start = 0, end; start < folded.length; start = end + 1) {
                end = start;
                while (end < folded.length && folded[end] < MatchKey.NUMBER && Character.isLetter(folded[end])) {
                    end++;
                }
                longest = end - start > longest.length ? Arrays.copyOfRange(folded, start, end) : longest;
            }
            return longest;
        }

        @Override
        public List<Span> in(String text) {
            var literal = new Literal(text);
            int[] symbols = literal.symbols();
            List<Span> spans = new ArrayList<>();
            for (int i = 0; i + folded.length <= symbols.length; ) {
                if (Arrays.equals(symbols, i, i + folded.length, folded, 0, folded.length)) {
                    spans.add(literal.span(i, i + folded.length));
                    i += folded.length;
                } else {
                    i++;
                }
            }
            return spans;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Characters(int[] its) && Arrays.equals(folded, its);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(folded);
        }

        @Override
        public String toString() {
            return Arrays.toString(folded);
        }
    }

    /** The symbols of a Chinese text, with where each came from. */
    final class Literal {
        /** The most code points that composing makes of one unit (Unicode Standard Annex 15, section 9.2). */
        private static final int MOST_OF_ONE = 3;

        private final int[] symbols;
        private final int[] starts;
        private final int[] ends;
        private int size;

        Literal(String text) {
            symbols = new int[text.length() * MOST_OF_ONE];
            starts = new int[symbols.length];
            ends = new int[symbols.length];
            for (int start = 0, end; start < text.length(); start = end) {
                end = MatchKey.markEnd(text, start);
                if (end > start) {
                    add(MatchKey.MARK, start, end);
                } else {
                    end = clusterEnd(text, start);
                    for (int c : Normalizer.normalize(text.substring(start, end), Normalizer.Form.NFC)
                            .codePoints()
                            .toArray()) {
                        add(MatchKey.folded(c, Language.CHINESE), start, end);
                    }
                }
            }
            while (size > 0 && symbols[size - 1] == ' ') {
                size--;
            }
        }

        /** Behind a character and the marks that stand on it. */
        private static int clusterEnd(String text, int start) {
            int end = start + Character.charCount(text.codePointAt(start));
            while (end < text.length() && Character.getType(text.codePointAt(end)) == Character.NON_SPACING_MARK) {
                end += Character.charCount(text.codePointAt(end));
            }
            return end;
        }

        private void add(int symbol, int start, int end) {
            if (symbol == ' ' && (size == 0 || symbols[size - 1] == ' ')) {
                return;
            }
            symbols[size] = symbol;
            starts[size] = start;
            ends[size++] = end;
        }

        int[] symbols() {
            return Arrays.copyOf(symbols, size);
        }

        Span span(int from, int to) {
            return new Span(starts[from], ends[to - 1]);
        }
    }
}
