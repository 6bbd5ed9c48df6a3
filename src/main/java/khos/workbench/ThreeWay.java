package khos.workbench;

import java.util.ArrayList;
import java.util.List;

/**
 * Two changed texts made one, by what each changed of the text that both began with.
 *
 * <p>From {@code 马和牛}, {@code 白马和牛} and {@code 马和黑牛}: {@code 白马和黑牛}. Where both changed the same place, one's own
 * stands.
 *
 * @param overlaps how many places both changed, each in another way
 */
record ThreeWay(String text, int overlaps) {
    /** In {@code base}, the characters from {@code start} to {@code end} are to be {@code text}. */
    private record Edit(int start, int end, String text) {
        /** Whether both are about the same characters, or about the same gap between two. */
        boolean touches(Edit other) {
            return start <= other.end && other.start <= end;
        }
    }

    static ThreeWay merge(String base, String theirs, String mine) {
        List<Edit> kept = new ArrayList<>(edits(base, mine));
        List<Edit> own = List.copyOf(kept);
        int overlaps = 0;
        for (Edit edit : edits(base, theirs)) {
            if (own.contains(edit)) {
                continue;
            }
            if (own.stream().anyMatch(edit::touches)) {
                overlaps++;
            } else {
                kept.add(edit);
            }
        }
        kept.sort((a, b) -> Integer.compare(b.start(), a.start()));
        var text = new StringBuilder(base);
        kept.forEach(edit -> text.replace(edit.start(), edit.end(), edit.text()));
        return new ThreeWay(text.toString(), overlaps);
    }

    private static List<Edit> edits(String base, String changed) {
        List<Edit> edits = new ArrayList<>();
        int at = 0;
        int start = 0;
        var text = new StringBuilder();
        for (Difference.Run run : Difference.between(base, changed)) {
            switch (run.kind()) {
                case KEPT -> {
                    add(edits, start, at, text);
                    at += run.text().length();
                    start = at;
                }
                case REMOVED -> at += run.text().length();
                case ADDED -> text.append(run.text());
            }
        }
        add(edits, start, at, text);
        return edits;
    }

    private static void add(List<Edit> edits, int start, int end, StringBuilder text) {
        if (start < end || !text.isEmpty()) {
            edits.add(new Edit(start, end, text.toString()));
            text.setLength(0);
        }
    }
}
