package khos.mongolian;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuffixesTests {
    /** Genitive, dative-locative, accusative, ablative, instrumental, comitative, reflexive, plural */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ᠶᠢᠨ", "ᠤᠨ", "ᠦᠨ", "ᠤ", "ᠳᠤ", "ᠲᠤ", "ᠶᠢ", "ᠢ", "ᠠᠴᠠ", "ᠡᠴᠡ", "ᠪᠠᠷ", "ᠢᠶᠠᠷ", "ᠲᠠᠢ", "ᠲᠡᠢ", "ᠪᠠᠨ", "ᠢᠶᠡᠨ",
                "ᠤᠳ"
            })
    void endingsAreKnown(String suffix) {
        assertThat(Suffixes.isSuffix(suffix)).isTrue();
        assertThat(Suffixes.isEnding(suffix)).isTrue();
    }

    /** ᠲᠦ as ᠳᠦ, ᠤ᠋ᠨ with a selector, old ᠢᠢᠨ */
    @ParameterizedTest
    @ValueSource(strings = {"ᠲᠦ", "ᠤ\u180bᠨ", "ᠢᠢᠨ"})
    void theyAreKnownByTheirLook(String suffix) {
        assertThat(Suffixes.isSuffix(suffix)).isTrue();
    }

    /** ᠨᠢ, ᠦᠭᠡᠢ, ᠯᠡ */
    @ParameterizedTest
    @ValueSource(strings = {"ᠨᠢ", "ᠦᠭᠡᠢ", "ᠯᠡ"})
    void particlesThatStandAloneAreNoEndings(String particle) {
        assertThat(Suffixes.isEnding(particle)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ᠮᠣᠩᠭᠣᠯ", "汉", "abc", "\u180b", "\ud800"})
    void otherTextIsNone(String text) {
        assertThat(Suffixes.isSuffix(text)).isFalse();
    }

    @Test
    void theMostFrequentComeFirst() {
        assertThat(Suffixes.all().getFirst().text()).isEqualTo("ᠶᠢᠨ");
        assertThat(Suffixes.all()).extracting(Suffixes.Suffix::count).isSortedAccordingTo(Comparator.reverseOrder());
    }
}
