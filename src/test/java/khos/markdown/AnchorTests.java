package khos.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import khos.language.Language;
import khos.language.Segmenter;
import org.commonmark.testutil.TestResources;
import org.commonmark.testutil.example.Example;
import org.commonmark.testutil.example.ExampleReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnchorTests {
    private static final Pattern TAG = Pattern.compile("<(/?)([a-z0-9]+)[^>]*>");
    /** What is shown as a whole: a sentence that begins within it begins before it. */
    private static final Pattern WHOLE = Pattern.compile("`|<!--|!\\[|<b>|</b>");

    private static final Pattern ID = Pattern.compile(" id=\"([^\"]*)\"");

    /** The anchors of a text whose sentences were cut in the source of its blocks, as those of documents are. */
    private static List<Anchor> anchors(String markdown) {
        List<Anchor> anchors = new ArrayList<>();
        List<Block> blocks = new Markdown(markdown).blocks();
        for (int i = 0; i < blocks.size(); i++) {
            String block = blocks.get(i).text();
            for (var sentence : Segmenter.sentences(block, Language.CHINESE)) {
                anchors.add(new Anchor("s" + (anchors.size() + 1), i, Markdown.plainText(sentence.of(block))));
            }
        }
        return anchors;
    }

    private static String html(String markdown) {
        return Markdown.toHtml(markdown, anchors(markdown)).toString();
    }

    private static String body(String markdown) {
        return html(markdown).strip().replaceFirst("^<p>(.*)</p>$", "$1");
    }

    private static List<String> ids(String html) {
        return ID.matcher(html).results().map(id -> id.group(1)).toList();
    }

    private static void assertWhole(String markdown, String html, List<Anchor> anchors) {
        String without = new Markdown(markdown).toHtml().toString();
        assertThat(html.replaceAll("</?span[^>]*>", ""))
                .as(markdown)
                .isEqualTo(without.replaceAll("</?span[^>]*>", ""));
        assertThat(ids(html))
                .as(markdown)
                .containsExactlyElementsOf(anchors.stream().map(Anchor::id).toList());
        Deque<String> open = new ArrayDeque<>();
        Matcher tags = TAG.matcher(html);
        while (tags.find()) {
            if (tags.group(1).isEmpty() && !List.of("br", "hr", "img").contains(tags.group(2))) {
                open.push(tags.group(2));
            } else if (!tags.group(1).isEmpty()) {
                assertThat(open.pop()).as(markdown).isEqualTo(tags.group(2));
            }
        }
        assertThat(open).as(markdown).isEmpty();
    }

    static Stream<String> specificationExamples() {
        return ExampleReader.readExamples(TestResources.getSpec()).stream().map(Example::getSource);
    }

    @ParameterizedTest
    @MethodSource("specificationExamples")
    void everySentenceIsAPlaceAndThePageSaysTheSame(String markdown) {
        assertWhole(markdown, html(markdown), anchors(markdown));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "马。骑马。 | <span id=\"s1\">马。</span><span id=\"s2\">骑马。</span>",
                // the space between two sentences belongs to none
                "马。 骑马。 | <span id=\"s1\">马。</span> <span id=\"s2\">骑马。</span>",
                "*马*。骑**马**。 | <span id=\"s1\"><em>马</em>。</span><span id=\"s2\">骑<strong>马</strong>。</span>",
                // an emphasis over two sentences, and one that ends within the second
                "*甲。乙。* | <em><span id=\"s1\">甲。</span><span id=\"s2\">乙。</span></em>",
                "*甲。乙*丙。丁。 | <em><span id=\"s1\">甲。</span><span id=\"s2\">乙</span></em>丙。<span id=\"s3\">丁。</span>",
                // signs that are shown as they are
                "甲。(乙)丙。\\*丁。 | <span id=\"s1\">甲。</span><span id=\"s2\">(乙)丙。</span><span id=\"s3\">*丁。</span>",
                "`码`在前。![图](/a.png)在后。 | <span id=\"s1\"><code>码</code>在前。</span>"
                        + "<span id=\"s2\"><img src=\"/a.png\" alt=\"图\" />在后。</span>",
                "同。同。同。 | <span id=\"s1\">同。</span><span id=\"s2\">同。</span><span id=\"s3\">同。</span>",
                "…… | <span id=\"s1\">……</span>"
            })
    void anAnchorOpensDirectlyBeforeItsSentence(String markdown, String html) {
        assertThat(body(markdown)).isEqualTo(html);
    }

    @Test
    void aReferenceWhoseDefinitionIsElsewhereDoesNotMoveTheNextSentence() {
        assertThat(html("看[马][m]吧那是红马。下一句。\n\n[m]: /m\n"))
                .isEqualTo("<p><span id=\"s1\">看<a href=\"/m\">马</a>吧那是红马。</span><span id=\"s2\">下一句。</span></p>\n");
    }

    @Test
    void aMongolianWordIsWithinItsSentence() {
        assertThat(html("ᠮᠣᠷᠢ᠃ ᠨᠣᠮ᠃"))
                .isEqualTo("<p><span id=\"s1\"><span lang=\"mn-Mong\" class=\"w\">ᠮᠣᠷᠢ᠃</span></span> "
                        + "<span id=\"s2\"><span lang=\"mn-Mong\" class=\"w\">ᠨᠣᠮ᠃</span></span></p>\n");
    }

    @Test
    void anAuthorCannotMakeAnId() {
        String markdown = "<span id=\"s7\">甲。</span>\n\n<a id=\"s1\">\n\n[乙](/a \"\\\" id=\\\"s1\\\"\")\n";
        String html = html(markdown);
        assertThat(html.replaceAll("&[^;]+;|\"[^\"]*\"", "")).doesNotContain("id=\"s7\"");
        assertThat(ids(html.replaceAll("title=\"[^\"]*\"", "")))
                .containsExactlyElementsOf(
                        anchors(markdown).stream().map(Anchor::id).toList());
        assertThatThrownBy(() -> new Anchor("s1\" onclick=\"x", 0, "")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anIdIsGivenOnceAndOnlyToABlockThatIsThere() {
        var twice = List.of(
                new Anchor("s1", 0, "甲。"),
                new Anchor("s1", 0, "乙。"),
                new Anchor("s2", 9, "丙。"),
                new Anchor("s3", 0, "不在"));
        assertThat(Markdown.toHtml("甲。乙。", twice).toString())
                .isEqualTo("<p><span id=\"s1\">甲。</span><span id=\"s3\">乙。</span></p>\n");
    }

    /** Sentences that know their numbers, among marks that open in one and close in another. */
    private static String hostile(Random random) {
        String[] marks = {
            "",
            "",
            "",
            "*",
            "**",
            "_",
            "`",
            "[",
            "](/x)",
            "![",
            "](y \"z\")",
            "<b>",
            "</b>",
            "<!--",
            "-->",
            "\\",
            "&amp;",
            " ",
            "\n",
            "  \n",
            "<http://a.b>",
            "***",
            "~~",
            "“",
            "”",
            "(",
            ")",
            "\n\n",
            "\n> ",
            "\n- ",
            "\n1. ",
            "\n## ",
            "\n```\n",
            "\n    ",
            "[r]",
            "\n\n[r]: /r\n\n",
            "ᠮᠣᠷᠢ ᠨᠣᠮ᠃",
            "𠀀"
        };
        var text = new StringBuilder();
        int sentences = 1 + random.nextInt(12);
        for (int i = 0; i < sentences * 3; i++) {
            text.append(marks[random.nextInt(marks.length)]);
            if (i % 3 == 0) {
                text.append("第").append((char) ('a' + i / 3)).append("句");
            }
            text.append(i % 3 == 1 ? "话。" : marks[random.nextInt(marks.length)]);
        }
        return text.toString();
    }

    @Test
    void noMarkBreaksThePage() {
        int placed = 0;
        for (int seed = 0; seed < 5_000; seed++) {
            String markdown = hostile(new Random(seed));
            String html = html(markdown);
            List<Anchor> anchors = anchors(markdown);
            assertWhole(markdown, html, anchors);
            if (!WHOLE.matcher(markdown).find()) {
                assertPlaces(seed + ": " + markdown, html, anchors);
                placed++;
            }
        }
        assertThat(placed).isGreaterThan(100);
    }

    /** What follows an anchor begins as its sentence does, when this begins with letters that no mark can take away. */
    private static void assertPlaces(String description, String html, List<Anchor> anchors) {
        for (Anchor anchor : anchors) {
            if (anchor.text().matches("(?s)第[a-z]句.*")) {
                String rest = html.substring(html.indexOf("id=\"" + anchor.id() + "\""));
                String said = rest.substring(rest.indexOf('>') + 1)
                        .replaceAll("<img[^>]* alt=\"([^\"]*)\"[^>]*>", "$1")
                        .replaceAll("<[^>]*>", "");
                assertThat(said).as(description).startsWith(anchor.text().substring(0, 3));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"甲。", "*甲。", "[甲。", "甲。](/a)", "**甲*。", "`", "<甲。"})
    void longTextsEndWell(String part) {
        String markdown = part.repeat(20_000);
        assertThat(html(markdown)).isNotEmpty();
        var strange =
                Stream.generate(() -> new Anchor("s1", 0, "不在这里的一句话")).limit(1).toList();
        assertThat(Markdown.toHtml(markdown, strange)).isNotNull();
    }
}
