package khos.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import khos.mongolian.Change;
import khos.mongolian.Change.Reason;
import khos.mongolian.Letters;

/**
 * A change as somebody looks at it.
 *
 * @param before the word around it as it was; {@code after} as it is
 */
public record ShownChange(Change change, Place place, String before, String after) {
    private static final int LONGEST_WORD = 24;
    private static final int MOST_CODES = 6;

    /** The changes of {@code text}, which are in its order. */
    public static List<ShownChange> of(String text, List<Change> changes) {
        List<Place> places = Place.of(text, changes.stream().map(Change::start).toList());
        List<ShownChange> shown = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            shown.add(of(text, changes.get(i), places.get(i)));
        }
        return shown;
    }

    private static ShownChange of(String text, Change change, Place place) {
        int start = change.start();
        while (start > 0 && change.start() - start < LONGEST_WORD && isOfWord(text.charAt(start - 1))) {
            start--;
        }
        int end = change.end();
        while (end < text.length() && end - change.end() < LONGEST_WORD && isOfWord(text.charAt(end))) {
            end++;
        }
        String head = text.substring(start, change.start());
        String tail = text.substring(change.end(), end);
        return new ShownChange(
                change,
                place,
                CodePoints.cut(head + change.before() + tail, 3 * LONGEST_WORD),
                CodePoints.cut(head + change.after() + tail, 3 * LONGEST_WORD));
    }

    private static boolean isOfWord(char c) {
        return Letters.isWordPart(c) || Character.isLetterOrDigit(c);
    }

    /**
     * Its reason as it stands in message keys, {@code change.idle_selector}; {@code ambiguous} for a word that was converted and
     * has other spellings of the same look.
     */
    public static String kind(Change change) {
        boolean ambiguous =
                change.reason() == Reason.CONVERTED && !change.alternatives().isEmpty();
        return ambiguous ? "ambiguous" : change.reason().name().toLowerCase(Locale.ROOT);
    }

    public String kind() {
        return kind(change);
    }

    /** Whether the place was left as it is. */
    public boolean isLeft() {
        return change.before().equals(change.after());
    }

    /** What was changed itself, without the word around it: {@code U+0020 U+202F}. */
    public String codesBefore() {
        return CodePoints.of(change.before(), MOST_CODES);
    }

    /** As {@link #codesBefore}; empty when it was deleted. */
    public String codesAfter() {
        return CodePoints.of(change.after(), MOST_CODES);
    }
}
