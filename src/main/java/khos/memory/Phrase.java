package khos.memory;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A row of symbols that is looked for inside keys, or of words inside the words of units: first those are found that have all its
 * parts, then those where they stand one behind the other.
 *
 * @param row numbers of the symbols or words; empty stands in every unit
 */
record Phrase(int[] row) {
    /** Pairs of symbols that units are chosen by; more would hardly leave out more. */
    private static final int MOST_PAIRS = 6;

    /** Offers to {@code newest} the units whose keys have the row. */
    void searchKeys(Units units, KeyStore keys, @Nullable Grams grams, Newest newest) {
        if (grams == null || row.length < 2) {
            for (int unit = 0; unit < units.size(); unit++) {
                offer(unit, units, keys, newest);
            }
            return;
        }
        long[] having = having(grams);
        for (int i = 0; i < having.length; i++) {
            for (long bits = having[i]; bits != 0; bits &= bits - 1) {
                offer((i << 6) + Long.numberOfTrailingZeros(bits), units, keys, newest);
            }
        }
    }

    private void offer(int unit, Units units, KeyStore keys, Newest newest) {
        if (newest.wants(units.seq(unit)) && stands(keys.at(units.address(unit)), units.length(unit))) {
            newest.offer(units.seq(unit));
        }
    }

    /** The units that have some of the row's pairs, wherever. */
    private long[] having(Grams grams) {
        long[] all = new long[grams.words()];
        Arrays.fill(all, -1L);
        int step = Math.max(1, (row.length - 1 + MOST_PAIRS - 1) / MOST_PAIRS);
        for (int i = 0; i + 1 < row.length; i += step) {
            long[] any = new long[all.length];
            for (int zone = 0; zone < Grams.ZONES; zone++) {
                grams.addTo(any, grams.bucket(row[i], row[i + 1], zone, 1));
            }
            for (int word = 0; word < all.length; word++) {
                all[word] &= any[word];
            }
        }
        return all;
    }

    /** Offers to {@code newest} the units of whose words the row is a part. */
    void searchWords(Units units, KeyStore words, Postings postings, Newest newest) {
        if (row.length == 0) {
            for (int unit = 0; unit < units.size(); unit++) {
                if (newest.wants(units.seq(unit))) {
                    newest.offer(units.seq(unit));
                }
            }
            return;
        }
        int rarest = IntStream.of(row)
                .boxed()
                .min(Comparator.comparingInt(postings::count))
                .orElseThrow();
        int last = -1;
        for (int place = postings.start(rarest); place < postings.end(rarest); place++) {
            int unit = postings.at(place);
            if (unit != last && newest.wants(units.seq(unit))) {
                KeyStore.Cursor cursor = words.at(units.words(unit));
                if (stands(cursor, cursor.next())) {
                    newest.offer(units.seq(unit));
                }
            }
            last = unit;
        }
    }

    /** Whether the row stands among the next {@code length} symbols. */
    private boolean stands(KeyStore.Cursor cursor, int length) {
        if (row.length == 0) {
            return true;
        }
        int[] symbols = new int[row.length];
        for (int i = 0; i < length; i++) {
            int symbol = cursor.next();
            symbols[i % row.length] = symbol;
            if (symbol == row[row.length - 1] && i + 1 >= row.length && endsAt(symbols, i)) {
                return true;
            }
        }
        return false;
    }

    private boolean endsAt(int[] symbols, int last) {
        for (int i = 0; i < row.length; i++) {
            if (symbols[(last + 1 + i) % row.length] != row[i]) {
                return false;
            }
        }
        return true;
    }
}
