package khos.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import khos.language.Language;
import khos.language.Span;
import org.jspecify.annotations.Nullable;

/** What opens is closed, brackets and quotes alike, unless the source leaves it open as well; and in Chinese full-width. */
final class BracketCheck implements Check {
    private static final String OPENING = "(（︵[［﹇{｛︷【︻〔︹〖《︽〈︿「﹁『﹃“«‘";
    private static final String CLOSING = ")）︶]］﹈}｝︸】︼〕︺〗》︾〉﹀」﹂』﹄”»’";
    /** Of each sign; signs of one class close one another. */
    private static final String CLASSES = "aaabbbcccdd eefggffhhiijkl".replace(" ", "");

    private record Place(int at, boolean opening) {}

    private record Pairs(List<int[]> pairs, List<Place> open) {}

    @Override
    public void check(Side source, Side target, Found found) {
        if (target.text().chars().noneMatch(c -> c == '"' || OPENING.indexOf(c) >= 0 || CLOSING.indexOf(c) >= 0)) {
            return;
        }
        Pairs pairs = pairs(target);
        checkForms(target, pairs.pairs(), found);
        checkOpen(source, target, pairs.open(), found);
        checkStraight(source, target, found);
    }

    private static Pairs pairs(Side side) {
        var pairs = new ArrayList<int[]>();
        var open = new ArrayList<Place>();
        Deque<Integer> waiting = new ArrayDeque<>();
        int[] count = new int[26];
        String text = side.text();
        for (int i = 0; i < text.length(); i++) {
            char c = side.at(i);
            if (c == 0) {
                continue;
            }
            if (OPENING.indexOf(c) >= 0) {
                waiting.push(i);
                count[classOf(c) - 'a']++;
            } else if (CLOSING.indexOf(c) >= 0 && !isApostrophe(side, i)) {
                if (count[classOf(c) - 'a'] == 0) {
                    open.add(new Place(i, false));
                    continue;
                }
                while (classOf(text.charAt(waiting.element())) != classOf(c)) {
                    int unclosed = waiting.pop();
                    count[classOf(text.charAt(unclosed)) - 'a']--;
                    open.add(new Place(unclosed, true));
                }
                pairs.add(new int[] {waiting.pop(), i});
                count[classOf(c) - 'a']--;
            }
        }
        waiting.forEach(at -> open.add(new Place(at, true)));
        return new Pairs(pairs, open);
    }

    private static char classOf(char c) {
        int at = OPENING.indexOf(c);
        return CLASSES.charAt(at >= 0 ? at : CLOSING.indexOf(c));
    }

    private static boolean isApostrophe(Side side, int i) {
        return side.at(i) == '’' && Side.isAscii(side.at(i - 1));
    }

    private static void checkForms(Side target, List<int[]> pairs, Found found) {
        String text = target.text();
        for (int[] pair : pairs) {
            char opening = text.charAt(pair[0]);
            char closing = text.charAt(pair[1]);
            char fitting = CLOSING.charAt(OPENING.indexOf(opening));
            if (closing != fitting) {
                var span = new Span(pair[1], pair[1] + 1);
                found.inTarget(
                        Kind.BRACKET,
                        Severity.WARNING,
                        span,
                        new Fix(span, String.valueOf(fitting)),
                        "check.bracket-form",
                        String.valueOf(opening),
                        String.valueOf(closing));
            } else if (opening == '(' && target.language() == Language.CHINESE && isChinese(target, pair)) {
                var span = new Span(pair[0], pair[1] + 1);
                found.inTarget(
                        Kind.PUNCTUATION,
                        Severity.WARNING,
                        span,
                        new Fix(span, "（" + text.substring(pair[0] + 1, pair[1]) + "）"),
                        "check.punctuation-chinese",
                        "( )",
                        "（ ）");
            }
        }
    }

    /** Whether a Chinese character stands just inside. */
    private static boolean isChinese(Side target, int[] pair) {
        return Side.isHan(target.at(pair[0] + 1)) || Side.isHan(target.at(pair[1] - 1));
    }

    private static void checkOpen(Side source, Side target, List<Place> open, Found found) {
        if (open.isEmpty()) {
            return;
        }
        int[] allowed = new int[2];
        for (Place place : pairs(source).open()) {
            allowed[place.opening() ? 1 : 0]++;
        }
        for (Place place : open) {
            if (allowed[place.opening() ? 1 : 0]-- <= 0) {
                found.inTarget(
                        Kind.BRACKET,
                        Severity.WARNING,
                        new Span(place.at(), place.at() + 1),
                        stray(target, place),
                        place.opening() ? "check.bracket-open" : "check.bracket-stray",
                        target.text().substring(place.at(), place.at() + 1));
            }
        }
    }

    /** A closing sign doubled by a slip goes. */
    private static @Nullable Fix stray(Side target, Place place) {
        boolean doubled = !place.opening() && target.at(place.at() - 1) == target.at(place.at());
        return doubled ? new Fix(new Span(place.at(), place.at() + 1), "") : null;
    }

    private static void checkStraight(Side source, Side target, Found found) {
        int last = lastOfOdd(target);
        if (last >= 0 && lastOfOdd(source) < 0) {
            found.inTarget(Kind.BRACKET, Severity.WARNING, new Span(last, last + 1), null, "check.bracket-open", "\"");
        }
    }

    private static int lastOfOdd(Side side) {
        int last = -1;
        int count = 0;
        for (int i = 0; i < side.text().length(); i++) {
            if (side.at(i) == '"') {
                last = i;
                count++;
            }
        }
        return count % 2 == 1 ? last : -1;
    }
}
