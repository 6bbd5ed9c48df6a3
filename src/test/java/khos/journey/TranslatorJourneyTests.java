package khos.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A text goes the whole way: taken in, translated, reviewed, published, read, found, withdrawn. */
@Tag("browser")
class TranslatorJourneyTests extends Journey {
    private static final String TEXT = """
            ---
            title: 草原上的马
            date: 2026-11-20
            kind: feature
            ---

            马是草原上的好朋友。马跑得快，**也**认得回家的路。

            <script>alert(1)</script>

            - [坏链接](javascript:alert(1))
            """;

    @TempDir
    Path temp;

    private Page signIn(int width, int height, ColorScheme scheme) {
        return Workbench.signIn(this, width, height, scheme);
    }

    private void upload(Page page, String name, String text) throws IOException {
        Path file = Files.writeString(temp.resolve(name), text);
        page.click("#new");
        page.setInputFiles("#upload-source input[type=file]", file);
        PlaywrightAssertions.assertThat(page.locator("#slug input"))
                .hasValue(name.replace(".zh.md", "").replace(".md", ""));
        page.click("#upload-submit");
    }

    private static Locator target(Page page) {
        return page.locator("#target textarea");
    }

    private static void expectSentence(Page page, int number) {
        PlaywrightAssertions.assertThat(page.locator(".sh h2")).hasText("第 " + number + " 句");
    }

    @Test
    void aTextGoesTheWholeWay() throws IOException {
        Page page = signIn(1440, 900, ColorScheme.LIGHT);
        Browser.picture(page, "documents");
        upload(page, "old-horses.zh.md", TEXT);
        expectSentence(page, 1);
        for (int number = 1; number <= 4; number++) {
            String codes = number == 3 ? "**ᠪᠠᠰᠠ** " : number == 4 ? "[ᠣᠳᠣ](javascript:alert(1)) " : "";
            target(page)
                    .fill(codes + "ᠮᠣᠷᠢ ᠲᠠᠯ\u180eᠠ " + "ᠨᠠᠶᠢᠵᠠ ".repeat(number).strip());
            if (number == 2) {
                Browser.picture(page, "editor");
            }
            target(page).press("Control+Enter");
            if (number < 4) {
                expectSentence(page, number + 1);
            }
        }
        PlaywrightAssertions.assertThat(page.locator(".top .prog")).containsText("已译 4");
        page.click("#accept-all");
        PlaywrightAssertions.assertThat(page.locator(".top .prog")).containsText("已审 4");
        page.click("#publishing");
        page.click("#publish-mn");
        page.waitForSelector("#link-mn");
        page.click("#publish-zh");
        page.waitForSelector("#link-zh");

        assertThat(get("/mn/articles/old-horses").body()).contains("ᠨᠠᠶᠢᠵᠠ");
        String chinese = get("/zh/articles/old-horses").body();
        assertThat(chinese).contains("<strong>也</strong>").doesNotContain("<script>alert", "href=\"javascript");
        assertThat(get("/api/v1/search?q=%E5%9B%9E%E5%AE%B6").body()).contains("old-horses");
        assertThat(get("/zh/feed.atom").body()).contains("old-horses");

        page.click("#withdraw-zh");
        PlaywrightAssertions.assertThat(page.locator("#withdraw-zh")).hasCount(0);
        assertThat(get("/zh/articles/old-horses").statusCode()).isEqualTo(410);
        assertThat(get("/api/v1/search?q=%E5%9B%9E%E5%AE%B6").body()).doesNotContain("old-horses");
        assertThat(get("/zh/feed.atom").body()).doesNotContain("old-horses");
        assertThat(get("/mn/articles/old-horses").statusCode()).isEqualTo(200);
        page.context().close();
    }

    @Test
    void aDraftIsKeptWithinASecondAndIsThereAgain() throws IOException {
        Page page = signIn(1440, 900, ColorScheme.DARK);
        upload(page, "drafts.md", TEXT);
        expectSentence(page, 1);
        target(page).pressSequentially("ᠮᠣᠷᠢ");
        PlaywrightAssertions.assertThat(page.locator("#saved")).containsText("已自动保存");
        Browser.picture(page, "editor-dark");
        page.reload();
        PlaywrightAssertions.assertThat(target(page)).hasValue("ᠮᠣᠷᠢ");
        page.context().close();
    }

    @Test
    void anInputMethodMayUseEnterWithoutConfirming() throws IOException {
        Page page = signIn(1440, 900, ColorScheme.LIGHT);
        upload(page, "composing.md", TEXT);
        expectSentence(page, 1);
        target(page).click();
        CDPSession keyboard = page.context().newCDPSession(page);
        var composing = new JsonObject();
        composing.addProperty("text", "ᠮᠣ");
        composing.addProperty("selectionStart", 2);
        composing.addProperty("selectionEnd", 2);
        keyboard.send("Input.imeSetComposition", composing);
        var enter = new JsonObject();
        enter.addProperty("type", "rawKeyDown");
        enter.addProperty("key", "Enter");
        enter.addProperty("code", "Enter");
        enter.addProperty("modifiers", 2);
        enter.addProperty("windowsVirtualKeyCode", 229);
        keyboard.send("Input.dispatchKeyEvent", enter);
        page.waitForTimeout(600);
        expectSentence(page, 1);
        PlaywrightAssertions.assertThat(page.locator(".top .prog")).containsText("已译 0");
        page.context().close();
    }

    @Test
    void whoeverSavesSecondSeesBothTexts() throws IOException {
        Page first = signIn(1440, 900, ColorScheme.LIGHT);
        upload(first, "conflict.md", TEXT);
        expectSentence(first, 1);
        Page second = signIn(1440, 900, ColorScheme.LIGHT);
        second.navigate(first.url());
        expectSentence(second, 1);
        target(first).fill("first");
        PlaywrightAssertions.assertThat(target(second)).hasValue("first");
        target(second).fill("second");
        PlaywrightAssertions.assertThat(second.locator("#saved")).containsText("已自动保存");
        // What somebody has typed here is not replaced under their hands.
        PlaywrightAssertions.assertThat(target(first)).hasValue("first");
        target(first).fill("third");
        first.waitForSelector("#conflict-adopt");
        assertThat(first.locator(".three").innerText()).contains("second", "third");
        Browser.picture(first, "conflict");
        first.click("#conflict-pick-3");
        first.click("#conflict-adopt");
        PlaywrightAssertions.assertThat(first.locator("#conflict-adopt")).hasCount(0);
        PlaywrightAssertions.assertThat(first.locator("#saved")).containsText("已自动保存");
        PlaywrightAssertions.assertThat(target(first)).hasValue("third");
        target(first).press("Control+Enter");
        expectSentence(first, 2);
        first.context().close();
        second.context().close();
    }

    @Test
    void fiveThousandSegmentsOpenAndAreMovedThrough() throws IOException {
        Page page = signIn(1440, 900, ColorScheme.LIGHT);
        String text = IntStream.range(0, 5000).mapToObj(i -> "第" + i + "句话。").collect(Collectors.joining("\n\n"));
        upload(page, "long.md", text);
        page.waitForURL("**/workbench/documents/**");
        page.navigate(page.url().replaceAll("\\?.*", "") + "?s=4000");
        expectSentence(page, 4000);
        PlaywrightAssertions.assertThat(page.locator(".seg[data-current]")).isVisible();
        target(page).press("Alt+ArrowDown");
        expectSentence(page, 4001);
        target(page).press("Alt+ArrowUp");
        expectSentence(page, 4000);
        page.click("#publishing");
        page.click("#publish-zh");
        page.waitForSelector("#link-zh");
        assertThat(get("/zh/articles/long").body()).contains("第4999句话。");
        assertThat(get("/api/v1/search?q=%22%E7%AC%AC4321%E5%8F%A5%E8%AF%9D%22").body())
                .contains("第4321句话");
        page.context().close();
    }

    @Test
    void whatIsRefusedIsSaidAndTheFormStays() throws IOException {
        Page page = signIn(1440, 900, ColorScheme.LIGHT);
        Path file = Files.write(temp.resolve("gbk.md"), "翻译".getBytes(Charset.forName("GBK")));
        page.click("#new");
        page.setInputFiles("#upload-source input[type=file]", file);
        PlaywrightAssertions.assertThat(page.locator("#slug input")).hasValue("gbk");
        page.click("#upload-submit");
        PlaywrightAssertions.assertThat(page.locator("#upload-error")).containsText("UTF-8");
        PlaywrightAssertions.assertThat(page.locator("#slug input")).hasValue("gbk");
        page.context().close();
    }

    @Test
    void theListIsWorkedByKeyboardAlone() {
        Page page = signIn(1440, 900, ColorScheme.LIGHT);
        page.keyboard().press("/");
        page.keyboard().type("五畜");
        PlaywrightAssertions.assertThat(page.locator(".ti:visible")).hasCount(2);
        page.locator("#new").focus();
        page.keyboard().press("n");
        page.waitForSelector("#upload-submit");
        page.keyboard().press("Escape");
        PlaywrightAssertions.assertThat(page.locator("#upload-submit")).hasCount(0);
        page.locator(".ti:visible").first().focus();
        page.keyboard().press("Enter");
        PlaywrightAssertions.assertThat(target(page)).isFocused();
        // On a busy machine the editor takes the focus back once more while it opens.
        page.waitForFunction("""
                () => {
                  document.getElementById('source').focus();
                  const pressed = new KeyboardEvent('keydown', { key: '?', bubbles: true });
                  if (!document.querySelector('.key-row')) document.activeElement.dispatchEvent(pressed);
                  return !!document.querySelector('.key-row');
                }""", null, new Page.WaitForFunctionOptions().setPollingInterval(1_000));
        PlaywrightAssertions.assertThat(page.locator(".key-row").first()).isVisible();
        page.context().close();
    }

    @Test
    void aWrongPasswordIsToldAndNothingIsReachable() {
        Page page = Browser.page(1440, 900, ColorScheme.LIGHT);
        page.navigate(url("/workbench/documents"));
        page.fill("input[name=username]", "nobody");
        Browser.picture(page, "login");
        page.fill("input[name=password]", "wrong password");
        page.keyboard().press("Enter");
        PlaywrightAssertions.assertThat(page.locator("#login-error")).isVisible();
        assertThat(page.locator("#documents").count()).isZero();
        page.context().close();
    }
}
