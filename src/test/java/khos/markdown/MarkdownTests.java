package khos.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.commonmark.testutil.TestResources;
import org.commonmark.testutil.example.Example;
import org.commonmark.testutil.example.ExampleReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTests {
    static Stream<String> specificationExamples() {
        return ExampleReader.readExamples(TestResources.getSpec()).stream().map(Example::getSource);
    }

    private static List<String> texts(String markdown) {
        return new Markdown(markdown).blocks().stream().map(Block::text).toList();
    }

    @Test
    void theSpecificationHasItsExamples() {
        assertThat(specificationExamples()).hasSizeGreaterThan(640);
    }

    @ParameterizedTest
    @MethodSource("specificationExamples")
    void mergingWhatWasExtractedGivesTheTextBack(String markdown) {
        assertThat(new Markdown(markdown).merge(texts(markdown))).isEqualTo(markdown);
    }

    @ParameterizedTest
    @MethodSource("specificationExamples")
    void extractingWhatWasMergedGivesTheTranslationsBack(String markdown) {
        List<String> translated =
                texts(markdown).stream().map(text -> "译" + text + "文").toList();
        String merged;
        try {
            merged = new Markdown(markdown).merge(translated);
        } catch (StructureBroken e) {
            return;
        }
        assertThat(texts(merged)).hasSameSizeAs(translated);
    }

    @Test
    void fewTranslationsOfTheSpecificationBreakTheStructure() {
        long broken = specificationExamples()
                .filter(markdown -> {
                    try {
                        new Markdown(markdown)
                                .merge(texts(markdown).stream()
                                        .map(text -> "译 " + text)
                                        .toList());
                        return false;
                    } catch (StructureBroken e) {
                        return true;
                    }
                })
                .count();
        assertThat(broken).isLessThan(15);
    }

    @Test
    void blocksOfQuotationsAndListsAreFreeOfTheirMarks() {
        assertThat(texts("# 题\n\n> 一\n> 二\n\n1. 三\n   四\n\n- 五\n")).containsExactly("题", "一\n二", "三\n四", "五");
    }

    @Test
    void aTranslationIsPutBehindTheMarksOfItsContainers() {
        assertThat(new Markdown("> 一\n> 二\n").merge(List.of("a\nb"))).isEqualTo("> a\n> b\n");
        assertThat(new Markdown("- 一\n").merge(List.of("a\nb"))).isEqualTo("- a b\n");
    }

    @Test
    void aTranslationThatLooksLikeAMarkIsEscaped() {
        assertThat(new Markdown("一\n").merge(List.of("# a"))).isEqualTo("\\# a\n");
        assertThat(new Markdown("一\n").merge(List.of("1. a"))).isEqualTo("1\\. a\n");
        assertThat(new Markdown("一\n").merge(List.of("- a"))).isEqualTo("\\- a\n");
    }

    @Test
    void anEmptyTranslationIsRefused() {
        assertThatThrownBy(() -> new Markdown("一\n\n二\n").merge(List.of("", "b")))
                .isInstanceOfSatisfying(
                        StructureBroken.class, e -> assertThat(e.block()).isZero());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "[a](javascript:alert(1))",
                "[a](JaVaScRiPt:alert(1))",
                "[a](data:text/html,<script>alert(1)</script>)",
                "[a](data:text/html;base64,PHNjcmlwdD4=)",
                "[a](vbscript:x)",
                "[a](java&#115;cript:alert(1))",
                "<javascript:alert(1)>",
                "![a](data:image/svg+xml,<svg onload=alert(1)>)",
                "[a](\" onmouseover=\"alert(1))",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<svg/onload=alert(1)>",
                "[a]: javascript:alert(1)\n\n[a]",
                "```\"><script>alert(1)</script>\nx\n```"
            })
    void hostileMarkdownComesOutHarmless(String markdown) {
        String html = new Markdown(markdown).toHtml().toString().toLowerCase(java.util.Locale.ROOT);
        assertThat(html).doesNotContain("<script", "<svg", "<iframe", "href=\"javascript", "href=\"data", "src=\"data");
        assertThat(html.replaceAll("&[^;]+;", "").replaceAll(">[^<]*<", "><"))
                .doesNotContain("onerror", "onload", "onmouseover");
    }

    @Test
    void mongolianWordsKeepTheirCodePointsAndGetTheirLanguage() {
        assertThat(new Markdown("马叫 ᠨᠠᠷ\u180eᠠ ᠶᠢᠨ\u202fᠤ。").toHtml().toString())
                .isEqualTo("<p>马叫 <span lang=\"mn-Mong\" class=\"w\">ᠨᠠᠷ\u180eᠠ ᠶᠢᠨ\u202fᠤ</span>。</p>\n");
    }

    @Test
    void plainTextHasNoMarks() {
        assertThat(new Markdown("# 马\n\n*骑*[马](/m)`x`\n").plainText()).isEqualTo("马\n骑马x");
    }

    /** Patterns that once took other processors seconds or overflowed their stack. */
    @ParameterizedTest
    @ValueSource(strings = {"[a](<b", "`", "x <!-- >", "**a b", "> ", "- ", "[", "![", "*", "_a", "<", "&"})
    void repeatedMarksEndWell(String mark) {
        assertThat(new Markdown(mark.repeat(20_000)).toHtml()).isNotNull();
    }
}
