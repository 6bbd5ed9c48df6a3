package khos.bench;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * The simplest way to find terms, to measure beside: at every place the longest stretch that a hash table of all terms knows,
 * letter for letter; of Mongolian whole words. It knows no suffixes, no spellings and no traditional characters.
 */
final class LongestMatch {
    private final Map<String, String> terms = new HashMap<>();
    private int longest;

    LongestMatch(Collection<String> all) {
        for (String term : all) {
            terms.put(term, term);
            longest = Math.max(longest, term.length());
        }
    }

    /** How many it finds. */
    int count(String text) {
        int found = 0;
        for (int from = 0; from < text.length(); ) {
            int end = Math.min(text.length(), from + longest);
            while (end > from && !(isWhole(text, from, end) && terms.containsKey(text.substring(from, end)))) {
                end--;
            }
            found += end > from ? 1 : 0;
            from = Math.max(end, from + 1);
        }
        return found;
    }

    private static boolean isWhole(String text, int from, int end) {
        return !isMongolian(text, from - 1, from) && !isMongolian(text, end - 1, end);
    }

    private static boolean isMongolian(String text, int before, int after) {
        return before >= 0
                && after < text.length()
                && isMongolian(text.charAt(before))
                && isMongolian(text.charAt(after));
    }

    private static boolean isMongolian(char c) {
        return c >= 0x1820 && c <= 0x18AA;
    }
}
