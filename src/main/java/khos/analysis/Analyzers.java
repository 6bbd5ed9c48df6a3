package khos.analysis;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import khos.language.Span;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/**
 * Words of running text for the indexes. {@link #runs} decides what is found, {@link #words} only what is ranked first:
 * no segmenter may hide a text from a reader.
 */
public final class Analyzers {
    private static final Analyzer RUNS = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            return new TokenStreamComponents(new ScriptRunTokenizer());
        }
    };

    private static final Analyzer WORDS = new SmartChineseAnalyzer();

    private Analyzers() {}

    /** Single Chinese characters, Mongolian stems and suffixes, words of other scripts; for both languages. */
    public static Analyzer runs() {
        return RUNS;
    }

    /** Chinese words by smartcn's dictionary: {@code 我们学习翻译} gives {@code 我们}, {@code 学习}, {@code 翻译}. */
    public static Analyzer words() {
        return WORDS;
    }

    /**
     * A token of a text.
     *
     * @param span where it stands in the text
     * @param position of words, from 0; a suffix and the exact letters have that of their stem
     */
    public record Token(String term, Span span, int position, Kind kind) {
        /** Whether a text that lacks this token may answer all the same. */
        public boolean onlyRanks() {
            return kind == Kind.SUFFIX || kind == Kind.EXACT;
        }

        public enum Kind {
            HAN,
            MONGOLIAN,
            /** The letters of the Mongolian word that stands at the same place: they only rank. */
            EXACT,
            /** They only rank as well. */
            SUFFIX,
            WORD
        }
    }

    /** The tokens that {@link #runs} cuts {@code text} into. */
    public static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        try (TokenStream stream = RUNS.tokenStream("", new StringReader(text))) {
            var term = stream.getAttribute(CharTermAttribute.class);
            var offset = stream.getAttribute(OffsetAttribute.class);
            var increment = stream.getAttribute(PositionIncrementAttribute.class);
            var type = stream.getAttribute(TypeAttribute.class);
            stream.reset();
            int position = -1;
            while (stream.incrementToken()) {
                position += increment.getPositionIncrement();
                tokens.add(new Token(
                        term.toString(),
                        new Span(offset.startOffset(), offset.endOffset()),
                        position,
                        kind(type.type())));
            }
            stream.end();
            return tokens;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Token.Kind kind(String type) {
        return switch (type) {
            case ScriptRunTokenizer.HAN -> Token.Kind.HAN;
            case ScriptRunTokenizer.MONGOLIAN -> Token.Kind.MONGOLIAN;
            case ScriptRunTokenizer.EXACT -> Token.Kind.EXACT;
            case ScriptRunTokenizer.SUFFIX -> Token.Kind.SUFFIX;
            default -> Token.Kind.WORD;
        };
    }
}
