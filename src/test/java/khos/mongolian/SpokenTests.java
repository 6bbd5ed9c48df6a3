package khos.mongolian;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenTests {
    @ParameterizedTest
    @CsvSource({
        "agula,uula", // g between vowels is lost
        "surgaguli,surguuli",
        "jagu,juu",
        "deguu,duuu",
        "tulugai,tulugai", // but not before a diphthong
        "baga,baga", // or behind the first vowel
        "sira,xara", // i takes the colour of the next vowel, s before it is sh
        "imaga,yamaa",
        "edur,udur", // e is round before u
        "hiciyel,hiceel" // no glide behind i
    })
    void whatIsWrittenIsSaidSo(String written, String said) {
        assertThat(Spoken.of(written)).map(Spoken::longKey).contains(Spoken.longKey(said));
    }

    @Test
    void aKeyKeepsTheFirstVowelAndTheConsonants() {
        assertThat(Spoken.key("surguuli")).isEqualTo("surgl");
        assertThat(Spoken.longKey("surguuli")).isEqualTo("surg:l");
        assertThat(Spoken.longKey("uul")).isEqualTo("u:l");
        assertThat(Spoken.longKey("uil")).isEqualTo("uil");
    }
}
