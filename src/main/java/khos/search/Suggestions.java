package khos.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import khos.analysis.Analyzers;
import khos.analysis.Analyzers.Token;
import khos.analysis.Analyzers.Token.Kind;
import khos.analysis.Pinyin;
import khos.language.Language;
import khos.mongolian.Connector;
import khos.mongolian.Skeleton;
import khos.mongolian.WordList;
import khos.translation.TextKind;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.springframework.stereotype.Service;

/**
 * Titles and earlier questions that go on as a reader has begun.
 *
 * <p>{@code 云课}, {@code yunk}, {@code ykt} and {@code ᠴᠢᠬᠡᠮ} as far as it is typed each find the titles that hold them; the last
 * word may be unfinished.
 */
@Service
public class Suggestions {
    private static final int MOST = 20;
    private static final int READINGS = 6;
    private static final int LONGEST = 64;

    private final SearchIndex index;
    private final SearchLog log;

    Suggestions(SearchIndex index, SearchLog log) {
        this.index = index;
        this.log = log;
    }

    /**
     * At most {@code size} suggestions, titles first in which the words stand early.
     *
     * @param preferred the language whose titles come first
     */
    public List<Suggestion> of(String typed, Language preferred, int size) {
        String begun = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
        int most = Math.clamp(size, 1, MOST);
        Map<String, Suggestion> suggestions = titles(index, begun, preferred, most);
        for (String question : suggestions.size() < most ? log.beginning(begun, most) : List.<String>of()) {
            suggestions.putIfAbsent(question, new Suggestion(question, preferred, ""));
        }
        return suggestions.values().stream().limit(most).toList();
    }

    /** The titles that go on so, by their text. */
    static Map<String, Suggestion> titles(SearchIndex index, String begun, Language preferred, int most) {
        List<Token> tokens = Analyzers.tokens(begun);
        if (tokens.isEmpty()) {
            return new LinkedHashMap<>();
        }
        return index.search(searcher -> {
            Map<String, Suggestion> titles = new LinkedHashMap<>();
            for (ScoreDoc found : searcher.search(query(begun, tokens), most).scoreDocs) {
                Suggestion title = title(searcher.storedFields().document(found.doc), preferred);
                titles.putIfAbsent(title.text(), title);
            }
            return titles;
        });
    }

    private static Suggestion title(Document document, Language preferred) {
        Language language = document.get(PublicationDocument.title(preferred)) != null ? preferred : preferred.other();
        return new Suggestion(
                document.get(PublicationDocument.title(language)),
                language,
                PublicationDocument.url(
                        language,
                        TextKind.valueOf(document.get(PublicationDocument.KIND)),
                        document.get(PublicationDocument.SLUG)));
    }

    private static Query query(String begun, List<Token> tokens) {
        int last = tokens.getLast().position();
        boolean open = tokens.getLast().span().end() == begun.length();
        var all = new BooleanQuery.Builder();
        int from = 0;
        while (from < tokens.size()) {
            int to = from;
            while (to < tokens.size() && sameRun(begun, tokens.get(from), tokens.get(to))) {
                to++;
            }
            List<Token> run = tokens.subList(from, to);
            boolean unfinished = open && run.getLast().position() == last;
            all.add(anywhere(begun, run, unfinished), Occur.MUST);
            from = to;
        }
        return all.build();
    }

    /** Chinese characters that follow each other, or the tokens of one word. */
    private static boolean sameRun(String begun, Token first, Token other) {
        if (!isHan(first)) {
            return other.position() == first.position() && !isHan(other);
        }
        String between = begun.substring(first.span().start(), other.span().start());
        return isHan(other) && between.codePoints().allMatch(Character::isIdeographic);
    }

    private static boolean isHan(Token token) {
        return token.kind() == Kind.HAN || token.kind() == Kind.PAIR || token.kind() == Kind.PINYIN;
    }

    private static Query anywhere(String begun, List<Token> run, boolean unfinished) {
        String text = begun.substring(
                run.getFirst().span().start(), run.getLast().span().end());
        var any = new BooleanQuery.Builder();
        for (Language language : Language.values()) {
            String field = PublicationDocument.title(language);
            Wanted.Phrase phrase = Wanted.phrase(run);
            if (!phrase.places().isEmpty()) {
                any.add(Questions.together(field, phrase.places()), Occur.SHOULD);
            }
            if (unfinished) {
                addBeginnings(any, field, run.getFirst(), text);
            }
        }
        boolean latin = run.getFirst().kind() == Kind.WORD && text.chars().allMatch(c -> c < 0x250);
        if (unfinished && latin) {
            addReadings(any, text);
        }
        return any.build();
    }

    private static void addBeginnings(BooleanQuery.Builder any, String field, Token first, String text) {
        switch (first.kind()) {
            case MONGOLIAN, SUFFIX -> {
                for (String key : Skeleton.prefixes(text, Skeleton.Level.K2)) {
                    addBeginning(any, field, key);
                }
            }
            case WORD -> any.add(new PrefixQuery(new Term(field, first.term())), Occur.SHOULD);
            case HAN, PAIR, PINYIN, LOOK, EXACT -> {}
        }
    }

    /** Words of these strokes and those that go on. */
    private static void addBeginning(BooleanQuery.Builder any, String field, String key) {
        if (!key.isEmpty()) {
            any.add(new TermQuery(new Term(field, key)), Occur.SHOULD);
            any.add(new PrefixQuery(new Term(field, key + " ")), Occur.SHOULD);
        }
    }

    /** Chinese by pinyin and its first letters, Mongolian by its sound. */
    private static void addReadings(BooleanQuery.Builder any, String latin) {
        String mongolian = PublicationDocument.title(Language.MONGOLIAN);
        for (String word : WordList.candidates(latin, READINGS, Connector.VOWEL_SEPARATOR)) {
            addBeginning(any, mongolian, Skeleton.of(word, Skeleton.Level.K2));
        }
        List<String> syllables = Pinyin.split(latin, true);
        if (!syllables.isEmpty()) {
            any.add(syllables(PublicationDocument.title(Language.CHINESE), syllables), Occur.SHOULD);
        }
        any.add(new PrefixQuery(new Term(PublicationDocument.INITIALS, latin.toLowerCase(Locale.ROOT))), Occur.SHOULD);
    }

    private static Query syllables(String field, List<String> syllables) {
        var phrase = new MultiPhraseQuery.Builder();
        for (String syllable : syllables.subList(0, syllables.size() - 1)) {
            phrase.add(new Term(field, Analyzers.pinyin(syllable)));
        }
        List<Term> last = new ArrayList<>();
        for (String syllable : Pinyin.beginning(syllables.getLast())) {
            last.add(new Term(field, Analyzers.pinyin(syllable)));
        }
        return phrase.add(last.toArray(Term[]::new)).build();
    }
}
