package khos.workbench;

import java.util.ArrayList;
import java.util.List;
import khos.mongolian.Letters;

/**
 * What differs between two texts, by their longest common subsequence: Chinese by characters, Mongolian by words, whose letters
 * shape each other, Latin and Cyrillic by words too, and numbers as a whole.
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
    /** So much must be changed around a character that is kept by chance. */
    private static final int MUCH = 6;

    private Difference() {}

    /** The runs that turn {@code from} into {@code to}, in order; neighbours are of different kinds. */
    static List<Run> between(String from, String to) {
        List<String> a = pieces(from);
        List<String> b = pieces(to);
        int start = 0;
        while (start < Math.min(a.size(), b.size()) && a.get(start).equals(b.get(start))) {
            start++;
        }
        int end = 0;
        while (end < Math.min(a.size(), b.size()) - start
                && a.get(a.size() - 1 - end).equals(b.get(b.size() - 1 - end))) {
            end++;
        }
        List<Run> runs = new ArrayList<>();
        a.subList(0, start).forEach(piece -> add(runs, Kind.KEPT, piece));
        addBetween(runs, a.subList(start, a.size() - end), b.subList(start, b.size() - end));
        a.subList(a.size() - end, a.size()).forEach(piece -> add(runs, Kind.KEPT, piece));
        return smoothed(runs);
    }

    /** One character that happens to stand in both of two wholly different stretches counts as changed with them. */
    private static List<Run> smoothed(List<Run> runs) {
        List<Run> smoothed = new ArrayList<>();
        var removed = new StringBuilder();
        var added = new StringBuilder();
        for (int i = 0; i < runs.size(); i++) {
            Run run = runs.get(i);
            boolean chance = run.kind() == Kind.KEPT
                    && run.text().codePointCount(0, run.text().length()) == 1
                    && changed(runs, i, -1) + changed(runs, i, 1) >= MUCH
                    && Math.min(changed(runs, i, -1), changed(runs, i, 1)) > 1;
            if (run.kind() == Kind.KEPT && !chance) {
                addChange(smoothed, removed, added);
                add(smoothed, Kind.KEPT, run.text());
            }
            removed.append(chance || run.kind() == Kind.REMOVED ? run.text() : "");
            added.append(chance || run.kind() == Kind.ADDED ? run.text() : "");
        }
        addChange(smoothed, removed, added);
        return smoothed;
    }

    private static void addChange(List<Run> runs, StringBuilder removed, StringBuilder added) {
        add(runs, Kind.REMOVED, removed.toString());
        add(runs, Kind.ADDED, added.toString());
        removed.setLength(0);
        added.setLength(0);
    }

    /** How many characters are changed beside run {@code i}, before or behind it. */
    private static int changed(List<Run> runs, int i, int step) {
        int changed = 0;
        for (int j = i + step; j >= 0 && j < runs.size() && runs.get(j).kind() != Kind.KEPT; j += step) {
            changed += runs.get(j).text().length();
        }
        return changed;
    }

    private static void addBetween(List<Run> runs, List<String> a, List<String> b) {
        if ((long) a.size() * b.size() > LARGEST) {
            add(runs, Kind.REMOVED, String.join("", a));
            add(runs, Kind.ADDED, String.join("", b));
            return;
        }
        int[][] common = new int[a.size() + 1][b.size() + 1];
        for (int i = a.size() - 1; i >= 0; i--) {
            for (int j = b.size() - 1; j >= 0; j--) {
                common[i][j] = a.get(i).equals(b.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        int i = 0;
        int j = 0;
        while (i < a.size() || j < b.size()) {
            if (i < a.size() && j < b.size() && a.get(i).equals(b.get(j))) {
                add(runs, Kind.KEPT, a.get(i));
                i++;
                j++;
            } else if (j == b.size() || (i < a.size() && common[i + 1][j] >= common[i][j + 1])) {
                add(runs, Kind.REMOVED, a.get(i++));
            } else {
                add(runs, Kind.ADDED, b.get(j++));
            }
        }
    }

    /**
     * What is compared as one: a Mongolian word with its suffixes, whose letters shape each other; a Latin or Cyrillic word; a
     * number; else a character.
     */
    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        for (int start = 0, end; start < text.length(); start = end) {
            end = start + Character.charCount(text.codePointAt(start));
            char first = text.charAt(start);
            while (end < text.length() && isOne(first, text.charAt(end))) {
                end++;
            }
            pieces.add(text.substring(start, end));
        }
        return pieces;
    }

    private static boolean isOne(char first, char next) {
        if (Letters.isWordPart(first)) {
            return Letters.isWordPart(next);
        }
        return (Character.isDigit(first) && Character.isDigit(next)) || (isAlphabetic(first) && isAlphabetic(next));
    }

    private static boolean isAlphabetic(char c) {
        Character.UnicodeScript script = Character.UnicodeScript.of(c);
        return script == Character.UnicodeScript.LATIN || script == Character.UnicodeScript.CYRILLIC;
    }

    private static void add(List<Run> runs, Kind kind, String text) {
        if (!runs.isEmpty() && runs.getLast().kind() == kind) {
            runs.add(new Run(kind, runs.removeLast().text() + text));
        } else if (!text.isEmpty()) {
            runs.add(new Run(kind, text));
        }
    }
}
