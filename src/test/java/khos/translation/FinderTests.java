package khos.translation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FinderTests {
    private static String replaced(Finding finding, String replacement, String text) {
        var places = Finder.of(finding, replacement).places(text);
        return Finder.replaced(
                text, places, IntStream.range(0, places.size()).boxed().collect(Collectors.toSet()));
    }

    private static Finding pattern(String pattern, boolean folded) {
        return new Finding(pattern, true, folded, false, false);
    }

    @ParameterizedTest
    @CsvSource({
        "马, 牛, 马和马, 牛和牛",
        "aa, b, aaaaa, bba",
        "., 。, a.b, a。b",
        "$1, x, a$1, ax",
    })
    void wordsAreFoundAsTheyAre(String find, String replacement, String text, String expected) {
        assertThat(replaced(Finding.of(find), replacement, text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "([0-9]+)匹, $1只, 3匹和12匹, 3只和12只",
        "(a)(b)?, $2$1$0$$, a, aa$",
        "^马, 牛, 马马, 牛马",
        "x*, -, axxb, a-b",
    })
    void patternsHaveGroups(String find, String replacement, String text, String expected) {
        assertThat(replaced(pattern(find, false), replacement, text)).isEqualTo(expected);
    }

    @Test
    void caseAndWidthAreFolded() {
        var folded = new Finding("khos，1", false, true, false, false);
        assertThat(replaced(folded, "x", "ＫＨＯＳ,１ Khos，1")).isEqualTo("x x");
        assertThat(replaced(pattern("k(h)os", true), "$1", "ＫＨＯＳ")).isEqualTo("Ｈ");
    }

    @Test
    void mongolianIsFoundByItsLook() {
        var looks = new Finding("ᠬᠤᠳᠠ", false, false, true, false);
        assertThat(replaced(looks, "x", "ᠬᠣᠲᠠ ᠬᠣᠲᠠ\u180eᠶᠢᠨ ᠬᠣᠲᠠᠳ")).isEqualTo("x x\u180eᠶᠢᠨ ᠬᠣᠲᠠᠳ");
    }

    @Test
    void onlyWhatIsChosenIsReplaced() {
        var places = Finder.of(Finding.of("a"), "b").places("aaa");
        assertThat(Finder.replaced("aaa", places, Set.of(1, 7))).isEqualTo("aba");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "[", "a{1000}{1000}", "(a{500}){500}", "\\1", "(?=a)", "a**"})
    void whatIsNoPatternIsRefused(String pattern) {
        Room.assertRefused("refused.pattern", () -> Finder.of(pattern(pattern, false), ""));
    }

    @Test
    void groupsThatAreNotThereAreRefused() {
        Room.assertRefused("refused.pattern", () -> Finder.of(pattern("(a)", false), "$2"));
        Room.assertRefused("refused.nothing-to-find", () -> Finding.of(""));
        Room.assertRefused("refused.nothing-to-find", () -> Finding.of("a".repeat(1_001)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a+)+$", "(a|aa)+$", "(.*)*x", "(a?){30}a{30}"})
    void patternsThatDriveOthersMadTakeLinearTime(String pattern) {
        Assertions.assertTimeout(
                Duration.ofSeconds(10),
                () -> Finder.of(pattern(pattern, true), "").places("a".repeat(20_000) + "!"));
    }
}
