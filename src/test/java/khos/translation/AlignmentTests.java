package khos.translation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlignmentTests {
    private static int[] align(String old, String now) {
        return Alignment.of(sentences(old), sentences(now));
    }

    private static List<String> sentences(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split("/"));
    }

    @ParameterizedTest
    @CsvSource({
        "甲/乙/丙, 甲/乙/丙, '0 1 2'",
        "甲/乙/丙, 甲/丙, '0 2'",
        "甲/丙, 甲/乙/丙, '0 -1 1'",
        "马跑得很快/牛, 马跑得快/牛, '0 1'",
        "甲/乙/丙, 丙/甲/乙, '2 0 1'",
        "同/同/异, 同/异, '0 2'",
        "甲, 子, '-1'",
        "'', 甲, '-1'",
    })
    void eachNewSentenceKnowsItsOldOne(String old, String now, String expected) {
        assertThat(align(old, now))
                .containsExactly(Arrays.stream(expected.split(" "))
                        .mapToInt(Integer::parseInt)
                        .toArray());
    }

    @Test
    void noOldSentenceIsUsedTwiceAndEqualOnesAreFound() {
        for (int seed = 0; seed < 500; seed++) {
            var random = new Random(seed);
            List<String> old = random(random);
            List<String> now = random(random);
            int[] places = Alignment.of(old, now);
            int[] used = Arrays.stream(places).filter(place -> place >= 0).toArray();
            assertThat(Arrays.stream(used).distinct().count())
                    .as("seed %d", seed)
                    .isEqualTo(used.length);
            for (int b = 0; b < places.length; b++) {
                String sentence = now.get(b);
                boolean left = IntStream.range(0, old.size())
                        .anyMatch(a -> old.get(a).equals(sentence)
                                && Arrays.stream(used).noneMatch(u -> u == a));
                assertThat(places[b] < 0 && left).as("seed %d", seed).isFalse();
            }
        }
    }

    private static List<String> random(Random random) {
        return IntStream.range(0, random.nextInt(12))
                .mapToObj(i -> "句" + (char) ('a' + random.nextInt(6)) + (char) ('a' + random.nextInt(3)))
                .toList();
    }

    @Test
    void aHundredThousandSentencesTakeSeconds() {
        List<String> same = IntStream.range(0, 100_000).mapToObj(i -> "同").toList();
        List<String> other = IntStream.range(0, 100_000).mapToObj(i -> "异" + i).toList();
        Assertions.assertTimeout(Duration.ofSeconds(20), () -> {
            Alignment.of(same, other);
            Alignment.of(other, same);
            Alignment.of(other, other.reversed());
        });
    }
}
