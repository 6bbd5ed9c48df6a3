package khos.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;

/**
 * The public reads, watches and searches, in both scripts, on a phone and on a desk. Its data are its own, so that the
 * pictures show nothing that another journey published.
 */
@Tag("browser")
@TestPropertySource(properties = "journey=reader")
class ReaderJourneyTests extends Journey {
    @ParameterizedTest
    @CsvSource({
        "home-zh,/zh,1440,900,LIGHT",
        "home-mn,/mn,1440,900,LIGHT",
        "home-zh-phone,/zh,360,640,DARK",
        "home-mn-phone,/mn,360,640,DARK",
        "article-zh,/zh/articles/how-a-word-is-translated,1440,900,LIGHT",
        "article-zh-phone,/zh/articles/how-a-word-is-translated,360,640,LIGHT",
        "lesson-phone,/zh/lessons/five-animals,360,640,LIGHT",
        "lesson-mn,/mn/lessons/five-animals,1440,900,DARK",
        "episode-zh,/zh/series/cloud-classroom/02,1440,900,LIGHT",
        "episode-mn,/mn/series/cloud-classroom/02,1440,900,LIGHT",
        "search-zh,/zh/search?q=翻译,1440,900,LIGHT",
        "search-mn,/mn/search?q=ᠨᠣᠮ,360,640,LIGHT",
        "missing-mn,/mn/articles/nothing,360,640,LIGHT"
    })
    void everyPageIsWholeAndSilent(String name, String path, int width, int height, ColorScheme scheme) {
        Page page = Browser.page(width, height, scheme);
        List<String> complaints = Browser.complaintsOf(page).messages();
        page.navigate(url(path));
        page.waitForLoadState(LoadState.NETWORKIDLE);
        Browser.picture(page, name);
        assertThat(complaints.stream()
                        .filter(message -> !message.contains("404"))
                        .toList())
                .isEmpty();
        assertThat(page.context().cookies()).isEmpty();
        boolean vertical = path.startsWith("/mn");
        assertThat(page.evaluate("getComputedStyle(document.documentElement).writingMode"))
                .isEqualTo(vertical ? "vertical-lr" : "horizontal-tb");
        String across = vertical ? "scrollHeight > innerHeight" : "scrollWidth > innerWidth";
        assertThat(page.evaluate("document.documentElement." + across))
                .as("overflows across its lines")
                .isEqualTo(false);
        page.context().close();
    }

    @Test
    void theMongolianFontIsLoadedAndShapesWords() {
        Page page = Browser.page(1440, 900, ColorScheme.LIGHT);
        page.navigate(url("/mn"));
        page.evaluate("document.fonts.ready");
        assertThat(page.evaluate("[...document.fonts].some(f => f.family.includes('Khos') && f.status === 'loaded')"))
                .isEqualTo(true);
        page.context().close();
    }

    @Test
    void aFilmPlaysAndItsCaptionsFollow() {
        Page page = Browser.page(1440, 900, ColorScheme.LIGHT);
        page.navigate(url("/zh/series/cloud-classroom/01"));
        page.locator("video").evaluate("video => { video.muted = true; return video.play(); }");
        page.waitForTimeout(5_000);
        assertThat((double) page.locator("video").evaluate("video => video.currentTime + 0.01"))
                .isGreaterThan(2);
        PlaywrightAssertions.assertThat(page.locator(".tr-z [aria-current]")).isVisible();
        page.context().close();
    }

    @Test
    void theLanguageSwitchLeadsToTheSameText() {
        Page page = Browser.page(1440, 900, ColorScheme.LIGHT);
        page.navigate(url("/zh/lessons/numbers"));
        page.click("a[hreflang=mn-Mong]");
        PlaywrightAssertions.assertThat(page).hasURL(url("/mn/lessons/numbers"));
        page.context().close();
    }

    @Test
    void aViewIsCountedAndShownWithinSeconds() {
        Page page = Browser.page(1440, 900, ColorScheme.LIGHT);
        page.context()
                .setExtraHTTPHeaders(Map.of(
                        "User-Agent",
                        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36"));
        page.navigate(url("/zh/articles/rural-projects"));
        PlaywrightAssertions.assertThat(page.locator("[data-views]").first()).containsText("1");
        assertThat(get("/api/v1/views?items=articles/rural-projects").body()).contains("\"views\":1");
        page.context().close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/zh", "/mn", "/zh/articles", "/zh/lessons/numbers", "/mn/series/cloud-classroom/1"})
    void pagesAreReadableWithoutScripts(String path) {
        String html = get(path).body();
        assertThat(html).contains("<main").doesNotContain("<script>", "style=\"", "onclick=");
    }
}
