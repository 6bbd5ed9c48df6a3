package khos.mongolian;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Mongolian in Latin letters: the official Latin of MGC/01-02 (2016), the Latin of the keyboard, and addresses.
 *
 * <p>Letter for letter; between Cyrillic and the traditional script there is no such way, only a dictionary.
 */
public final class Transliteration {
    private static final Map<Character, String> OFFICIAL = new HashMap<>();
    private static final Map<String, Character> FROM_OFFICIAL = new HashMap<>();
    private static final Map<String, Character> FROM_KEYBOARD = new HashMap<>();

    /** MNS 5217:2012, lower case. */
    private static final Map<Character, String> CYRILLIC = Map.ofEntries(
            Map.entry('а', "a"),
            Map.entry('б', "b"),
            Map.entry('в', "v"),
            Map.entry('г', "g"),
            Map.entry('д', "d"),
            Map.entry('е', "ye"),
            Map.entry('ё', "yo"),
            Map.entry('ж', "j"),
            Map.entry('з', "z"),
            Map.entry('и', "i"),
            Map.entry('й', "i"),
            Map.entry('к', "k"),
            Map.entry('л', "l"),
            Map.entry('м', "m"),
            Map.entry('н', "n"),
            Map.entry('о', "o"),
            Map.entry('ө', "ö"),
            Map.entry('п', "p"),
            Map.entry('р', "r"),
            Map.entry('с', "s"),
            Map.entry('т', "t"),
            Map.entry('у', "u"),
            Map.entry('ү', "ü"),
            Map.entry('ф', "f"),
            Map.entry('х', "kh"),
            Map.entry('ц', "ts"),
            Map.entry('ч', "ch"),
            Map.entry('ш', "sh"),
            Map.entry('щ', "sh"),
            Map.entry('ъ', "i"),
            Map.entry('ы', "y"),
            Map.entry('ь', "i"),
            Map.entry('э', "e"),
            Map.entry('ю', "yu"),
            Map.entry('я', "ya"));

    static {
        for (String[] row : Table.read("latin.tsv")) {
            char sign = (char) Integer.parseInt(row[0], 16);
            if (!row[1].isEmpty()) {
                OFFICIAL.put(sign, row[1]);
                FROM_OFFICIAL.put(row[1], sign);
            }
            if (!row[2].isEmpty() && !Character.isDigit(row[2].charAt(0))) {
                FROM_KEYBOARD.put(row[2], sign);
            }
        }
        OFFICIAL.put((char) Letters.NARROW_NO_BREAK_SPACE, "_");
    }

    private Transliteration() {}

    /** {@code text} in official Latin: {@code ᠬᠣᠲᠠ} gives {@code xota}. What is not Mongolian stays. */
    public static String official(CharSequence text) {
        var latin = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            latin.append(OFFICIAL.getOrDefault(c, String.valueOf(c)));
        }
        return latin.toString();
    }

    /**
     * The traditional script for official Latin; {@code ng} and {@code lh} are read as one letter, as the table has them.
     * What the table does not have stays.
     */
    public static String fromOfficial(CharSequence latin) {
        return replaced(latin, FROM_OFFICIAL);
    }

    /** The traditional script for what is typed on the keyboard of common input methods: {@code hqta} gives {@code ᠬᠣᠲᠠ}. */
    public static String fromKeyboard(CharSequence latin) {
        return replaced(latin, FROM_KEYBOARD);
    }

    private static String replaced(CharSequence latin, Map<String, Character> letters) {
        var text = new StringBuilder(latin.length());
        for (int i = 0; i < latin.length(); ) {
            int end = Math.min(i + 2, latin.length());
            Character letter = letters.get(latin.subSequence(i, end).toString());
            if (letter == null) {
                end = i + 1;
                letter = letters.get(latin.subSequence(i, end).toString());
            }
            text.append(letter == null ? latin.charAt(i) : letter);
            i = end;
        }
        return text.toString();
    }

    /** Cyrillic in Latin letters by MNS 5217:2012, {@code хот} gives {@code khot}; the rest stays. */
    public static String latinOfCyrillic(CharSequence text) {
        var latin = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            String letters = CYRILLIC.get(Character.toLowerCase(c));
            if (letters == null) {
                latin.append(c);
            } else if (Character.isUpperCase(c)) {
                latin.append(letters.substring(0, 1).toUpperCase(Locale.ROOT)).append(letters.substring(1));
            } else {
                latin.append(letters);
            }
        }
        return latin.toString();
    }

    /**
     * The part of an address for a title in either script of Mongolian or in Latin letters, in a–z, 0–9 and hyphens:
     * {@code ᠮᠣᠩᠭᠣᠯ ᠬᠡᠯᠡ} gives {@code mongol-khele}, {@code Öffnung 2026} {@code offnung-2026}. Empty when nothing of the title can
     * be said so.
     */
    public static String slug(CharSequence title) {
        String latin = Normalizer.normalize(latinOfCyrillic(title), Normalizer.Form.NFD)
                .replaceAll("\\p{InCombiningDiacriticalMarks}", "")
                .toLowerCase(Locale.ROOT);
        var slug = new StringBuilder(latin.length());
        for (int i = 0; i < latin.length(); i++) {
            char c = latin.charAt(i);
            if (Letter.is(c)) {
                String letters = plain(Letter.of(c));
                boolean afterNg = c == 0x182D && i > 0 && latin.charAt(i - 1) == 0x1829;
                slug.append(afterNg ? "" : letters);
            } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                slug.append(c);
            } else if (Letters.isDigit(c)) {
                slug.append((char) ('0' + c - 0x1810));
            } else if (!isTail(latin, i) && !Letters.isInvisible(c) && !slug.isEmpty() && !endsInHyphen(slug)) {
                slug.append('-');
            }
        }
        if (endsInHyphen(slug)) {
            slug.setLength(slug.length() - 1);
        }
        return slug.toString();
    }

    private static boolean isTail(String text, int gap) {
        if (!Letters.isGap(text.charAt(gap)) || gap + 1 == text.length()) {
            return false;
        }
        char c = text.charAt(gap + 1);
        boolean single = gap + 2 == text.length() || !Letters.isWordPart(text.charAt(gap + 2));
        return single && (c == Letters.A || c == Letters.E);
    }

    private static boolean endsInHyphen(StringBuilder slug) {
        return !slug.isEmpty() && slug.charAt(slug.length() - 1) == '-';
    }

    private static String plain(Letter letter) {
        return switch (letter) {
            case OE -> "o";
            case UE -> "u";
            case EE -> "e";
            case H -> "kh";
            case SH -> "sh";
            case CH, CR -> "ch";
            case K, K2 -> "k";
            case C -> "ts";
            case HH -> "h";
            case RH, ZR -> "zh";
            default -> letter.name().toLowerCase(Locale.ROOT);
        };
    }
}
