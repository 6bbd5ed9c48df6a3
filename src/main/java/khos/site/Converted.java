package khos.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import khos.language.CodePoints;
import khos.language.Conversion;
import khos.language.Place;
import khos.mongolian.Change;
import khos.mongolian.Change.Reason;
import khos.mongolian.Letters;
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
    private static final int MOST_CODES = 6;
    private static final int LONGEST_WORD = 24;
    private static final int MOST_ALTERNATIVES = 6;
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
     * @param kind its reason, or {@code ambiguous} for a word that was converted and has other spellings of the same look
     * @param count of all; {@code items} are the first of them
     */
    record Group(String kind, int count, List<Item> items) {
        int rest() {
            return count - items.size();
        }

        /** Whether it is unfolded: the mere conversion of a word explains itself. */
        boolean open() {
            return !kind.equals("converted");
        }
    }

    /**
     * One change.
     *
     * @param before the word around it as it was; {@code after} as it is
     * @param codesBefore what was changed itself, by its numbers
     */
    record Item(
            Place place,
            String before,
            String after,
            String codesBefore,
            String codesAfter,
            List<String> alternatives) {
        boolean isLeft() {
            return codesBefore.equals(codesAfter);
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
            if (counts.merge(kind(change), 1, Integer::sum) <= MOST_LISTED) {
                listed.add(change);
            }
        }
        List<Place> places = Place.of(source, listed.stream().map(Change::start).toList());
        Map<String, List<Item>> items = new HashMap<>();
        for (int i = 0; i < listed.size(); i++) {
            Change change = listed.get(i);
            items.computeIfAbsent(kind(change), kind -> new ArrayList<>()).add(item(source, change, places.get(i)));
        }
        return ORDER.stream()
                .filter(items::containsKey)
                .map(kind -> new Group(kind, counts.getOrDefault(kind, 0), items.getOrDefault(kind, List.of())))
                .toList();
    }

    private static String kind(Change change) {
        boolean ambiguous =
                change.reason() == Reason.CONVERTED && !change.alternatives().isEmpty();
        return ambiguous ? "ambiguous" : change.reason().name().toLowerCase(Locale.ROOT);
    }

    private static Item item(String source, Change change, Place place) {
        int start = change.start();
        while (start > 0 && change.start() - start < LONGEST_WORD && isOfWord(source.charAt(start - 1))) {
            start--;
        }
        int end = change.end();
        while (end < source.length() && end - change.end() < LONGEST_WORD && isOfWord(source.charAt(end))) {
            end++;
        }
        String head = source.substring(start, change.start());
        String tail = source.substring(change.end(), end);
        return new Item(
                place,
                CodePoints.cut(head + change.before() + tail, 3 * LONGEST_WORD),
                CodePoints.cut(head + change.after() + tail, 3 * LONGEST_WORD),
                CodePoints.of(change.before(), MOST_CODES),
                CodePoints.of(change.after(), MOST_CODES),
                change.alternatives().stream().limit(MOST_ALTERNATIVES).toList());
    }

    private static boolean isOfWord(char c) {
        return Letters.isWordPart(c) || Character.isLetterOrDigit(c) || Character.getType(c) == Character.PRIVATE_USE;
    }
}
