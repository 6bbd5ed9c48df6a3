package khos.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import khos.language.Language;
import khos.language.Span;
import org.junit.jupiter.api.Test;

class PieceTests {
    private static String joined(List<Piece> pieces) {
        return pieces.stream().map(Piece::text).collect(Collectors.joining());
    }

    @Test
    void oneOrTwoDigitsStandUprightAndYearsLie() {
        assertThat(Piece.of(Language.MONGOLIAN, "2012 ᠣᠨ 7 ᠰᠠᠷ᠎ᠠ 25"))
                .containsExactly(
                        new Piece("2012 ᠣᠨ ", false, false),
                        new Piece("7", true, false),
                        new Piece(" ᠰᠠᠷ᠎ᠠ ", false, false),
                        new Piece("25", true, false));
    }

    @Test
    void chineseStaysAsItIs() {
        assertThat(Piece.of(Language.CHINESE, "第 7  课")).containsExactly(new Piece("第 7  课", false, false));
    }

    @Test
    void aSpaceTypedBeforeASuffixGoes() {
        assertThat(Piece.clean("ᠨᠣᠮ \u202Fᠤᠨ")).isEqualTo("ᠨᠣᠮ\u202Fᠤᠨ");
    }

    @Test
    void aStopNeverBeginsAColumn() {
        assertThat(Piece.clean("ᠨᠣᠮ ᠂ ᠪᠢᠴᠢᠭ  ᠃")).isEqualTo("ᠨᠣᠮ\u00A0᠂ ᠪᠢᠴᠢᠭ\u00A0᠃");
    }

    @Test
    void aNarrowSpaceBeforeADigitIsASpace() {
        assertThat(Piece.clean("ᠣᠨ\u202F2026")).isEqualTo("ᠣᠨ 2026");
    }

    @Test
    void cleaningTwiceIsCleaningOnce() {
        long seed = 7;
        Random random = new Random(seed);
        String letters = "  \u202F\u00A0᠂᠃ᠨ᠎ᠠ19";
        for (int round = 0; round < 5_000; round++) {
            String text = random.ints(random.nextInt(12), 0, letters.length())
                    .mapToObj(i -> letters.substring(i, i + 1))
                    .collect(Collectors.joining());
            String once = Piece.clean(text);
            assertThat(Piece.clean(once)).as("seed %d: '%s'", seed, text).isEqualTo(once);
        }
    }

    @Test
    void marksCoverWhatTheyNameAndMarksOutsideOfTheTextAreIgnored() {
        assertThat(Piece.of(Language.CHINESE, "甲乙丙", List.of(new Span(1, 2), new Span(7, 9))))
                .containsExactly(
                        new Piece("甲", false, false), new Piece("乙", false, true), new Piece("丙", false, false));
    }

    @Test
    void markedPiecesMakeUpTheText() {
        long seed = 11;
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            int a = random.nextInt(8);
            int b = a + random.nextInt(8);
            List<Piece> pieces = Piece.of(Language.CHINESE, "甲乙丙丁戊", List.of(new Span(a, b), new Span(b, b + 2)));
            assertThat(joined(pieces)).as("seed %d: %d, %d", seed, a, b).isEqualTo("甲乙丙丁戊");
        }
    }
}
