package khos.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import khos.language.CodePoints;
import khos.language.Conversion;
import khos.language.ShownChange;
import khos.mongolian.Change;
import khos.mongolian.Rewriting;

/**
 * A text that was converted, and what was done to it.
 *
 * @param found whether Khos chose the conversion
 * @param groups of changes, those first that somebody should look at
 */
record Converted(Conversion conversion, boolean found, String source, String result, int changes, List<Group> groups) {
    /** How many changes of one reason are listed. */
    static final int MOST_LISTED = 100;

    private static final int MOST_SHOWN = 5_000;
    /** Those first that somebody should look at. */
    private static final List<String> ORDER = List.of(
            "unknown_code",
            "shape_differs",
            "mixed_word",
            "chosen",
            "ambiguous",
            "legacy_punctuation",
            "vertical_form",
            "connector",
            "doubled_connector",
            "suffix_behind_space",
            "idle_selector",
            "idle_joiner",
            "stray_sign",
            "converted");

    /**
     * Changes of one kind.
     *
     * @param kind as in {@link ShownChange#kind()}
     * @param count of all; {@code items} are the first of them
     */
    record Group(String kind, int count, List<ShownChange> items) {
        int rest() {
            return count - items.size();
        }

        /** Whether it is unfolded: the mere conversion of a word explains itself. */
        boolean open() {
            return !kind.equals("converted");
        }
    }

    /**
     * A text as it is shown.
     *
     * @param cut whether it goes on
     * @param kind the class that sets its font and direction
     */
    record Shown(String text, boolean cut, String kind, String lang) {
        private static Shown of(String text, String encoding) {
            String shown = CodePoints.cut(text, MOST_SHOWN);
            boolean cut = shown.length() != text.length();
            return switch (encoding) {
                case "menksoft" -> new Shown(shown, cut, "mn menk", "mn-Mong");
                case "latin", "keyboard" -> new Shown(shown, cut, "lat", "mn-Latn");
                case "cyrillic" -> new Shown(shown, cut, "lat", "mn-Cyrl");
                default -> new Shown(shown, cut, "mn", "mn-Mong");
            };
        }
    }

    static Converted of(Conversion conversion, boolean found, String source, Rewriting rewriting) {
        return new Converted(
                conversion,
                found,
                source,
                rewriting.text(),
                rewriting.changes().size(),
                groups(source, rewriting.changes()));
    }

    Shown shownSource() {
        return Shown.of(source, conversion.from());
    }

    Shown shownResult() {
        return Shown.of(result, conversion.to());
    }

    boolean isSame() {
        return source.equals(result);
    }

    /** Whether one of the texts needs a Menksoft font. */
    boolean needsMenksoft() {
        return conversion.from().equals("menksoft") || conversion.to().equals("menksoft");
    }

    private static List<Group> groups(String source, List<Change> changes) {
        Map<String, Integer> counts = new HashMap<>();
        List<Change> listed = new ArrayList<>();
        for (Change change : changes) {
            if (counts.merge(ShownChange.kind(change), 1, Integer::sum) <= MOST_LISTED) {
                listed.add(change);
            }
        }
        Map<String, List<ShownChange>> shown =
                ShownChange.of(source, listed).stream().collect(Collectors.groupingBy(ShownChange::kind));
        return ORDER.stream()
                .filter(shown::containsKey)
                .map(kind -> new Group(kind, counts.getOrDefault(kind, 0), shown.getOrDefault(kind, List.of())))
                .toList();
    }
}
