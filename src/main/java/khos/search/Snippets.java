package khos.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import khos.analysis.Analyzers;
import khos.analysis.Analyzers.Token;
import khos.language.Language;
import khos.language.Span;

/** Shows where an answer is: the passage that has most of what was asked for, and the places to mark in it. */
final class Snippets {
    /** Beyond this much of a text no passage is looked for. */
    private static final int FARTHEST = 100_000;

    private static final int LONGEST_CHINESE = 96;
    private static final int LONGEST_MONGOLIAN = 150;
    /** How much of the text before the first mark is shown at most. */
    private static final int LEAD = 24;

    /** A passage and its marks, both sorted and apart. */
    record Snippet(String text, List<Span> marks) {}

    private record Occurrence(int unit, List<Span> spans) {
        int start() {
            return spans.getFirst().start();
        }

        int end() {
            return spans.getLast().end();
        }
    }

    private final List<Wanted.Unit> units;

    Snippets(Wanted wanted) {
        this.units = wanted.wanted();
    }

    /** Everything of {@code text} that is to be marked. */
    List<Span> marks(String text) {
        return merged(occurrences(text), 0, text.length());
    }

    /** The best passage of {@code text}; its beginning when nothing of what was asked for stands in it. */
    Snippet of(String text, Language language) {
        String searched = text.length() > FARTHEST ? text.substring(0, FARTHEST) : text;
        int longest = language == Language.MONGOLIAN ? LONGEST_MONGOLIAN : LONGEST_CHINESE;
        List<Occurrence> occurrences = occurrences(searched);
        int best = best(occurrences, longest);
        int start = best < 0 ? 0 : lead(searched, occurrences.get(best).start(), language);
        int end = tail(
                searched, start, longest, best < 0 ? 0 : occurrences.get(best).end(), language);
        String before = start > 0 ? "…" : "";
        String after = end < text.length() ? "…" : "";
        int shift = before.length() - start;
        List<Span> marks = merged(occurrences, start, end).stream()
                .map(span -> span.shifted(shift))
                .toList();
        return new Snippet(before + searched.substring(start, end).replace('\n', ' ') + after, marks);
    }

    /** Of all occurrences the one from which on most different units stand within a passage; -1 when there are none. */
    private int best(List<Occurrence> occurrences, int longest) {
        int best = -1;
        int most = 0;
        for (int i = 0; i < occurrences.size(); i++) {
            Set<Integer> found = new HashSet<>();
            for (int k = i; k < occurrences.size(); k++) {
                if (occurrences.get(k).end() - occurrences.get(i).start() > longest - LEAD) {
                    break;
                }
                found.add(occurrences.get(k).unit());
            }
            if (found.size() > most) {
                most = found.size();
                best = i;
            }
            if (most == units.size()) {
                break;
            }
        }
        return best < 0 && !occurrences.isEmpty() ? 0 : best;
    }

    /** Where the passage begins: at the sentence, else a few words or characters before. */
    private static int lead(String text, int first, Language language) {
        int earliest = Math.max(0, first - LEAD);
        for (int i = first - 1; i >= earliest; i--) {
            if ("\n。！？；᠃".indexOf(text.charAt(i)) >= 0) {
                return skipSpace(text, i + 1, first);
            }
        }
        if (earliest == 0) {
            return 0;
        }
        if (language == Language.MONGOLIAN) {
            int space = text.indexOf(' ', earliest);
            return space >= 0 && space < first ? space + 1 : first;
        }
        return whole(text, first - LEAD / 2);
    }

    private static int skipSpace(String text, int from, int limit) {
        int i = from;
        while (i < limit && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static int tail(String text, int start, int longest, int least, Language language) {
        int end = Math.max(least, start + longest);
        if (end >= text.length()) {
            return text.length();
        }
        if (language == Language.MONGOLIAN) {
            int space = text.lastIndexOf(' ', end);
            return space > Math.max(start, least) ? space : whole(text, end);
        }
        return whole(text, end);
    }

    /** The nearest place from {@code i} backwards that parts no surrogate pair. */
    private static int whole(String text, int i) {
        boolean inside = i > 0
                && i < text.length()
                && Character.isLowSurrogate(text.charAt(i))
                && Character.isHighSurrogate(text.charAt(i - 1));
        return inside ? i - 1 : i;
    }

    private List<Occurrence> occurrences(String text) {
        List<Token> tokens = Analyzers.tokens(text).stream()
                .filter(token -> !token.onlyRanks())
                .toList();
        List<Occurrence> occurrences = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            for (int unit = 0; unit < units.size(); unit++) {
                if (stands(units.get(unit).terms(), tokens, i)) {
                    occurrences.add(new Occurrence(
                            unit,
                            tokens.subList(i, i + units.get(unit).terms().size()).stream()
                                    .map(Token::span)
                                    .toList()));
                }
            }
        }
        return occurrences;
    }

    private static boolean stands(List<String> terms, List<Token> tokens, int at) {
        if (at + terms.size() > tokens.size()) {
            return false;
        }
        for (int i = 0; i < terms.size(); i++) {
            if (!tokens.get(at + i).term().equals(terms.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The spans of the occurrences that lie between {@code from} and {@code to}, those that touch or overlap as one. */
    private static List<Span> merged(List<Occurrence> occurrences, int from, int to) {
        List<Span> spans = occurrences.stream()
                .flatMap(occurrence -> occurrence.spans().stream())
                .filter(span -> span.start() >= from && span.end() <= to)
                .sorted(Comparator.comparingInt(Span::start))
                .toList();
        List<Span> merged = new ArrayList<>();
        for (Span span : spans) {
            if (!merged.isEmpty() && merged.getLast().end() >= span.start()) {
                Span last = merged.removeLast();
                merged.add(new Span(last.start(), Math.max(last.end(), span.end())));
            } else {
                merged.add(span);
            }
        }
        return List.copyOf(merged);
    }
}
