package khos.translation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which of the old sentences of a text became which of the new ones.
 *
 * <p>{@code 甲。乙。丙。} and {@code 甲。乙乙。丁。丙。} give 0→0, 1→1, 2→3; {@code 丁。} is new. Equal ones that stand once in both
 * texts are anchors (the patience diff of B. Cohen); between anchors sentences are paired in order so that they are most
 * alike; what is left is paired with its equal wherever that stands. Long stretches between anchors are paired from their ends.
 */
final class Alignment {
    /** Two sentences are versions of one from this similarity on, of 1. */
    private static final double LEAST = 0.45;

    private static final int MOST_CELLS = 40_000;

    private final List<String> old;
    private final List<String> now;
    private final int[] oldOf;
    /** Of the stretch that is being paired. */
    private final Map<String, Set<Integer>> grams = new HashMap<>();

    private Alignment(List<String> old, List<String> now) {
        this.old = old;
        this.now = now;
        oldOf = new int[now.size()];
        Arrays.fill(oldOf, -1);
    }

    /** For each new sentence the place of the old one it came from, or -1. */
    static int[] of(List<String> old, List<String> now) {
        var alignment = new Alignment(old, now);
        alignment.align(0, old.size(), 0, now.size());
        alignment.pairMoved();
        return alignment.oldOf;
    }

    private void align(int oldFrom, int oldTo, int nowFrom, int nowTo) {
        int a = oldFrom;
        int b = nowFrom;
        while (a < oldTo && b < nowTo && old.get(a).equals(now.get(b))) {
            oldOf[b++] = a++;
        }
        int aEnd = oldTo;
        int bEnd = nowTo;
        while (a < aEnd && b < bEnd && old.get(aEnd - 1).equals(now.get(bEnd - 1))) {
            oldOf[--bEnd] = --aEnd;
        }
        if (a == aEnd || b == bEnd) {
            return;
        }
        List<int[]> anchors = anchors(a, aEnd, b, bEnd);
        if (anchors.isEmpty()) {
            pairAlike(a, aEnd, b, bEnd);
            return;
        }
        for (int[] anchor : anchors) {
            oldOf[anchor[1]] = anchor[0];
            align(a, anchor[0], b, anchor[1]);
            a = anchor[0] + 1;
            b = anchor[1] + 1;
        }
        align(a, aEnd, b, bEnd);
    }

    /** The longest run, in the order of both, of sentences that stand once in each stretch. */
    private List<int[]> anchors(int oldFrom, int oldTo, int nowFrom, int nowTo) {
        Map<String, Integer> there = onceIn(old, oldFrom, oldTo);
        Map<String, Integer> here = onceIn(now, nowFrom, nowTo);
        List<int[]> tails = new ArrayList<>();
        Map<int[], int[]> before = new HashMap<>();
        for (int b = nowFrom; b < nowTo; b++) {
            int a = there.getOrDefault(now.get(b), -1);
            if (a < 0 || here.getOrDefault(now.get(b), -1) < 0) {
                continue;
            }
            int[] pair = {a, b};
            int low = 0;
            int high = tails.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (tails.get(middle)[0] < a) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            if (low > 0) {
                before.put(pair, tails.get(low - 1));
            }
            if (low == tails.size()) {
                tails.add(pair);
            } else {
                tails.set(low, pair);
            }
        }
        List<int[]> run = new ArrayList<>();
        if (!tails.isEmpty()) {
            for (int[] pair = tails.getLast(); pair != null; pair = before.get(pair)) {
                run.add(pair);
            }
        }
        return run.reversed();
    }

    private static Map<String, Integer> onceIn(List<String> texts, int from, int to) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = from; i < to; i++) {
            places.merge(texts.get(i), i, (first, second) -> -1);
        }
        return places;
    }

    private void pairAlike(int oldFrom, int oldTo, int nowFrom, int nowTo) {
        int rows = oldTo - oldFrom;
        int columns = nowTo - nowFrom;
        if ((long) rows * columns > MOST_CELLS) {
            int most = Math.min(rows, columns);
            for (int i = 0; i < most; i++) {
                if (similarity(oldFrom + i, nowFrom + i) >= LEAST) {
                    oldOf[nowFrom + i] = oldFrom + i;
                }
                grams.clear();
            }
            return;
        }
        double[][] best = new double[rows + 1][columns + 1];
        for (int i = rows - 1; i >= 0; i--) {
            for (int j = columns - 1; j >= 0; j--) {
                double paired = paired(oldFrom + i, nowFrom + j, best[i + 1][j + 1]);
                best[i][j] = Math.max(paired, Math.max(best[i + 1][j], best[i][j + 1]));
            }
        }
        int i = 0;
        int j = 0;
        while (i < rows && j < columns) {
            if (best[i][j] == best[i + 1][j]) {
                i++;
            } else if (best[i][j] == best[i][j + 1]) {
                j++;
            } else {
                oldOf[nowFrom + j++] = oldFrom + i++;
            }
        }
        grams.clear();
    }

    private double paired(int a, int b, double rest) {
        double similarity = similarity(a, b);
        return similarity >= LEAST ? rest + similarity : 0;
    }

    /** Dice's coefficient of pairs of characters; of very short sentences, of characters. */
    private double similarity(int a, int b) {
        if (old.get(a).equals(now.get(b))) {
            return 1;
        }
        Set<Integer> first = grams(old.get(a));
        Set<Integer> second = grams(now.get(b));
        Set<Integer> smaller = first.size() < second.size() ? first : second;
        Set<Integer> larger = smaller == first ? second : first;
        long shared = smaller.stream().filter(larger::contains).count();
        return 2.0 * shared / Math.max(1, first.size() + second.size());
    }

    private Set<Integer> grams(String text) {
        return grams.computeIfAbsent(text, any -> {
            Set<Integer> set = new HashSet<>();
            for (int i = 0; i < text.length(); i++) {
                set.add((int) text.charAt(i));
                if (i + 1 < text.length()) {
                    set.add(text.charAt(i) << 16 | text.charAt(i + 1));
                }
            }
            return set;
        });
    }

    private void pairMoved() {
        Set<Integer> used = new HashSet<>();
        for (int place : oldOf) {
            used.add(place);
        }
        Map<String, List<Integer>> left = new HashMap<>();
        for (int a = old.size() - 1; a >= 0; a--) {
            if (!used.contains(a)) {
                left.computeIfAbsent(old.get(a), any -> new ArrayList<>()).add(a);
            }
        }
        for (int b = 0; b < oldOf.length; b++) {
            List<Integer> places = left.get(now.get(b));
            if (oldOf[b] < 0 && places != null && !places.isEmpty()) {
                oldOf[b] = places.removeLast();
            }
        }
    }
}
