package khos.mongolian;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.FontFormatException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import khos.mongolian.Shaper.Selectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the tables say of a text, beside what the font that Khos ships draws for it. */
class ShapingTests {
    private static DrawnFont font;

    @BeforeAll
    static void readFont() throws IOException, FontFormatException {
        font = DrawnFont.read();
    }

    /** K2 is K in another model of the font, drawn alike. */
    private static String onPaper(String units) {
        return units.replace("K2", "K");
    }

    private static String ours(String text) {
        Shaper shaper = Shaper.shaped(text, Selectors.HONOURED);
        var units = new StringBuilder();
        for (int i = 0; i < shaper.size(); i++) {
            units.append(shaper.isLetterAt(i) ? shaper.form(i).units().replace(" ", "") : "");
        }
        return onPaper(units.toString());
    }

    private static List<String> drawnOtherwise(List<String> texts) {
        return texts.stream()
                .filter(text -> !ours(text).equals(onPaper(font.units(text))))
                .toList();
    }

    @Test
    void attestedWordsHaveTheUnitsThatTheFontDraws() {
        List<String> words = Table.read("words.tsv").stream().map(row -> row[0]).toList();
        assertThat(words).hasSizeGreaterThan(25_000);
        assertThat(drawnOtherwise(words)).hasSizeLessThan(words.size() / 1000);
    }

    /** The font marks a rounded vowel only behind a cluster that it knows; words of real text have no such ones. */
    @Test
    void randomTextWithSelectorsAndGapsHasThemNearlyAlways() {
        var random = new Random(57);
        List<String> texts = new ArrayList<>();
        for (int round = 0; round < 5_000; round++) {
            var text = new StringBuilder();
            int length = 1 + random.nextInt(8);
            for (int i = 0; i < length; i++) {
                text.append((char) (Letters.A + random.nextInt(35)));
                if (i > 0 && i < length - 1 && random.nextInt(12) == 0) {
                    text.append(
                            (char) (random.nextBoolean() ? Letters.VOWEL_SEPARATOR : Letters.NARROW_NO_BREAK_SPACE));
                }
                if (random.nextInt(6) == 0) {
                    text.append((char) (Letters.FVS1 + random.nextInt(3)));
                }
            }
            texts.add(text.toString());
        }
        assertThat(drawnOtherwise(texts)).hasSizeLessThan(texts.size() / 20);
    }
}
