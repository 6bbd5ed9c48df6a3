package khos.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import khos.mongolian.Menksoft;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.context.TestPropertySource;

/** Old and untidy texts are put in order: by readers on the public page, by translators in the workbench. */
@Tag("browser")
@TestPropertySource(properties = "journey=tool")
class ToolJourneyTests extends Journey {
    private static final String HORSE = "ᠮᠣᠷᠢ";
    private static final String CODES = Menksoft.ofUnicode(HORSE).text();
    private static final String UNTIDY = "ᠨᠣᠮ \u202Fᠤᠨ " + HORSE + "\u180B";
    private static final String TIDY = "ᠨᠣᠮ\u180Eᠤᠨ " + HORSE;

    @TempDir
    Path temp;

    @ParameterizedTest
    @CsvSource({
        "convert-zh,/zh/tools/convert,1440,900,LIGHT",
        "convert-zh-phone,/zh/tools/convert,360,640,LIGHT",
        "convert-mn,/mn/tools/convert,1440,900,DARK",
        "convert-mn-phone,/mn/tools/convert,360,640,LIGHT",
        "converted-zh,/zh/tools/convert?sample=spelling#result,1440,900,LIGHT",
        "converted-zh-phone,/zh/tools/convert?sample=menksoft#result,360,640,DARK",
        "converted-mn,/mn/tools/convert?sample=menksoft#result,1440,900,LIGHT",
        "converted-mn-phone,/mn/tools/convert?sample=spelling#result,360,640,LIGHT"
    })
    void thePageIsWholeAndSilent(String name, String path, int width, int height, ColorScheme scheme) {
        Page page = Browser.page(width, height, scheme);
        List<String> complaints = Browser.complaintsOf(page).messages();
        page.navigate(url(path));
        page.waitForLoadState(LoadState.NETWORKIDLE);
        Browser.picture(page, name);
        assertThat(complaints).isEmpty();
        assertThat(page.context().cookies()).isEmpty();
        String across = path.startsWith("/mn") ? "scrollHeight > innerHeight" : "scrollWidth > innerWidth";
        assertThat(page.evaluate("document.documentElement." + across))
                .as("overflows across its lines")
                .isEqualTo(false);
        for (Locator field : page.locator("textarea").all()) {
            assertThat(field.evaluate("field => getComputedStyle(field).writingMode"))
                    .isEqualTo("vertical-lr");
        }
        page.context().close();
    }

    @ParameterizedTest
    @CsvSource({"zh,1440,900", "mn,360,640"})
    void aTextIsPastedConvertedCopiedAndSaved(String lang, int width, int height) throws IOException {
        Page page = Browser.page(width, height, ColorScheme.LIGHT);
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        page.navigate(url("/" + lang + "/search"));
        page.locator("main a[href$='/tools/convert']").first().click();
        page.fill("#text", CODES + "\n" + CODES);
        page.locator("form .go").click();
        PlaywrightAssertions.assertThat(page.locator("#out")).hasValue(HORSE + "\n" + HORSE);
        PlaywrightAssertions.assertThat(page.locator("#text")).hasValue(CODES + "\n" + CODES);
        page.locator("[data-do=copy]").click();
        PlaywrightAssertions.assertThat(page.locator("[data-do=copy]")).hasText("已复制");
        assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo(HORSE + "\n" + HORSE);
        Download download = page.waitForDownload(
                () -> page.locator("#result button[name=download]").click());
        assertThat(download.suggestedFilename()).isEqualTo("khos-menksoft-to-unicode.txt");
        assertThat(download.path()).hasContent(HORSE + "\n" + HORSE);
        page.context().close();
    }

    @Test
    void latinIsTypedAlongItsOwnLine() {
        Page page = Browser.page(1440, 900, ColorScheme.LIGHT);
        page.navigate(url("/zh/tools/convert"));
        page.locator("[value=latin-to-unicode]").check();
        assertThat(page.locator("#text").evaluate("field => getComputedStyle(field).writingMode"))
                .isEqualTo("horizontal-tb");
        page.context().close();
    }

    @Test
    void tooMuchIsSaidBeforeItIsSent() {
        Page page = Browser.page(360, 640, ColorScheme.LIGHT);
        page.navigate(url("/zh/tools/convert"));
        page.setInputFiles("[name=file]", new FilePayload("a.txt", "text/plain", new byte[1024 * 1024 + 1]));
        page.locator("form .go").click();
        PlaywrightAssertions.assertThat(page.locator("[data-problem]")).containsText("1 MB");
        assertThat(page.url()).endsWith("/zh/tools/convert");
        page.context().close();
    }

    @ParameterizedTest
    @CsvSource({"1048577,zh-Hans", "9000000,zh-Hans"})
    void whoeverSendsTooMuchAllTheSameIsAnswered(int size, String language) {
        String head = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n";
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(url("/zh/tools/convert")))
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofString(head + "x".repeat(size) + "\r\n--b--\r\n")));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body())
                .contains("lang=\"" + language)
                .contains("1 MB")
                .doesNotContain("xxxx");
    }

    private Page signIn(int width, int height, ColorScheme scheme) {
        Page page = Browser.page(width, height, scheme);
        page.navigate(url("/workbench"));
        page.fill("input[name=username]", "admin");
        page.fill("input[name=password]", PASSWORD);
        page.keyboard().press("Enter");
        page.waitForSelector("#documents");
        return page;
    }

    private void choose(Page page, String field, String name, String text) throws IOException {
        page.setInputFiles("#upload-" + field + " input[type=file]", Files.writeString(temp.resolve(name), text));
    }

    private static Locator target(Page page) {
        return page.locator("#target textarea");
    }

    @Test
    void aSpellingIsRepairedWhenItsChangesWereSeenAndTakenBack() throws IOException {
        Page page = signIn(1440, 900, ColorScheme.LIGHT);
        page.click("#new");
        choose(page, "source", "untidy.md", "马的书。\n\n第二句。");
        PlaywrightAssertions.assertThat(page.locator("#slug input")).hasValue("untidy");
        page.click("#upload-submit");
        target(page).fill(HORSE);
        target(page).press("Alt+n");
        PlaywrightAssertions.assertThat(page.locator("vaadin-notification-card"))
                .containsText("没有需要规范的地方");
        target(page).fill(UNTIDY);
        target(page).press("Alt+n");
        PlaywrightAssertions.assertThat(page.locator(".ch")).hasCount(2);
        PlaywrightAssertions.assertThat(page.locator(".chs-why")).containsText("变体选择符");
        page.waitForCondition(() -> page.locator("vaadin-notification-card").count() == 0);
        Browser.picture(page, "repair");
        page.click("#repair-cancel");
        PlaywrightAssertions.assertThat(target(page)).hasValue(UNTIDY);
        page.click("#repair");
        PlaywrightAssertions.assertThat(page.locator("#repair-apply")).isFocused();
        page.keyboard().press("Enter");
        PlaywrightAssertions.assertThat(page.locator("#repair-apply")).hasCount(0);
        PlaywrightAssertions.assertThat(target(page)).hasValue(TIDY);
        PlaywrightAssertions.assertThat(target(page)).isFocused();
        PlaywrightAssertions.assertThat(page.locator("#saved")).containsText("已自动保存");
        page.reload();
        PlaywrightAssertions.assertThat(target(page)).hasValue(TIDY);
        page.context().close();
    }

    @Test
    void aRepairIsTakenBackAsTypingIs() throws IOException {
        Page page = signIn(1440, 900, ColorScheme.DARK);
        page.click("#new");
        choose(page, "source", "undone.md", "马的书。");
        PlaywrightAssertions.assertThat(page.locator("#slug input")).hasValue("undone");
        page.click("#upload-submit");
        target(page).pressSequentially(UNTIDY);
        target(page).press("Alt+n");
        page.click("#repair-apply");
        PlaywrightAssertions.assertThat(target(page)).hasValue(TIDY);
        target(page).press("Control+z");
        PlaywrightAssertions.assertThat(target(page)).hasValue(UNTIDY);
        PlaywrightAssertions.assertThat(page.locator("#saved")).containsText("已自动保存");
        page.context().close();
    }

    @Test
    void anOldTextIsConvertedOnlyWhenThatIsChosen() throws IOException {
        Page page = signIn(1440, 900, ColorScheme.LIGHT);
        page.click("#new");
        choose(page, "source", "old.md", "马。");
        choose(page, "target", "old.mn.md", CODES + "᠃");
        PlaywrightAssertions.assertThat(page.locator("#offer-target .ch")).hasCount(1);
        PlaywrightAssertions.assertThat(page.locator("#offer-source")).hasCount(0);
        Browser.picture(page, "offer");
        page.click("#upload-submit");
        PlaywrightAssertions.assertThat(page.locator("#upload-error")).containsText("请先选定");
        page.locator("#offer-target vaadin-radio-button").first().click();
        takeIn(page);
        PlaywrightAssertions.assertThat(target(page)).hasValue(HORSE + "᠃");
        page.navigate(url("/workbench"));
        page.click("#new");
        choose(page, "source", "kept.md", "马。");
        choose(page, "target", "kept.mn.md", CODES + "᠃");
        page.locator("#offer-target vaadin-radio-button").last().click();
        takeIn(page);
        PlaywrightAssertions.assertThat(target(page)).hasValue(CODES + "᠃");
        page.context().close();
    }

    /** Takes in a text with its translation once the pairs are shown. */
    private static void takeIn(Page page) {
        page.click("#upload-submit");
        PlaywrightAssertions.assertThat(page.locator("#upload-pairs")).isVisible();
        page.click("#upload-submit");
    }
}
