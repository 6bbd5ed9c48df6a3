package khos.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import khos.analysis.Analyzers;
import khos.analysis.Analyzers.Token;
import khos.analysis.Analyzers.Token.Kind;
import khos.language.Language;
import khos.language.Span;

/** Shows where an answer is: the passage that has most of what was asked for, and the places to mark in it. */
final class Snippets {
    /** Beyond this much of a text no passage is looked for. */
    private static final int FARTHEST = 100_000;

    /** So much of a text is read first; the rest only when the best passage may still follow. */
    private static final int FIRST_READ = 500;

    private static final int LONGEST_CHINESE = 96;
    private static final int LONGEST_MONGOLIAN = 150;
    /** How much of the text before the first mark is shown at most. */
    private static final int LEAD = 24;

    /**
     * A passage and its marks, both sorted and apart.
     *
     * @param place where in the text the best of it stands: its first mark, or its beginning
     * @param found whether anything that was asked for stands in the text
     */
    record Snippet(String text, List<Span> marks, int place, boolean found) {}

    private record Occurrence(int unit, List<Span> spans) {
        int start() {
            return spans.getFirst().start();
        }

        int end() {
            return spans.getLast().end();
        }
    }

    private record Begun(int unit, Wanted.Phrase phrase) {}

    private final int units;
    /** What may begin with a term. */
    private final Map<String, List<Begun>> byFirst = new HashMap<>();

    private final Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    private final Set<String> terms = new HashSet<>();

    Snippets(Wanted wanted) {
        units = wanted.wanted().size();
        for (int unit = 0; unit < units; unit++) {
            for (Wanted.Phrase phrase : wanted.wanted().get(unit).phrases()) {
                byFirst.computeIfAbsent(phrase.places().getFirst().term(), first -> new ArrayList<>())
                        .add(new Begun(unit, phrase));
                for (Wanted.Place place : phrase.places()) {
                    kinds.add(place.kind());
                    terms.add(place.term());
                }
            }
        }
        if (kinds.contains(Kind.MONGOLIAN)) {
            kinds.add(Kind.SUFFIX);
        }
    }

    /** Everything of {@code text} that is to be marked. */
    List<Span> marks(String text) {
        return merged(occurrences(text), 0, text.length());
    }

    /** The best passage of {@code text}; its beginning when nothing of what was asked for stands in it. */
    Snippet of(String text, Language language) {
        int longest = language == Language.MONGOLIAN ? LONGEST_MONGOLIAN : LONGEST_CHINESE;
        int whole = whole(text, Math.min(text.length(), FARTHEST));
        int read = lineEnd(text, FIRST_READ, whole);
        while (true) {
            String part = text.substring(0, read);
            List<Occurrence> occurrences = occurrences(part);
            int best = best(occurrences, longest);
            boolean nothingBetterFollows = best >= 0
                    && covers(occurrences, best, longest)
                    && occurrences.get(best).start() + longest + LEAD < read;
            if (read == whole || nothingBetterFollows) {
                return snippet(text, part, occurrences, best, longest, language);
            }
            read = lineEnd(text, read * 4, whole);
        }
    }

    /** The end of the line that {@code at} lies in: a word never goes on behind it. */
    private static int lineEnd(String text, int at, int whole) {
        int end = at < whole ? text.indexOf('\n', at) : -1;
        return end < 0 || end > whole ? whole : end;
    }

    private static Snippet snippet(
            String text, String read, List<Occurrence> occurrences, int best, int longest, Language language) {
        int place = best < 0 ? 0 : occurrences.get(best).start();
        int start = best < 0 ? 0 : lead(read, place, language);
        int end =
                tail(read, start, longest, best < 0 ? 0 : occurrences.get(best).end(), language);
        String before = start > 0 ? "…" : "";
        String after = end < text.length() ? "…" : "";
        int shift = before.length() - start;
        List<Span> marks = merged(occurrences, start, end).stream()
                .map(span -> span.shifted(shift))
                .toList();
        String passage = before + read.substring(start, end).replace('\n', ' ') + after;
        return new Snippet(passage, marks, place, best >= 0);
    }

    /** Whether everything that was asked for stands in the passage from {@code first} on. */
    private boolean covers(List<Occurrence> occurrences, int first, int longest) {
        return found(occurrences, first, longest) == units;
    }

    /** How many different units stand in the passage from {@code first} on. */
    private static int found(List<Occurrence> occurrences, int first, int longest) {
        Set<Integer> found = new HashSet<>();
        for (int k = first; k < occurrences.size(); k++) {
            if (occurrences.get(k).end() - occurrences.get(first).start() > longest - LEAD) {
                break;
            }
            found.add(occurrences.get(k).unit());
        }
        return found.size();
    }

    /** Of all occurrences the one from which on most different units stand within a passage; -1 when there are none. */
    private int best(List<Occurrence> occurrences, int longest) {
        int best = -1;
        int most = 0;
        for (int i = 0; i < occurrences.size() && most < units; i++) {
            int found = found(occurrences, i, longest);
            if (found > most) {
                most = found;
                best = i;
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
        List<Token> tokens = Analyzers.tokens(text, kinds, terms);
        List<Occurrence> occurrences = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            for (Begun begun : byFirst.getOrDefault(tokens.get(i).term(), List.of())) {
                List<Span> spans = spans(begun.phrase().places(), tokens, i);
                if (!spans.isEmpty()) {
                    occurrences.add(new Occurrence(begun.unit(), spans));
                }
            }
        }
        return occurrences;
    }

    /** Where the terms of a phrase stand when its first is token {@code first}; nothing when they do not. */
    private static List<Span> spans(List<Wanted.Place> places, List<Token> tokens, int first) {
        List<Span> spans = new ArrayList<>(places.size());
        spans.add(tokens.get(first).span());
        int origin = tokens.get(first).position();
        int at = first;
        for (Wanted.Place place : places.subList(1, places.size())) {
            at = find(tokens, at, origin + place.position(), place.term());
            if (at < 0) {
                return List.of();
            }
            spans.add(tokens.get(at).span());
        }
        return spans;
    }

    private static int find(List<Token> tokens, int from, int position, String term) {
        for (int i = from; i < tokens.size() && tokens.get(i).position() <= position; i++) {
            if (tokens.get(i).position() == position && tokens.get(i).term().equals(term)) {
                return i;
            }
        }
        return -1;
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
