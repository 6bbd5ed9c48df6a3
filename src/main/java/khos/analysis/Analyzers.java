package khos.analysis;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import khos.language.Span;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;

/**
 * Words of running text for the indexes. {@link #runs} decides what is found, {@link #words} only what is ranked first:
 * no segmenter may hide a text from a reader.
 */
public final class Analyzers {
    private static final Set<Token.Kind> ALL = EnumSet.allOf(Token.Kind.class);
    private static final Analyzer RUNS = runs(ALL);

    private static final Analyzer WORDS = new SmartChineseAnalyzer();

    private Analyzers() {}

    /** Single Chinese characters, Mongolian stems and suffixes, words of other scripts; for both languages. */
    public static Analyzer runs() {
        return RUNS;
    }

    /** As {@link #runs()}, tokens of {@code kinds} only. */
    public static Analyzer runs(Set<Token.Kind> kinds) {
        Set<Token.Kind> wanted = EnumSet.copyOf(kinds);
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                return new TokenStreamComponents(new ScriptRunTokenizer(wanted));
            }
        };
    }

    /** Chinese words by smartcn's dictionary: {@code 我们学习翻译} gives {@code 我们}, {@code 学习}, {@code 翻译}. */
    public static Analyzer words() {
        return WORDS;
    }

    /**
     * A token of a text.
     *
     * @param span where it stands in the text
     * @param position of words and Chinese characters, from 0; what only ranks has that of its word
     */
    public record Token(String term, Span span, int position, Kind kind) {
        /** As {@link Kind#onlyRanks}. */
        public boolean onlyRanks() {
            return kind.onlyRanks();
        }

        /** What a token is made of. */
        public enum Kind {
            /** A Chinese character. */
            HAN,
            /** The character with the next one. */
            PAIR,
            /** How the character is read. */
            PINYIN,
            /** The strokes of a Mongolian stem, old spellings folded. */
            MONGOLIAN,
            /** Its strokes as they are. */
            LOOK,
            /** The letters of the word that stands at the same place. */
            EXACT,
            /** A suffix of the word. */
            SUFFIX,
            /** A word of another script. */
            WORD;

            /** Whether a text that lacks this token of a question may answer all the same. */
            public boolean onlyRanks() {
                return this == LOOK || this == EXACT || this == SUFFIX;
            }
        }
    }

    /** The term that stands with every character that is read {@code syllable}. */
    public static String pinyin(String syllable) {
        return ScriptRunTokenizer.PINYIN_MARK + syllable;
    }

    /** The tokens that {@link #runs} cuts {@code text} into. */
    public static List<Token> tokens(String text) {
        return tokens(text, ALL);
    }

    /** Those of them that are of {@code kinds}, at the same positions to each other as far as these stand together. */
    public static List<Token> tokens(String text, Set<Token.Kind> kinds) {
        return ScriptRunTokenizer.tokens(text, kinds, null);
    }

    /** Those of them that are {@code terms}. */
    public static List<Token> tokens(String text, Set<Token.Kind> kinds, Set<String> terms) {
        return ScriptRunTokenizer.tokens(text, kinds, terms);
    }
}
