package khos.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import khos.account.SystemActor;
import khos.terminology.Termbase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** What axe-core finds against WCAG 2.2 A and AA on each kind of page: in both languages, light and dark, phone and desk. */
@Tag("browser")
@TestPropertySource(properties = "journey=learner")
class AccessibilityTests extends Journey {
    private static final String AXE = axe();

    @DynamicPropertySource
    static void fortyEpisodes(DynamicPropertyRegistry properties) {
        properties.add("khos.content", () -> FortyEpisodes.folder().toString());
    }

    private static String axe() {
        String path = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
        try (InputStream in = AccessibilityTests.class.getResourceAsStream(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void agreeOnTerms(@Autowired Termbase termbase) throws Exception {
        SystemActor.call(() -> termbase.addMissing(List.of(LearnerJourneyTests.concept("老师", "ᠪᠠᠭᠰᠢ", "教授知识和技能的人。"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/articles",
                "/articles/how-a-word-is-translated",
                "/lessons",
                "/lessons/school",
                "/series",
                "/series/cloud-classroom",
                "/series/cloud-classroom/04",
                "/search",
                "/search?q=翻译",
                "/search?q=xyzzy",
                "/concordance",
                "/concordance?q=老师",
                "/tools/convert",
                "/words",
                "/offline",
                "/archive",
                "/archive/2025-01",
                "/topics/学校",
                "/people/市翻译中心",
                "/articles/nothing"
            })
    void nothingSeriousIsFound(String path) {
        for (String language : List.of("/zh", "/mn")) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                boolean phone = scheme == ColorScheme.DARK;
                Page page = Browser.page(phone ? 360 : 1440, phone ? 640 : 900, scheme);
                page.navigate(url(language + path));
                page.waitForLoadState(LoadState.NETWORKIDLE);
                assertThat(violations(page)).as(language + path + " " + scheme).isEmpty();
                page.context().close();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/zh", "/mn"})
    void nothingSeriousIsFoundInWhatOpens(String language) {
        Page page = Browser.page(1440, 900, ColorScheme.LIGHT);
        page.navigate(url(language + "/lessons/school"));
        page.locator("input[value=learn]").check();
        assertThat(violations(page)).as("covered").isEmpty();
        page.locator("input[value=both]").check();
        page.locator("a.term").first().click();
        assertThat(violations(page)).as("card").isEmpty();
        page.keyboard().press("Escape");
        for (String kind : List.of("cards", "five")) {
            page.locator("[data-kind=" + kind + "]").click();
            page.waitForSelector(".desk button");
            assertThat(violations(page)).as(kind).isEmpty();
        }
        page.context().close();
    }

    /** Each as {@code rule: where}, serious and critical ones. */
    private static List<?> violations(Page page) {
        page.evaluate(AXE);
        return (List<?>) page.evaluate("""
                async () => {
                  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
                  const found = await axe.run(document, { runOnly: tags, resultTypes: ['violations'] });
                  return found.violations
                    .filter(one => ['serious', 'critical'].includes(one.impact))
                    .flatMap(one => one.nodes.map(node => `${one.id}: ${node.html.slice(0, 160)} ${node.any[0]?.message ?? ''}`));
                }""");
    }
}
