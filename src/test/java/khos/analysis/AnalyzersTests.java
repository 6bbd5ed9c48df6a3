package khos.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import khos.analysis.Analyzers.Token;
import khos.mongolian.Connector;
import khos.mongolian.Menksoft;
import org.junit.jupiter.api.Test;

class AnalyzersTests {
    private static final Set<Token.Kind> BESIDE =
            EnumSet.of(Token.Kind.EXACT, Token.Kind.LOOK, Token.Kind.PAIR, Token.Kind.PINYIN);

    private static List<String> terms(String text) {
        return Analyzers.tokens(text).stream()
                .filter(token -> !BESIDE.contains(token.kind()))
                .map(token -> (token.kind() == Token.Kind.SUFFIX ? "+" : "") + token.term())
                .toList();
    }

    @Test
    void everyChineseCharacterIsAToken() {
        assertThat(terms("云课堂，𠀀！")).containsExactly("云", "课", "堂", "𠀀");
    }

    @Test
    void otherLettersRunTogetherInSmallLetters() {
        assertThat(terms("Ａb１2 Монгол, x")).containsExactly("ab12", "монгл", "x");
    }

    @Test
    void aMongolianWordLosesItsSelectorsAndJoiners() {
        assertThat(terms("ᠨᠣ\u180bᠮ\u200d ᠮᠣᠷᠢ")).containsExactly("N O M", "M O R I");
    }

    /** ᠤᠨ after U+202F */
    @Test
    void aSuffixBehindANarrowSpaceStandsApart() {
        assertThat(terms("ᠨᠣᠮ\u202fᠤᠨ")).containsExactly("N O M", "+O A", "+A O A");
    }

    /** ᠤᠨ after U+180E */
    @Test
    void aSuffixBehindAVowelSeparatorStandsApart() {
        assertThat(terms("ᠨᠣᠮ\u180eᠤᠨ\u180eᠠᠴᠠ")).containsExactly("N O M", "+O A", "+A O A", "+A Ch A", "+A A Ch A");
    }

    /** ᠠ after U+180E */
    @Test
    void theSeparatedLastVowelBelongsToTheWord() {
        assertThat(terms("ᠨᠠᠷ\u180eᠠ")).containsExactly("N A R | Aa");
        assertThat(terms("ᠨᠠᠷ\u180eᠠ\u202fᠶᠢᠨ")).containsExactly("N A R | Aa", "+I A");
    }

    @Test
    void theLettersStandBesideTheStrokes() {
        assertThat(Analyzers.tokens("ᠬᠣᠲᠠ"))
                .extracting(Token::kind, Token::term)
                .containsExactly(tuple(Token.Kind.MONGOLIAN, "H O D A"), tuple(Token.Kind.EXACT, "=ᠬᠣᠲᠠ"));
    }

    @Test
    void aSuffixHasThePositionOfItsStem() {
        assertThat(Analyzers.tokens("ᠨᠣᠮ\u202fᠤᠨ ᠮᠣᠷᠢ"))
                .extracting(Token::position)
                .containsExactly(0, 0, 0, 0, 1, 1);
    }

    /** ᠤᠨ after a space */
    @Test
    void anEndingBehindASpaceBelongsToTheWordBeforeIt() {
        assertThat(Analyzers.tokens("ᠨᠣᠮ ᠶᠢᠨ ᠮᠣᠷᠢ"))
                .filteredOn(token -> token.kind() == Token.Kind.MONGOLIAN)
                .extracting(Token::position)
                .containsExactly(0, 1);
        assertThat(terms("ᠶᠢᠨ")).containsExactly("I A");
    }

    @Test
    void menksoftIsReadAsUnicode() {
        String book = Menksoft.ofUnicode("ᠨᠣᠮ ᠤᠨ").text();
        assertThat(terms("学" + book)).containsExactly("学", "N O M", "+O A", "+A O A");
        Token suffix = Analyzers.tokens(book).getLast();
        assertThat(Menksoft.toUnicode(suffix.span().of(book), Connector.VOWEL_SEPARATOR)
                        .text())
                .doesNotContain("ᠨᠣᠮ");
    }

    @Test
    void charactersStandWithTheirPairsAndReadings() {
        assertThat(Analyzers.tokens("課堂樂"))
                .extracting(Token::term)
                .containsExactly("课", "课堂", ":ke", "堂", "堂乐", ":tang", "乐", ":le", ":yue");
    }

    @Test
    void oldSpellingsHaveTheirOwnStrokesBeside() {
        assertThat(Analyzers.tokens("ᠰᠠᠶᠢᠨ"))
                .extracting(Token::kind)
                .containsExactly(Token.Kind.MONGOLIAN, Token.Kind.LOOK, Token.Kind.EXACT);
    }

    @Test
    void formsOfACyrillicWordShareTheirStem() {
        assertThat(terms("номын Номоос")).containsExactly("ном", "ном");
    }

    @Test
    void digitsOfAllScriptsAreOne() {
        assertThat(terms("᠒᠐᠒᠖ ２０２６ 2026")).containsExactly("2026", "2026", "2026");
    }

    @Test
    void scriptsAreToldApartWithoutSpaces() {
        assertThat(terms("学ᠨᠣᠮabc译")).containsExactly("学", "N O M", "abc", "译");
    }

    @Test
    void offsetsPointIntoAnyTextInOrder() {
        var random = new Random(99);
        String alphabet = "云课ᠨᠣᠮ\u202f\u180e\u180b\u200dᠠ ,。aＡ1\ud800\udc00\ud83d\ude00 ᠤ";
        for (int round = 0; round < 3000; round++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            int last = 0;
            for (Token token : Analyzers.tokens(text.toString())) {
                assertThat(token.span().start()).as(text.toString()).isGreaterThanOrEqualTo(last);
                assertThat(token.span().end())
                        .as(text.toString())
                        .isBetween(token.span().start() + 1, text.length());
                assertThat(token.term()).as(text.toString()).isNotEmpty();
                last = token.span().start();
            }
        }
    }
}
