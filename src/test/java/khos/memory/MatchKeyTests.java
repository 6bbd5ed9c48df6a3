package khos.memory;

import static org.assertj.core.api.Assertions.assertThat;

import khos.language.Language;
import org.junit.jupiter.api.Test;

class MatchKeyTests {
    private static String key(String text, Language language) {
        var key = new StringBuilder();
        for (int symbol : MatchKey.of(text, language)) {
            key.append(symbol == MatchKey.NUMBER ? "#" : symbol == MatchKey.MARK ? "~" : Character.toString(symbol));
        }
        return key.toString();
    }

    @Test
    void widthAndCaseDoNotCountInChinese() {
        assertThat(key("ＡＢｃ，", Language.CHINESE)).isEqualTo("abc,");
    }

    @Test
    void aNumberIsOneSymbol() {
        assertThat(key("共１２,３４５.６公里。3.", Language.CHINESE)).isEqualTo("共#公里。#.");
        assertThat(key("ᠠ ᠑᠒ 7", Language.MONGOLIAN)).isEqualTo("ᠠ # #");
    }

    @Test
    void aMarkIsOneSymbol() {
        assertThat(key("**重要** [看](https://x.cn/a) `x` <br/>", Language.CHINESE))
                .isEqualTo("~重要~ [看~ ~x~ ~");
        assertThat(key("a](b < 3", Language.CHINESE)).isEqualTo("a](b < #");
    }

    @Test
    void spacesAreOneAndNoneAtTheEnds() {
        assertThat(key(" 马　 牛 ", Language.CHINESE)).isEqualTo("马 牛");
    }

    @Test
    void allThatPartsASuffixIsOne() {
        assertThat(key("ᠮᠣᠩᠭᠣᠯ\u180eᠤᠨ", Language.MONGOLIAN)).isEqualTo("ᠮᠣᠩᠭᠣᠯ\u202fᠤᠨ");
        assertThat(key("ᠮᠣᠩᠭᠣᠯ \u202f\u202fᠤᠨ", Language.MONGOLIAN)).isEqualTo("ᠮᠣᠩᠭᠣᠯ\u202fᠤᠨ");
        assertThat(key("ᠮᠣᠩᠭᠣᠯ ᠤᠨ ᠮᠣᠷᠢ", Language.MONGOLIAN)).isEqualTo("ᠮᠣᠩᠭᠣᠯ\u202fᠤᠨ ᠮᠣᠷᠢ");
    }

    @Test
    void whatIsNotSeenDoesNotCountInMongolian() {
        assertThat(key("ᠨ\u180bᠠ\u200dᠷ", Language.MONGOLIAN)).isEqualTo("ᠨᠠᠷ");
    }

    @Test
    void looksAreTheSameForWordsWrittenWithTheSameStrokes() {
        assertThat(MatchKey.look("ᠬᠣᠲᠠ ᠳᠤ᠃"))
                .isEqualTo(MatchKey.look("ᠬᠤᠳᠠ  ᠳᠤ᠃"))
                .isNotEqualTo(MatchKey.look("ᠬᠣᠲᠠ ᠳᠤ"));
    }
}
