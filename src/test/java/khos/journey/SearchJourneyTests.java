package khos.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;

/** A reader searches: is helped while typing, narrows, is told what else to ask, and arrives at the place. */
@Tag("browser")
@TestPropertySource(properties = "journey=reader")
class SearchJourneyTests extends Journey {
    private Page page = Browser.page(1440, 900, ColorScheme.LIGHT);

    @AfterEach
    void close() {
        page.context().close();
    }

    private void onAPhone() {
        page.context().close();
        page = Browser.page(360, 640, ColorScheme.LIGHT);
    }

    private void open(String path) {
        page.navigate(url(path));
    }

    private static String search(String lang, String query) {
        return "/" + lang + "/search?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    }

    private Locator field() {
        return page.locator("#q");
    }

    private Locator options() {
        return page.getByRole(AriaRole.OPTION);
    }

    private void type(String text) {
        field().click();
        assertThat(field()).hasRole(AriaRole.COMBOBOX);
        field().pressSequentially(text);
    }

    @Test
    void pinyinSuggestsTitlesThatKeysChoose() {
        open("/zh");
        type("yunk");
        assertThat(options().first()).containsText("云课堂");
        assertThat(field()).hasAttribute("aria-expanded", "true");
        field().press("ArrowDown");
        assertThat(field()).hasAttribute("aria-activedescendant", "q-suggestions-0");
        assertThat(options().first()).hasAttribute("aria-selected", "true");
        Browser.picture(page, "suggestions-zh");
        field().press("ArrowUp");
        assertThat(field()).not().hasAttribute("aria-activedescendant", Pattern.compile(".*"));
        field().press("Escape");
        assertThat(options().first()).isHidden();
        assertThat(field()).hasValue("yunk");
        field().press("ArrowDown");
        assertThat(options().first()).isVisible();
        field().press("ArrowDown");
        field().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/zh/articles/.+"));
    }

    @Test
    void mongolianSuggestsInColumnsBesideTheField() {
        open("/mn/search");
        type("ᠬᠢᠴᠢ");
        assertThat(options().first()).isVisible();
        double field = field().boundingBox().x + field().boundingBox().width;
        assertThat(options().first().boundingBox().x).isGreaterThanOrEqualTo(field);
        assertThat(options().first().evaluate("one => getComputedStyle(one).writingMode"))
                .isEqualTo("vertical-lr");
        field().press("ArrowRight");
        assertThat(options().first()).hasAttribute("aria-selected", "true");
        Browser.picture(page, "suggestions-mn");
        field().press("ArrowLeft");
        assertThat(options().first()).hasAttribute("aria-selected", "false");
        field().press("ArrowRight");
        field().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/mn/(articles|lessons|series)/.+"));
    }

    @Test
    void nothingIsAskedOrSentWhileAnInputMethodComposes() {
        List<String> asked = new ArrayList<>();
        page.onRequest((Request request) -> {
            if (request.url().contains("/suggest?")) {
                asked.add(request.url());
            }
        });
        open("/zh/search");
        field().click();
        assertThat(field()).hasRole(AriaRole.COMBOBOX);
        var keyboard = page.context().newCDPSession(page);
        var composing = new JsonObject();
        composing.addProperty("text", "ni hao");
        composing.addProperty("selectionStart", 6);
        composing.addProperty("selectionEnd", 6);
        keyboard.send("Input.imeSetComposition", composing);
        var enter = new JsonObject();
        enter.addProperty("type", "rawKeyDown");
        enter.addProperty("key", "Enter");
        enter.addProperty("code", "Enter");
        enter.addProperty("windowsVirtualKeyCode", 229);
        keyboard.send("Input.dispatchKeyEvent", enter);
        assertThat(field()).hasValue("ni hao");
        assertThat(asked).isEmpty();
        var chosen = new JsonObject();
        chosen.addProperty("text", "云课");
        keyboard.send("Input.insertText", chosen);
        assertThat(options().first()).containsText("云课堂");
        assertThat(asked).hasSize(1);
        assertThat(page).hasURL(url("/zh/search"));
    }

    @Test
    void facetsCombineAndAreTakenAway() {
        open(search("zh", "一"));
        page.locator(".facets").getByText("课文").click();
        assertThat(page).hasURL(Pattern.compile(".*kind=lessons.*"));
        page.locator(".facets").getByText("2024").click();
        page.locator(".order").getByText("最新").click();
        assertThat(page).hasURL(Pattern.compile(".*\\?q=[^&]+&kind=lessons&year=2024&order=date$"));
        assertThat(page.locator(".chips a")).hasCount(2);
        Browser.picture(page, "search-facets");
        page.locator(".chips a").first().click();
        assertThat(page).hasURL(Pattern.compile(".*\\?q=[^&]+&year=2024&order=date$"));
        page.click(".lang");
        assertThat(page).hasURL(Pattern.compile(".*/mn/search\\?q=[^&]+&year=2024&order=date$"));
    }

    @Test
    void aWrongCharacterIsAskedAbout() {
        open(search("zh", "云刻堂"));
        assertThat(page.locator(".advice")).containsText("没有找到");
        Browser.picture(page, "search-nothing");
        page.locator(".instead").getByText("云课堂").click();
        assertThat(page.locator(".res mark").first()).containsText("云课堂");
    }

    @Test
    void aMongolianWordFindsTheChineseTextAndSaysHow() {
        open(search("zh", "ᠮᠣᠷᠢ"));
        assertThat(page.locator(".via").first()).hasText("经蒙古文译文找到");
        assertThat(page.locator(".res .mn mark").first()).containsText("ᠮᠣᠷᠢ");
        open(search("mn", "骆驼"));
        assertThat(page.locator(".vres .via").last()).hasText("经汉文译文找到");
    }

    @ParameterizedTest
    @CsvSource({"zh,牲畜,.tr-z,24", "mn,ᠲᠡᠮᠡᠭᠡ,.vtr,12"})
    void aLineOfAFilmIsFoundAndTheFilmWaitsThere(String lang, String word, String lines, int second) {
        open(search(lang, word) + "&kind=series");
        page.locator(".at").first().click();
        assertThat(page).hasURL(Pattern.compile(".*/" + lang + "/series/cloud-classroom/02#t" + second + "\\.000"));
        assertThat(page.locator(lines + " [aria-current]")).containsText(word);
        page.waitForFunction("second => Math.abs(document.querySelector('video').currentTime - second) < 0.1", second);
        assertThat(page.locator("video").evaluate("film => film.paused")).isEqualTo(true);
        assertThat(page.locator(lines + " [aria-current]")).isInViewport();
        // A moment between two beginnings belongs to the line before it.
        page.evaluate("location.hash = '#t17.250'");
        assertThat(page.locator(lines + " [data-cue='16.000']")).hasAttribute("aria-current", "true");
    }

    @ParameterizedTest
    @CsvSource({"zh,.mn", "mn,.zt"})
    void aSentenceThatIsAskedForIsNotCovered(String lang, String other) {
        open("/" + lang + "/lessons/colours#s5");
        page.locator("input[value=learn]").evaluate("one => one.click()");
        assertThat(page.locator("#s4 .cover")).isVisible();
        assertThat(page.locator("#s5 .cover")).hasAttribute("aria-expanded", "true");
        String colour = "one => getComputedStyle(one).color";
        assertThat(page.locator("#s4 " + other).evaluate(colour)).isEqualTo("rgba(0, 0, 0, 0)");
        assertThat(page.locator("#s5 " + other).evaluate(colour)).isNotEqualTo("rgba(0, 0, 0, 0)");
    }

    @Test
    void theConcordanceBeginsWithAnExampleAndLeadsToThePlace() {
        open(search("zh", "马"));
        page.getByText("在双语例句中查").click();
        assertThat(page.locator(".pairs .z mark").first()).hasText("马");
        assertThat(page.locator(".pairs .mn").first()).containsText("ᠮᠣᠷᠢ");
        Browser.picture(page, "concordance-zh");
        page.locator(".from a[href*='#s']").first().click();
        assertThat(page.locator("li:target")).containsText("马");
        open("/mn/concordance");
        page.locator(".vtwins a").first().click();
        assertThat(page.locator(".vpairs mark").first()).isVisible();
        Browser.picture(page, "concordance-mn");
        open("/zh/concordance?q=zzzz");
        assertThat(page.locator(".advice")).containsText("例句里没有");
    }

    @Test
    void editorsSeeWhatReadersDidNotFind() {
        var asked = HttpRequest.newBuilder(URI.create(url(search("zh", "麒麟"))))
                .header("User-Agent", "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0 Safari/537.36");
        assertThat(send(asked).statusCode()).isEqualTo(200);
        open("/workbench");
        page.fill("input[name=username]", "admin");
        page.fill("input[name=password]", PASSWORD);
        page.keyboard().press("Enter");
        page.click(".top nav a[href='/workbench/searches']");
        assertThat(page.locator("#without a")).hasText("麒麟");
        assertThat(page.locator("#without a")).hasAttribute("target", "_blank");
        Browser.picture(page, "searches");
        page.locator(".seg3").getByText("365").click();
        assertThat(page).hasURL(url("/workbench/searches?days=365"));
        assertThat(page.locator(".seg3 [aria-current]")).containsText("365");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/search?q=%E4%B8%80",
                "/search?q=%E4%BA%91%E5%88%BB%E5%A0%82",
                "/search?q=%E4%B8%80&kind=lessons&lang=zh&year=2024&order=date",
                "/concordance",
                "/concordance?q=%E4%B8%80",
                "/concordance?q=zzzz"
            })
    void onAPhoneNothingStandsOutAcrossTheLines(String path) {
        onAPhone();
        for (String lang : List.of("/zh", "/mn")) {
            open(lang + path);
            List<String> complaints = Browser.complaintsOf(page).messages();
            page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)");
            Browser.picture(page, "phone" + (lang + path).replaceAll("[^a-z]+", "-"));
            String across = lang.equals("/mn") ? "scrollHeight > innerHeight" : "scrollWidth > innerWidth";
            assertThat(page.evaluate("document.documentElement." + across))
                    .as(lang + path)
                    .isEqualTo(false);
            assertThat(complaints).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title:* AND (foo OR [a TO z]) \\ ~2 ^4",
                "/.*/ \" \"\" - -- +-&&|| !(){}[]^\"~*?:\\/",
                "\"><script>alert(1)</script>",
                "\ud83d",
                "\udc00马\ud83d",
                "%00%zz ${jndi:ldap://x} {{7*7}}",
                "ᠮᠣᠷᠢ\u180e\u202f\u200d",
                "‮‭⁦"
            })
    void hostileQuestionsHaveSensibleAnswers(String query) {
        for (String path : List.of("/zh/search", "/mn/search", "/zh/concordance", "/mn/concordance")) {
            HttpResponse<String> answer =
                    get(path + "?page=1000000000&year=99999&q=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).doesNotContain("<script>alert", "Exception", "at khos.");
        }
        assertThat(get("/api/v1/suggest?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "一", "ᠠ"})
    void tenThousandCharactersAreCutAndAnswered(String character) {
        String query = URLEncoder.encode(character.repeat(10_000), StandardCharsets.UTF_8);
        for (String path : List.of("/zh/search", "/mn/concordance", "/api/v1/suggest")) {
            assertThat(get(path + "?q=" + query).statusCode()).as(path).isEqualTo(200);
        }
    }
}
