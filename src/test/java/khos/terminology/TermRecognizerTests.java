package khos.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import khos.language.Language;
import org.junit.jupiter.api.Test;

class TermRecognizerTests {
    private static final List<Concept> CONCEPTS = List.of(
            concept("云课堂", "ᠡᠭᠦᠯᠡᠨ ᠬᠢᠴᠢᠶᠡᠯ"),
            concept("课堂", "ᠬᠢᠴᠢᠶᠡᠯ"),
            concept("翻译中心", "ᠣᠷᠴᠢᠭᠤᠯᠭ\u180eᠠ"),
            concept("AI 翻译", "ᠬᠣᠲᠠ"));

    private static Concept concept(String chinese, String mongolian) {
        return Concept.of(List.of(
                new Term(Language.CHINESE, chinese, Status.PREFERRED),
                new Term(Language.MONGOLIAN, mongolian, Status.ADMITTED)));
    }

    private static List<String> found(String text, Language language) {
        return new TermRecognizer(CONCEPTS, language)
                .occurrences(text).stream()
                        .map(occurrence -> occurrence.span().of(text))
                        .toList();
    }

    @Test
    void theLongestTermIsFoundWhateverStandsAroundIt() {
        assertThat(found("我们的云课堂在课堂里，翻译中心的。", Language.CHINESE)).containsExactly("云课堂", "课堂", "翻译中心");
    }

    @Test
    void aTermReachesOverTheEndOfAClauseOnlyWhenItHasOneItself() {
        assertThat(found("我们的云，课堂；翻译。中心", Language.CHINESE)).containsExactly("课堂");
        List<Concept> saying = List.of(concept("书读百遍，其义自见", "ᠨᠣᠮ᠂ ᠬᠣᠲᠠ"));
        String text = "俗话说：书读百遍,其义自见。书读百遍其义自见";
        assertThat(new TermRecognizer(saying, Language.CHINESE).occurrences(text))
                .extracting(occurrence -> occurrence.span().of(text))
                .containsExactly("书读百遍,其义自见");
    }

    @Test
    void traditionalAndFullWidthFormsAreTheSameTerm() {
        assertThat(found("雲課堂與ＡＩ翻译", Language.CHINESE)).containsExactly("雲課堂", "ＡＩ翻译");
    }

    @Test
    void aMongolianTermIsFoundWithSuffixesAndInEverySpellingOfItsLook() {
        assertThat(found("ᠬᠢᠴᠢᠶᠡᠯ\u202fᠦᠨ ᠬᠤᠳᠠ", Language.MONGOLIAN)).containsExactly("ᠬᠢᠴᠢᠶᠡᠯ", "ᠬᠤᠳᠠ");
        assertThat(found("ᠡᠭᠦᠯᠡᠨ ᠬᠢᠴᠢᠶᠡᠯ", Language.MONGOLIAN)).containsExactly("ᠡᠭᠦᠯᠡᠨ ᠬᠢᠴᠢᠶᠡᠯ");
    }

    @Test
    void ofConceptsThatShareATermThePreferredComesFirst() {
        List<Concept> shared = List.of(
                Concept.of(List.of(new Term(Language.CHINESE, "马", Status.DEPRECATED))),
                Concept.of(List.of(new Term(Language.CHINESE, "马", Status.PREFERRED))),
                Concept.of(List.of(new Term(Language.CHINESE, "马", Status.ADMITTED))));
        assertThat(new TermRecognizer(shared, Language.CHINESE).occurrences("马"))
                .extracting(occurrence -> occurrence.term().status())
                .containsExactly(Status.PREFERRED, Status.ADMITTED, Status.DEPRECATED);
    }

    @Test
    void occurrencesAreInOrderAndApartInAnyText() {
        var random = new Random(8);
        String alphabet = "云课堂翻译中心 ᠬᠢᠴᠢᠶᠡᠯᠬᠣᠲᠠ\u202f，AI\ud83d";
        for (int round = 0; round < 3_000; round++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(60); i > 0; i--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            for (Language language : Language.values()) {
                int last = 0;
                for (TermOccurrence occurrence : new TermRecognizer(CONCEPTS, language).occurrences(text.toString())) {
                    assertThat(occurrence.span().start()).as(text.toString()).isGreaterThanOrEqualTo(last);
                    last = occurrence.span().end();
                }
                assertThat(last).isLessThanOrEqualTo(text.length());
            }
        }
    }
}
