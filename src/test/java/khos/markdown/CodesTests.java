package khos.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import khos.language.Span;
import khos.markdown.Code.Type;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodesTests {
    private static List<Code> codes(String text) {
        return Codes.of(text).list();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*马* | EMPHASIS | * | * | *",
                "_马_ | EMPHASIS | _ | _ | *",
                "**马** | STRONG | ** | ** | **",
                "[马](/m) | LINK | [ | ](/m) | /m",
                "[马](/m \"t\") | LINK | [ | ](/m \"t\") | /m",
                "[马][m] | LINK | [ | ][m] | m",
                "![马](/m.png) | IMAGE | ![ | ](/m.png) | /m.png",
                "![马][m] | IMAGE | ![ | ][m] | m",
                "`马` | CODE | `马` | '' | 马",
                "``a`b`` | CODE | ``a`b`` | '' | a`b",
                "<https://a.cn> | LINK | <https://a.cn> | '' | https://a.cn",
                "[^1] | FOOTNOTE | [^1] | '' | ^1",
                "<ruby>马</ruby> | HTML | <ruby> | </ruby> | <ruby>",
                "<br/> | HTML | <br/> | '' | <br/>",
            })
    void aCodeIsFoundWithItsHalves(String text, Type type, String before, String after, String face) {
        assertThat(codes("前 " + text + " 后")).singleElement().satisfies(code -> {
            assertThat(code.type()).isEqualTo(type);
            assertThat(code.before()).isEqualTo(before);
            assertThat(code.after()).isEqualTo(after);
            assertThat(code.face()).isEqualTo(face);
            assertThat(code.span()).isEqualTo(new Span(2, 2 + text.length()));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "马", "2 * 3 * 4", "[马]", "**马", "a_b_c", "\\*马\\*", "a < b", "[]"})
    void whatIsReadAsTextIsNoCode(String text) {
        assertThat(codes(text)).isEmpty();
    }

    @Test
    void codesTellWhatTheyStandIn() {
        assertThat(codes("[**马** `x`](/m) <ruby>蒙<rt>měng</rt></ruby>"))
                .extracting(Code::face)
                .containsExactly("/m", "**", "x", "<ruby>", "<rt>");
        assertThat(codes("[**马** `x`](/m)")).extracting(Code::depth).containsExactly(0, 1, 1);
        assertThat(codes("[**马** `x`](/m)")).extracting(Code::parent).containsExactly("", "LINK /m", "LINK /m");
    }

    @Test
    void theNextMissingCodeIsTheFirstThatTheTargetLacks() {
        String source = "**一**和**二**，见[三](/3)`四`";
        assertThat(Codes.nextMissing(source, "ᠨᠢᠭᠡ").orElseThrow().before()).isEqualTo("**");
        assertThat(Codes.nextMissing(source, "**ᠨᠢᠭᠡ** `四`").orElseThrow().before())
                .isEqualTo("**");
        assertThat(Codes.nextMissing(source, "**a** **b** `四`").orElseThrow().after())
                .isEqualTo("](/3)");
        assertThat(Codes.nextMissing(source, "**a** **b** `四` [c](/3)")).isEmpty();
    }

    @Test
    void insertingWhatIsMissingEndsWithNothingMissing() {
        String source = "**一***二* [三](/3)![四](/4)`五`[^6]<b>七</b><https://a.cn>";
        String target = "";
        for (int i = 0; i < 20; i++) {
            var next = Codes.nextMissing(source, target);
            if (next.isEmpty()) {
                break;
            }
            target += " " + next.get().before() + "x" + next.get().after();
        }
        assertThat(Codes.nextMissing(source, target)).as(target).isEmpty();
        assertThat(codes(target)).hasSameSizeAs(codes(source));
    }

    @ParameterizedTest
    @MethodSource("khos.markdown.MarkdownTests#specificationExamples")
    void spansOfTheSpecificationsCodesLieInTheirTextAndTellTheTruth(String text) {
        for (Code code : codes(text)) {
            assertThat(code.opening().of(text)).isEqualTo(code.before());
            code.closing().ifPresent(closing -> {
                assertThat(closing.of(text)).isEqualTo(code.after());
                assertThat(closing.start())
                        .isGreaterThanOrEqualTo(code.opening().end());
            });
        }
    }

    @Test
    void randomTextsHaveCodesInsideThem() {
        var random = new Random(6);
        String letters = "*_[]()`<>!^\\\n /ab\"马ᠮ\ud800\u202f";
        for (int round = 0; round < 20_000; round++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(30); i > 0; i--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            for (Code code : codes(text.toString())) {
                assertThat(code.opening().of(text))
                        .as("seed 6, round %d", round)
                        .isEqualTo(code.before());
                code.closing().ifPresent(closing -> assertThat(closing.of(text)).isEqualTo(code.after()));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"*a **a ", "[", "[a](", "`a", "<b>", "![[^1]", "a**b_", "[[[]]]", "\\\n"})
    void hostileTextsTakeNoTime(String part) {
        String text = part.repeat(50_000 / part.length());
        Assertions.assertTimeout(Duration.ofSeconds(5), () -> codes(text));
        assertThat(codes(part.repeat(1_000_000 / part.length()))).isEmpty();
    }
}
