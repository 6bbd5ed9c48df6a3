package khos.translation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import khos.language.Language;
import khos.language.Span;
import khos.memory.Occurrence;
import khos.memory.TranslationMemory;
import khos.mongolian.Letters;

/**
 * The words of the other language that most likely say what was asked for: those that stand in its units and seldom elsewhere
 * in the memory (Dice's coefficient of the two sets of units). For {@code 骆驼} in {@code 戈壁里有骆驼。} and {@code 骆驼走得很慢。} it
 * gives {@code ᠲᠡᠮᠡᠭᠡ}.
 */
public final class LikelyWords {
    /** So many units are read to learn from. */
    private static final int LEARNED_FROM = 100;

    private static final int LEAST_UNITS = 2;
    private static final double LEAST_SHARE = 0.4;
    private static final double LEAST_DICE = 0.5;
    private static final int MOST_CANDIDATES = 10;
    private static final int LONGEST_CHINESE = 4;

    private final Language language;
    private final Set<String> words;

    private LikelyWords(Language language, Set<String> words) {
        this.language = language;
        this.words = words;
    }

    /** Learns what says {@code asked} in the language that it is not in. */
    public static LikelyWords learn(String asked, Language in, TranslationMemory memory) {
        List<Occurrence> found = memory.concordance(asked, in, LEARNED_FROM);
        Language other = in.other();
        if (found.size() < LEAST_UNITS) {
            return new LikelyWords(other, Set.of());
        }
        Set<String> origins = origins(found);
        Map<String, Integer> counts = new HashMap<>();
        found.forEach(occurrence -> new HashSet<>(
                        pieces(occurrence.unit().target(), other).values())
                .forEach(word -> counts.merge(word, 1, Integer::sum)));
        Map<String, Double> likely = counts.entrySet().stream()
                .filter(count -> count.getValue() >= Math.max(LEAST_UNITS, LEAST_SHARE * found.size()))
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(count -> -count.getKey().length())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_CANDIDATES)
                .map(Map.Entry::getKey)
                .collect(Collectors.toMap(
                        Function.identity(), word -> dice(origins, memory.concordance(word, other, LEARNED_FROM))));
        double best = likely.values().stream().max(Comparator.naturalOrder()).orElse(0.0);
        Set<String> words = likely.entrySet().stream()
                .filter(word -> word.getValue() >= LEAST_DICE && word.getValue() == best)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        words.removeIf(
                word -> words.stream().anyMatch(longer -> longer.length() > word.length() && longer.contains(word)));
        return new LikelyWords(other, words);
    }

    private static Set<String> origins(List<Occurrence> occurrences) {
        return occurrences.stream()
                .map(occurrence -> occurrence.unit().origin())
                .collect(Collectors.toSet());
    }

    private static double dice(Set<String> asked, List<Occurrence> with) {
        long both = with.stream()
                .filter(occurrence -> asked.contains(occurrence.unit().origin()))
                .count();
        return with.isEmpty() ? 0 : 2.0 * both / (asked.size() + with.size());
    }

    /** The places of {@code text} where they stand, in its order, none within another. */
    public List<Span> in(String text) {
        List<Span> places = new ArrayList<>();
        int end = 0;
        for (Map.Entry<Span, String> piece : pieces(text, language).entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<Span, String> entry) ->
                                entry.getKey().start())
                        .thenComparing(entry -> -entry.getKey().length()))
                .toList()) {
            if (words.contains(piece.getValue()) && piece.getKey().start() >= end) {
                places.add(piece.getKey());
                end = piece.getKey().end();
            }
        }
        return places;
    }

    /** What may be a word: in Mongolian what stands before a suffix, in Chinese any one to four characters. */
    private static Map<Span, String> pieces(String text, Language language) {
        return language == Language.MONGOLIAN ? mongolian(text) : chinese(text);
    }

    private static Map<Span, String> mongolian(String text) {
        Map<Span, String> pieces = new HashMap<>();
        for (int start = 0, end; start < text.length(); start = end) {
            end = start + 1;
            if (!Letters.isLetter(text.charAt(start))) {
                continue;
            }
            while (end < text.length() && isStem(text, end)) {
                end++;
            }
            pieces.put(new Span(start, end), text.substring(start, end));
            while (end < text.length() && Letters.isWordPart(text.charAt(end))) {
                end++;
            }
        }
        return pieces;
    }

    /** A vowel separator before a single last vowel belongs to the word: {@code ᠲᠠᠯ᠎ᠠ}. */
    private static boolean isStem(String text, int at) {
        char c = text.charAt(at);
        boolean lastVowel = c == Letters.VOWEL_SEPARATOR
                && at + 1 < text.length()
                && (text.charAt(at + 1) == Letters.A || text.charAt(at + 1) == Letters.E)
                && (at + 2 == text.length() || !Letters.isLetter(text.charAt(at + 2)));
        return lastVowel || (Letters.isWordPart(c) && !Letters.isGap(c));
    }

    private static Map<Span, String> chinese(String text) {
        Map<Span, String> pieces = new HashMap<>();
        for (int start = 0; start < text.length(); start++) {
            for (int end = start + 1;
                    end <= Math.min(text.length(), start + LONGEST_CHINESE)
                            && Character.isIdeographic(text.charAt(end - 1));
                    end++) {
                pieces.put(new Span(start, end), text.substring(start, end));
            }
        }
        return pieces;
    }
}
