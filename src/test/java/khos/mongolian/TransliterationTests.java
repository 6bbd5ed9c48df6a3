package khos.mongolian;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransliterationTests {
    @ParameterizedTest
    @CsvSource({"ᠬᠣᠲᠠ,xota", "ᠮᠣᠩᠭᠣᠯ,monggol", "ᠰᠤᠷᠭᠠᠭᠤᠯᠢ,surgaguli", "ᠬᠥᠬᠡ,xöxe"})
    void officialLatinHasALetterForEachLetter(String word, String latin) {
        assertThat(Transliteration.official(word)).isEqualTo(latin);
        assertThat(Transliteration.fromOfficial(latin)).isEqualTo(word);
    }

    /** All but those in which n is followed by g, or l by h: they are written as one letter each. */
    @Test
    void attestedWordsComeBackFromOfficialLatin() {
        int words = 0;
        int back = 0;
        for (String[] row : Table.read("words.tsv")) {
            if (row[0].chars().noneMatch(Letters::isInvisible)) {
                words++;
                back += Transliteration.fromOfficial(Transliteration.official(row[0]))
                                .equals(row[0])
                        ? 1
                        : 0;
            }
        }
        assertThat(words).isGreaterThan(20_000);
        assertThat(back).isGreaterThan(words * 98 / 100);
    }

    @ParameterizedTest
    @CsvSource({"hqta,ᠬᠣᠲᠠ", "ene,ᠡᠨᠡ"})
    void theKeyboardHasItsOwnLetters(String keys, String word) {
        assertThat(Transliteration.fromKeyboard(keys)).isEqualTo(word);
    }

    /** MNS 5217:2012 */
    @ParameterizedTest
    @CsvSource({"хот,khot", "Өвөр Монгол,Övör Mongol", "цэцэг,tsetseg", "Яруу,Yaruu", "汉 abc,汉 abc"})
    void cyrillicIsSaidInLatin(String cyrillic, String latin) {
        assertThat(Transliteration.latinOfCyrillic(cyrillic)).isEqualTo(latin);
    }

    @ParameterizedTest
    @CsvSource({
        "ᠮᠣᠩᠭᠣᠯ ᠬᠡᠯᠡ,mongol-khele",
        "ᠨᠡᠷ\u180eᠡ,nere",
        "ᠨᠣᠮ\u202fᠤᠨ ᠰᠠᠩ,nom-un-sang",
        "᠒᠐᠒᠖ ᠣᠨ,2026-on",
        "Өвөр Монгол,ovor-mongol",
        "汉字,''"
    })
    void titlesBecomeAddresses(String title, String slug) {
        assertThat(Transliteration.slug(title)).isEqualTo(slug);
    }

    @Test
    void aSlugIsAlwaysAnAddressOrEmpty() {
        var random = new Random(5217);
        for (int round = 0; round < 5_000; round++) {
            assertThat(Transliteration.slug(Rewritings.random(random))).matches("([a-z0-9]+(-[a-z0-9]+)*)?");
        }
    }
}
