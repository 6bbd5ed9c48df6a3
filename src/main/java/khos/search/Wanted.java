package khos.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import khos.analysis.Analyzers;
import khos.analysis.Analyzers.Token;

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
    /**
     * Words that stand together.
     *
     * @param terms in order, one a position
     * @param ranking suffixes and exact letters of the Mongolian words among them: a text that has them comes first
     */
    record Unit(List<String> terms, List<String> ranking) {}

    private static final int LONGEST = 200;
    private static final int MOST_UNITS = 32;
    private static final Pattern CLAUSE = Pattern.compile("(-?)(?:[\"“”]([^\"“”]*)[\"“”]|([^\\s\"“”]+))");

    static Wanted of(String text) {
        int end = text.offsetByCodePoints(0, Math.min(LONGEST, text.codePointCount(0, text.length())));
        List<Unit> wanted = new ArrayList<>();
        List<Unit> unwanted = new ArrayList<>();
        Matcher clauses = CLAUSE.matcher(text.substring(0, end));
        while (clauses.find() && wanted.size() + unwanted.size() < MOST_UNITS) {
            boolean quoted = clauses.group(2) != null;
            List<Token> tokens = Analyzers.tokens(quoted ? clauses.group(2) : clauses.group(3));
            List<Unit> units = quoted ? together(tokens) : apart(tokens);
            (clauses.group(1).isEmpty() ? wanted : unwanted).addAll(units);
        }
        return new Wanted(List.copyOf(wanted), List.copyOf(unwanted));
    }

    /** All tokens as one unit. */
    private static List<Unit> together(List<Token> tokens) {
        List<String> terms = new ArrayList<>();
        List<String> ranking = new ArrayList<>();
        for (Token token : tokens) {
            (token.onlyRanks() ? ranking : terms).add(token.term());
        }
        return terms.isEmpty() ? List.of() : List.of(new Unit(List.copyOf(terms), List.copyOf(ranking)));
    }

    /** Chinese characters by the words they form, every other word on its own. */
    private static List<Unit> apart(List<Token> tokens) {
        List<Unit> units = new ArrayList<>();
        List<Token> run = new ArrayList<>();
        for (Token token : tokens) {
            if (token.kind() == Token.Kind.HAN) {
                run.add(token);
                continue;
            }
            addWords(run, units);
            run.clear();
            if (token.onlyRanks() && !units.isEmpty()) {
                Unit stem = units.removeLast();
                List<String> ranking = new ArrayList<>(stem.ranking());
                ranking.add(token.term());
                units.add(new Unit(stem.terms(), List.copyOf(ranking)));
            } else {
                units.add(new Unit(List.of(token.term()), List.of()));
            }
        }
        addWords(run, units);
        return units;
    }

    private static void addWords(List<Token> run, List<Unit> units) {
        if (run.isEmpty()) {
            return;
        }
        List<String> characters = run.stream().map(Token::term).toList();
        int from = 0;
        for (int length : ChineseWords.lengths(String.join("", characters), characters.size())) {
            units.add(new Unit(List.copyOf(characters.subList(from, from + length)), List.of()));
            from += length;
        }
    }
}
