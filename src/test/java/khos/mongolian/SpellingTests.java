package khos.mongolian;

import static khos.mongolian.Connector.NARROW_NO_BREAK_SPACE;
import static khos.mongolian.Connector.VOWEL_SEPARATOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import khos.mongolian.Change.Reason;
import khos.mongolian.Skeleton.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingTests {
    private static Rewriting repaired(String text) {
        Rewriting repair = Spelling.repair(text, VOWEL_SEPARATOR);
        Rewritings.assertTold(text, repair);
        return repair;
    }

    private static void assertRepaired(String text, String expected, Reason... reasons) {
        Rewriting repair = repaired(text);
        assertThat(Rewritings.codes(repair.text())).isEqualTo(Rewritings.codes(expected));
        assertThat(repair.changes()).extracting(Change::reason).containsExactly(reasons);
    }

    /** U+202F */
    @Test
    void theOtherConnectorBecomesTheProjectsOwn() {
        assertRepaired("ᠨᠣᠮ\u202fᠤᠨ", "ᠨᠣᠮ\u180eᠤᠨ", Reason.CONNECTOR);
        assertThat(Spelling.repair("ᠨᠣᠮ\u180eᠤᠨ", NARROW_NO_BREAK_SPACE).text()).isEqualTo("ᠨᠣᠮ\u202fᠤᠨ");
    }

    /** U+0020 U+202F, U+202F U+202F */
    @Test
    void spacesAndDoubledConnectorsBecomeOne() {
        assertRepaired("ᠨᠣᠮ \u202fᠤᠨ", "ᠨᠣᠮ\u180eᠤᠨ", Reason.DOUBLED_CONNECTOR);
        assertRepaired("ᠨᠣᠮ\u202f\u202fᠤᠨ", "ᠨᠣᠮ\u180eᠤᠨ", Reason.DOUBLED_CONNECTOR);
        assertRepaired("ᠨᠣᠮ\u202f \u180eᠤᠨ", "ᠨᠣᠮ\u180eᠤᠨ", Reason.DOUBLED_CONNECTOR);
    }

    /** ᠤ᠋ᠨ behind a space */
    @Test
    void aSelectorThatStandsForTheConnectorGivesWayToIt() {
        assertRepaired("ᠤᠯᠤᠰ ᠤ\u180bᠨ", "ᠤᠯᠤᠰ\u180eᠤᠨ", Reason.SUFFIX_BEHIND_SPACE, Reason.SUFFIX_BEHIND_SPACE);
    }

    /** ᠨᠠᠷ᠎ᠠ */
    @Test
    void aTailIsJoinedByTheVowelSeparatorWhateverTheConnector() {
        assertThat(Spelling.repair("ᠨᠠᠷ\u180eᠠ", NARROW_NO_BREAK_SPACE).isSame())
                .isTrue();
    }

    @Test
    void selectorsThatChangeNothingGo() {
        assertRepaired("ᠨ\u180dᠣᠮ", "ᠨᠣᠮ", Reason.IDLE_SELECTOR);
        assertRepaired("ᠮ\u180b\u180bᠣᠩ", "ᠮᠣᠩ", Reason.IDLE_SELECTOR);
    }

    /** ᠠᠨ᠌ᠠ, an n without its dot; ᠤ᠋ᠨ, a suffix that stands alone */
    @Test
    void selectorsThatShapeStay() {
        assertThat(repaired("ᠠᠨ\u180cᠠ").isSame()).isTrue();
        assertThat(repaired("ᠤ\u180bᠨ").isSame()).isTrue();
    }

    @Test
    void joinersStayOnlyWhereTheyJoin() {
        assertRepaired("ᠨᠣ\u200dᠮ", "ᠨᠣᠮ", Reason.IDLE_JOINER);
        assertThat(repaired("ᠨᠣᠮ\u200d").isSame()).isTrue();
    }

    /** U+FEFF, U+00AD */
    @Test
    void signsThatStrayedIntoAWordGo() {
        assertRepaired("\ufeffᠨᠣ\u00adᠮ", "ᠨᠣᠮ", Reason.STRAY_SIGN, Reason.STRAY_SIGN);
        assertThat(repaired("汉\u00ad字").isSame()).isTrue();
    }

    /** U+187C, U+FE10 */
    @Test
    void unassignedAndVerticalSignsBecomeOrdinaryOnes() {
        assertRepaired("ᠨᠣᠮ\u187c", "ᠨᠣᠮ？", Reason.LEGACY_PUNCTUATION);
        assertRepaired("汉\ufe10字", "汉，字", Reason.VERTICAL_FORM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "汉字 abc", "ᠮᠣᠩᠭᠣᠯ ᠬᠡᠯᠡ᠃", "ᠨᠠᠷ\u180eᠠ", "ᠨᠣᠮ\u180eᠤᠨ ᠰᠠᠩ", "ᠭᠠᠯ\u180eᠤᠨ ᠠᠴᠠ", "\ud800ᠠ"})
    void whatIsInOrderIsLeft(String text) {
        assertThat(repaired(text).changes()).isEmpty();
    }

    @Test
    void theWordsOfTheListKeepTheirLook() {
        for (String[] row : Table.read("words.tsv")) {
            for (Connector connector : Connector.values()) {
                assertLaws(row[0], connector);
            }
        }
    }

    @Test
    void repairIsIdempotentAndNothingIsSeenToChange() {
        var random = new Random(25914);
        for (int round = 0; round < 30_000; round++) {
            assertLaws(Rewritings.random(random), Connector.values()[round % 2]);
        }
    }

    private static void assertLaws(String text, Connector connector) {
        Rewriting once = Spelling.repair(text, connector);
        Rewriting twice = Spelling.repair(once.text(), connector);
        assertThat(Rewritings.codes(twice.text())).as(Rewritings.codes(text)).isEqualTo(Rewritings.codes(once.text()));
        assertThat(Shaper.shaped(once.text(), Shaper.Selectors.HONOURED)
                        .sameLetters(Shaper.shaped(text, Shaper.Selectors.HONOURED)))
                .as("letters of " + Rewritings.codes(text))
                .isTrue();
        assertThat(Skeleton.of(once.text(), Level.K1).replace("| ", ""))
                .as(Rewritings.codes(text))
                .isEqualTo(Skeleton.of(text, Level.K1).replace("| ", ""));
        Rewritings.assertTold(text, once);
    }
}
