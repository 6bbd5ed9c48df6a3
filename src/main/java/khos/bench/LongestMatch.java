package khos.bench;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * The simplest way to find terms, to measure beside: at every place the longest stretch that a hash table of all terms knows,
 * letter for letter. It knows no suffixes, no spellings and no traditional characters.
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
            while (end > from && !terms.containsKey(text.substring(from, end))) {
                end--;
            }
            found += end > from ? 1 : 0;
            from = Math.max(end, from + 1);
        }
        return found;
    }
}
