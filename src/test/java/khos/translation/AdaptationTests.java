package khos.translation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import khos.language.Language;
import khos.language.LanguagePair;
import khos.language.Span;
import khos.terminology.Concept;
import khos.terminology.Status;
import khos.terminology.Term;
import khos.terminology.TermOccurrence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdaptationTests {
    private static final LanguagePair FORTH = new LanguagePair(Language.CHINESE, Language.MONGOLIAN);

    private static Adaptation adapted(String was, String target, String now) {
        return Adaptation.of(was, target, now, FORTH, Adaptation.Terms.NONE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            有3匹马。       | ᠮᠣᠷᠢ 3 ᠪᠤᠢ᠃      | 有12匹马。      | ᠮᠣᠷᠢ 12 ᠪᠤᠢ᠃
            有3匹马。       | ᠮᠣᠷᠢ ᠓ ᠪᠤᠢ᠃      | 有12匹马。      | ᠮᠣᠷᠢ ᠑᠒ ᠪᠤᠢ᠃
            有3匹马。       | ᠮᠣᠷᠢ ３ ᠪᠤᠢ᠃     | 有12匹马。      | ᠮᠣᠷᠢ １２ ᠪᠤᠢ᠃
            有３匹马。      | ᠮᠣᠷᠢ 3 ᠪᠤᠢ᠃      | 有１２匹马。    | ᠮᠣᠷᠢ 12 ᠪᠤᠢ᠃
            长1.5米。       | ᠑᠃᠕ ᠮᠧᠲ᠋ᠷ᠃        | 长2.25米。      | ᠒᠃᠒᠕ ᠮᠧᠲ᠋ᠷ᠃
            收入1,250元。   | 1,250 ᠶᠤᠸᠠᠨ᠃     | 收入98,000元。  | 98,000 ᠶᠤᠸᠠᠨ᠃
            收入1250元。    | 1,250 ᠶᠤᠸᠠᠨ᠃     | 收入98000元。   | 98,000 ᠶᠤᠸᠠᠨ᠃
            收入98,000元。  | 98,000 ᠶᠤᠸᠠᠨ᠃    | 收入250元。     | 250 ᠶᠤᠸᠠᠨ᠃
            第1.2.3版       | ᠪᠣᠳᠢ 1.2.3       | 第1.2.4版       | ᠪᠣᠳᠢ 1.2.4
            共3头，死3头。  | ᠪᠦᠬᠦ 3᠂ ᠦᠬᠦᠭᠰᠡᠨ 3 | 共5头，死5头。  | ᠪᠦᠬᠦ 5᠂ ᠦᠬᠦᠭᠰᠡᠨ 5
            """)
    void numbersAreRewrittenInTheFormOfTheTarget(String was, String target, String now, String expected) {
        Adaptation adaptation = adapted(was, target, now);
        assertThat(adaptation.text()).isEqualTo(expected);
        assertThat(adaptation.isComplete()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026年3月3日    | ᠒᠐᠒᠖ ᠣᠨ ᠤ ᠓ ᠰᠠᠷ᠎ᠠ ᠶᠢᠨ ᠓ | 2027年4月15日  | ᠒᠐᠒᠗ ᠣᠨ ᠤ ᠔ ᠰᠠᠷ᠎ᠠ ᠶᠢᠨ ᠑᠕
            2026年3月3日    | 2026-03-03            | 2027年4月15日  | 2027-04-15
            3月3日开学。    | 3 ᠰᠠᠷ᠎ᠠ ᠶᠢᠨ 3 ᠡᠬᠢᠯᠡᠨ᠎ᠡ᠃ | 3月15日开学。  | 3 ᠰᠠᠷ᠎ᠠ ᠶᠢᠨ 15 ᠡᠬᠢᠯᠡᠨ᠎ᠡ᠃
            2026年5月开始。 | 2026 ᠣᠨ ᠤ 5 ᠰᠠᠷ᠎ᠠ      | 2025年6月开始。 | 2025 ᠣᠨ ᠤ 6 ᠰᠠᠷ᠎ᠠ
            """)
    void datesAreRewrittenInTheirOrder(String was, String target, String now, String expected) {
        Adaptation adaptation = adapted(was, target, now);
        assertThat(adaptation.text()).isEqualTo(expected);
        assertThat(adaptation.isComplete()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            共3头，死3头。  | ᠪᠦᠬᠦ 3᠂ ᠦᠬᠦᠭᠰᠡᠨ 3  | 共5头，死2头。    # one number would become two
            有3匹马。       | ᠭᠤᠷᠪᠠᠨ ᠮᠣᠷᠢ᠃       | 有5匹马。         # said in words
            有3匹马。       | 3 ᠮᠣᠷᠢ 3᠃         | 有5匹马。         # said twice
            有3匹马。       | 3 ᠮᠣᠷᠢ᠃           | 有5头马。         # another thing is counted
            有3匹马。       | 3 ᠮᠣᠷᠢ᠃           | 有马。            # nothing is counted
            卖了3万元。     | 30000 ᠶᠤᠸᠠᠨ᠃      | 卖了5万元。       # another magnitude
            长3米。         | ᠓ ᠮᠧᠲ᠋ᠷ᠃           | 长3.5米。         # the form of a fraction is not known
            见[此](/a/3)。  | [ᠡᠭᠦᠨ](/a/3)      | 见[此](/a/4)。    # an address is no number
            2026年3月3日    | ᠓ ᠰᠠᠷ᠎ᠠ ᠶᠢᠨ ᠓      | 2026年4月3日      # the target has no year
            """)
    void whatIsNotCertainIsLeftAsItIs(String was, String target, String nowAndWhy) {
        String now = nowAndWhy.replaceFirst("\\s+#.*", "");
        Adaptation adaptation = adapted(was, target, now);
        assertThat(adaptation.text()).isEqualTo(target);
        assertThat(adaptation.changes()).isEmpty();
        assertThat(adaptation.isComplete()).isFalse();
    }

    @Test
    void whatWasAdaptedIsMarkedAndSaysWhatStoodThere() {
        Adaptation adaptation = adapted("从3到5", "3 ᠡᠴᠡ 5", "从10到20");
        assertThat(adaptation.text()).isEqualTo("10 ᠡᠴᠡ 20");
        assertThat(adaptation.changes())
                .containsExactly(
                        new Adaptation.Change(new Span(0, 2), "3"), new Adaptation.Change(new Span(7, 9), "5"));
    }

    @Test
    void theSameSentenceNeedsNothing() {
        assertThat(adapted("有3匹马。", "ᠮᠣᠷᠢ", "有3匹马。")).isEqualTo(new Adaptation("ᠮᠣᠷᠢ", List.of(), true));
    }

    /** Terms by the text they stand as, wherever it stands. */
    private static Adaptation.Terms terms(Map<String, Concept> concepts) {
        return (text, language) -> {
            List<TermOccurrence> found = new ArrayList<>();
            for (int i = 0; i < text.length(); i++) {
                for (Concept concept : concepts.values()) {
                    for (Term term : concept.terms(language)) {
                        if (text.startsWith(term.text(), i)) {
                            found.add(new TermOccurrence(
                                    new Span(i, i + term.text().length()), term, concept));
                        }
                    }
                }
            }
            return found;
        };
    }

    private static Concept concept(String id, String chinese, String... mongolian) {
        List<Term> terms = new ArrayList<>(List.of(new Term(Language.CHINESE, chinese, Status.PREFERRED)));
        for (String text : mongolian) {
            terms.add(new Term(Language.MONGOLIAN, text, Status.PREFERRED));
        }
        return new Concept(id, "", "", "", "", terms, 0);
    }

    private static final Map<String, Concept> ANIMALS = Map.of(
            "horse",
            concept("horse", "马", "ᠮᠣᠷᠢ"),
            "camel",
            concept("camel", "骆驼", "ᠲᠡᠮᠡᠭᠡ"),
            "cow",
            concept("cow", "牛", "ᠦᠨᠢᠶᠡ", "ᠦᠬᠡᠷ"));

    @Test
    void aTermIsSwappedForAnotherWhoseTranslationIsAgreed() {
        Adaptation adaptation = Adaptation.of("草原上有3匹马。", "ᠮᠣᠷᠢ ᠓ ᠪᠤᠢ᠃", "草原上有5匹骆驼。", FORTH, terms(ANIMALS));
        assertThat(adaptation.text()).isEqualTo("ᠲᠡᠮᠡᠭᠡ ᠕ ᠪᠤᠢ᠃");
        assertThat(Adaptation.of("ᠮᠣᠷᠢ ᠪᠤᠢ᠃", "有马。", "ᠲᠡᠮᠡᠭᠡ ᠪᠤᠢ᠃", FORTH.reversed(), terms(ANIMALS))
                        .text())
                .isEqualTo("有骆驼。");
    }

    @Test
    void aTermWithASuffixIsNotSwapped() {
        for (String target : List.of("ᠮᠣᠷᠢ\u202fᠢ ᠦᠵᠡᠪᠡ᠃", "ᠮᠣᠷᠢ ᠶᠢ ᠦᠵᠡᠪᠡ᠃", "ᠮᠣᠷᠢᠳ ᠢᠷᠡᠪᠡ᠃")) {
            assertThat(Adaptation.of("看见马。", target, "看见骆驼。", FORTH, terms(ANIMALS))
                            .text())
                    .isEqualTo(target);
        }
    }

    @Test
    void aTermWithTwoTranslationsIsNotSwappedIn() {
        assertThat(Adaptation.of("有马。", "ᠮᠣᠷᠢ ᠪᠤᠢ᠃", "有牛。", FORTH, terms(ANIMALS))
                        .text())
                .isEqualTo("ᠮᠣᠷᠢ ᠪᠤᠢ᠃");
    }

    @Test
    void aTermThatStandsOftenerInTheTargetIsNotSwapped() {
        String target = "ᠮᠣᠷᠢ ᠪᠤᠢ᠂ ᠮᠣᠷᠢ ᠪᠤᠢ᠃";
        assertThat(Adaptation.of("有马。", target, "有骆驼。", FORTH, terms(ANIMALS)).text())
                .isEqualTo(target);
    }

    /** Whatever the texts: nothing outside the marked places changes, and these turn back into what stood there. */
    @Test
    void onlyMarkedPlacesAreChanged() {
        long seed = 20261125;
        var random = new Random(seed);
        String letters = "马牛3３᠓1,.，᠃年月日-/ᠣᠨᠰᠠᠷ \u202f\u180e*`](a)<b>👍";
        for (int i = 0; i < 20_000; i++) {
            String target = random(random, letters);
            Adaptation adaptation = adapted(random(random, letters), target, random(random, letters));
            var back = new StringBuilder(adaptation.text());
            for (Adaptation.Change change : adaptation.changes().reversed()) {
                back.replace(change.span().start(), change.span().end(), change.was());
            }
            assertThat(back.toString()).as("seed %s, run %s", seed, i).isEqualTo(target);
        }
    }

    private static String random(Random random, String letters) {
        var text = new StringBuilder();
        int[] points = letters.codePoints().toArray();
        for (int length = random.nextInt(24); length > 0; length--) {
            text.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return text.toString();
    }
}
