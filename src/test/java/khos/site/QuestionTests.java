package khos.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuestionTests {
    @Test
    void aShortQuestionIsShownAsItIs() {
        assertThat(Question.shown("马")).isEqualTo("马");
        assertThat(Question.shown("马".repeat(40))).isEqualTo("马".repeat(40));
    }

    @Test
    void aLongQuestionEndsWithAnEllipsisAfterAWholeCharacter() {
        assertThat(Question.shown("马".repeat(200))).isEqualTo("马".repeat(40) + "…");
        // a character of two units, and letters with their selectors
        assertThat(Question.shown("马" + "𠀀".repeat(99))).isEqualTo("马" + "𠀀".repeat(19) + "…");
        assertThat(Question.shown("ᠨ\u180bᠠ".repeat(60))).isEqualTo("ᠨ\u180bᠠ".repeat(13) + "…");
        assertThat(Question.shown("马" + "\u0301".repeat(199))).isEqualTo("…");
    }
}
