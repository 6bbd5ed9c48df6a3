package khos.translation;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import khos.language.Span;
import khos.mongolian.Letters;
import khos.mongolian.Skeleton;
import khos.mongolian.Skeleton.Level;

/** Finds the places of a {@link Finding} in texts, in time linear in each. */
abstract sealed class Finder {
    /** A place, and what is to stand there. */
    record Place(Span span, String replacement) {}

    private static final int MOST_COUNTED = 1_000;
    private static final java.util.regex.Pattern COUNTS =
            java.util.regex.Pattern.compile("\\{(\\d{1,9})(?:,(\\d{0,9}))?\\}");

    /**
     * @param replacement what is to stand instead; of a pattern with {@code $1} for its groups
     * @throws Refused {@code refused.pattern} with what is wrong with it
     */
    static Finder of(Finding finding, String replacement) {
        if (finding.pattern()) {
            return new Regular(finding, replacement);
        }
        return finding.lookAlike() && finding.text().chars().anyMatch(Letters::isLetter)
                ? new Looks(finding.text(), replacement)
                : new Plain(finding, replacement);
    }

    /** The places of {@code text}, none overlapping another, no empty ones. */
    abstract List<Place> places(String text);

    /** As long as {@code text}: each character in small letters and of ordinary width. */
    private static String folded(String text) {
        var folded = new StringBuilder(text);
        for (int i = 0; i < folded.length(); i++) {
            folded.setCharAt(i, Character.toLowerCase(Character.toUpperCase(narrow(folded.charAt(i)))));
        }
        return folded.toString();
    }

    private static char narrow(char c) {
        if (c >= '！' && c <= '～') {
            return (char) (c - 0xFEE0);
        }
        return c == '\u3000' ? ' ' : c;
    }

    private static final class Plain extends Finder {
        private final String wanted;
        private final boolean folded;
        private final String replacement;

        Plain(Finding finding, String replacement) {
            folded = finding.folded();
            wanted = folded ? folded(finding.text()) : finding.text();
            this.replacement = replacement;
        }

        @Override
        List<Place> places(String text) {
            List<Place> places = new ArrayList<>();
            String searched = folded ? folded(text) : text;
            for (int at = searched.indexOf(wanted); at >= 0; at = searched.indexOf(wanted, at + wanted.length())) {
                places.add(new Place(new Span(at, at + wanted.length()), replacement));
            }
            return places;
        }
    }

    private static final class Regular extends Finder {
        private final Pattern pattern;
        private final boolean folded;
        private final String replacement;

        Regular(Finding finding, String replacement) {
            requireSmall(finding.text());
            folded = finding.folded();
            this.replacement = replacement;
            try {
                pattern = Pattern.compile(finding.text(), folded ? Pattern.CASE_INSENSITIVE : 0);
            } catch (PatternSyntaxException e) {
                throw new Refused("refused.pattern", e.getDescription());
            }
            // Groups that are not there are told before anything is looked for.
            groups(pattern.groupCount());
        }

        private static void requireSmall(String pattern) {
            long counted = 1;
            var counts = COUNTS.matcher(pattern);
            while (counts.find() && counted <= MOST_COUNTED) {
                String most = counts.group(2) == null || counts.group(2).isEmpty() ? counts.group(1) : counts.group(2);
                counted *= Math.max(1, Long.parseLong(most));
            }
            if (counted > MOST_COUNTED) {
                throw new Refused("refused.pattern", "{" + counted + "}");
            }
        }

        private void groups(int count) {
            for (int i = 0; i + 1 < replacement.length(); i++) {
                char c = replacement.charAt(i + 1);
                if (replacement.charAt(i) == '$' && c >= '0' && c <= '9' && c - '0' > count) {
                    throw new Refused("refused.pattern", "$" + c);
                }
            }
        }

        @Override
        List<Place> places(String text) {
            List<Place> places = new ArrayList<>();
            String searched = folded ? narrowed(text) : text;
            Matcher matcher = pattern.matcher(searched);
            while (matcher.find()) {
                if (matcher.end() > matcher.start()) {
                    places.add(new Place(new Span(matcher.start(), matcher.end()), filled(matcher, text)));
                }
            }
            return places;
        }

        private static String narrowed(String text) {
            var narrowed = new StringBuilder(text);
            for (int i = 0; i < narrowed.length(); i++) {
                narrowed.setCharAt(i, narrow(narrowed.charAt(i)));
            }
            return narrowed.toString();
        }

        /** The replacement with its groups as the text has them; {@code $$} is a dollar. */
        private String filled(Matcher matcher, String text) {
            var filled = new StringBuilder();
            for (int i = 0; i < replacement.length(); i++) {
                char c = replacement.charAt(i);
                char next = i + 1 < replacement.length() ? replacement.charAt(i + 1) : 0;
                if (c == '$' && next >= '0' && next <= '9') {
                    int group = next - '0';
                    filled.append(
                            matcher.start(group) < 0 ? "" : text.substring(matcher.start(group), matcher.end(group)));
                    i++;
                } else {
                    filled.append(c);
                    i += c == '$' && next == '$' ? 1 : 0;
                }
            }
            return filled.toString();
        }
    }

    private static final class Looks extends Finder {
        private final List<String> wanted;
        private final String replacement;

        Looks(String text, String replacement) {
            wanted = words(text).stream().map(word -> look(word.of(text))).toList();
            this.replacement = replacement;
        }

        private static String look(String word) {
            return Skeleton.of(word, Level.K2);
        }

        @Override
        List<Place> places(String text) {
            List<Span> words = words(text);
            List<String> looks = words.stream().map(word -> look(word.of(text))).toList();
            List<Place> places = new ArrayList<>();
            for (int i = 0; i + wanted.size() <= words.size(); i++) {
                if (looks.subList(i, i + wanted.size()).equals(wanted)) {
                    Span last = words.get(i + wanted.size() - 1);
                    places.add(new Place(new Span(words.get(i).start(), last.end()), replacement));
                    i += wanted.size() - 1;
                }
            }
            return places;
        }

        /** Words and suffixes each, parted by what is no letter; a tail a or e stays with its word. */
        private static List<Span> words(String text) {
            List<Span> words = new ArrayList<>();
            for (int i = 0; i < text.length(); ) {
                int end = i;
                while (end < text.length() && isIn(text, end)) {
                    end++;
                }
                if (end > i && text.substring(i, end).chars().anyMatch(Letters::isLetter)) {
                    words.add(new Span(i, end));
                }
                i = Math.max(end, i + 1);
            }
            return words;
        }

        private static boolean isIn(String text, int i) {
            char c = text.charAt(i);
            if (!Letters.isGap(c)) {
                return Letters.isWordPart(c);
            }
            boolean tail =
                    i + 1 < text.length() && (text.charAt(i + 1) == Letters.A || text.charAt(i + 1) == Letters.E);
            return tail && (i + 2 == text.length() || !Letters.isLetter(text.charAt(i + 2)));
        }
    }

    /** {@code text} with those of {@code places} replaced that {@code chosen} names by their order. */
    static String replaced(String text, List<Place> places, Set<Integer> chosen) {
        var result = new StringBuilder();
        int done = 0;
        for (int i = 0; i < places.size(); i++) {
            if (chosen.contains(i)) {
                Place place = places.get(i);
                result.append(text, done, place.span().start()).append(place.replacement());
                done = place.span().end();
            }
        }
        return result.append(text, done, text.length()).toString();
    }
}
