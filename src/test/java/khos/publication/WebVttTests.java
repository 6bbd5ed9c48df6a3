package khos.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import khos.language.WritingMode;
import org.junit.jupiter.api.Test;

class WebVttTests {
    @Test
    void readsIdsTimesAndPlainText() {
        assertThat(WebVtt.parse("""
                        WEBVTT - 第 40 期

                        NOTE 不是字幕
                        00:00:01.000 --> 00:00:02.000

                        7
                        00:03:12.000 --> 00:03:15.500 line:0 align:start
                        <v 老师>这本书</v>将对<i>他</i>的研究
                        有 1 &lt; 2 &amp; 3

                        03:16.000 --> 03:17.000
                        ᠨᠢᠭᠡ
                        """))
                .containsExactly(
                        new Cue("7", 192_000, 195_500, "这本书将对他的研究\n有 1 < 2 & 3"),
                        new Cue("", 196_000, 197_000, "ᠨᠢᠭᠡ"));
    }

    @Test
    void whatIsNoCaptionFileHasNoCues() {
        for (String file : List.of("", "WEBVTTX\n", "{}", "1\n00:00:01,000 --> 00:00:02,000\nSubRip", "\u0000")) {
            assertThat(WebVtt.parse(file)).as(file).isEmpty();
        }
    }

    @Test
    void brokenCuesArePassedOver() {
        assertThat(WebVtt.parse("""
                        WEBVTT

                        STYLE
                        ::cue { background: url(https://evil.example/x) }

                        -1:00:01.000 --> 00:00:02.000
                        negative

                        00:00:05.000 --> 00:00:04.000
                        backwards

                        99999999999999:00:01.000 --> 00:00:02.000
                        huge

                        00:61:00.000 --> 00:62:00.000
                        sixty-one

                        00:00:08.000 --> 00:00:09.000
                        <script>

                        00:00:10.000 --> 00:00:11.000
                        good<script>alert(1)</script
                        """)).containsExactly(new Cue("", 10_000, 11_000, "goodalert(1)"));
    }

    @Test
    void readingWhatWasWrittenGivesTheSameCues() {
        List<Cue> cues = List.of(
                new Cue("1", 4_000, 7_400, "一 < 二 & 三 > 零"), new Cue("b", 7_400, 3_599_999_999L, "&lt;\nᠬᠣᠶᠠᠷ"));
        assertThat(WebVtt.parse(WebVtt.write(cues, WritingMode.VERTICAL_LR))).isEqualTo(cues);
    }

    @Test
    void anArrowInAnIdEndsNoCue() {
        for (String id : List.of("-->", "---->>", "a --> b")) {
            String file = WebVtt.write(List.of(new Cue(id, 0, 1_000, "一")), WritingMode.HORIZONTAL_TB);
            assertThat(WebVtt.parse(file)).containsExactly(new Cue("1", 0, 1_000, "一"));
            assertThat(file.split("-->", -1)).hasSize(2);
        }
    }

    @Test
    void aLongTextIsCutBetweenCharacters() {
        for (String lead : List.of("", "一")) {
            String text = WebVtt.parse("WEBVTT\n\n00:00.000 --> 00:01.000\n" + lead + "𪚥".repeat(3_000))
                    .getFirst()
                    .text();
            assertThat(text.length()).isBetween(2_000, 2_001);
            assertThat(text).startsWith(lead + "𪚥").endsWith("𪚥");
        }
    }

    @Test
    void aChapterHasATitleOfOneLineAndEndsWhereTheNextBegins() {
        assertThat(WebVtt.chapters("""
                        WEBVTT

                        b
                        00:00:10.000 --> 00:00:20.000
                        <b>学校</b>
                        与课

                        a
                        00:00:00.000 --> 00:00:42.000
                        你好

                        00:00:10.000 --> 00:00:11.000
                        第二个名字

                        00:00:30.000 --> 00:00:42.000
                        ᠪᠢᠴᠢᠭ\u202fᠦᠨ
                        """))
                .containsExactly(
                        new Cue("a", 0, 10_000, "你好"),
                        new Cue("b", 10_000, 20_000, "学校 与课"),
                        new Cue("", 30_000, 42_000, "ᠪᠢᠴᠢᠭ\u202fᠦᠨ"));
    }

    @Test
    void chaptersAreLimitedInNumberAndInTheLengthOfTheirTitles() {
        StringBuilder file = new StringBuilder("WEBVTT\n");
        for (int i = 0; i < 2_000; i++) {
            file.append("\n%02d:%02d.000 --> 59:59.999\n".formatted(i / 60, i % 60))
                    .append("𪚥".repeat(900))
                    .append('\n');
        }
        List<Cue> chapters = WebVtt.chapters(file.toString());
        assertThat(chapters)
                .hasSize(500)
                .allSatisfy(one -> assertThat(one.text()).isEqualTo("𪚥".repeat(200)));
        assertThat(chapters.get(498).end()).isEqualTo(499_000);
    }

    @Test
    void chaptersOfAnyFileAreInOrderAndDoNotOverlap() {
        long seed = 77;
        Random random = new Random(seed);
        String[] parts = {"\n\n", "\n", "00:0%d.000 --> 00:0%d.500\n", "一", "<", "-->", "\u0000", "ᠨᠢᠭᠡ\n\n"};
        for (int round = 0; round < 2_000; round++) {
            StringBuilder file = new StringBuilder("WEBVTT\n\n");
            for (int i = random.nextInt(40); i > 0; i--) {
                file.append(parts[random.nextInt(parts.length)].formatted(random.nextInt(10), random.nextInt(10)));
            }
            List<Cue> chapters = WebVtt.chapters(file.toString());
            for (int i = 0; i < chapters.size(); i++) {
                Cue one = chapters.get(i);
                assertThat(one.end())
                        .as("seed %d, round %d", seed, round)
                        .isGreaterThan(one.start())
                        .isLessThanOrEqualTo(
                                i + 1 < chapters.size() ? chapters.get(i + 1).start() : Long.MAX_VALUE);
                assertThat(one.text()).isNotEmpty().doesNotContain("\n");
            }
        }
    }

    @Test
    void toleratesAnything() {
        long seed = 42;
        Random random = new Random(seed);
        String[] parts = {
            "WEBVTT", "\n", "\n\n", "\r", "00:00:01.000", " --> ", "00:00:02.000", "<", ">", "&amp;", "ᠨᠢᠭᠡ", "\u0000"
        };
        for (int round = 0; round < 2_000; round++) {
            StringBuilder file = new StringBuilder("WEBVTT\n\n");
            for (int i = random.nextInt(40); i > 0; i--) {
                file.append(parts[random.nextInt(parts.length)]);
            }
            List<Cue> cues = WebVtt.parse(file.toString());
            assertThat(WebVtt.parse(WebVtt.write(cues, WritingMode.VERTICAL_LR)).stream()
                            .map(Cue::start))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(cues.stream().map(Cue::start).toList());
        }
    }
}
