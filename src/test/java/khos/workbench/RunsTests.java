package khos.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RunsTests {
    @Test
    void mongolianWordsStandForThemselves() {
        assertThat(Runs.of("“ᠮᠣᠷᠢ” 写作 ᠮᠣᠷᠢ ᠶᠢᠨ。"))
                .containsExactly(
                        new Runs.Run("“", false),
                        new Runs.Run("ᠮᠣᠷᠢ", true),
                        new Runs.Run("” 写作 ", false),
                        new Runs.Run("ᠮᠣᠷᠢ ᠶᠢᠨ", true),
                        new Runs.Run("。", false));
    }

    @Test
    void nothingIsLost() {
        for (String text : new String[] {"", " ", "ᠮ ", " ᠮ", "a\u202fᠮ", "ᠮ  ᠮ"}) {
            assertThat(Runs.of(text).stream().map(Runs.Run::text).collect(Collectors.joining()))
                    .isEqualTo(text);
        }
    }
}
