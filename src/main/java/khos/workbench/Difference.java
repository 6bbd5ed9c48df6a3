package khos.workbench;

import java.util.ArrayList;
import java.util.List;

/**
 * What differs between two short texts, character by character, by their longest common subsequence.
 *
 * <p>From {@code 应当全面取消} to {@code 应当一律取消}: kept {@code 应当}, removed {@code 全面}, added {@code 一律}, kept {@code 取消}.
 */
final class Difference {
    enum Kind {
        KEPT,
        REMOVED,
        ADDED
    }

    record Run(Kind kind, String text) {}

    /** Beyond this many cells of the table the texts are shown as wholly replaced. */
    private static final int LARGEST = 4_000_000;

    private Difference() {}

    /** The runs that turn {@code from} into {@code to}, in order; neighbours are of different kinds. */
    static List<Run> between(String from, String to) {
        int[] a = from.codePoints().toArray();
        int[] b = to.codePoints().toArray();
        List<Run> runs = new ArrayList<>();
        if ((long) a.length * b.length > LARGEST) {
            add(runs, Kind.REMOVED, from);
            add(runs, Kind.ADDED, to);
            return runs;
        }
        int[][] common = new int[a.length + 1][b.length + 1];
        for (int i = a.length - 1; i >= 0; i--) {
            for (int j = b.length - 1; j >= 0; j--) {
                common[i][j] = a[i] == b[j] ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        int i = 0;
        int j = 0;
        while (i < a.length || j < b.length) {
            if (i < a.length && j < b.length && a[i] == b[j]) {
                add(runs, Kind.KEPT, Character.toString(a[i]));
                i++;
                j++;
            } else if (j == b.length || (i < a.length && common[i + 1][j] >= common[i][j + 1])) {
                add(runs, Kind.REMOVED, Character.toString(a[i++]));
            } else {
                add(runs, Kind.ADDED, Character.toString(b[j++]));
            }
        }
        return runs;
    }

    private static void add(List<Run> runs, Kind kind, String text) {
        if (!runs.isEmpty() && runs.getLast().kind() == kind) {
            runs.add(new Run(kind, runs.removeLast().text() + text));
        } else if (!text.isEmpty()) {
            runs.add(new Run(kind, text));
        }
    }
}
