package khos.mongolian;

import static khos.mongolian.Connector.NARROW_NO_BREAK_SPACE;
import static khos.mongolian.Connector.VOWEL_SEPARATOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import khos.mongolian.Change.Reason;
import khos.mongolian.Shaper.Selectors;
import org.junit.jupiter.api.Test;

class MenksoftTests {
    private record Vector(String codes, String units) {}

    private static List<Vector> words() throws IOException {
        try (InputStream in = MenksoftTests.class.getResourceAsStream("menksoft-words.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .map(row -> new Vector(row[0], row[1]))
                    .toList();
        }
    }

    private static Rewriting unicode(String codes) {
        Rewriting rewriting = Menksoft.toUnicode(codes, VOWEL_SEPARATOR);
        Rewritings.assertTold(codes, rewriting);
        return rewriting;
    }

    /** Written units of letters, {@code "A A B O"}; what parts letters is left out. */
    private static String units(String text) {
        Shaper shaper = Shaper.shaped(text, Selectors.HONOURED);
        var units = new StringBuilder();
        for (int i = 0; i < shaper.size(); i++) {
            units.append(shaper.isLetterAt(i) ? shaper.form(i).units() + " " : "");
        }
        return units.toString().strip();
    }

    @Test
    void theWordBankKeepsItsShape() throws IOException {
        List<Vector> words = words();
        assertThat(words).hasSizeGreaterThan(17_000).allSatisfy(word -> {
            Rewriting rewriting = unicode(word.codes());
            assertThat(units(rewriting.text()))
                    .as(Rewritings.codes(word.codes()))
                    .isEqualTo(word.units().replaceAll(" ?[_-](?= )", "").strip());
            assertThat(rewriting.changes()).extracting(Change::reason).doesNotContain(Reason.SHAPE_DIFFERS);
        });
    }

    @Test
    void theWordBankGoesThereAndBackInShape() throws IOException {
        for (Vector word : words()) {
            String text = unicode(word.codes()).text();
            Rewriting back = Menksoft.ofUnicode(text);
            Rewritings.assertTold(text, back);
            assertThat(units(unicode(back.text()).text())).as(text).isEqualTo(units(text));
        }
    }

    @Test
    void everyCodeIsKnownAndComesBack() {
        for (char code = 0xE234; code <= 0xE34F; code++) {
            String text = unicode(String.valueOf(code)).text();
            assertThat(text.chars()).as("%04X", (int) code).noneMatch(c -> c >= 0xE000 && c <= 0xF8FF);
            String back = Menksoft.ofUnicode(text).text();
            assertThat(units(Menksoft.toUnicode(back, VOWEL_SEPARATOR).text()))
                    .as("%04X as %s", (int) code, Rewritings.codes(text))
                    .isEqualTo(units(text));
        }
    }

    /** n a r and a tail: the list knows ᠨᠡᠷ᠎ᠡ, name, and no such word with a. */
    @Test
    void ofSpellingsOfOneShapeTheAttestedOneIsChosenAndOthersAreTold() {
        Rewriting name = unicode("\ue2b1\ue26c\ue325\ue26a");
        assertThat(name.text()).isEqualTo("ᠨᠡᠷ᠎ᠡ");
        assertThat(name.changes()).extracting(Change::reason).containsExactly(Reason.CHOSEN);
        assertThat(unicode(Menksoft.ofUnicode("ᠬᠣᠲᠠ").text()).changes())
                .singleElement()
                .satisfies(change -> assertThat(change.alternatives()).contains("ᠬᠤᠳᠠ"));
    }

    @Test
    void suffixesGetTheConnectorOfTheProject() {
        String book = Menksoft.ofUnicode("ᠨᠣᠮ\u202fᠤᠨ").text();
        assertThat(unicode(book).text()).isEqualTo("ᠨᠣᠮ\u180eᠤᠨ");
        assertThat(Menksoft.toUnicode(book, NARROW_NO_BREAK_SPACE).text()).isEqualTo("ᠨᠣᠮ\u202fᠤᠨ");
    }

    @Test
    void aTailStandsBehindTheVowelSeparator() {
        String uncle = Menksoft.ofUnicode("ᠠᠪᠠᠭ\u180eᠠ").text();
        assertThat(Menksoft.toUnicode(uncle, NARROW_NO_BREAK_SPACE).text()).isEqualTo("ᠠᠪᠠᠭ\u180eᠠ");
    }

    @Test
    void mixedTextIsConvertedRunByRun() {
        String word = Menksoft.ofUnicode("ᠨᠣᠮ").text();
        Rewriting rewriting = unicode("汉 " + word + " ᠮᠣᠷᠢ, abc");
        assertThat(rewriting.text()).isEqualTo("汉 ᠨᠣᠮ ᠮᠣᠷᠢ, abc");
        assertThat(unicode("ᠮᠣᠷᠢ" + word).changes()).extracting(Change::reason).containsExactly(Reason.MIXED_WORD);
    }

    @Test
    void unknownCodesStayAndAreToldWithTheirPlace() {
        Rewriting rewriting = unicode("a\ue350\uf000b");
        assertThat(rewriting.text()).isEqualTo("a\ue350\uf000b");
        assertThat(rewriting.changes()).singleElement().satisfies(change -> {
            assertThat(change.reason()).isEqualTo(Reason.UNKNOWN_CODE);
            assertThat(change.start()).isEqualTo(1);
            assertThat(change.end()).isEqualTo(3);
        });
    }

    @Test
    void todoAndManchuLettersHaveNoCode() {
        Rewriting rewriting = Menksoft.ofUnicode("ᠨᠣᠮ ᡂᡃᡝ");
        Rewritings.assertTold("ᠨᠣᠮ ᡂᡃᡝ", rewriting);
        assertThat(rewriting.changes()).extracting(Change::reason).contains(Reason.UNKNOWN_CODE);
    }

    @Test
    void menksoftTextIsRecognisedAndOtherPrivateUseIsNot() {
        assertThat(Menksoft.isIn(Menksoft.ofUnicode("ᠮᠣᠩᠭᠣᠯ").text())).isTrue();
        assertThat(Menksoft.isIn("ᠮᠣᠩᠭᠣᠯ 汉字")).isFalse();
        assertThat(Menksoft.isIn("\ue234 and \uf001\uf002\uf003\uf004")).isFalse();
    }

    @Test
    void anyTextIsConvertedBothWaysAndEveryChangeTold() {
        var random = new Random(0xE234);
        for (int round = 0; round < 30_000; round++) {
            String text = Rewritings.random(random);
            unicode(text);
            Rewritings.assertTold(text, Menksoft.ofUnicode(text));
        }
    }

    @Test
    void nothingIsLostOfWordsWrittenInMenksoft() {
        for (String[] row : Table.read("words.tsv")) {
            String codes = Menksoft.ofUnicode(row[0]).text();
            assertThat(units(unicode(codes).text())).as(row[0]).isEqualTo(units(row[0]));
        }
    }
}
