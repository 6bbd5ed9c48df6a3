package khos.memory;

import java.util.Arrays;
import java.util.function.LongPredicate;

/**
 * Units of one direction in columns, without their texts: about 40 bytes a unit beside the key.
 *
 * <p>{@code seq} finds the texts in the database again. {@code text} is a hash of the source as typed, {@code pair} one of
 * source and target, {@code look} one of how the source looks, {@code context} one of the sentences before (high half) and
 * after; 0 where there is none.
 */
final class Units {
    private static final int FIRST = 16;
    private static final Provenance[] PROVENANCES = Provenance.values();

    private int size;
    private long[] seqs = new long[FIRST];
    private int[] texts = new int[FIRST];
    private long[] pairs = new long[FIRST];
    private long[] looks = {};
    private long[] contexts = {};
    private int[] addresses = new int[FIRST];
    private int[] lengths = new int[FIRST];
    private int[] words = {};
    private byte[] provenances = {};

    int size() {
        return size;
    }

    long seq(int unit) {
        return seqs[unit];
    }

    int text(int unit) {
        return texts[unit];
    }

    long pair(int unit) {
        return pairs[unit];
    }

    long look(int unit) {
        return unit < looks.length ? looks[unit] : 0;
    }

    long context(int unit) {
        return unit < contexts.length ? contexts[unit] : 0;
    }

    int address(int unit) {
        return addresses[unit];
    }

    /** Where its words begin in their store; meaningful where there are any. */
    int words(int unit) {
        return words[unit];
    }

    Provenance provenance(int unit) {
        return provenances.length == 0 ? Provenance.REVIEWED : PROVENANCES[provenances[unit]];
    }

    boolean hasWords() {
        return words.length > 0;
    }

    int length(int unit) {
        return lengths[unit];
    }

    void add(
            long seq,
            int text,
            long pair,
            long look,
            long context,
            int address,
            int length,
            int word,
            Provenance provenance) {
        if (size == seqs.length) {
            grow(size * 2);
        }
        seqs[size] = seq;
        texts[size] = text;
        pairs[size] = pair;
        if (look != 0) {
            looks = looks.length == 0 ? new long[seqs.length] : looks;
            looks[size] = look;
        }
        if (context != 0) {
            contexts = contexts.length == 0 ? new long[seqs.length] : contexts;
            contexts[size] = context;
        }
        if (provenance != Provenance.REVIEWED) {
            provenances = provenances.length == 0 ? new byte[seqs.length] : provenances;
            provenances[size] = (byte) provenance.ordinal();
        }
        if (word >= 0) {
            words = words.length == 0 ? new int[seqs.length] : words;
            words[size] = word;
        }
        addresses[size] = address;
        lengths[size] = length;
        size++;
    }

    private void grow(int capacity) {
        seqs = Arrays.copyOf(seqs, capacity);
        texts = Arrays.copyOf(texts, capacity);
        pairs = Arrays.copyOf(pairs, capacity);
        looks = looks.length == 0 ? looks : Arrays.copyOf(looks, capacity);
        contexts = contexts.length == 0 ? contexts : Arrays.copyOf(contexts, capacity);
        addresses = Arrays.copyOf(addresses, capacity);
        lengths = Arrays.copyOf(lengths, capacity);
        words = words.length == 0 ? words : Arrays.copyOf(words, capacity);
        provenances = provenances.length == 0 ? provenances : Arrays.copyOf(provenances, capacity);
    }

    /** Adds those of {@code others} that are not {@code gone}, a test of their number in the order of commits. */
    void addAll(Units others, LongPredicate gone) {
        for (int i = 0; i < others.size; i++) {
            if (!gone.test(others.seqs[i])) {
                add(
                        others.seqs[i],
                        others.texts[i],
                        others.pairs[i],
                        others.look(i),
                        others.context(i),
                        others.addresses[i],
                        others.lengths[i],
                        others.hasWords() ? others.words[i] : -1,
                        others.provenance(i));
            }
        }
    }

    /** The same in order of length, no more room taken than needed. */
    Units byLength() {
        long[] order = new long[size];
        for (int i = 0; i < size; i++) {
            order[i] = (long) lengths[i] << 32 | i;
        }
        Arrays.sort(order);
        var sorted = new Units();
        sorted.grow(size);
        for (long next : order) {
            int i = (int) next;
            sorted.add(
                    seqs[i],
                    texts[i],
                    pairs[i],
                    look(i),
                    context(i),
                    addresses[i],
                    lengths[i],
                    hasWords() ? words[i] : -1,
                    provenance(i));
        }
        return sorted;
    }

    /** Bytes held. */
    long bytes() {
        return 28L * seqs.length + 8L * (looks.length + contexts.length) + 4L * words.length + provenances.length;
    }
}
