package khos.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import khos.language.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TermCsvTests {
    private static ReadTerms read(byte[] file) {
        try {
            return TermCsv.read(new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ReadTerms read(String file) {
        return read(file.getBytes(StandardCharsets.UTF_8));
    }

    private static String written(List<Concept> concepts) {
        var out = new ByteArrayOutputStream();
        try {
            TermCsv.write(concepts, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aConceptIsARow() {
        Concept concept = new Concept(
                "",
                "教育",
                "在网上上的课",
                "",
                "",
                List.of(
                        new Term(Language.CHINESE, "云课堂", Status.PREFERRED),
                        new Term(Language.CHINESE, "网课", Status.FORBIDDEN),
                        new Term(Language.MONGOLIAN, "ᠬᠢᠴᠢᠶᠡᠯ", Status.PREFERRED)),
                0);
        assertThat(written(List.of(concept))).isEqualTo("""
                \uFEFFzh,mn,mn-Cyrl,status,subject,definition,note,source\r
                "云课堂\n网课",ᠬᠢᠴᠢᠶᠡᠯ,,"preferred\nforbidden\npreferred",教育,在网上上的课,,\r
                """);
    }

    @Test
    void whatIsWrittenIsReadBack() {
        for (long seed = 0; seed < 500; seed++) {
            var random = new Random(seed);
            List<Concept> concepts = new ArrayList<>();
            for (int i = random.nextInt(5); i >= 0; i--) {
                concepts.add(concept(random));
            }
            ReadTerms back = read(written(concepts));
            assertThat(back.refused()).as("seed %d", seed).isEmpty();
            assertThat(back.concepts()).as("seed %d", seed).isEqualTo(concepts);
        }
    }

    private static Concept concept(Random random) {
        List<Term> terms = new ArrayList<>();
        add(terms, Language.CHINESE, "云课堂,\"=-@+'1", 1 + random.nextInt(3), random);
        add(terms, Language.MONGOLIAN, "ᠨᠣᠮ\u202f\u180e,\"", random.nextInt(3), random);
        add(terms, Language.MONGOLIAN, "хичээл'-", random.nextInt(2), random);
        return new Concept("", text(random), text(random), text(random), text(random), terms, 0);
    }

    private static void add(List<Term> terms, Language language, String letters, int count, Random random) {
        for (int i = 0; i < count; i++) {
            terms.add(new Term(
                    language,
                    letters.charAt(0) + some(letters, random) + letters.charAt(0),
                    Status.values()[random.nextInt(Status.values().length)]));
        }
    }

    private static String text(Random random) {
        return some("a='-+@\t\r\n\",;ᠠ\u202f好 ", random);
    }

    private static String some(String letters, Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }

    @Test
    void noCellIsAFormula() {
        var concept = new Concept(
                "",
                "",
                "=HYPERLINK(\"http://x\")",
                "@x",
                "-1",
                List.of(new Term(Language.CHINESE, "+1", Status.ADMITTED)),
                0);
        assertThat(written(List.of(concept))).contains("\r\n'+1,", ",\"'=HYPERLINK(\"\"http://x\"\")\",'@x,'-1\r\n");
    }

    @Test
    void columnsStandInAnyOrderAndOthersArePassedOver() {
        assertThat(read("Status,x,MN,zh\nPreferred,?,ᠨᠣᠮ,书\n\n,,,\n").concepts())
                .containsExactly(Concept.of(List.of(
                        new Term(Language.CHINESE, "书", Status.PREFERRED),
                        new Term(Language.MONGOLIAN, "ᠨᠣᠮ", Status.PREFERRED))));
    }

    @Test
    void spacesAroundATermGoAndTheMongolianOnesStay() {
        assertThat(read("zh,mn\n 书 , ᠨᠣᠮ\u202fᠤᠨ \n").concepts().getFirst().terms())
                .extracting(Term::text)
                .containsExactly("书", "ᠨᠣᠮ\u202fᠤᠨ");
    }

    @Test
    void aRowThatCannotBeTakenDoesNotStopTheFile() {
        ReadTerms read = read("""
                zh,mn,status
                "书
                本",,admitted
                ,,preferred
                马,,often
                %s,,
                羊,"ᠬᠣᠨᠢ","preferred
                forbidden
                admitted"
                牛,,,much
                骆驼,ᠲᠡᠮᠡᠭᠡ,
                """.formatted("长".repeat(300)));
        assertThat(read.concepts()).hasSize(2);
        assertThat(read.refused())
                .containsExactly(
                        new ReadTerms.Refusal(4, "refused.no-term", ""),
                        new ReadTerms.Refusal(5, "refused.term-status", "often"),
                        new ReadTerms.Refusal(6, "refused.term-length", ""),
                        new ReadTerms.Refusal(7, "refused.csv-statuses", ""),
                        new ReadTerms.Refusal(10, "refused.csv-cells", "3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF", "书,ᠨᠣᠮ\n", "zh;mn\n书;ᠨᠣᠮ\n", ",,,\n"})
    void aTableWithoutColumnNamesIsRefused(String file) {
        ReadTerms read = read(file);
        assertThat(read.concepts()).isEmpty();
        assertThat(read.refused()).extracting(ReadTerms.Refusal::key).containsExactly("refused.csv-header");
    }

    @Test
    void aQuotationWithoutEndIsRefusedWhereItBegins() {
        ReadTerms read = read("zh\n马\n羊\n\"牛\n\n骆驼\n");
        assertThat(read.concepts()).hasSize(2);
        assertThat(read.refused()).containsExactly(new ReadTerms.Refusal(4, "refused.csv-quote", ""));
    }

    @ParameterizedTest
    @CsvSource({"GB18030", "UTF-16LE"})
    void whatIsNotUtf8IsRefusedWithItsLine(String charset) {
        ReadTerms read = read("zh,mn\n书,好\n".getBytes(Charset.forName(charset)));
        assertThat(read.concepts()).isEmpty();
        assertThat(read.refused())
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.line()).isPositive());
    }

    @Test
    void anyBytesAreAnswered() {
        for (long seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            String text = "zh,mn,status\n" + some("\",\r\n'=好ᠠ\u0000 x", random).repeat(1 + random.nextInt(50));
            ReadTerms read = read(text);
            assertThat(read.concepts().size() + read.refused().size())
                    .as("seed %d", seed)
                    .isLessThanOrEqualTo(text.length());
        }
    }
}
