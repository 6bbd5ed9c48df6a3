package khos.workbench;

import java.util.ArrayList;
import java.util.List;

/** A line of the interface as runs of Mongolian and of anything else: {@code “ᠮᠣᠷᠢ” 写作 ᠮᠣᠷᠢᠨ} has four. */
final class Runs {
    record Run(String text, boolean mongolian) {}

    private Runs() {}

    static List<Run> of(String text) {
        List<Run> runs = new ArrayList<>();
        for (int start = 0, end; start < text.length(); start = end) {
            boolean mongolian = isMongolian(text.charAt(start));
            end = start + 1;
            while (end < text.length() && goesOn(text, end, mongolian)) {
                end++;
            }
            runs.add(new Run(text.substring(start, end), mongolian));
        }
        return runs;
    }

    /** A space between two Mongolian words is between them. */
    private static boolean goesOn(String text, int at, boolean mongolian) {
        boolean here = isMongolian(text.charAt(at));
        return mongolian
                ? here || (text.charAt(at) == ' ' && at + 1 < text.length() && isMongolian(text.charAt(at + 1)))
                : !here;
    }

    private static boolean isMongolian(char c) {
        return (c >= '\u1800' && c <= '\u18af') || c == '\u202f';
    }
}
