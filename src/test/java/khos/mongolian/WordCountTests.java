package khos.mongolian;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class WordCountTests {
    @Test
    void aSuffixBelongsToItsWordWhateverPartsIt() {
        assertThat(WordCount.of("ᠮᠣᠩᠭᠣᠯ\u180eᠤᠨ")).isEqualTo(1);
        assertThat(WordCount.of("ᠮᠣᠩᠭᠣᠯ\u202fᠤᠨ")).isEqualTo(1);
        assertThat(WordCount.of("ᠮᠣᠩᠭᠣᠯ \u202fᠤᠨ")).isEqualTo(1);
        assertThat(WordCount.of("ᠬᠡᠯ\u180eᠡ ᠪᠢᠴᠢᠭ\u202fᠦᠨ ᠰᠠᠩ")).isEqualTo(3);
    }

    @Test
    void punctuationNumbersAndOtherScriptsAreNoWords() {
        assertThat(WordCount.of("ᠨᠣᠮ᠂ ᠮᠣᠷᠢ᠃ ᠑᠒ 汉字 latin хот")).isEqualTo(2);
        assertThat(WordCount.of("")).isZero();
        assertThat(WordCount.of("\u180e\u202f\u180b")).isZero();
    }

    @Test
    void menksoftCountsAsUnicodeDoes() {
        String text = "ᠮᠣᠩᠭᠣᠯ\u202fᠤᠨ ᠬᠡᠯ\u180eᠡ";
        assertThat(WordCount.of(Menksoft.ofUnicode(text).text())).isEqualTo(WordCount.of(text));
    }

    @Test
    void aTextHasAsManyWordsAsItsPartsBetweenLineBreaks() {
        var random = new Random(11);
        for (int round = 0; round < 2_000; round++) {
            String one = Rewritings.random(random);
            String other = Rewritings.random(random);
            assertThat(WordCount.of(one + "\n" + other)).isEqualTo(WordCount.of(one) + WordCount.of(other));
        }
    }
}
