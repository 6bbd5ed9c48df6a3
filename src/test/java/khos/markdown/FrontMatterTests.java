package khos.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FrontMatterTests {
    @Test
    void aFileIsTakenApartWithoutLoss() {
        String text = "---\ntitle: 马\ntags: [一, 二]\ndate: 2026-11-20\n---\n\n正文\n";
        var file = FrontMatter.split(text);
        assertThat(file.head() + file.body()).isEqualTo(text);
        assertThat(file.matter().text("title")).contains("马");
        assertThat(file.matter().text("date")).contains("2026-11-20");
        assertThat(file.matter().list("tags")).containsExactly("一", "二");
    }

    @Test
    void aThematicBreakIsNotFrontMatter() {
        assertThat(FrontMatter.split("---\n正文\n").body()).isEqualTo("---\n正文\n");
        assertThat(FrontMatter.split("正文\n---\n").head()).isEmpty();
    }

    @Test
    void valuesStayTheTextsTheyAre() {
        var matter = FrontMatter.parse("a: no\nb: 007\nc: {zh: 好, mn: 2024}\n");
        assertThat(matter.text("a")).contains("no");
        assertThat(matter.text("b")).contains("007");
        assertThat(matter.matter("c").text("mn")).contains("2024");
    }

    @Test
    void whatIsNotYamlIsRefused() {
        assertThatThrownBy(() -> FrontMatter.split("---\na: [\n---\n")).isInstanceOf(MalformedFrontMatter.class);
        assertThatThrownBy(() -> FrontMatter.split("---\n- a\n---\n")).isInstanceOf(MalformedFrontMatter.class);
    }

    @Test
    void anEntityBombIsRefused() {
        String bomb = "a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nd: &d [*c,*c]\ne: &e [*d,*d]\nf: [*e,*e]\n";
        assertThatThrownBy(() -> FrontMatter.parse(bomb)).isInstanceOf(MalformedFrontMatter.class);
    }

    @Test
    void aTypeTagMakesNoObject() {
        assertThatThrownBy(() -> FrontMatter.parse("a: !!javax.script.ScriptEngineManager []"))
                .isInstanceOf(MalformedFrontMatter.class);
    }
}
