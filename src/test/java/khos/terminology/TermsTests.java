package khos.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import khos.language.Language;
import org.junit.jupiter.api.Test;

class TermsTests {
    private static final String CHINESE = "云课堂翻译中心马";
    private static final String[] MONGOLIAN = {"ᠮᠣᠷᠢ", "ᠬᠢᠴᠢᠶᠡᠯ", "ᠬᠣᠲᠠ", "ᠨᠣᠮ"};

    /** Nested, alike and shared terms, as many as possible. */
    private static Concept concept(int number, Random random) {
        List<Term> terms = new ArrayList<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            boolean chinese = random.nextBoolean();
            var text = new StringBuilder();
            for (int length = 1 + random.nextInt(4); length > 0; length--) {
                text.append(
                        chinese
                                ? Character.toString(CHINESE.charAt(random.nextInt(CHINESE.length())))
                                : MONGOLIAN[random.nextInt(MONGOLIAN.length)] + " ");
            }
            terms.add(new Term(
                    chinese ? Language.CHINESE : Language.MONGOLIAN,
                    text.toString().strip(),
                    Status.values()[random.nextInt(4)]));
        }
        return new Concept("%04d".formatted(number), "", "", "", "", terms, 0);
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(40); i > 0; i--) {
            text.append(
                    random.nextInt(3) > 0
                            ? Character.toString(CHINESE.charAt(random.nextInt(CHINESE.length())))
                            : MONGOLIAN[random.nextInt(MONGOLIAN.length)] + (random.nextBoolean() ? " " : "\u202fᠤᠨ "));
        }
        return text.toString();
    }

    @Test
    void termsFoundAfterAnyChangesAreThoseOfAFreshRecognizer() {
        for (int seed = 0; seed < 60; seed++) {
            var random = new Random(seed);
            var all = new TreeMap<String, Concept>();
            for (int i = random.nextInt(60); i > 0; i--) {
                Concept concept = concept(random.nextInt(80), random);
                all.put(concept.id(), concept);
            }
            Terms terms = Terms.of(0, all.values());
            for (int change = 1; change < 60; change++) {
                String id = "%04d".formatted(random.nextInt(80));
                if (random.nextInt(3) == 0) {
                    all.remove(id);
                    terms = terms.with(change, List.of(), List.of(id));
                } else {
                    Concept concept = concept(Integer.parseInt(id), random);
                    all.put(id, concept);
                    terms = terms.with(change, List.of(concept), List.of());
                }
                if (random.nextInt(20) == 0) {
                    terms = terms.tidied();
                }
                for (Language language : Language.values()) {
                    String text = text(random);
                    assertThat(terms.recognizer(language).occurrences(text))
                            .as("seed %d, change %d, %s", seed, change, text)
                            .isEqualTo(new TermRecognizer(all.values(), language).occurrences(text));
                }
            }
        }
    }

    @Test
    void manyChangesAreUntidyUntilTheyAreTidied() {
        List<Concept> many = new ArrayList<>();
        var random = new Random(1);
        for (int i = 0; i < 1_000; i++) {
            many.add(concept(i, random));
        }
        Terms terms = Terms.of(0, List.of()).with(1, many, List.of());
        assertThat(terms.isUntidy()).isTrue();
        assertThat(terms.tidied().isUntidy()).isFalse();
        assertThat(terms.tidied().revision()).isEqualTo(1);
    }

    @Test
    void aPlaceTellsNoMoreThanTwentyConceptsOfOneWord() {
        List<Concept> many = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            many.add(new Concept(
                    "%05d".formatted(i),
                    "",
                    "",
                    "",
                    "",
                    List.of(new Term(Language.CHINESE, "马", i == 9_999 ? Status.PREFERRED : Status.ADMITTED)),
                    0));
        }
        assertThat(new TermRecognizer(many, Language.CHINESE).occurrences("马马"))
                .hasSize(2 * TermRecognizer.MOST_AT_ONE_PLACE)
                .first()
                .satisfies(first -> assertThat(first.concept().id()).isEqualTo("09999"));
    }

    @Test
    void termsNestedInOneAnotherGiveOneOccurrenceAPlace() {
        List<Concept> nested = new ArrayList<>();
        for (int length = 1; length <= 200; length++) {
            nested.add(Concept.of(List.of(new Term(Language.CHINESE, "啊".repeat(length), Status.ADMITTED))));
        }
        List<TermOccurrence> found = new TermRecognizer(nested, Language.CHINESE).occurrences("啊".repeat(100_050));
        assertThat(found).hasSize(501);
        assertThat(found.getLast().term().text()).hasSize(50);
    }
}
