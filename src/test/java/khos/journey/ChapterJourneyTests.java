package khos.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody looks for a place in a film. */
@Tag("browser")
class ChapterJourneyTests extends Journey {
    private static final String EPISODE = "/series/cloud-classroom/04";

    private Page open(String language, int width, int height, ColorScheme scheme) {
        Page page = Browser.page(width, height, scheme);
        page.navigate(url("/" + language + EPISODE));
        assertThat(page.locator("[data-rail]")).isVisible();
        return page;
    }

    private static double time(Page page) {
        return ((Number) page.locator("video").evaluate("film => film.currentTime + 1e-9")).doubleValue();
    }

    private static Locator chapter(Page page, String at) {
        return page.locator("[data-chapter='" + at + "']");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "mn"})
    void aChapterIsEnteredByItsLinkAndTheOneThatIsShownIsMarked(String language) {
        Page page = open(language, 1440, 900, ColorScheme.LIGHT);
        var complaints = Browser.complaintsOf(page);
        assertThat(chapter(page, "0.000")).hasAttribute("aria-current", "true");
        chapter(page, "20.000").locator("a").focus();
        page.keyboard().press("Enter");
        assertThat(chapter(page, "20.000")).hasAttribute("aria-current", "true");
        assertThat(page.locator(".chs [aria-current]")).hasCount(1);
        assertThat(time(page)).isBetween(20.0, 23.0);
        assertThat(page.url()).endsWith("#t20.000");
        assertThat(complaints.messages()).isEmpty();
        page.context().close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "mn"})
    void theBarSeeksByKeysAndGoesFromChapterToChapter(String language) {
        Page page = open(language, 1440, 900, ColorScheme.LIGHT);
        page.locator("[data-rail] input").focus();
        page.keyboard().press("PageDown");
        assertThat(chapter(page, "10.400")).hasAttribute("aria-current", "true");
        assertThat(time(page)).isBetween(10.4, 10.5);
        page.keyboard().press("ArrowRight");
        assertThat(time(page)).isGreaterThan(10.45);
        page.keyboard().press("PageUp");
        assertThat(chapter(page, "0.000")).hasAttribute("aria-current", "true");
        assertThat(page.locator("[data-rail] input")).hasAttribute("aria-valuetext", Pattern.compile("^0:00 .+"));
        page.context().close();
    }

    @Test
    void anAddressLeadsToAChapterThatBeginsBeforeAnythingIsSaid() {
        Page page = Browser.page(1440, 900, ColorScheme.LIGHT);
        page.navigate(url("/zh" + EPISODE + "#t0.000"));
        assertThat(page.locator("[data-rail]")).isVisible();
        assertThat(chapter(page, "0.000")).hasAttribute("aria-current", "true");
        assertThat(time(page)).isLessThan(1);
        page.navigate(url("/mn" + EPISODE + "#t20.000"));
        assertThat(chapter(page, "20.000")).hasAttribute("aria-current", "true");
        page.context().close();
    }

    @ParameterizedTest
    @CsvSource({"zh, 360, LIGHT", "zh, 1440, DARK", "mn, 360, DARK", "mn, 1440, LIGHT"})
    void chaptersAndMarksStandWhereTheyBelong(String language, int width, ColorScheme scheme) {
        Page page = open(language, width, 900, scheme);
        // The marks are set once the length of the film is known; a film that is played out of view becomes smaller.
        page.waitForFunction("""
                        () => {
                          const bar = document.querySelector('[data-rail]').getBoundingClientRect();
                          const film = document.querySelector('.film').getBoundingClientRect();
                          const at = [...document.querySelectorAll('[data-rail] i')].map((mark) => mark.getBoundingClientRect().x);
                          return Math.abs(bar.width - film.width) < 1 && at.length === 4
                            && at.every((x, i) => x > (at[i - 1] ?? -Infinity) && x > bar.left && x < bar.right);
                        }""");
        chapter(page, "10.400").locator("a").click();
        page.locator("video").evaluate("film => film.pause()");
        for (Locator link : page.locator(".chs a").all()) {
            BoundingBox box = link.boundingBox();
            assertThat(language.equals("zh") ? box.height : box.width).isGreaterThanOrEqualTo(40);
        }
        Browser.picture(page, "chapters-" + language + "-" + width + "-top");
        page.locator(".chs").scrollIntoViewIfNeeded();
        Browser.picture(page, "chapters-" + language + "-" + width);
        page.context().close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "mn"})
    void withoutScriptsTheListIsThereAndLeadsToTheTranscript(String language) {
        Page page = Browser.page(new NewContextOptions().setJavaScriptEnabled(false));
        page.navigate(url("/" + language + EPISODE));
        assertThat(page.locator(".chs a")).hasCount(4);
        assertThat(page.locator("[data-rail]")).isHidden();
        for (Locator link : page.locator(".chs a").all()) {
            String target = link.getAttribute("href").substring(1);
            assertThat(page.locator("[id='" + target + "']")).hasCount(1);
        }
        page.context().close();
    }
}
