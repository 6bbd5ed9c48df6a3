package khos.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import khos.mongolian.Change;
import khos.mongolian.Change.Reason;
import khos.mongolian.Connector;
import khos.mongolian.Menksoft;
import khos.mongolian.Rewriting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ConversionTests {
    private static final String HORSE = "ᠮᠣᠷᠢ";
    private static final String CODES = Menksoft.ofUnicode(HORSE).text();
    private static final Connector MVS = Connector.VOWEL_SEPARATOR;

    private static List<String> left(Conversion conversion, String text) {
        return conversion.apply(text, MVS).changes().stream()
                .filter(change -> change.reason() == Reason.UNKNOWN_CODE)
                .map(change -> change.start() + " " + CodePoints.of(change.before(), 9))
                .toList();
    }

    @Test
    void menksoftCodesAskForTheirConversion() {
        assertThat(Conversion.suggestedFor("马 " + CODES)).contains(Conversion.MENKSOFT_TO_UNICODE);
        assertThat(Conversion.neededBy("马 " + CODES)).contains(Conversion.MENKSOFT_TO_UNICODE);
    }

    @Test
    void aSingleCodeCountsBesideMongolianLettersOnly() {
        assertThat(Conversion.neededBy(HORSE + "\uE237")).contains(Conversion.MENKSOFT_TO_UNICODE);
        assertThat(Conversion.neededBy("图标 \uE237")).isEmpty();
    }

    @Test
    void borrowedPunctuationAsksForARepair() {
        assertThat(Conversion.neededBy(HORSE + "\u187C")).contains(Conversion.REPAIR);
        assertThat(Conversion.neededBy(HORSE + " \u202F" + "ᠤᠨ")).isEmpty();
        assertThat(Conversion.neededBy("中文 text")).isEmpty();
    }

    @Test
    void lettersTellWhatCanBeDone() {
        assertThat(Conversion.suggestedFor(HORSE)).contains(Conversion.REPAIR);
        assertThat(Conversion.suggestedFor("морь 2026")).contains(Conversion.CYRILLIC_TO_LATIN);
        assertThat(Conversion.suggestedFor("mori")).isEmpty();
        assertThat(Conversion.suggestedFor("马")).isEmpty();
        assertThat(Conversion.suggestedFor("")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyConversionIsFoundByItsName(Conversion conversion) {
        assertThat(Conversion.find(conversion.code())).contains(conversion);
    }

    @Test
    void whatNoTableKnowsIsLeftAndReported() {
        assertThat(left(Conversion.UNICODE_TO_LATIN, HORSE + "\u1843\u1844" + HORSE))
                .containsExactly("4 U+1843 U+1844");
        assertThat(left(Conversion.LATIN_TO_UNICODE, "mori Q1 ng lh")).containsExactly("5 U+0051");
        assertThat(left(Conversion.KEYBOARD_TO_UNICODE, "mqri 马 ö")).containsExactly("7 U+00F6");
        assertThat(left(Conversion.CYRILLIC_TO_LATIN, "морь қ")).containsExactly("5 U+049B");
        assertThat(left(Conversion.REPAIR, HORSE + CODES.charAt(0)))
                .containsExactly("4 U+" + Integer.toHexString(CODES.charAt(0)).toUpperCase(java.util.Locale.ROOT));
    }

    @ParameterizedTest
    @EnumSource
    void halvesOfCharactersAreKeptAndReported(Conversion conversion) {
        String text = "1\uD800 𠮷 \uDC00\uD83D 2\uFFFD";
        assertThat(conversion.apply(text, MVS).text()).isEqualTo(text);
        assertThat(left(conversion, text)).containsExactly("1 U+D800", "6 U+DC00 U+D83D", "10 U+FFFD");
    }

    /** Of changes in order: put into the original they give the text. */
    @ParameterizedTest
    @EnumSource
    void theChangesExplainTheText(Conversion conversion) {
        if (conversion.to().equals("latin")
                || conversion.from().equals("latin")
                || conversion.from().equals("keyboard")) {
            return;
        }
        long seed = 20_261_126;
        var random = new Random(seed);
        String[] parts = {
            HORSE, CODES, "\uE263", "\u202F", "\u180E", " ", "ᠤᠨ", "\u180B", "x", "\uD800", "\uE3FF", "\u187C"
        };
        for (int round = 0; round < 500; round++) {
            String text = random.ints(random.nextInt(12), 0, parts.length)
                    .mapToObj(i -> parts[i])
                    .collect(Collectors.joining());
            Rewriting rewriting = conversion.apply(text, MVS);
            var made = new StringBuilder();
            int at = 0;
            for (Change change : rewriting.changes()) {
                made.append(text, at, change.start()).append(change.after());
                at = change.end();
            }
            made.append(text.substring(at));
            assertThat(made.toString()).as("seed %d, round %d", seed, round).isEqualTo(rewriting.text());
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 1:1", "2, 1:3", "3, 2:1", "4, 2:2", "6, 2:3", "7, 3:1"})
    void aPlaceIsCountedInLinesAndCharacters(int offset, String place) {
        assertThat(Place.of("ab\nc𠮷\nd", List.of(offset))).hasToString("[" + place + "]");
    }

    @Test
    void aSettingThatNamesNoConnectorIsRefusedByName() {
        assertThat(Connector.of("nnbsp")).isEqualTo(Connector.NARROW_NO_BREAK_SPACE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Connector.of("MVS"))
                .withMessageContaining("khos.connector")
                .withMessageContaining("'MVS'");
    }
}
