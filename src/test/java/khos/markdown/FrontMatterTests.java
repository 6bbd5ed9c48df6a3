package khos.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
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

    @Test
    void factsAreWrittenAsYamlThatIsReadAgain() {
        var random = new Random(5);
        for (int round = 0; round < 2_000; round++) {
            Map<String, Object> facts = new LinkedHashMap<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                Object value = switch (random.nextInt(3)) {
                    case 0 -> List.of(text(random), text(random));
                    case 1 -> Map.of("k" + text(random), text(random));
                    default -> text(random);
                };
                facts.put("f" + i + text(random), value);
            }
            String yaml = new FrontMatter(facts).yaml();
            assertThat(FrontMatter.parse(yaml).facts())
                    .as("round %d: %s", round, yaml)
                    .isEqualTo(facts);
            assertThat(FrontMatter.split("---\n" + yaml + "---\nbody").body()).isEqualTo("body");
        }
    }

    private static String text(Random random) {
        String signs = "a: #-\"'\\\n\r\t{}[],&*!|>%@`~\u0001\u0085\u2028\uFEFF\uFFFDᠮ\u202f\u180e马no2024";
        return random.ints(random.nextInt(8), 0, signs.length())
                .mapToObj(i -> random.nextInt(20) == 0 ? "\n---\n" : signs.substring(i, i + 1))
                .collect(Collectors.joining());
    }

    @Test
    void aYamlDocumentMayEndWithDots() {
        FrontMatter.File file = FrontMatter.split("---\ntitle: 马\n...\n\n牛\n");
        assertThat(file.matter().text("title")).contains("马");
        assertThat(file.head() + file.body()).isEqualTo("---\ntitle: 马\n...\n\n牛\n");
        assertThat(file.body()).isEqualTo("\n牛\n");
    }
}
