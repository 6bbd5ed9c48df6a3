package khos.translation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import khos.storage.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("khos.storage.TestDatabase#all")
class PreviewsTests extends Room {
    private final Previews previews;

    PreviewsTests(TestDatabase database) {
        super(database);
        previews = bean(Previews.class);
    }

    private String html(Segment segment, String target) {
        return previews.around(segment.id(), target).toHtml().toString();
    }

    /** Without what marks the language of words. */
    private String plainly(Segment segment, String target) {
        return html(segment, target).replaceAll("</?span[^>]*>", "");
    }

    @Test
    void aParagraphReadsAsTypedAndWhatIsOpenAsItsSource() {
        String document = extract("# 马\n\n马跑得快。牛走得慢。\n\n- 羊\n");
        translate(segment(document, 0), "ᠮᠣᠷᠢ");
        assertThat(plainly(segment(document, 1), "**ᠮᠣᠷᠢ**᠃"))
                .contains("<h1>ᠮᠣᠷᠢ</h1>", "<strong>ᠮᠣᠷᠢ</strong>᠃ 牛走得慢。", "<li>羊</li>");
    }

    @Test
    void farAwayIsNotShown() {
        String document = extract("一。\n\n二。\n\n三。\n\n四。\n\n五。\n\n六。\n\n七。\n");
        assertThat(html(segment(document, 3), "D")).contains("二。", "D", "六。").doesNotContain("一。", "七。", "四。");
    }

    @Test
    void aTitleIsAHeading() {
        String document = extract("---\ntitle: 题\n---\n\n马。\n");
        assertThat(plainly(segment(document, 0), "ᠮᠣᠷᠢ")).isEqualTo("<h1>ᠮᠣᠷᠢ</h1>\n");
    }

    @Test
    void whateverIsTypedIsShownSafely() {
        String document = extract("> 甲。\n>\n> - 乙。\n>\n> 丙。\n\n1. 丁。\n\n   戊。\n2. 己。\n");
        String marks = "*_`<>[]()#-+1.\n |\\&\"馬";
        for (int seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            var text = new StringBuilder();
            random.ints(random.nextInt(30), 0, marks.length()).forEach(i -> text.append(marks.charAt(i)));
            int place = random.nextInt(6);
            assertThat(html(segment(document, place), text + "<script>alert(1)</script>"))
                    .as("seed %s", seed)
                    .doesNotContain("<script");
        }
    }
}
