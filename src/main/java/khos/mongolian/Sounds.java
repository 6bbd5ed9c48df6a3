package khos.mongolian;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Words as they are typed in Latin, with what typists do differently made one: the four rounded vowels, {@code kh} and
 * {@code h}, {@code sh} and {@code x}, {@code sayin} and {@code sain}.
 */
final class Sounds {
    /** Readings of one typed word that are tried; more would only come from noise. */
    private static final int MOST_READINGS = 16;

    private static final int MOST_LETTERS = 64;
    /** Letters behind which a last a or e is written apart. */
    private static final String PARTING = "ᠨᠬᠭᠮᠯᠵᠶᠷᠸ";

    /** What two typed letters, or one, can stand for, the likeliest first. */
    private static final Map<String, List<String>> SPELLINGS = Map.ofEntries(
            Map.entry("kh", List.of("h", "kh")),
            Map.entry("gh", List.of("g", "gh")),
            Map.entry("sh", List.of("x", "sh")),
            Map.entry("ch", List.of("c")),
            Map.entry("zh", List.of("j")),
            Map.entry("ts", List.of("c", "ts")),
            Map.entry("š", List.of("x")),
            Map.entry("č", List.of("c")),
            Map.entry("ǰ", List.of("j")),
            Map.entry("ž", List.of("j")),
            Map.entry("γ", List.of("g")),
            Map.entry("ö", List.of("u")),
            Map.entry("ü", List.of("u")),
            Map.entry("o", List.of("u")),
            Map.entry("ë", List.of("e")),
            Map.entry("q", List.of("h", "u")),
            Map.entry("v", List.of("w", "b", "u")),
            Map.entry("x", List.of("x", "h")),
            Map.entry("z", List.of("j", "z")),
            Map.entry("k", List.of("h", "k")),
            Map.entry("w", List.of("w", "u")));

    private Sounds() {}

    /** The sound of a word in Mongolian letters: {@code ᠮᠣᠩᠭᠣᠯ} gives {@code mungul}. */
    static String of(CharSequence word) {
        var sound = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            if (Letter.is(word.charAt(i))) {
                append(sound, of(Letter.of(word.charAt(i))));
            }
        }
        return sound.toString();
    }

    private static String of(Letter letter) {
        return switch (letter) {
            case A -> "a";
            case E, EE -> "e";
            case I -> "i";
            case O, U, OE, UE -> "u";
            case N -> "n";
            case NG -> "ng";
            case B -> "b";
            case P -> "p";
            case H, HH -> "h";
            case G -> "g";
            case M -> "m";
            case L -> "l";
            case LH -> "lh";
            case S -> "s";
            case SH -> "x";
            case T -> "t";
            case D -> "d";
            case CH, C, CR -> "c";
            case J, ZR -> "j";
            case Z -> "z";
            case Y -> "y";
            case R, RH -> "r";
            case W -> "w";
            case F -> "f";
            case K, K2 -> "k";
        };
    }

    /** Appends with {@code ng} before g made one, and long i. */
    private static void append(StringBuilder sound, String letter) {
        int last = sound.length() - 1;
        if (letter.equals("g") && last > 0 && sound.charAt(last) == 'g' && sound.charAt(last - 1) == 'n') {
            return;
        }
        if (letter.equals("i") && last >= 0) {
            if (sound.charAt(last) == 'i') {
                return;
            }
            if (sound.charAt(last) == 'y' && last > 0 && "aeu".indexOf(sound.charAt(last - 1)) >= 0) {
                sound.setLength(last);
            }
        }
        sound.append(letter);
    }

    /** The sounds that {@code latin} can be, most likely first. Cyrillic is read as Latin. */
    static List<String> ofLatin(String latin) {
        String typed = Transliteration.latinOfCyrillic(cut(latin)).toLowerCase(Locale.ROOT);
        List<String> readings = List.of("");
        for (int i = 0; i < typed.length(); ) {
            String pair = typed.substring(i, Math.min(i + 2, typed.length()));
            List<String> spellings = SPELLINGS.get(pair);
            i += spellings == null ? 1 : pair.length();
            if (spellings == null) {
                spellings = SPELLINGS.getOrDefault(pair.substring(0, 1), List.of(pair.substring(0, 1)));
            }
            readings = continued(readings, spellings);
        }
        return readings.stream()
                .filter(reading -> !reading.isEmpty())
                .map(Sounds::smoothed)
                .distinct()
                .toList();
    }

    private static List<String> continued(List<String> readings, List<String> spellings) {
        List<String> longer = new ArrayList<>();
        for (String spelling : spellings) {
            for (String reading : readings) {
                if (longer.size() < MOST_READINGS && isLatin(spelling)) {
                    longer.add(reading + spelling);
                }
            }
        }
        return longer.isEmpty() ? readings : longer;
    }

    private static boolean isLatin(String letters) {
        return letters.chars().allMatch(c -> c >= 'a' && c <= 'z');
    }

    private static String smoothed(String reading) {
        var sound = new StringBuilder(reading.length());
        for (int i = 0; i < reading.length(); i++) {
            append(sound, reading.substring(i, i + 1));
        }
        return sound.toString();
    }

    /**
     * The letters that {@code latin} spells when no word is known: {@code mongol} gives {@code ᠮᠣᠩᠭᠣᠯ}. Rounded vowels are front ones
     * in words with e, ö or ü, by the harmony of vowels.
     */
    static String letters(String latin) {
        String typed = Transliteration.latinOfCyrillic(cut(latin)).toLowerCase(Locale.ROOT);
        boolean front = typed.chars().anyMatch(c -> "eöü".indexOf(c) >= 0);
        var letters = new StringBuilder(typed.length());
        for (int i = 0; i < typed.length(); ) {
            String pair = typed.substring(i, Math.min(i + 2, typed.length()));
            boolean vowelFollows = i + 2 < typed.length() && "aeiouöüë".indexOf(typed.charAt(i + 2)) >= 0;
            String spelled = switch (pair) {
                case "ng" -> vowelFollows ? "ᠩᠭ" : "ᠩ";
                case "kh" -> "ᠬ";
                case "gh" -> "ᠭ";
                case "sh" -> "ᠱ";
                case "ch" -> "ᠴ";
                case "zh" -> "ᠵ";
                case "ts" -> "ᠼ";
                default -> "";
            };
            if (pair.startsWith("_")) {
                boolean tail = i + 2 == typed.length() && !letters.isEmpty() && "ae".indexOf(typed.charAt(i + 1)) >= 0;
                letters.append(tail ? String.valueOf((char) Letters.VOWEL_SEPARATOR) : "");
            }
            i += spelled.isEmpty() ? 1 : 2;
            letters.append(spelled.isEmpty() ? letter(pair.charAt(0), front) : spelled);
        }
        return letters.toString();
    }

    private static String letter(char c, boolean front) {
        return switch (c) {
            case 'a' -> "ᠠ";
            case 'e' -> "ᠡ";
            case 'i' -> "ᠢ";
            case 'o' -> front ? "ᠥ" : "ᠣ";
            case 'u' -> front ? "ᠦ" : "ᠤ";
            case 'ö' -> "ᠥ";
            case 'ü' -> "ᠦ";
            case 'ë' -> "ᠧ";
            case 'n' -> "ᠨ";
            case 'b' -> "ᠪ";
            case 'p' -> "ᠫ";
            case 'h', 'q' -> "ᠬ";
            case 'g', 'γ' -> "ᠭ";
            case 'm' -> "ᠮ";
            case 'l' -> "ᠯ";
            case 's' -> "ᠰ";
            case 'x', 'š' -> "ᠱ";
            case 't' -> "ᠲ";
            case 'd' -> "ᠳ";
            case 'c', 'č' -> "ᠴ";
            case 'j', 'ǰ' -> "ᠵ";
            case 'y' -> "ᠶ";
            case 'r' -> "ᠷ";
            case 'w', 'v' -> "ᠸ";
            case 'f' -> "ᠹ";
            case 'k' -> "ᠺ";
            case 'z' -> "ᠽ";
            default -> "";
        };
    }

    /** {@code word} with its last a or e behind a gap, where letters stand that can part it: {@code ᠨᠠᠷᠠ} gives {@code ᠨᠠᠷ᠎ᠠ}. */
    static String parted(String word) {
        int last = word.length() - 1;
        boolean tail = last > 1 && (word.charAt(last) == Letters.A || word.charAt(last) == Letters.E);
        if (!tail || PARTING.indexOf(word.charAt(last - 1)) < 0) {
            return word;
        }
        return word.substring(0, last) + (char) Letters.VOWEL_SEPARATOR + word.charAt(last);
    }

    /** How many rounded vowels of {@code word} were typed otherwise: one when {@code ᠬᠣᠲᠠ} is typed {@code huta}. */
    static int otherVowels(String latin, String word) {
        String typed = rounded(Transliteration.latinOfCyrillic(cut(latin)).toLowerCase(Locale.ROOT));
        int at = 0;
        int others = 0;
        for (int i = 0; i < word.length(); i++) {
            if (Letter.is(word.charAt(i)) && Letter.of(word.charAt(i)).isRounded()) {
                if (at == typed.length()) {
                    return 0;
                }
                others += sounds(typed.charAt(at++), Letter.of(word.charAt(i))) ? 0 : 1;
            }
        }
        return at == typed.length() ? others : 0;
    }

    /** Whether the first vowel of {@code word} is rounded and was typed otherwise. */
    static boolean otherFirstVowel(String latin, String word) {
        String typed = rounded(Transliteration.latinOfCyrillic(cut(latin)).toLowerCase(Locale.ROOT));
        for (int i = 0; i < word.length(); i++) {
            if (Letter.is(word.charAt(i)) && Letter.of(word.charAt(i)).isVowel()) {
                Letter first = Letter.of(word.charAt(i));
                return first.isRounded() && !typed.isEmpty() && !sounds(typed.charAt(0), first);
            }
        }
        return false;
    }

    private static String rounded(String typed) {
        return typed.chars()
                .filter(c -> "ouöü".indexOf(c) >= 0)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean sounds(char typed, Letter letter) {
        return switch (typed) {
            case 'o' -> letter == Letter.O || letter == Letter.OE;
            case 'ö' -> letter == Letter.OE;
            case 'ü' -> letter == Letter.UE;
            default -> letter == Letter.U || letter == Letter.UE;
        };
    }

    /** The gender of a word by its last vowel that has one: front, or not, by the harmony of vowels. */
    static Letter.Gender gender(String word) {
        for (int i = word.length() - 1; i >= 0; i--) {
            if (Letter.is(word.charAt(i))) {
                Letter letter = Letter.of(word.charAt(i));
                if (letter.isMasculine()) {
                    return Letter.Gender.MASCULINE;
                }
                if (letter.isFeminine()) {
                    return Letter.Gender.FEMININE;
                }
            }
        }
        return Letter.Gender.NEUTRAL;
    }

    private static String cut(String latin) {
        return latin.length() <= MOST_LETTERS ? latin : latin.substring(0, MOST_LETTERS);
    }
}
