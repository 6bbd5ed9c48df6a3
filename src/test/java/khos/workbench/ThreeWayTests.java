package khos.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ThreeWayTests {
    @Test
    void changesOfDifferentPlacesAreBothThere() {
        assertThat(ThreeWay.merge("马和牛", "白马和牛", "马和黑牛")).isEqualTo(new ThreeWay("白马和黑牛", 0));
        assertThat(ThreeWay.merge("ᠮᠣᠷᠢ ᠪᠠ ᠦᠬᠡᠷ", "ᠮᠣᠷᠢ ᠪᠠ ᠬᠣᠨᠢ", "ᠴᠠᠭᠠᠨ ᠮᠣᠷᠢ ᠪᠠ ᠦᠬᠡᠷ"))
                .isEqualTo(new ThreeWay("ᠴᠠᠭᠠᠨ ᠮᠣᠷᠢ ᠪᠠ ᠬᠣᠨᠢ", 0));
    }

    @Test
    void whereBothChangedOnesOwnWordsStand() {
        assertThat(ThreeWay.merge("有12匹马", "有13匹马", "有14匹马")).isEqualTo(new ThreeWay("有14匹马", 1));
        assertThat(ThreeWay.merge("", "theirs", "mine")).isEqualTo(new ThreeWay("mine", 1));
    }

    @Test
    void theSameChangeIsMadeOnce() {
        assertThat(ThreeWay.merge("马。", "白马。", "白马。")).isEqualTo(new ThreeWay("白马。", 0));
    }

    @Test
    void whoeverChangedNothingGetsWhatTheOtherMade() {
        var random = new Random(7);
        for (int round = 0; round < 500; round++) {
            String base = text(random);
            String changed = text(random);
            assertThat(ThreeWay.merge(base, changed, base))
                    .as("seed 7, round %d", round)
                    .isEqualTo(new ThreeWay(changed, 0));
            assertThat(ThreeWay.merge(base, base, changed))
                    .as("seed 7, round %d", round)
                    .isEqualTo(new ThreeWay(changed, 0));
            assertThat(ThreeWay.merge(base, changed, changed))
                    .as("seed 7, round %d", round)
                    .isEqualTo(new ThreeWay(changed, 0));
        }
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.append("马牛羊1ᠮᠣ ".charAt(random.nextInt(7)));
        }
        return text.toString();
    }
}
