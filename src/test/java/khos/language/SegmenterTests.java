package khos.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SegmenterTests {
    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9A-F]{4})");

    private static List<String> sentences(String text, String tag) {
        return Segmenter.sentences(text, tag).stream()
                .map(span -> span.of(text))
                .toList();
    }

    private static List<String> sentences(String text) {
        return sentences(text, "zh-Hans");
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

    @Test
    void aQuotationOfMoreThan400CharactersIsASlip() {
        String long400 = "天黑了。".repeat(100);
        assertThat(sentences("“" + long400.substring(2) + "”好。")).hasSize(1);
        assertThat(sentences("“" + long400 + "”好。")).hasSize(101);
    }

    /** ᠃ */
    @Test
    void theMongolianFullStopEndsASentence() {
        assertThat(sentences("ᠨᠢᠭᠡ᠃ ᠬᠣᠶᠠᠷ᠃", "mn-Mong")).containsExactly("ᠨᠢᠭᠡ᠃", "ᠬᠣᠶᠠᠷ᠃");
    }

    /** ᠂ */
    @Test
    void theMongolianCommaDoesNotEndASentence() {
        assertThat(sentences("ᠨᠢᠭᠡ᠂ ᠬᠣᠶᠠᠷ᠃", "mn-Mong")).hasSize(1);
    }

    @Test
    void aSuffixSeparatorIsNotTakenForASpace() {
        assertThat(sentences("\u202fᠤᠨ", "mn-Mong")).containsExactly("\u202fᠤᠨ");
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
    void textWithoutSentencesHasNone() {
        assertThat(sentences("")).isEmpty();
        assertThat(sentences(" \n\n\t\u3000")).isEmpty();
    }

    /** The files say by {@code |} where a sentence ends. */
    @ParameterizedTest
    @ValueSource(strings = {"zh", "mn-Mong", "mn-Cyrl", "en"})
    void aLanguageIsCutAsItsGoldenFileSays(String tag) throws IOException {
        List<String> lines = golden(tag);
        assertThat(lines).isNotEmpty();
        for (String line : lines) {
            assertThat(cut(line.replace("|", ""), tag)).isEqualTo(line);
        }
    }

    /** The texts of a golden file, with their marks. */
    private static List<String> golden(String tag) throws IOException {
        try (InputStream in = SegmenterTests.class.getResourceAsStream(tag + ".txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isEmpty())
                    .map(SegmenterTests::unescaped)
                    .toList();
        }
    }

    private static String unescaped(String line) {
        return ESCAPE.matcher(line.replace("\\n", "\n"))
                .replaceAll(code -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(code.group(1), 16))));
    }

    /** {@code 你好。再见。} gives {@code 你好。|再见。} */
    private static String cut(String text, String tag) {
        var cut = new StringBuilder();
        int last = 0;
        for (Span sentence : Segmenter.sentences(text, tag)) {
            cut.append(last > 0 ? "|" : "").append(text, last, sentence.end());
            last = sentence.end();
        }
        return cut.append(text.substring(last)).toString();
    }

    /** A sentence alone is one sentence. */
    @ParameterizedTest
    @ValueSource(strings = {"zh", "mn-Mong", "mn-Cyrl", "en"})
    void aSentenceGivesItself(String tag) throws IOException {
        for (String line : golden(tag)) {
            for (String sentence : sentences(line.replace("|", ""), tag)) {
                assertThat(sentences(sentence, tag)).containsExactly(sentence);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void sentencesFollowEachOtherWithNothingButSpaceBetween(Language language) {
        var random = new Random(20261124);
        for (int round = 0; round < 5_000; round++) {
            String text = hostile(random);
            int last = 0;
            for (Span sentence : Segmenter.sentences(text, language)) {
                assertThat(sentence.length()).as(text).isPositive();
                assertThat(text.substring(last, sentence.start())).as(text).matches("[ \\n\\r\\t\\u3000]*");
                last = sentence.end();
            }
            assertThat(text.substring(last)).as(text).matches("[ \\n\\r\\t\\u3000]*");
        }
    }

    @ParameterizedTest
    @EnumSource
    void noSentenceBeginsOrEndsWithinACharacter(Language language) {
        var random = new Random(20261125);
        for (int round = 0; round < 5_000; round++) {
            String text = hostile(random);
            for (Span sentence : Segmenter.sentences(text, language)) {
                assertThat(holdsTogether(text, sentence.start())).as(text).isFalse();
                assertThat(holdsTogether(text, sentence.end())).as(text).isFalse();
            }
        }
    }

    /** Whether a place lies between the halves of a character, or beside a mark, a selector or a connector. */
    private static boolean holdsTogether(String text, int place) {
        if (place == 0 || place == text.length()) {
            return false;
        }
        char before = text.charAt(place - 1);
        char after = text.charAt(place);
        return Character.isSurrogatePair(before, after)
                || !Character.isWhitespace(before) && "\u0301\u180b\u180e\u202f\ufe0f\u00a0".indexOf(after) >= 0
                || !Character.isWhitespace(after) && "\u180e\u202f\u00a0".indexOf(before) >= 0;
    }

    private static String hostile(Random random) {
        String alphabet =
                "甲乙、。！？“”（）《》：；…᠁ᠠᠡ᠃᠂᠄᠅᠉\u202f\u180e\u180b\u0301\ufe0f\u00a0 \n\r\t\u3000.!?aA1`\\[]()\"'*_-\ud83d\udc0e";
        var text = new StringBuilder();
        for (int i = random.nextInt(60); i > 0; i--) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    /** Two hundred thousand characters each; ordinary text takes less than a second. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "“",
                "”",
                "\"",
                "“”",
                "((((((((((。))))))))))",
                "(",
                ")",
                ".",
                "A. ",
                "1. ",
                "、…",
                "…",
                "。",
                "᠃",
                "᠃᠅",
                "`",
                "` ``",
                "\\",
                "*",
                "**甲 ",
                "：“甲。”",
                "Mr. X ",
                " ",
                " .",
                "\n",
                "\n\n",
                "\u202f",
                "\u0301",
                "甲",
                "a",
                "他来了。"
            })
    void timeGrowsWithTheLengthOfATextAlone(String unit) {
        String text = unit.repeat(200_000 / unit.length());
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> Segmenter.sentences(text, Language.CHINESE));
    }
}
