package khos.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PinyinTests {
    @ParameterizedTest
    @CsvSource({
        "yunketang,yun ke tang",
        "Yún kè táng,''",
        "yúnkètáng,yun ke tang",
        "yun2ke4tang2,yun ke tang",
        "xi'an,xi an",
        "xian,xian",
        "nǚ,nu",
        "lv,lu",
        "fangan,fang an",
        "mongol,''",
        "hello,''"
    })
    void latinIsCutIntoSyllables(String typed, String syllables) {
        assertThat(String.join(" ", Pinyin.split(typed, false))).isEqualTo(syllables);
    }

    @Test
    void whileTypingTheLastSyllableMayBeOpen() {
        assertThat(Pinyin.split("yunket", true)).containsExactly("yun", "ke", "t");
        assertThat(Pinyin.split("yunket", false)).isEmpty();
    }

    @Test
    void initialsAreTheFirstLettersOfCharacters() {
        assertThat(Pinyin.initials("云课堂 abc ᠨᠣᠮ")).isEqualTo("ykt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "'",
                "''''",
                "汉",
                "\ud800",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void otherTextHasNoSyllables(String typed) {
        assertThat(Pinyin.split(typed, true)).isEmpty();
    }
}
