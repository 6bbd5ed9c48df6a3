package khos.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import khos.analysis.Analyzers;
import khos.analysis.Analyzers.Token;
import khos.analysis.Analyzers.Token.Kind;
import khos.analysis.Pinyin;
import khos.mongolian.Connector;
import khos.mongolian.Transliteration;
import khos.mongolian.WordList;

/**
 * What a reader's words ask for.
 *
 * <p>All words are wanted; {@code "…"} or {@code “…”} keeps words together; a minus before a word excludes it. Anything
 * is a question, nothing a syntax error: {@code 云课堂 -通知 "互译 翻译"} wants 云课堂 and 互译翻译, without 通知.
 *
 * @param wanted each must occur
 * @param unwanted none may occur
 */
record Wanted(List<Unit> wanted, List<Unit> unwanted) {
    /** A term and where it stands in a phrase, from 0. */
    record Place(String term, int position, Kind kind) {}

    /** Terms that stand together, in the order of their places. */
    record Phrase(List<Place> places) {
        static Phrase of(Token token) {
            return new Phrase(List.of(new Place(token.term(), 0, token.kind())));
        }
    }

    /**
     * One thing that is asked for.
     *
     * @param phrases any of them answers; the first is what was typed, others are how it may be meant
     * @param ranking terms beside it: a text that has them comes first
     * @param text as it was typed
     */
    record Unit(List<Phrase> phrases, List<String> ranking, String text) {
        /** How many words or characters the first phrase takes. */
        int positions() {
            Place last = phrases.getFirst().places().getLast();
            return last.position() + (last.kind() == Kind.PAIR ? 2 : 1);
        }
    }

    /** Whether something is wanted that is only there where several terms stand together. */
    boolean isPhrase() {
        return wanted.stream()
                .anyMatch(unit -> unit.phrases().stream()
                        .allMatch(phrase -> phrase.places().size() > 1));
    }

    private static final int LONGEST = 200;
    private static final int MOST_UNITS = 32;
    /** Readings of what was typed in Latin. */
    private static final int MOST_READINGS = 8;

    private static final Pattern CLAUSE = Pattern.compile("(-?)(?:[\"“”]([^\"“”]*)[\"“”]|([^\\s\"“”]+))");
    private static final Pattern LATIN = Pattern.compile("\\p{IsLatin}[\\p{IsLatin}'1-5]{1,39}");

    /** As {@link #of(String, Function)}, nothing standing for anything else. */
    static Wanted of(String text) {
        return of(text, clause -> List.of());
    }

    /** @param synonyms of a part of the text the terms that may stand for others */
    static Wanted of(String text, Function<String, List<Synonyms.Synonym>> synonyms) {
        int end = text.offsetByCodePoints(0, Math.min(LONGEST, text.codePointCount(0, text.length())));
        List<Unit> wanted = new ArrayList<>();
        List<Unit> unwanted = new ArrayList<>();
        Matcher clauses = CLAUSE.matcher(text.substring(0, end));
        while (clauses.find() && wanted.size() + unwanted.size() < MOST_UNITS) {
            boolean quoted = clauses.group(2) != null;
            String clause = quoted ? clauses.group(2) : clauses.group(3);
            List<Token> tokens = Analyzers.tokens(clause);
            List<Unit> units = quoted ? together(tokens, clause) : apart(tokens, clause, synonyms.apply(clause));
            (clauses.group(1).isEmpty() ? wanted : unwanted).addAll(units);
        }
        return new Wanted(
                wanted.stream().limit(MOST_UNITS).toList(),
                unwanted.stream().limit(MOST_UNITS).toList());
    }

    /** All tokens as one unit. */
    private static List<Unit> together(List<Token> tokens, String clause) {
        Phrase phrase = phrase(tokens);
        return phrase.places().isEmpty() ? List.of() : List.of(new Unit(List.of(phrase), ranking(tokens), clause));
    }

    private static List<String> ranking(List<Token> tokens) {
        return tokens.stream().filter(Token::onlyRanks).map(Token::term).toList();
    }

    /** Chinese characters by the pairs they make, which are rarer than they are; every other word by its term. */
    static Phrase phrase(List<Token> tokens) {
        List<Place> places = new ArrayList<>();
        int first = tokens.isEmpty() ? 0 : tokens.getFirst().position();
        boolean inPair = false;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            int position = token.position() - first;
            switch (token.kind()) {
                case HAN -> {
                    boolean opens = i + 1 < tokens.size() && tokens.get(i + 1).kind() == Kind.PAIR;
                    if (opens) {
                        places.add(new Place(tokens.get(i + 1).term(), position, Kind.PAIR));
                    } else if (!inPair) {
                        places.add(new Place(token.term(), position, token.kind()));
                    }
                    inPair = opens;
                }
                case MONGOLIAN, WORD -> places.add(new Place(token.term(), position, token.kind()));
                case PAIR, PINYIN, LOOK, EXACT, SUFFIX -> {}
            }
        }
        return new Phrase(List.copyOf(places));
    }

    /** Terms as they are, other Chinese characters by the words they form, every other word on its own. */
    private static List<Unit> apart(List<Token> tokens, String clause, List<Synonyms.Synonym> synonyms) {
        List<Unit> units = new ArrayList<>();
        int done = 0;
        for (Synonyms.Synonym synonym : synonyms) {
            units.addAll(apart(within(tokens, done, synonym.span().start()), clause));
            addTerm(within(tokens, synonym.span().start(), synonym.span().end()), clause, synonym, units);
            done = synonym.span().end();
        }
        units.addAll(apart(within(tokens, done, clause.length()), clause));
        return units;
    }

    private static List<Token> within(List<Token> tokens, int start, int end) {
        return tokens.stream()
                .filter(token -> token.span().start() >= start && token.span().end() <= end)
                .toList();
    }

    private static void addTerm(List<Token> term, String clause, Synonyms.Synonym synonym, List<Unit> units) {
        List<Phrase> phrases = new ArrayList<>(List.of(phrase(term)));
        for (String other : synonym.others()) {
            phrases.add(phrase(Analyzers.tokens(other)));
        }
        phrases.removeIf(phrase -> phrase.places().isEmpty());
        if (!phrases.isEmpty()) {
            units.add(
                    new Unit(List.copyOf(phrases), ranking(term), synonym.span().of(clause)));
        }
    }

    private static List<Unit> apart(List<Token> tokens, String clause) {
        List<Unit> units = new ArrayList<>();
        int from = 0;
        while (from < tokens.size()) {
            boolean han = isHan(tokens.get(from));
            int to = from + 1;
            while (to < tokens.size() && (han ? isHan(tokens.get(to)) : sameWord(tokens, from, to))) {
                to++;
            }
            List<Token> run = tokens.subList(from, to);
            if (han) {
                addWords(run, clause, units);
            } else {
                addWord(run, clause, units);
            }
            from = to;
        }
        return units;
    }

    private static boolean isHan(Token token) {
        return token.kind() == Kind.HAN || token.kind() == Kind.PAIR || token.kind() == Kind.PINYIN;
    }

    private static boolean sameWord(List<Token> tokens, int from, int to) {
        return tokens.get(to).position() == tokens.get(from).position() && !isHan(tokens.get(to));
    }

    private static void addWord(List<Token> run, String clause, List<Unit> units) {
        Token first = run.getFirst();
        String text =
                clause.substring(first.span().start(), run.getLast().span().end());
        List<Phrase> phrases = new ArrayList<>(List.of(phrase(run)));
        if (phrases.getFirst().places().isEmpty()) {
            return;
        }
        if (LATIN.matcher(text).matches()) {
            phrases.addAll(readings(text));
        }
        units.add(new Unit(List.copyOf(phrases), ranking(run), text));
    }

    /** What a word in Latin letters may stand for: Mongolian by its sound, its official Latin or its keys, Chinese by pinyin. */
    private static Set<Phrase> readings(String latin) {
        Set<Phrase> readings = new LinkedHashSet<>();
        for (String word : WordList.candidates(latin, MOST_READINGS, Connector.VOWEL_SEPARATOR)) {
            addMongolian(word, readings);
        }
        addMongolian(Transliteration.fromOfficial(latin), readings);
        addMongolian(Transliteration.fromKeyboard(latin), readings);
        List<String> syllables = Pinyin.split(latin, false);
        if (!syllables.isEmpty()) {
            List<Place> places = new ArrayList<>();
            for (String syllable : syllables) {
                places.add(new Place(Analyzers.pinyin(syllable), places.size(), Kind.PINYIN));
            }
            readings.add(new Phrase(List.copyOf(places)));
        }
        return readings;
    }

    private static void addMongolian(String word, Set<Phrase> readings) {
        Analyzers.tokens(word).stream()
                .filter(token -> token.kind() == Kind.MONGOLIAN)
                .findFirst()
                .ifPresent(stem -> readings.add(Phrase.of(stem)));
    }

    private static void addWords(List<Token> run, String clause, List<Unit> units) {
        List<Token> characters =
                run.stream().filter(token -> token.kind() == Kind.HAN).toList();
        String simplified = String.join("", characters.stream().map(Token::term).toList());
        int from = 0;
        for (int length : ChineseWords.lengths(simplified, characters.size())) {
            int first = characters.get(from).position();
            int last = first + length - 1;
            List<Token> word = run.stream()
                    .filter(token -> token.position() >= first
                            && (token.kind() == Kind.PAIR ? token.position() < last : token.position() <= last))
                    .toList();
            String text = clause.substring(
                    characters.get(from).span().start(),
                    characters.get(from + length - 1).span().end());
            units.add(new Unit(List.of(phrase(word)), List.of(), text));
            from += length;
        }
    }
}
