package khos.analysis;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Chinese as it is typed in Latin letters. */
public final class Pinyin {
    private static final Set<String> SYLLABLES = syllables();
    private static final int LONGEST_SYLLABLE = 6;
    private static final int LONGEST = 60;

    private Pinyin() {}

    private static Set<String> syllables() {
        Set<String> syllables = new HashSet<>();
        for (int c = 0x4E00; c <= 0x9FFF; c++) {
            Collections.addAll(syllables, Han.readings(c));
        }
        return Set.copyOf(syllables);
    }

    /** {@code typed} without tones, ü and v as u, in small letters: {@code nǚ}, {@code nv3} give {@code nu}. */
    static String plain(String typed) {
        String small = Normalizer.normalize(typed.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        var plain = new StringBuilder(small.length());
        for (int i = 0; i < small.length(); i++) {
            char c = small.charAt(i);
            if (c == 'v') {
                plain.append('u');
            } else if ((c >= 'a' && c <= 'z') || c == '\'') {
                plain.append(c);
            } else if (Character.getType(c) != Character.NON_SPACING_MARK && !(c >= '1' && c <= '5')) {
                return "";
            }
        }
        return plain.toString();
    }

    /**
     * The syllables that {@code typed} is made of, the longest first where there is a choice: {@code yunketang} gives
     * {@code yun ke tang}, {@code xi'an} {@code xi an}. Empty when it is no pinyin.
     *
     * @param open whether the last one may be the beginning of a syllable, as while typing
     */
    public static List<String> split(String typed, boolean open) {
        String plain = plain(typed);
        if (plain.isEmpty() || plain.length() > LONGEST) {
            return List.of();
        }
        List<String> syllables = new ArrayList<>();
        var dead = new boolean[plain.length() + 1];
        return split(plain, 0, open, syllables, dead) ? List.copyOf(syllables) : List.of();
    }

    private static boolean split(String plain, int from, boolean open, List<String> syllables, boolean[] dead) {
        int start = from;
        while (start < plain.length() && plain.charAt(start) == '\'') {
            start++;
        }
        if (start == plain.length()) {
            return !syllables.isEmpty();
        }
        if (dead[start]) {
            return false;
        }
        for (int end = Math.min(plain.length(), start + LONGEST_SYLLABLE); end > start; end--) {
            String syllable = plain.substring(start, end);
            boolean known = SYLLABLES.contains(syllable) || (open && end == plain.length() && isBeginning(syllable));
            if (known) {
                syllables.add(syllable);
                if (split(plain, end, open, syllables, dead)) {
                    return true;
                }
                syllables.removeLast();
            }
        }
        dead[start] = true;
        return false;
    }

    private static boolean isBeginning(String part) {
        return SYLLABLES.stream().anyMatch(syllable -> syllable.startsWith(part));
    }

    /** The syllables that begin with {@code part}: {@code ta}, {@code tai}, {@code tan} and more for {@code ta}. */
    public static List<String> beginning(String part) {
        return SYLLABLES.stream()
                .filter(syllable -> syllable.startsWith(part))
                .sorted()
                .toList();
    }

    /**
     * The syllables that are often taken for {@code syllable}, and itself: {@code zi} for {@code zhi}, {@code lin} for
     * {@code ling}. Speakers of many regions do not tell the flat from the curled and the front from the back.
     */
    public static List<String> similar(String syllable) {
        String folded = folded(syllable);
        return SYLLABLES.stream()
                .filter(other -> folded(other).equals(folded))
                .sorted()
                .toList();
    }

    private static String folded(String syllable) {
        String flat = syllable.length() > 1 && syllable.charAt(1) == 'h'
                ? syllable.charAt(0) + syllable.substring(2)
                : syllable;
        return flat.endsWith("ng") ? flat.substring(0, flat.length() - 1) : flat;
    }

    /** The readings of a character, as {@link #split} gives them; none for what is no Chinese character. */
    public static List<String> of(int character) {
        return List.of(Han.readings(character));
    }

    /** The first letters of the readings of the Chinese characters of {@code text}: {@code 云课堂} gives {@code ykt}. */
    public static String initials(String text) {
        var initials = new StringBuilder();
        text.codePoints().forEach(c -> {
            String[] readings = Han.readings(c);
            if (readings.length > 0) {
                initials.append(readings[0].charAt(0));
            }
        });
        return initials.toString();
    }
}
