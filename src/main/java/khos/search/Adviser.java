package khos.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import khos.analysis.Analyzers;
import khos.analysis.Analyzers.Token;
import khos.analysis.Analyzers.Token.Kind;
import khos.analysis.Pinyin;
import khos.language.Language;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.BytesRef;

/** Finds what was meant by a question that has no answer: words of the index one or two letters away, or that sound like it. */
final class Adviser {
    private static final int MOST = 5;
    private static final int SHORTEST_FUZZY = 4;
    private static final int LONGEST_FUZZY = 40;
    private static final int LONGEST_HOMOPHONE = 12;
    private static final int SAME_BEGINNING = 1;

    private final IndexSearcher searcher;

    Adviser(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    Advice advise(Wanted wanted) throws IOException {
        return new Advice(meant(wanted), shorter(wanted));
    }

    private List<Advice.Instead> meant(Wanted wanted) throws IOException {
        List<Wanted.Unit> units = wanted.wanted();
        String sentence = joined(units);
        Set<String> meant = new LinkedHashSet<>(homophones(sentence));
        List<String> corrected = new ArrayList<>();
        boolean changed = false;
        for (Wanted.Unit unit : units) {
            Optional<String> better = isFound(unit) ? Optional.empty() : replacement(unit);
            changed |= better.isPresent();
            corrected.add(better.orElse(unit.text()));
        }
        if (changed) {
            meant.add(String.join(separator(units), corrected));
        }
        meant.remove(sentence);
        return answered(meant);
    }

    private boolean isFound(Wanted.Unit unit) throws IOException {
        return searcher.count(Questions.anywhere(unit, false)) > 0;
    }

    private Optional<String> replacement(Wanted.Unit unit) throws IOException {
        List<String> homophones = homophones(unit.text());
        return homophones.isEmpty() ? near(unit.text()) : Optional.of(homophones.getFirst());
    }

    /** Words of one Chinese run stand together as they were typed. */
    private static String joined(List<Wanted.Unit> units) {
        return units.stream().map(Wanted.Unit::text).collect(Collectors.joining(separator(units)));
    }

    private static String separator(List<Wanted.Unit> units) {
        boolean chinese =
                units.stream().allMatch(unit -> unit.text().codePoints().allMatch(Character::isIdeographic));
        return chinese ? "" : " ";
    }

    private List<Advice.Instead> shorter(Wanted wanted) throws IOException {
        List<Wanted.Unit> units = wanted.wanted();
        if (units.size() < 2) {
            return List.of();
        }
        Set<String> shorter = new LinkedHashSet<>();
        for (int left = units.size() - 1; left >= 0; left--) {
            List<Wanted.Unit> rest = new ArrayList<>(units);
            rest.remove(left);
            shorter.add(joined(rest));
        }
        units.forEach(unit -> shorter.add(unit.text()));
        return answered(shorter);
    }

    private List<Advice.Instead> answered(Set<String> questions) throws IOException {
        List<Advice.Instead> answered = new ArrayList<>();
        for (String question : questions) {
            Wanted wanted = Wanted.of(question);
            int found = wanted.wanted().isEmpty() ? 0 : searcher.count(Questions.matching(wanted));
            if (found > 0 && answered.size() < MOST) {
                answered.add(new Advice.Instead(question, found));
            }
        }
        return List.copyOf(answered);
    }

    /** The word of the index nearest to {@code word}, the more frequent of two. */
    private Optional<String> near(String word) throws IOException {
        List<Token> tokens = Analyzers.tokens(word);
        boolean single = !tokens.isEmpty()
                && tokens.getFirst().kind() == Kind.WORD
                && tokens.getFirst().span().length() == word.length();
        int length = single ? tokens.getFirst().term().length() : 0;
        if (length < SHORTEST_FUZZY || length > LONGEST_FUZZY) {
            return Optional.empty();
        }
        String best = "";
        int bestEdits = Integer.MAX_VALUE;
        int bestCount = 0;
        for (Language language : Language.values()) {
            String field = PublicationDocument.all(language);
            Terms terms = MultiTerms.getTerms(searcher.getIndexReader(), field);
            if (terms == null) {
                continue;
            }
            var term = new Term(field, tokens.getFirst().term());
            var near = new FuzzyTermsEnum(terms, term, length < 6 ? 1 : 2, SAME_BEGINNING, true);
            for (BytesRef found = near.next(); found != null; found = near.next()) {
                String text = found.utf8ToString();
                int edits = Math.abs(text.length() - length);
                boolean better = edits < bestEdits || (edits == bestEdits && near.docFreq() > bestCount);
                if (better && Character.isLetter(text.charAt(0))) {
                    best = text;
                    bestEdits = edits;
                    bestCount = near.docFreq();
                }
            }
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(best);
    }

    /** Chinese of the index that is read like {@code text}, or nearly: {@code 云课堂} for {@code 云刻堂} and {@code yunkatang}. */
    private List<String> homophones(String text) throws IOException {
        List<List<String>> readings = readings(text);
        if (readings.isEmpty() || readings.size() > LONGEST_HOMOPHONE) {
            return List.of();
        }
        String field = PublicationDocument.all(Language.CHINESE);
        var phrase = new MultiPhraseQuery.Builder();
        for (List<String> syllable : readings) {
            phrase.add(syllable.stream()
                    .map(one -> new Term(field, Analyzers.pinyin(one)))
                    .toArray(Term[]::new));
        }
        Set<String> found = new LinkedHashSet<>();
        for (ScoreDoc hit : searcher.search(phrase.build(), MOST).scoreDocs) {
            var document = searcher.storedFields().document(hit.doc);
            String all = document.get(PublicationDocument.title(Language.CHINESE))
                    + "\n"
                    + document.get(PublicationDocument.text(Language.CHINESE));
            read(all, readings).ifPresent(found::add);
        }
        return List.copyOf(found);
    }

    /** For each character or syllable the readings that are taken for it; empty when a part of {@code text} has none. */
    private static List<List<String>> readings(String text) {
        List<String> syllables = Pinyin.split(text, false);
        List<List<String>> readings = new ArrayList<>();
        if (!syllables.isEmpty()) {
            syllables.forEach(syllable -> readings.add(Pinyin.similar(syllable)));
            return syllables.size() > 1 ? readings : List.of();
        }
        int[] characters = text.codePoints().toArray();
        for (int character : characters) {
            List<String> all = Pinyin.of(character).stream()
                    .flatMap(reading -> Pinyin.similar(reading).stream())
                    .distinct()
                    .toList();
            if (all.isEmpty()) {
                return List.of();
            }
            readings.add(all);
        }
        return readings.size() > 1 ? readings : List.of();
    }

    private static Optional<String> read(String text, List<List<String>> readings) {
        List<Token> characters = Analyzers.tokens(text, EnumSet.of(Kind.HAN));
        for (int i = 0; i + readings.size() <= characters.size(); i++) {
            int from = i;
            boolean same = characters.get(i + readings.size() - 1).position()
                    == characters.get(i).position() + readings.size() - 1;
            for (int k = 0; same && k < readings.size(); k++) {
                List<String> wanted = readings.get(k);
                same = Pinyin.of(characters.get(from + k).term().codePointAt(0)).stream()
                        .anyMatch(wanted::contains);
            }
            if (same) {
                return Optional.of(characters.subList(i, i + readings.size()).stream()
                        .map(Token::term)
                        .collect(Collectors.joining()));
            }
        }
        return Optional.empty();
    }
}
