package khos.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ReadingTests {
    @Test
    void codeAndEscapesAreLetters() {
        assertThat(Reading.of("见 `a. B`。``a`b``。1\\. 甲`。")).isEqualTo("见 ƻƻƻƻƻƻ。ƻƻƻƻƻƻƻ。1ƻƻ 甲`。");
    }

    @Test
    void straightQuotesOpenAndClose() {
        assertThat(Reading.of("他说：\"好。\"再说：\"好。\"")).isEqualTo("他说：“好。”再说：“好。”");
        assertThat(Reading.of("\"Go.\" \"No.\"")).isEqualTo("“Go.” “No.”");
    }

    @Test
    void emphasisOpensAndCloses() {
        assertThat(Reading.of("**注意。**正文。*重点*")).isEqualTo("⟪⟪注意。⟫⟫正文。⟪重点⟫");
        assertThat(Reading.of("2 * 3, snake_case_name")).isEqualTo("2 * 3, snake_case_name");
    }

    @Test
    void onlyBlankLinesBreak() {
        assertThat(Reading.of("甲\n乙\t丙 \r\n丁\n \n戊")).isEqualTo("甲 乙 丙   丁\n \n戊");
    }

    @Test
    void aBackslashAtTheEndOfALineBelongsToIt() {
        assertThat(Reading.of("甲。\\\n乙。")).isEqualTo("甲。⟫ 乙。");
    }

    @Test
    void aPictureDoesNotExclaim() {
        assertThat(Reading.of("甲。![乙](丙)")).isEqualTo("甲。⟪[乙](丙)");
    }

    @Test
    void everyPlaceIsWhereItWas() {
        var random = new Random(20261126);
        String alphabet = "甲。“”`\\*_\"! \n\r[]a\ud83d\udc0e\u202f\u180e";
        for (int round = 0; round < 20_000; round++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            String reading = Reading.of(text.toString());
            assertThat(reading).as(text.toString()).hasSameSizeAs(text);
        }
    }
}
