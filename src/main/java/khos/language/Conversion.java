package khos.language;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import khos.mongolian.Change;
import khos.mongolian.Change.Reason;
import khos.mongolian.Connector;
import khos.mongolian.Letters;
import khos.mongolian.Menksoft;
import khos.mongolian.Rewriting;
import khos.mongolian.Spelling;
import khos.mongolian.Transliteration;

/** A way to write a Mongolian text otherwise: in another encoding, in another script, or in its canonical spelling. */
public enum Conversion {
    MENKSOFT_TO_UNICODE("menksoft", "unicode"),
    UNICODE_TO_MENKSOFT("unicode", "menksoft"),
    /** Canonical spelling: what is seen stays as it is. */
    REPAIR("", ""),
    UNICODE_TO_LATIN("unicode", "latin"),
    LATIN_TO_UNICODE("latin", "unicode"),
    KEYBOARD_TO_UNICODE("keyboard", "unicode"),
    CYRILLIC_TO_LATIN("cyrillic", "latin");

    /** The codes that Menksoft software uses, see {@link Menksoft}. */
    private static final char FIRST_CODE = 0xE234;

    private static final char LAST_CODE = 0xE34F;
    private static final char REPLACEMENT = 0xFFFD;

    private final String from;
    private final String to;

    Conversion(String from, String to) {
        this.from = from;
        this.to = to;
    }

    /** What it reads: {@code menksoft}, {@code unicode}, {@code latin}, {@code keyboard}, {@code cyrillic}; empty for a repair. */
    public String from() {
        return from;
    }

    /** What it writes, named as in {@link #from()}. */
    public String to() {
        return to;
    }

    /** Its name in forms and message keys: {@code menksoft-to-unicode}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The conversion of a {@link #code()}. */
    public static Optional<Conversion> find(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }

    /** The conversion between two names as in {@link #from()}. */
    public static Optional<Conversion> between(String from, String to) {
        return Arrays.stream(values())
                .filter(one -> one != REPAIR && one.from.equals(from) && one.to.equals(to))
                .findFirst();
    }

    /**
     * What a text of unknown origin asks for: with Menksoft codes, their conversion; with letters of the traditional
     * script, a repair; with mostly Cyrillic letters, Latin ones. Nothing for Latin letters, which do not tell whether they
     * are official ones or those of a keyboard.
     */
    public static Optional<Conversion> suggestedFor(String text) {
        if (holdsMenksoft(text)) {
            return Optional.of(MENKSOFT_TO_UNICODE);
        }
        if (text.chars().anyMatch(Letters::isLetter)) {
            return Optional.of(REPAIR);
        }
        long letters = text.chars().filter(Character::isLetter).count();
        long cyrillic = text.chars().filter(Conversion::isCyrillic).count();
        return cyrillic > 0 && cyrillic * 2 >= letters ? Optional.of(CYRILLIC_TO_LATIN) : Optional.empty();
    }

    /**
     * What should be offered before a text is taken in: the conversion of Menksoft codes, or a repair where unassigned code
     * points stand for punctuation.
     */
    public static Optional<Conversion> neededBy(String text) {
        if (holdsMenksoft(text)) {
            return Optional.of(MENKSOFT_TO_UNICODE);
        }
        boolean legacy = REPAIR.apply(text, Connector.VOWEL_SEPARATOR).changes().stream()
                .anyMatch(change -> change.reason() == Reason.LEGACY_PUNCTUATION);
        return legacy ? Optional.of(REPAIR) : Optional.empty();
    }

    /** Single codes count too where letters of the script show that the text is Mongolian. */
    private static boolean holdsMenksoft(String text) {
        return Menksoft.isIn(text)
                || (text.chars().anyMatch(c -> c >= FIRST_CODE && c <= LAST_CODE)
                        && text.chars().anyMatch(Letters::isLetter));
    }

    /**
     * {@code text} written otherwise. What cannot be is left and reported as {@link Reason#UNKNOWN_CODE}: letters that no
     * table knows, private codes, and halves of characters and replacement characters, which
     * other programs leave behind.
     *
     * @param connector what parts suffixes from their words, where the conversion sets it
     */
    public Rewriting apply(String text, Connector connector) {
        return switch (this) {
            case MENKSOFT_TO_UNICODE -> withLeft(text, Menksoft.toUnicode(text, connector));
            case UNICODE_TO_MENKSOFT -> withLeft(text, Menksoft.ofUnicode(text));
            case REPAIR -> withLeft(text, Spelling.repair(text, connector));
            case UNICODE_TO_LATIN -> withLeft(text, letters(Transliteration.official(text)));
            case LATIN_TO_UNICODE -> withLeft(text, letters(Transliteration.fromOfficial(text)));
            case KEYBOARD_TO_UNICODE -> withLeft(text, letters(Transliteration.fromKeyboard(text)));
            case CYRILLIC_TO_LATIN -> withLeft(text, letters(Transliteration.latinOfCyrillic(text)));
        };
    }

    /** Letter for letter: none is a change of its own. */
    private static Rewriting letters(String text) {
        return new Rewriting(text, List.of());
    }

    /** {@code rewriting} with what was left, between its changes. */
    private Rewriting withLeft(String text, Rewriting rewriting) {
        List<Change> changes = new ArrayList<>();
        int at = 0;
        for (Change change : rewriting.changes()) {
            addLeft(changes, text, at, change.start());
            changes.add(change);
            at = change.end();
        }
        addLeft(changes, text, at, text.length());
        return changes.size() == rewriting.changes().size() ? rewriting : new Rewriting(rewriting.text(), changes);
    }

    private void addLeft(List<Change> changes, String text, int start, int end) {
        for (int i = start; i < end; ) {
            int behind = i;
            while (behind < end && isLeft(text, behind)) {
                behind++;
            }
            if (behind > i) {
                String left = text.substring(i, behind);
                changes.add(new Change(i, behind, left, left, Reason.UNKNOWN_CODE, List.of()));
            }
            i = Math.max(behind, i + 1);
        }
    }

    private boolean isLeft(String text, int i) {
        char c = text.charAt(i);
        return c == REPLACEMENT
                || isHalf(text, i)
                || switch (this) {
                    case MENKSOFT_TO_UNICODE, UNICODE_TO_MENKSOFT -> false;
                    case REPAIR -> Character.getType(c) == Character.PRIVATE_USE;
                    case UNICODE_TO_LATIN -> Letters.isLetter(c) && isUnknown(text, i, Transliteration::official);
                    case LATIN_TO_UNICODE -> isLatin(c) && isUnknown(text, i, Transliteration::fromOfficial);
                    case KEYBOARD_TO_UNICODE -> isLatin(c) && isUnknown(text, i, Transliteration::fromKeyboard);
                    case CYRILLIC_TO_LATIN -> isCyrillic(c) && isUnknown(text, i, Transliteration::latinOfCyrillic);
                };
    }

    /** Whether a surrogate stands without its other one. */
    private static boolean isHalf(String text, int i) {
        char c = text.charAt(i);
        return Character.isHighSurrogate(c)
                ? i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))
                : Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }

    /** Whether a letter stays as it is, alone and with either neighbour: {@code ng} is one letter in some tables. */
    private static boolean isUnknown(String text, int i, UnaryOperator<String> table) {
        String letter = text.substring(i, i + 1);
        String before = text.substring(Math.max(0, i - 1), i + 1);
        String behind = text.substring(i, Math.min(text.length(), i + 2));
        return table.apply(letter).equals(letter)
                && table.apply(before).endsWith(letter)
                && table.apply(behind).startsWith(letter);
    }

    private static boolean isLatin(int c) {
        return UnicodeScript.of(c) == UnicodeScript.LATIN;
    }

    private static boolean isCyrillic(int c) {
        return UnicodeScript.of(c) == UnicodeScript.CYRILLIC;
    }
}
