package khos.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import khos.account.SystemActor;
import khos.language.Language;
import khos.language.LanguagePair;
import khos.publication.Publications;
import khos.translation.TextKind;
import khos.translation.Translation;
import khos.translation.Translations;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** The public reads where there is no network: what was read last, what was kept, and what became of the rest. */
@Tag("browser")
@TestPropertySource(properties = "journey=offline")
class OfflineJourneyTests extends Journey {
    private static final String READER =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36";
    private static final String LESSON = "/zh/lessons/school";

    @DynamicPropertySource
    static void fortyEpisodes(DynamicPropertyRegistry properties) {
        properties.add("khos.content", () -> FortyEpisodes.folder().toString());
    }

    private Page open(String path) {
        Page page =
                Browser.page(new NewContextOptions().setViewportSize(360, 640).setUserAgent(READER));
        page.navigate(url(path));
        waitFor(page, "navigator.serviceWorker.ready.then(() => Boolean(navigator.serviceWorker.controller))");
        return page;
    }

    private static void waitFor(Page page, String condition) {
        // Playwright's own waiting evaluates in the page, which its policy forbids.
        long end = System.nanoTime() + 10_000_000_000L;
        while (!Boolean.TRUE.equals(page.evaluate(condition))) {
            assertThat(System.nanoTime()).as(condition).isLessThan(end);
            page.waitForTimeout(50);
        }
    }

    private static String stored(String path) {
        return "caches.match('" + path + "').then(Boolean)";
    }

    private void read(Page page, String path) {
        page.navigate(url(path));
        waitFor(page, stored(path));
    }

    private static void goOffline(Page page) {
        page.context().setOffline(true);
    }

    private static List<String> episodes(int count) {
        List<String> paths = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            paths.add("/zh/series/cloud-classroom/%02d".formatted(number));
        }
        return paths;
    }

    @Test
    void theLastTwentyTextsAndTheKeptLessonAreThereAndTheOldestGivesTheListOfWhatIs() {
        Page page = open("/zh");
        page.navigate(url(LESSON));
        page.locator("[data-offline]").click();
        assertThat(page.locator("[data-offline]")).hasAttribute("aria-pressed", "true");
        List<String> paths = episodes(22);
        paths.forEach(path -> read(page, path));
        waitFor(page, "caches.open('khos-read').then(c => c.keys()).then(k => k.length === 20)");
        goOffline(page);
        for (String path : paths.subList(2, 22)) {
            page.navigate(url(path));
            assertThat(page.locator("body")).hasAttribute("data-item", path.substring(4));
        }
        assertThat(page.locator("h1")).hasCSS("font-weight", "600");
        page.navigate(url(LESSON));
        assertThat(page.locator("#s5 .mn")).isVisible();
        page.navigate(url(paths.getFirst()));
        assertThat(page.locator("[data-lost]").first()).isVisible();
        assertThat(page.locator("[data-list=read] li")).hasCount(20);
        assertThat(page.locator("[data-list=kept] a")).hasAttribute("href", LESSON);
        page.locator("[data-list=kept] button").click();
        assertThat(page.locator("[data-list=kept] li")).hasCount(0);
        assertThat(page.locator("[data-list=read] li").first()).containsText("22");
        page.navigate(url("/mn/articles/never-read"));
        assertThat(page.locator("html")).hasAttribute("lang", "mn-Mong");
        assertThat(page.locator("html")).hasCSS("writing-mode", "vertical-lr");
        assertThat(page.locator("[data-list=read] li")).hasCount(20);
        page.context().close();
    }

    @Test
    void theFirstTextIsThereThoughItWasOpenedBeforeTheWorkerWas() {
        Page page = open(LESSON);
        waitFor(page, stored(LESSON));
        goOffline(page);
        page.reload();
        assertThat(page.locator("#s5")).isVisible();
        page.context().close();
    }

    @Test
    void whatIsWithdrawnGoesFromTheDeviceWhenItIsAskedForOnceMore(
            @Autowired Translations translations, @Autowired Publications publications) throws Exception {
        String path = "/zh/articles/taken-back";
        Translation document = SystemActor.call(() -> translations.extract(
                TextKind.ARTICLE,
                "taken-back",
                new LanguagePair(Language.CHINESE, Language.MONGOLIAN),
                "# 旧闻\n\n正文。\n"));
        SystemActor.call(() -> publications.publish(document.id(), Language.CHINESE));
        Page page = open("/zh");
        read(page, path);
        SystemActor.call(() -> {
            publications.withdraw(document.id(), Language.CHINESE);
            return true;
        });
        assertThat(page.reload().status()).isEqualTo(410);
        waitFor(page, "caches.match('" + path + "').then(one => !one)");
        goOffline(page);
        page.navigate(url(path));
        assertThat(page.locator("[data-lost]").first()).isVisible();
        page.context().close();
    }

    @Test
    void onlyTextsAndFilesOfTheProgramAreStored() {
        Page page = open("/zh/search?q=翻译");
        for (String path : List.of("/zh", "/zh/articles/nothing", "/zh/words", "/zh/series/cloud-classroom")) {
            page.navigate(url(path));
        }
        read(page, "/zh/series/cloud-classroom/01");
        page.locator("video").evaluate("film => { film.muted = true; return film.play(); }");
        page.evaluate("fetch('/api/v1/views?items=articles/x').then(answer => answer.text())");
        List<?> stored = (List<?>) page.evaluate("""
                async () => {
                  const names = await caches.keys();
                  const all = await Promise.all(names.map(async name => (await caches.open(name)).keys()));
                  return all.flat().map(one => new URL(one.url).pathname);
                }""");
        assertThat(stored)
                .isNotEmpty()
                .allSatisfy(
                        path -> assertThat((String) path)
                                .matches(
                                        "/(css|js|fonts)/.*|/favicon.svg|/(zh|mn)/offline|/media/.*[.](jpg|png)|/zh/series/cloud-classroom/01"));
        page.context().close();
    }

    @Test
    void aViewWithoutANetworkIsCountedOnceWhenThereIsOne() {
        Page page = open("/zh");
        read(page, "/zh/articles/study-tours-and-exchange");
        page.waitForTimeout(1_500);
        goOffline(page);
        page.reload();
        page.waitForTimeout(1_500);
        page.context().setOffline(false);
        page.navigate(url("/zh/words"));
        waitFor(
                page,
                "new Promise(then => setTimeout(then, 1500)).then(() => localStorage.getItem('khos-views') === null)");
        assertThat(get("/api/v1/views?items=articles/study-tours-and-exchange").body())
                .contains("\"views\":1");
        page.context().close();
    }

    @ParameterizedTest
    @CsvSource({"zh,360,LIGHT", "zh,1440,DARK", "mn,360,DARK", "mn,1440,LIGHT"})
    void theListIsWholeAndSilent(String language, int width, ColorScheme scheme) {
        Page page = Browser.page(width, width == 360 ? 640 : 900, scheme);
        page.navigate(url("/" + language));
        waitFor(page, "navigator.serviceWorker.ready.then(() => Boolean(navigator.serviceWorker.controller))");
        List<String> complaints = Browser.complaintsOf(page).messages();
        for (String path : List.of("/zh/articles/rural-projects", "/zh/lessons/numbers", "/mn/lessons/colours")) {
            read(page, path);
        }
        page.navigate(url("/" + language + "/lessons/school"));
        page.locator("[data-offline]").click();
        assertThat(page.locator("[data-offline]")).hasAttribute("aria-pressed", "true");
        Browser.picture(page, "kept-lesson-" + language + "-" + width);
        page.navigate(url("/" + language + "/offline"));
        assertThat(page.locator("[data-list=read] li")).hasCount(3);
        Browser.picture(page, "offline-list-" + language + "-" + width);
        assertThat(complaints).isEmpty();
        goOffline(page);
        page.navigate(url("/" + language + "/articles/never-read"));
        assertThat(page.locator("[data-list=kept] li")).hasCount(1);
        Browser.picture(page, "offline-" + language + "-" + width);
        String across = language.equals("mn") ? "scrollHeight > innerHeight" : "scrollWidth > innerWidth";
        assertThat(page.evaluate("document.documentElement." + across)).isEqualTo(false);
        page.context().close();
    }
}
