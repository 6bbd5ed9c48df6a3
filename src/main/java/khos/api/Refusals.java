package khos.api;

import java.util.ArrayList;
import java.util.List;

/** What of a file was not taken, and why: all are counted, the first hundred told. */
final class Refusals {
    /** @param line of the file, from 1 */
    record Refusal(int line, String reason) {}

    private static final int MOST = 100;

    private final List<Refusal> first = new ArrayList<>();
    private int count;

    void add(int line, String reason) {
        count++;
        if (first.size() < MOST) {
            first.add(new Refusal(line, reason));
        }
    }

    int count() {
        return count;
    }

    List<Refusal> first() {
        return List.copyOf(first);
    }
}
