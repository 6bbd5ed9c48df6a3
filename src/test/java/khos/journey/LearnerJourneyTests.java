package khos.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import khos.account.SystemActor;
import khos.language.Language;
import khos.terminology.Concept;
import khos.terminology.Status;
import khos.terminology.Term;
import khos.terminology.Termbase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** The public learns: lessons in three ways, films with both captions, words to keep, practice, paper. */
@Tag("browser")
@TestPropertySource(properties = "journey=learner")
class LearnerJourneyTests extends Journey {
    private static final String LESSON = "/lessons/school";
    private static final String EPISODE = "/series/cloud-classroom/04";

    @DynamicPropertySource
    static void fortyEpisodes(DynamicPropertyRegistry properties) {
        properties.add("khos.content", () -> FortyEpisodes.folder().toString());
    }

    @BeforeEach
    void agreeOnTerms(@Autowired Termbase termbase) throws Exception {
        SystemActor.call(() -> termbase.addMissing(
                List.of(concept("翻译", "ᠣᠷᠴᠢᠭᠤᠯᠭ᠎ᠠ", "把一种语言的意思用另一种语言说出来。"), concept("老师", "ᠪᠠᠭᠰᠢ", ""))));
    }

    static Concept concept(String chinese, String mongolian, String definition) {
        return new Concept(
                "",
                "学校",
                definition,
                "",
                "",
                List.of(
                        new Term(Language.CHINESE, chinese, Status.PREFERRED),
                        new Term(Language.MONGOLIAN, mongolian, Status.PREFERRED)),
                0);
    }

    private Page open(String path, int width, int height) {
        Page page = Browser.page(width, height, ColorScheme.LIGHT);
        page.navigate(url(path));
        return page;
    }

    private Page phone(String path) {
        return open(path, 360, 640);
    }

    private Page desk(String path) {
        return open(path, 1440, 900);
    }

    private static void play(Page page) {
        page.locator("video").evaluate("film => { film.muted = true; return film.play(); }");
    }

    private static void seek(Page page, double seconds) {
        page.locator("video").evaluate("(film, to) => { film.currentTime = to; }", seconds);
    }

    private static double time(Page page) {
        return ((Number) page.locator("video").evaluate("film => film.currentTime + 1e-9")).doubleValue();
    }

    private static void waitFor(Page page, String condition) {
        // Playwright's own waiting evaluates in the page, which its policy forbids.
        long end = System.nanoTime() + 10_000_000_000L;
        while (!Boolean.TRUE.equals(page.evaluate(condition))) {
            assertThat(System.nanoTime()).as(condition).isLessThan(end);
            page.waitForTimeout(50);
        }
    }

    // ---- lessons

    @Test
    void aCoveredSentenceUnfoldsByTapAndByEnterAndTheWayIsRemembered() {
        Page page = phone("/zh" + LESSON);
        page.locator("input[value=learn]").check();
        Locator pair = page.locator("#s5");
        assertThat(pair.locator(".mn")).hasJSProperty("inert", true);
        pair.locator(".z").click();
        assertThat(pair.locator(".mn")).hasJSProperty("inert", false);
        pair.locator(".z").click();
        assertThat(pair.locator(".mn")).hasJSProperty("inert", true);
        pair.locator(".cover").focus();
        page.keyboard().press("Enter");
        assertThat(pair.locator(".cover")).hasAttribute("aria-expanded", "true");
        page.reload();
        assertThat(page.locator("input[value=learn]")).isChecked();
        assertThat(pair.locator(".mn")).hasJSProperty("inert", true);
        page.context().close();
    }

    @Test
    void eitherLanguageCanBeTheOneThatIsLearned() {
        Page page = desk("/mn" + LESSON);
        page.locator("input[value=learn]").check();
        assertThat(page.locator("#s5 .zt")).hasJSProperty("inert", true);
        page.locator(".target input[value=zh]").check();
        assertThat(page.locator("#s5 .zt")).hasJSProperty("inert", false);
        assertThat(page.locator("#s5 .m")).hasJSProperty("inert", true);
        page.context().close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/zh", "/mn"})
    void withoutScriptsBothLanguagesStandOpenAndTermsLeadToTheList(String language) {
        Page page =
                Browser.page(new NewContextOptions().setViewportSize(360, 640).setJavaScriptEnabled(false));
        page.navigate(url(language + LESSON));
        assertThat(page.locator("#s5 [lang=zh-Hans]").first()).isVisible();
        assertThat(page.locator("[data-modes]").first()).isHidden();
        String place = page.locator("a.term").first().getAttribute("href");
        assertThat(page.locator(place)).containsText("bagsi");
        page.context().close();
    }

    @ParameterizedTest
    @CsvSource({"/zh,360,640", "/zh,1440,900", "/mn,360,640", "/mn,1440,900"})
    void aTermOpensItsCardAndEscapeLeadsBack(String language, int width, int height) {
        Page page = open(language + LESSON, width, height);
        Locator term = page.locator("a.term").first();
        term.click();
        Locator card = page.locator(".card");
        assertThat(card).isVisible();
        assertThat(card).containsText("bagsi");
        assertThat(card).containsText("规范用词");
        assertThat(card.locator("a[href*='/concordance?q=']")).isVisible();
        assertThat(card.locator("[data-shut]")).isFocused();
        Browser.picture(page, "card" + language.replace('/', '-') + "-" + width);
        page.keyboard().press("Escape");
        assertThat(card).isHidden();
        assertThat(term).isFocused();
        page.context().close();
    }

    @Test
    void theLinkOfASentenceIsCopiedAndLeadsToIt() {
        Page page = desk("/zh" + LESSON);
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        page.locator("#s6 .pn").click();
        assertThat(page.locator(".told")).containsText("已复制");
        assertThat((String) page.evaluate("navigator.clipboard.readText()")).endsWith("/zh" + LESSON + "#s6");
        page.context().close();
    }

    @Test
    void theOtherLanguageOpensAtTheSameSentence() {
        Page page = phone("/zh" + LESSON);
        page.locator("#s9").evaluate("one => one.scrollIntoView({block: 'start', behavior: 'instant'})");
        page.locator("#s8").evaluate("() => scrollBy({top: 60, behavior: 'instant'})");
        page.locator("a.lang").evaluate("link => link.click()");
        page.waitForURL(url -> url.contains("/mn" + LESSON + "#s"));
        String anchor = page.url().substring(page.url().indexOf('#'));
        assertThat(page.locator(anchor)).isInViewport();
        assertThat(anchor).isIn("#s9", "#s10");
        page.context().close();
    }

    @Test
    void keptWordsAreListedGivenOutAndRemoved() throws IOException {
        Page page = desk("/zh" + LESSON);
        page.locator("a.term").first().click();
        page.locator(".card [data-keep]").click();
        assertThat(page.locator(".card [data-keep]")).hasAttribute("aria-pressed", "true");
        page.navigate(url("/mn/words"));
        assertThat(page.locator(".words .word")).hasCount(1);
        page.navigate(url("/zh/words"));
        assertThat(page.locator(".words .word")).containsText("老师");
        Browser.picture(page, "words-zh");
        Download file = page.waitForDownload(() -> page.locator("[data-export]").click());
        assertThat(Files.readString(file.path())).startsWith("\uFEFFzh-Hans\t").contains("老师\tᠪᠠᠭᠰᠢ\tbagsi");
        page.locator(".words .keep").click();
        assertThat(page.locator(".words .word")).hasCount(0);
        assertThat(page.locator("[data-none]")).isVisible();
        page.context().close();
    }

    // ---- practice

    @ParameterizedTest
    @ValueSource(strings = {"/zh" + LESSON, "/mn" + LESSON, "/zh" + EPISODE, "/mn" + EPISODE})
    void fiveExercisesAreDoneByKeyboardAlone(String path) {
        Page page = desk(path);
        page.locator("[data-kind=five]").focus();
        page.keyboard().press("Enter");
        for (int i = 0; i < 5; i++) {
            page.waitForSelector(".ask");
            if (page.locator(".opts button").count() > 0) {
                page.keyboard().press("1");
            } else if (page.locator(".tile").count() > 0) {
                while (page.locator(".heap button").count() > 0) {
                    page.keyboard().press("1");
                }
                page.keyboard().press("Enter");
            } else {
                page.keyboard().insertText("ᠨᠣᠮ");
                page.keyboard().press("Enter");
            }
            assertThat(page.locator(".verdict")).isVisible();
            if (i == 0) {
                Browser.picture(page, "practice" + path.replace('/', '-'));
            }
            assertThat(page.locator("[data-next-item]")).isFocused();
            page.keyboard().press("Enter");
        }
        assertThat(page.locator(".score")).isVisible();
        assertThat((String) page.evaluate("localStorage.getItem('khos-practice')"))
                .contains("\"last\":");
        page.context().close();
    }

    @Test
    void cardsComeBackWhenTheyAreDue() {
        Page page = desk("/zh/lessons/five-animals");
        page.locator("[data-kind=cards]").click();
        int cards = page.locator(".pairs>li").count();
        for (int i = 0; i < cards; i++) {
            page.locator(".desk .go").click();
            page.keyboard().press("3");
        }
        assertThat(page.locator(".score")).containsText("1 天后");
        page.evaluate("""
                () => {
                  const cards = JSON.parse(localStorage.getItem('khos-cards'));
                  Object.values(cards).forEach(card => card.due -= 2 * 86400000);
                  localStorage.setItem('khos-cards', JSON.stringify(cards));
                }""");
        page.locator("[data-kind=cards]").click();
        page.locator(".desk .go").click();
        page.keyboard().press("3");
        assertThat(page.evaluate("Object.values(JSON.parse(localStorage.getItem('khos-cards')))"
                        + ".filter(card => card.days === 6).length"))
                .isEqualTo(1);
        page.context().close();
    }

    @Test
    void typedMongolianThatLooksRightIsRight() {
        assertThat(get("/practice/alike?typed=ᠬᠤᠳᠠ&wanted=ᠬᠣᠲᠠ").body()).isEqualTo("{\"alike\":true}");
        assertThat(get("/practice/alike?typed=ᠨᠣᠮ&wanted=ᠬᠣᠲᠠ").body()).isEqualTo("{\"alike\":false}");
    }

    // ---- films

    @Test
    void bothCaptionsFollowTheFilmAndEachIsTurnedOff() {
        Page page = desk("/zh" + EPISODE);
        // For WeChat's browser, and for the count of plays.
        assertThat(page.locator("video[playsinline][webkit-playsinline][x5-playsinline][data-item]"))
                .hasCount(1);
        seek(page, 11);
        assertThat(page.locator("[data-caption=zh]")).hasText("学校");
        assertThat(page.locator("[data-caption=mn]")).containsText("ᠰᠤᠷᠭᠠᠭᠤᠯᠢ");
        assertThat(page.locator("[data-caption=mn]")).hasCSS("writing-mode", "vertical-lr");
        page.locator("[data-control=mn]").click();
        assertThat(page.locator("[data-caption=mn]")).isHidden();
        assertThat(page.locator("[data-caption=zh]")).isVisible();
        page.reload();
        assertThat(page.locator("[data-control=mn]")).hasAttribute("aria-pressed", "false");
        page.context().close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/zh", "/mn"})
    void aLineOfTheTranscriptSeeksAndTheLineThatIsSaidIsMarked(String language) {
        Page page = desk(language + EPISODE);
        Locator line = page.locator("[data-cue='16.800']").first();
        line.locator("button").focus();
        page.keyboard().press("Enter");
        assertThat(line).hasAttribute("aria-current", "true");
        assertThat(time(page)).isBetween(16.8, 17.1 + 2);
        page.context().close();
    }

    @Test
    void whoScrollsTheTranscriptIsNotPulledBack() {
        Page page = phone("/zh" + EPISODE);
        play(page);
        page.locator(".tr-m").hover();
        page.mouse().wheel(200, 0);
        Locator chip = page.locator("[data-follow]");
        assertThat(chip).isVisible();
        chip.click();
        assertThat(chip).isHidden();
        page.context().close();
    }

    @Test
    void oneSentenceIsRepeated() {
        Page page = desk("/zh" + EPISODE);
        seek(page, 12.8);
        waitFor(page, "document.querySelector('.tr-z [aria-current]')?.dataset.cue === '10.400'");
        page.locator("[data-control=loop]").click();
        page.evaluate("""
                () => {
                  const film = document.querySelector('video');
                  window.back = false;
                  film.addEventListener('seeked', () => (window.back ||= film.currentTime < 10.6));
                }""");
        play(page);
        waitFor(page, "window.back");
        assertThat(time(page)).isBetween(10.4, 13.7);
        page.context().close();
    }

    @Test
    void theKeysOfThePlayerWorkWhereThePlayerHasTheFocus() {
        Page page = desk("/zh" + EPISODE);
        seek(page, 20);
        page.locator("[data-control=loop]").focus();
        page.keyboard().press("ArrowLeft");
        assertThat(time(page)).isBetween(9.9, 10.2);
        page.keyboard().press("c");
        assertThat(page.locator("[data-caption=mn]")).isHidden();
        page.keyboard().press("m");
        assertThat(page.locator("video")).hasJSProperty("muted", true);
        page.keyboard().press("l");
        assertThat(page.locator("[data-control=loop]")).hasAttribute("aria-pressed", "true");
        page.locator("main h1").click();
        page.keyboard().press("l");
        assertThat(page.locator("[data-control=loop]")).hasAttribute("aria-pressed", "true");
        page.locator(".keys summary").click();
        assertThat(page.locator(".keys dl")).isVisible();
        page.context().close();
    }

    @Test
    void aFilmGoesOnWhereItWasLeftAtTheSpeedThatWasChosen() {
        Page page = desk("/zh" + EPISODE);
        page.locator("[data-control=speed]").selectOption("0.8");
        seek(page, 21);
        play(page);
        waitFor(page, "document.querySelector('video').currentTime > 21.2");
        page.locator("video").evaluate("film => film.pause()");
        page.reload();
        waitFor(page, "document.querySelector('video').currentTime > 20");
        assertThat(page.locator("video")).hasJSProperty("playbackRate", 0.8);
        assertThat(page.locator("[data-resumed]")).containsText("00:21");
        page.locator("[data-control=again]").click();
        assertThat(time(page)).isLessThan(1);
        page.context().close();
    }

    @Test
    void theFilmGoesAlongInASmallPictureAndIsShut() {
        Page page = phone("/zh" + EPISODE);
        play(page);
        page.evaluate("scrollTo({top: document.body.scrollHeight, behavior: 'instant'})");
        assertThat(page.locator(".vid.mini .film")).isInViewport();
        Browser.picture(page, "mini-zh-360");
        page.locator("[data-small]").click();
        assertThat(page.locator(".vid.mini")).hasCount(0);
        assertThat(page.locator("video")).hasJSProperty("paused", true);
        page.context().close();
    }

    @Test
    void atItsEndTheNextEpisodeIsOfferedAndTheSeriesRemembers() {
        Page page = desk("/zh" + EPISODE);
        seek(page, 43);
        play(page);
        page.locator("video").evaluate("film => { film.currentTime = film.duration - 0.3; }");
        assertThat(page.locator("[data-next]")).isVisible();
        page.navigate(url("/zh/series/cloud-classroom"));
        assertThat(page.locator(".teeth .seen")).hasCount(1);
        assertThat(page.locator("[data-seen-key]")).containsText("1 / 40");
        page.navigate(url("/mn/series/cloud-classroom"));
        assertThat(page.locator(".teeth .seen")).hasCount(1);
        page.context().close();
    }

    @ParameterizedTest
    @CsvSource({"/zh,360,640", "/zh,1440,900", "/mn,360,640", "/mn,1440,900"})
    void fortyEpisodesFitOnThePageOfTheirSeries(String language, int width, int height) {
        Page page = open(language + "/series/cloud-classroom", width, height);
        assertThat(page.locator(".teeth a")).hasCount(40);
        assertThat(page.locator("li[data-episode]")).hasCount(40);
        Browser.picture(page, "series" + language.replace('/', '-') + "-" + width);
        boolean vertical = language.equals("/mn");
        assertThat(page.evaluate("document.documentElement."
                        + (vertical ? "scrollHeight > innerHeight" : "scrollWidth > innerWidth")))
                .isEqualTo(false);
        page.context().close();
    }

    // ---- sizes and paper

    @ParameterizedTest
    @CsvSource({"/zh,360", "/zh,1440", "/mn,360", "/mn,1440"})
    void fourSizesOfTextAreRememberedAndNothingIsCut(String language, int width) {
        for (String path : List.of("", LESSON, EPISODE, "/series/cloud-classroom", "/words")) {
            Page page = open(language + path, width, width == 360 ? 640 : 900);
            double before = size(page);
            page.locator("[data-do=size]").click();
            page.locator("[data-do=size]").click();
            assertThat(size(page)).as(path).isGreaterThan(before * 1.25);
            page.reload();
            assertThat(size(page)).as(path).isGreaterThan(before * 1.25);
            assertThat(page.evaluate("document.documentElement."
                            + (language.equals("/mn") ? "scrollHeight > innerHeight" : "scrollWidth > innerWidth")))
                    .as("%s%s at %d overflows", language, path, width)
                    .isEqualTo(false);
            page.locator("[data-do=size]").click();
            assertThat(size(page)).as(path).isLessThan(before);
            page.context().close();
        }
    }

    private static double size(Page page) {
        return ((Number) page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize) + 1e-9"))
                .doubleValue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/zh", "/mn"})
    void onPaperBothLanguagesStandSideBySideWhateverIsCovered(String language) {
        Page page = desk(language + LESSON);
        page.locator("input[value=learn]").check();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        Locator chinese = page.locator("#s5 :is(.z,.zt)");
        Locator mongolian = page.locator("#s5 :is(.mn,.m)");
        assertThat(chinese).isVisible();
        assertThat(mongolian).hasCSS("writing-mode", "vertical-lr");
        assertThat(mongolian).hasCSS("color", "rgb(0, 0, 0)");
        assertThat(Math.abs(chinese.boundingBox().x - mongolian.boundingBox().x))
                .isGreaterThan(10);
        assertThat(page.locator(".practice")).isHidden();
        assertThat(page.pdf()).hasSizeGreaterThan(10_000);
        page.context().close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/zh" + LESSON, "/mn" + LESSON, "/zh" + EPISODE, "/mn" + EPISODE})
    void pagesAreLight(String path) {
        Page page = Browser.page(360, 640, ColorScheme.LIGHT);
        long[] weight = new long[2];
        page.onResponse(response -> {
            String type = String.valueOf(response.headerValue("content-type"));
            long length = Long.parseLong(String.valueOf(response.headerValue("content-length")));
            if (type.startsWith("text/html")) {
                weight[0] += length;
            } else if (type.startsWith("text/javascript")) {
                weight[1] += length;
            }
        });
        page.navigate(url(path));
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(weight[0]).as("HTML").isBetween(1L, 20_480L);
        assertThat(weight[1]).as("script").isBetween(1L, 15_360L);
        page.context().close();
    }
}
