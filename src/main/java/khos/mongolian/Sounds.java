package khos.mongolian;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Words as they are typed in Latin, with what typists do differently made one: the four rounded vowels, {@code kh} and
 * {@code h}, {@code sh} and {@code x}, {@code sayin} and {@code sain}.
 */
final class Sounds {
    /** Readings of one typed word that are tried; more would only come from noise. */
    private static final int MOST_READINGS = 16;

    private static final int MOST_LETTERS = 64;

    private static final Map<String, String> SPELLINGS = Map.ofEntries(
            Map.entry("kh", "h"),
            Map.entry("gh", "g"),
            Map.entry("sh", "x"),
            Map.entry("ch", "c"),
            Map.entry("zh", "j"),
            Map.entry("ts", "c"),
            Map.entry("š", "x"),
            Map.entry("č", "c"),
            Map.entry("ǰ", "j"),
            Map.entry("ž", "j"),
            Map.entry("γ", "g"),
            Map.entry("ö", "u"),
            Map.entry("ü", "u"),
            Map.entry("o", "u"),
            Map.entry("ë", "e"));

    /** Letters that typists use for more than one. */
    private static final Map<Character, String> READINGS =
            Map.of('q', "hu", 'v', "wu", 'x', "xh", 'z', "jz", 'k', "hk", 'w', "wu");

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
        Set<String> readings = new LinkedHashSet<>();
        readings.add("");
        for (int i = 0; i < typed.length(); ) {
            String pair = typed.substring(i, Math.min(i + 2, typed.length()));
            String single = pair.substring(0, 1);
            String letters = SPELLINGS.getOrDefault(pair, "");
            i += letters.isEmpty() ? 1 : pair.length();
            if (letters.isEmpty()) {
                letters = SPELLINGS.getOrDefault(single, single);
                letters = SPELLINGS.containsKey(single) ? letters : READINGS.getOrDefault(single.charAt(0), letters);
            }
            readings = continued(readings, letters);
        }
        readings.remove("");
        List<String> sounds = new ArrayList<>();
        for (String reading : readings) {
            var sound = new StringBuilder(reading.length());
            for (int i = 0; i < reading.length(); i++) {
                append(sound, reading.substring(i, i + 1));
            }
            sounds.add(sound.toString());
        }
        return sounds;
    }

    private static Set<String> continued(Set<String> readings, String letters) {
        Set<String> longer = new LinkedHashSet<>();
        for (char letter : letters.toCharArray()) {
            for (String reading : readings) {
                if (longer.size() < MOST_READINGS && letter >= 'a' && letter <= 'z') {
                    longer.add(reading + letter);
                }
            }
        }
        return longer.isEmpty() ? readings : longer;
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

    private static String cut(String latin) {
        return latin.length() <= MOST_LETTERS ? latin : latin.substring(0, MOST_LETTERS);
    }
}
