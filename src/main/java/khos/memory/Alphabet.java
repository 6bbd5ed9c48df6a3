package khos.memory;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Numbers the symbols of match keys from 0 on, as they come, so that frequent ones are small.
 *
 * <p>One thread at a time adds; any may ask. Whoever holds a key that was added sees all of its symbols.
 */
final class Alphabet {
    static final int UNKNOWN = -1;

    /** Of code points below U+10000 their number and one. */
    private final int[] basic = new int[0x10000];

    private final Map<Integer, Integer> others = new ConcurrentHashMap<>();
    private volatile int size;

    int size() {
        return size;
    }

    /** Numbers {@code key}, symbols never seen before included. */
    int[] add(int[] key) {
        int[] numbers = new int[key.length];
        for (int i = 0; i < key.length; i++) {
            int number = find(key[i]);
            numbers[i] = number == UNKNOWN ? add(key[i]) : number;
        }
        return numbers;
    }

    private int add(int symbol) {
        int number = size;
        if (symbol < basic.length) {
            basic[symbol] = number + 1;
        } else {
            others.put(symbol, number);
        }
        size = number + 1;
        return number;
    }

    /** Numbers {@code key}, {@link #UNKNOWN} for what is in no key that was added. */
    int[] find(int[] key) {
        int[] numbers = new int[key.length];
        for (int i = 0; i < key.length; i++) {
            numbers[i] = find(key[i]);
        }
        return numbers;
    }

    private int find(int symbol) {
        return symbol < basic.length ? basic[symbol] - 1 : others.getOrDefault(symbol, UNKNOWN);
    }
}
