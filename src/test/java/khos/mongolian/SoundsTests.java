package khos.mongolian;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoundsTests {
    @ParameterizedTest
    @CsvSource({
        "ᠮᠣᠩᠭᠣᠯ,mungul", // four rounded vowels are one; ng before g
        "ᠰᠠᠶᠢᠨ,sain", // long i
        "ᠰᠠᠢᠢᠨ,sain",
        "ᠪᠠᠶᠢᠨ᠎ᠠ,baina", // no gap
        "ᠰᠣᠶᠣᠯ,suyul",
        "ᠺᠣᠮᠫᠠᠨᠢ,kumpani"
    })
    void aWordHasASound(String word, String sound) {
        assertThat(Sounds.of(word)).isEqualTo(sound);
    }

    @ParameterizedTest
    @CsvSource({"khot,hut", "hqta,huta", "xota,huta", "bayin_a,baina", "chono,cunu", "ulus-un,ulusun", "хот,hut"})
    void typedLettersHaveTheSameSound(String latin, String sound) {
        assertThat(Sounds.ofLatin(latin)).contains(sound);
    }

    @ParameterizedTest
    @CsvSource({"shine,xine,shine", "oghu,ugu,ughu", "zam,jam,zam", "avu,awu,abu"})
    void lettersThatStandForTwoThingsHaveTwoSounds(String latin, String likely, String other) {
        assertThat(Sounds.ofLatin(latin)).startsWith(likely).contains(other);
    }

    @ParameterizedTest
    @CsvSource({"mongol,ᠮᠣᠩᠭᠣᠯ", "olon,ᠣᠯᠣᠨ", "öndür,ᠥᠨᠳᠦᠷ", "sune,ᠰᠦᠨᠡ", "nar_a,ᠨᠠᠷ᠎ᠠ", "a_ra,ᠠᠷᠠ", "Bat,ᠪᠠᠲ"})
    void lettersAreSpelledByTheHarmonyOfVowels(String latin, String letters) {
        assertThat(Sounds.letters(latin)).isEqualTo(letters);
    }

    @ParameterizedTest
    @CsvSource({"ᠨᠠᠷᠠ,ᠨᠠᠷ᠎ᠠ", "ᠬᠣᠲᠠ,ᠬᠣᠲᠠ", "ᠲᠠ,ᠲᠠ", "ᠤᠯᠤᠰ,ᠤᠯᠤᠰ"})
    void aLastVowelIsPartedBehindLettersThatAllowIt(String word, String parted) {
        assertThat(Sounds.parted(word)).isEqualTo(parted);
    }

    @Test
    void roundedVowelsTypedOtherwiseAreCounted() {
        assertThat(Sounds.otherVowels("hota", "ᠬᠣᠲᠠ")).isZero();
        assertThat(Sounds.otherVowels("huta", "ᠬᠣᠲᠠ")).isEqualTo(1);
        assertThat(Sounds.otherVowels("mungul", "ᠮᠣᠩᠭᠣᠯ")).isEqualTo(2);
        assertThat(Sounds.otherVowels("ünen", "ᠦᠨᠡᠨ")).isZero();
    }
}
