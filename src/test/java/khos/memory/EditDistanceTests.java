package khos.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class EditDistanceTests {
    private static int distance(String a, String b, int limit) {
        return new EditDistance(a.codePoints().toArray()).to(b.codePoints().toArray(), limit);
    }

    /** The textbook's matrix. */
    private static int slow(int[] a, int[] b) {
        int[] row = new int[b.length + 1];
        for (int j = 0; j <= b.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length; i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length; j++) {
                int next = Math.min(Math.min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = row[j];
                row[j] = next;
            }
        }
        return row[b.length];
    }

    @Test
    void countsInsertionsDeletionsAndSubstitutions() {
        assertThat(distance("kitten", "sitting", 9)).isEqualTo(3);
        assertThat(distance("", "abc", 9)).isEqualTo(3);
        assertThat(distance("abc", "", 9)).isEqualTo(3);
        assertThat(distance("马🐎", "马", 9)).isEqualTo(1);
    }

    @Test
    void stopsBeyondTheLimit() {
        assertThat(distance("kitten", "sitting", 2)).isEqualTo(3);
        assertThat(distance("a", "abcdef", 2)).isEqualTo(3);
    }

    @Test
    void agreesWithTheMatrixOnStringsOfEveryLength() {
        var random = new Random(42);
        for (int round = 0; round < 3000; round++) {
            int[] a = random.ints(random.nextInt(200), 'a', 'a' + 1 + random.nextInt(5))
                    .toArray();
            int[] b = random.ints(random.nextInt(200), 'a', 'a' + 1 + random.nextInt(5))
                    .toArray();
            int expected = slow(a, b);
            assertThat(new EditDistance(a).to(b, 1000)).as("round %d", round).isEqualTo(expected);
            int limit = random.nextInt(200);
            assertThat(new EditDistance(a).to(b, limit)).as("round %d", round).isEqualTo(Math.min(expected, limit + 1));
        }
    }
}
