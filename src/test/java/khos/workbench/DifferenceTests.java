package khos.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import khos.workbench.Difference.Kind;
import khos.workbench.Difference.Run;
import org.junit.jupiter.api.Test;

class DifferenceTests {
    @Test
    void aReplacedWordIsRemovedAndAdded() {
        assertThat(Difference.between("应当全面取消", "应当一律取消"))
                .containsExactly(
                        new Run(Kind.KEPT, "应当"),
                        new Run(Kind.REMOVED, "全面"),
                        new Run(Kind.ADDED, "一律"),
                        new Run(Kind.KEPT, "取消"));
    }

    @Test
    void equalTextsAreKeptInOneRun() {
        assertThat(Difference.between("ᠮᠣᠷᠢ", "ᠮᠣᠷᠢ")).containsExactly(new Run(Kind.KEPT, "ᠮᠣᠷᠢ"));
    }

    @Test
    void nothingDiffersFromNothing() {
        assertThat(Difference.between("", "")).isEmpty();
    }

    @Test
    void anEmptyTextIsWhollyAddedOrRemoved() {
        assertThat(Difference.between("", "马")).containsExactly(new Run(Kind.ADDED, "马"));
        assertThat(Difference.between("马", "")).containsExactly(new Run(Kind.REMOVED, "马"));
    }

    @Test
    void aCharacterOutsideTheBasicPlaneIsNeverSplit() {
        // U+20BB7 and U+20BB6 share their first UTF-16 unit.
        assertThat(Difference.between("𠮷", "𠮶"))
                .containsExactly(new Run(Kind.REMOVED, "𠮷"), new Run(Kind.ADDED, "𠮶"));
    }

    @Test
    void aMongolianWordIsComparedAsAWholeWithItsSuffix() {
        assertThat(Difference.between("ᠮᠣᠷᠢ\u202fᠶᠢᠨ ᠲᠠᠯ\u180eᠠ", "ᠮᠣᠷᠢ\u202fᠲᠠᠢ ᠲᠠᠯ\u180eᠠ"))
                .containsExactly(
                        new Run(Kind.REMOVED, "ᠮᠣᠷᠢ\u202fᠶᠢᠨ"),
                        new Run(Kind.ADDED, "ᠮᠣᠷᠢ\u202fᠲᠠᠢ"),
                        new Run(Kind.KEPT, " ᠲᠠᠯ\u180eᠠ"));
    }

    @Test
    void aNumberIsComparedAsAWhole() {
        assertThat(Difference.between("养了2025只", "养了2026只"))
                .containsExactly(
                        new Run(Kind.KEPT, "养了"),
                        new Run(Kind.REMOVED, "2025"),
                        new Run(Kind.ADDED, "2026"),
                        new Run(Kind.KEPT, "只"));
    }

    @Test
    void aCharacterKeptByChanceCountsAsChanged() {
        assertThat(Difference.between("昨天下了的大雨", "明年去过的草原"))
                .containsExactly(new Run(Kind.REMOVED, "昨天下了的大雨"), new Run(Kind.ADDED, "明年去过的草原"));
    }

    @Test
    void aLongTextWithOneChangeShowsThatOne() {
        String long1 = "草原上的马".repeat(2_000);
        assertThat(Difference.between(long1 + "甲" + long1, long1 + "乙" + long1))
                .containsExactly(
                        new Run(Kind.KEPT, long1),
                        new Run(Kind.REMOVED, "甲"),
                        new Run(Kind.ADDED, "乙"),
                        new Run(Kind.KEPT, long1));
    }

    @Test
    void textsTooLongForTheTableAreReplacedWhole() {
        String from = "甲".repeat(3_000);
        String to = "乙".repeat(3_000);
        assertThat(Difference.between(from, to)).containsExactly(new Run(Kind.REMOVED, from), new Run(Kind.ADDED, to));
    }

    @Test
    void theRunsGiveBothTextsBack() {
        long seed = 20_261_124;
        var random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            String from = text(random);
            String to = text(random);
            List<Run> runs = Difference.between(from, to);
            assertThat(without(runs, Kind.ADDED))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(from);
            assertThat(without(runs, Kind.REMOVED))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(to);
            for (int i = 1; i < runs.size(); i++) {
                assertThat(runs.get(i).kind())
                        .as("seed %d, round %d", seed, round)
                        .isNotEqualTo(runs.get(i - 1).kind());
            }
        }
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(12), 0, 4)
                .mapToObj(letter -> List.of("ᠠ", "ᠨ", "马", "𠮷").get(letter))
                .collect(Collectors.joining());
    }

    private static String without(List<Run> runs, Kind kind) {
        return runs.stream().filter(run -> run.kind() != kind).map(Run::text).collect(Collectors.joining());
    }
}
