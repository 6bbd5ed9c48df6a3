package khos.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SegmenterTests {
    private static List<String> sentences(String text) {
        return Segmenter.sentences(text).stream().map(span -> span.of(text)).toList();
    }

    /** 。！？ */
    @Test
    void chineseFullStopsEndASentence() {
        assertThat(sentences("你好。你好吗？好！")).containsExactly("你好。", "你好吗？", "好！");
    }

    /** …… */
    @Test
    void aDoubledEllipsisEndsASentence() {
        assertThat(sentences("他走了……雪停了。")).containsExactly("他走了……", "雪停了。");
    }

    /** ” after 。 */
    @Test
    void speechAfterAColonEndsWithItsQuotation() {
        assertThat(sentences("他说：“你好。”门开了。")).containsExactly("他说：“你好。”", "门开了。");
    }

    @Test
    void aQuotationInsideASentenceDoesNotCutIt() {
        assertThat(sentences("“再见！”他说。")).containsExactly("“再见！”他说。");
        assertThat(sentences("《走吧！》是一本书。")).containsExactly("《走吧！》是一本书。");
    }

    /** ᠃ */
    @Test
    void theMongolianFourDotsEndASentence() {
        assertThat(sentences("ᠨᠢᠭᠡ᠃ ᠬᠣᠶᠠᠷ᠃")).containsExactly("ᠨᠢᠭᠡ᠃", "ᠬᠣᠶᠠᠷ᠃");
    }

    /** ᠂ */
    @Test
    void theMongolianCommaDoesNotEndASentence() {
        assertThat(sentences("ᠨᠢᠭᠡ᠂ ᠬᠣᠶᠠᠷ᠃")).hasSize(1);
    }

    @Test
    void aSuffixSeparatorIsNotTakenForASpace() {
        assertThat(sentences("\u202fᠤᠨ")).containsExactly("\u202fᠤᠨ");
    }

    @Test
    void numbersAddressesAndCodeStayWhole() {
        assertThat(sentences("共 3.14 亿，见 khos.md 和 `a. B`。")).hasSize(1);
        assertThat(sentences("见[说明](http://a.b/c?d=1. X)。好。")).hasSize(2);
    }

    @Test
    void westernSentencesEndBeforeACapital() {
        assertThat(sentences("One. Two! three. Four")).containsExactly("One.", "Two! three.", "Four");
    }

    @Test
    void betweenSentencesLiesNothingButSpace() {
        var random = new Random(20261124);
        String alphabet = "甲乙。！？“”（）…\u202f\u180e᠃᠂ \n.aA`\\[]()1\ud83d\udc0e";
        for (int round = 0; round < 2000; round++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(60); i > 0; i--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            String between = text.toString();
            int shift = 0;
            for (Span span : Segmenter.sentences(text.toString())) {
                between = between.substring(0, span.start() - shift) + between.substring(span.end() - shift);
                shift += span.length();
            }
            assertThat(between.replaceAll("[ \\n\\r\\t\\u3000]", ""))
                    .as("text " + text)
                    .isEmpty();
        }
    }
}
