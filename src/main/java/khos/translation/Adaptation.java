package khos.translation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import khos.language.Language;
import khos.language.LanguagePair;
import khos.language.Span;
import khos.mongolian.Suffixes;
import khos.terminology.Status;
import khos.terminology.Term;
import khos.terminology.TermOccurrence;

/**
 * The translation of a like sentence, with what certainly differs carried over: numbers, dates, and a term for another.
 *
 * <p>Where {@code 马有3匹。} was said {@code ᠮᠣᠷᠢ ᠓ ᠪᠤᠢ᠃}, for {@code 马有12匹。} it gives {@code ᠮᠣᠷᠢ ᠑᠒ ᠪᠤᠢ᠃}: the number in the
 * digits of the target, at the place where its like stood. A number that stands in the target more or less often than in
 * the source, one that two different ones would replace, one whose surroundings in the source differ, and a term whose
 * translation bears a suffix are left as they are.
 *
 * @param text to be put in for the new sentence
 * @param changes the places of {@code text} that were adapted, in its order
 * @param isComplete whether every number and mark in which the sources differ was carried over
 */
public record Adaptation(String text, List<Change> changes, boolean isComplete) {
    /**
     * A place that was adapted.
     *
     * @param was what stood there before
     */
    public record Change(Span span, String was) {}

    /** Finds terms in a text; {@link khos.terminology.Termbase#recognize}. */
    public interface Terms {
        Terms NONE = (text, language) -> List.of();

        List<TermOccurrence> recognize(String text, Language language);
    }

    /** What is to stand at a span of the old target. */
    private record Replacement(Span span, String text) {}

    /** Nothing adapted. */
    public static Adaptation none(String target) {
        return new Adaptation(target, List.of(), false);
    }

    /**
     * Adapts {@code target}.
     *
     * @param was the sentence that {@code target} translates
     * @param now the one that is to be translated
     */
    public static Adaptation of(String was, String target, String now, LanguagePair pair, Terms terms) {
        if (was.equals(now)) {
            return new Adaptation(target, List.of(), true);
        }
        Map<Integer, Replacement> replacements = new TreeMap<>();
        boolean complete =
                addAmounts(was, target, now, replacements) && marks(was).equals(marks(now));
        addTerms(new Sides(was, target, now, pair, terms), replacements);
        return applied(target, new ArrayList<>(replacements.values()), complete);
    }

    private static List<String> marks(String text) {
        return Amount.MARK.matcher(text).results().map(MatchResult::group).toList();
    }

    /** Adds what the numbers and dates of the target become; whether all that differ are among them. */
    private static boolean addAmounts(String was, String target, String now, Map<Integer, Replacement> replacements) {
        List<Amount> before = Amount.of(was);
        List<Amount> after = Amount.of(now);
        if (before.size() != after.size()) {
            return false;
        }
        Map<String, List<Integer>> places = new LinkedHashMap<>();
        for (int i = 0; i < before.size(); i++) {
            places.computeIfAbsent(before.get(i).value(), value -> new ArrayList<>())
                    .add(i);
        }
        List<Amount> inTarget = Amount.of(target);
        boolean complete = true;
        for (Map.Entry<String, List<Integer>> place : places.entrySet()) {
            List<Integer> at = place.getValue();
            if (at.stream()
                    .allMatch(i -> before.get(i).value().equals(after.get(i).value()))) {
                continue;
            }
            List<Amount> found = inTarget.stream()
                    .filter(amount -> amount.value().equals(place.getKey()))
                    .toList();
            Amount old = before.get(at.getFirst());
            Amount next = after.get(at.getFirst());
            boolean certain = found.size() == at.size()
                    && at.stream()
                            .allMatch(i -> after.get(i).value().equals(next.value())
                                    && stand(
                                            was,
                                            before.get(i).span(),
                                            now,
                                            after.get(i).span()));
            complete &= certain && rewrite(found, old, next, replacements);
        }
        return complete;
    }

    /** Adds the numbers of {@code found} as they are to be, when the form of each is clear. */
    private static boolean rewrite(List<Amount> found, Amount was, Amount now, Map<Integer, Replacement> replacements) {
        Map<Integer, Replacement> rewritten = new TreeMap<>();
        for (Amount amount : found) {
            if (now.shape() != was.shape()) {
                return false;
            }
            for (int i = 0; i < amount.numbers().size(); i++) {
                Amount.Number number = amount.numbers().get(i);
                Optional<String> text =
                        number.rewritten(was.numbers().get(i), now.numbers().get(i));
                if (text.isEmpty()) {
                    return false;
                }
                if (!text.get().equals(number.text())) {
                    rewritten.put(number.span().start(), new Replacement(number.span(), text.get()));
                }
            }
        }
        replacements.putAll(rewritten);
        return true;
    }

    /** Whether the same stands beside both, any digit for any other: nothing else was put in or taken out there. */
    private static boolean stand(String a, Span inA, String b, Span inB) {
        return before(a, inA) == before(b, inB) && after(a, inA) == after(b, inB);
    }

    private static int before(String text, Span span) {
        return span.start() == 0 ? -1 : beside(text.codePointBefore(span.start()));
    }

    private static int after(String text, Span span) {
        return span.end() == text.length() ? -1 : beside(text.codePointAt(span.end()));
    }

    private static int beside(int c) {
        return Character.isDigit(c) ? '0' : c;
    }

    private record Sides(String was, String target, String now, LanguagePair pair, Terms terms) {
        List<TermOccurrence> inWas() {
            return terms.recognize(was, pair.source());
        }

        List<TermOccurrence> inNow() {
            return terms.recognize(now, pair.source());
        }

        List<TermOccurrence> inTarget() {
            return terms.recognize(target, pair.target());
        }
    }

    /** Adds the terms of the target that are to be others. */
    private static void addTerms(Sides sides, Map<Integer, Replacement> replacements) {
        List<TermOccurrence> before = sides.inWas();
        List<TermOccurrence> after = sides.inNow();
        if (before.size() != after.size() || isDouble(before) || isDouble(after)) {
            return;
        }
        Map<String, List<Integer>> places = new LinkedHashMap<>();
        for (int i = 0; i < before.size(); i++) {
            places.computeIfAbsent(before.get(i).concept().id(), id -> new ArrayList<>())
                    .add(i);
        }
        List<TermOccurrence> inTarget = sides.inTarget();
        places.forEach((concept, at) -> {
            TermOccurrence next = after.get(at.getFirst());
            boolean certain = !next.concept().id().equals(concept)
                    && at.stream()
                            .allMatch(i -> after.get(i)
                                            .concept()
                                            .id()
                                            .equals(next.concept().id())
                                    && isBare(
                                            before.get(i),
                                            sides.was(),
                                            sides.pair().source())
                                    && isBare(
                                            after.get(i),
                                            sides.now(),
                                            sides.pair().source())
                                    && stand(
                                            sides.was(),
                                            before.get(i).span(),
                                            sides.now(),
                                            after.get(i).span()));
            List<TermOccurrence> found = inTarget.stream()
                    .filter(occurrence -> occurrence.concept().id().equals(concept))
                    .toList();
            Optional<Term> agreed = agreed(next, sides.pair().target());
            if (certain
                    && agreed.isPresent()
                    && found.size() == at.size()
                    && !isDouble(inTarget)
                    && found.stream()
                            .allMatch(term ->
                                    isBare(term, sides.target(), sides.pair().target()))) {
                found.forEach(term -> replacements.put(
                        term.span().start(),
                        new Replacement(term.span(), agreed.get().text())));
            }
        });
    }

    /** Whether several concepts share a place. */
    private static boolean isDouble(List<TermOccurrence> occurrences) {
        return occurrences.stream().map(TermOccurrence::span).distinct().count() < occurrences.size();
    }

    /** The one term that is to be used. */
    private static Optional<Term> agreed(TermOccurrence occurrence, Language language) {
        List<Term> usable = occurrence.concept().terms(language).stream()
                .filter(term -> term.status().isUsable() && !term.isCyrillic())
                .toList();
        List<Term> preferred = usable.stream()
                .filter(term -> term.status() == Status.PREFERRED)
                .toList();
        List<Term> agreed = preferred.isEmpty() ? usable : preferred;
        return agreed.size() == 1 ? Optional.of(agreed.getFirst()) : Optional.empty();
    }

    /** Whether a term stands as the termbase writes it; a Mongolian one also without a suffix, whose vowels would follow it. */
    private static boolean isBare(TermOccurrence occurrence, String text, Language language) {
        Span span = occurrence.span();
        if (language == Language.CHINESE) {
            return true;
        }
        if (!span.of(text).equals(occurrence.term().text())) {
            return false;
        }
        int end = span.end();
        if (end < text.length() && khos.mongolian.Letters.isWordPart(text.charAt(end))) {
            return false;
        }
        int next = end;
        while (next < text.length() && text.charAt(next) == ' ') {
            next++;
        }
        int rest = next;
        while (rest < text.length() && khos.mongolian.Letters.isWordPart(text.charAt(rest))) {
            rest++;
        }
        return next == rest || !Suffixes.isEnding(text.substring(next, rest));
    }

    private static Adaptation applied(String target, List<Replacement> replacements, boolean complete) {
        replacements.sort(
                Comparator.comparingInt(replacement -> replacement.span().start()));
        var text = new StringBuilder();
        List<Change> changes = new ArrayList<>();
        int end = 0;
        for (Replacement replacement : replacements) {
            text.append(target, end, replacement.span().start());
            int start = text.length();
            text.append(replacement.text());
            changes.add(new Change(
                    new Span(start, text.length()), replacement.span().of(target)));
            end = replacement.span().end();
        }
        text.append(target, end, target.length());
        return new Adaptation(text.toString(), List.copyOf(changes), complete);
    }
}
