package khos.mongolian;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Words as they are said today, which is how many type them: the written {@code ᠠᠭᠤᠯᠠ}, agula, is said and typed {@code uul}.
 *
 * <p>A key keeps what both have: the first vowel and the consonants. It comes from the sound of a word in {@link Sounds} by what
 * parts the spoken language from the written (N. Poppe, Introduction to Mongolian Comparative Studies, 1955): g between vowels
 * was lost and left a long vowel, i of the first syllable took the colour of the next vowel, e before ü became ö, short vowels
 * after the first syllable are not told apart.
 */
final class Spoken {
    private static final String VOWELS = "aeiu";

    private Spoken() {}

    /** What a written word is said like, by its sound; the likeliest first: {@code mori} gives {@code mori}, {@code muri}. */
    static List<String> of(String sound) {
        String palatal = palatal(sound);
        Set<String> said = new LinkedHashSet<>();
        for (String lost : lost(palatal)) {
            said.add(lost);
        }
        for (String lost : lost(palatal)) {
            coloured(lost, palatal).ifPresent(said::add);
            coloured(lost, lost).ifPresent(said::add);
        }
        return List.copyOf(said);
    }

    /** The key of what is said, with the length of its vowels: {@code uul} gives {@code u:l}, {@code uil} gives {@code uil}. */
    static String longKey(String said) {
        return key(said, ":");
    }

    /** The key of what is said: {@code uul} gives {@code ul}. */
    static String key(String said) {
        return key(said, "");
    }

    /** With n for ng at the end, as many write it in Cyrillic. */
    static String nasal(String said) {
        return said.endsWith("ng") ? said.substring(0, said.length() - 1) : said;
    }

    /** Whether it is one consonant and one short vowel, which may become anything. */
    static boolean isOpen(String said) {
        return said.length() == 2 && isVowel(said, 1) && !isVowel(said, 0);
    }

    private static String key(String typed, String sign) {
        String said = palatal(typed);
        var key = new StringBuilder(said.length());
        boolean first = true;
        for (int i = 0; i < said.length(); i++) {
            if (!isVowel(said, i)) {
                consonant(key, said, i);
                continue;
            }
            if (first) {
                key.append(said.charAt(i));
                first = false;
            }
            if (isVowel(said, i + 1)) {
                while (isVowel(said, i + 1)) {
                    i++;
                }
                key.append(!sign.isEmpty() && said.charAt(i) == 'i' ? "i" : sign);
            }
        }
        return key.toString();
    }

    private static void consonant(StringBuilder key, String said, int i) {
        char c = said.charAt(i);
        boolean glide = c == 'y' && i > 0 && !isVowel(said, i - 1) && isVowel(said, i + 1);
        if (!glide) {
            key.append(
                    switch (c) {
                        case 'w', 'f', 'p' -> 'b';
                        case 'z' -> 'j';
                        case 'k' -> 'h';
                        default -> c;
                    });
        }
    }

    /** With s before i as it is said, and without the glide behind i: {@code xidu} for sidü. */
    private static String palatal(String sound) {
        var said = new StringBuilder(sound.length());
        for (int i = 0; i < sound.length(); i++) {
            char c = sound.charAt(i);
            boolean beforeI = i + 1 < sound.length() && sound.charAt(i + 1) == 'i';
            boolean glide = c == 'y' && i > 0 && sound.charAt(i - 1) == 'i' && isVowel(sound, i + 1);
            if (!glide) {
                said.append(c == 's' && beforeI ? 'x' : c);
            }
        }
        return said.toString();
    }

    /** With g between vowels lost; behind the first vowel it may have stayed. */
    private static List<String> lost(String said) {
        int end = vowel(said, 0);
        while (isVowel(said, end + 1)) {
            end++;
        }
        return List.of(lost(said, 0), lost(said, end + 2));
    }

    private static String lost(String said, int from) {
        var text = new StringBuilder(said);
        for (int i = Math.max(1, from); i < text.length(); i++) {
            boolean between = text.charAt(i) == 'g' && isVowel(text, i - 1) && isVowel(text, i + 1);
            boolean diphthong = i + 2 < text.length() && text.charAt(i + 2) == 'i';
            if (between && !diphthong) {
                text.setCharAt(i - 1, text.charAt(i + 1));
                text.deleteCharAt(i);
            }
            if (text.charAt(i) == 'u' && "ae".indexOf(text.charAt(i - 1)) >= 0) {
                text.setCharAt(i - 1, 'u');
            }
        }
        return text.toString();
    }

    /** With the first vowel in the colour of the next, that of {@code written}. */
    private static Optional<String> coloured(String said, String written) {
        int first = vowel(said, 0);
        int next = vowel(written, first + 1);
        if (first < 0 || next <= first + 1 || isVowel(said, first + 1)) {
            return Optional.empty();
        }
        char colour = written.charAt(next);
        boolean breaks = said.charAt(first) == 'i' && colour != 'i';
        boolean rounds = said.charAt(first) == 'e' && colour == 'u';
        if (!breaks && !rounds) {
            return Optional.empty();
        }
        String glide = first == 0 && breaks ? "y" : "";
        return Optional.of(said.substring(0, first) + glide + colour + said.substring(first + 1));
    }

    private static int vowel(String said, int from) {
        for (int i = from; i < said.length(); i++) {
            if (isVowel(said, i)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isVowel(CharSequence said, int i) {
        return i < said.length() && VOWELS.indexOf(said.charAt(i)) >= 0;
    }
}
