package khos.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a translation and done about it: issues, codes, reasons, history, comments, cuts. */
@Tag("browser")
class ReviewJourneyTests extends Journey {
    private static final String TEXT = """
            # 牧民

            2026年**春天**，牧民把[马](/m)赶到草原，那里有`水`。马跑得快。

            第三段话在这里。
            """;
    private static final String CODED = "2026 ᠣᠨ ᠤ **ᠬᠠᠪᠤᠷ** [ᠮᠣᠷᠢ](/m) `水` ᠪᠠᠢᠨ\u180eᠠ᠃";

    @TempDir
    Path temp;

    private Page begin(String name, ColorScheme scheme) throws IOException {
        return begin(name, TEXT, 1440, 900, scheme);
    }

    private Page begin(String name, String text, int width, int height, ColorScheme scheme) throws IOException {
        Page page = Workbench.signIn(this, width, height, scheme);
        Workbench.upload(page, temp, name, text);
        Workbench.expectSentence(page, 1);
        return page;
    }

    /** Goes to a sentence by its number. */
    private static void goTo(Page page, int number) {
        askFor(page, number);
        Workbench.expectSentence(page, number);
        assertThat(Workbench.target(page)).isFocused();
    }

    private static void askFor(Page page, int number) {
        Workbench.target(page).press("Control+g");
        assertThat(page.locator("#goto input")).isFocused();
        page.keyboard().type(Integer.toString(number));
        page.keyboard().press("Enter");
    }

    @Test
    void anErrorBlocksConfirmingAndAFixTakesOneKey() throws IOException {
        Page page = begin("issues.md", ColorScheme.LIGHT);
        Browser.Complaints complaints = Browser.complaintsOf(page);
        goTo(page, 2);
        Workbench.target(page).fill("2025 ᠣᠨ **ᠬᠠᠪᠤᠷ**, ᠮᠣᠷᠢ");
        assertThat(page.locator("#issues .is.error")).hasCount(2);
        assertThat(page.locator("#issues")).containsText("/m");
        Browser.picture(page, "issues");
        Workbench.target(page).press("Control+Enter");
        assertThat(page.locator("vaadin-notification-card.warned")).containsText("必改");
        Workbench.expectSentence(page, 2);
        assertThat(page.locator(".seg[data-current] .mk-error")).isVisible();
        Workbench.target(page).press("Alt+q");
        assertThat(Workbench.target(page)).hasValue("2026 ᠣᠨ **ᠬᠠᠪᠤᠷ**, ᠮᠣᠷᠢ");
        Workbench.target(page).fill(CODED);
        assertThat(page.locator("#issues .is.error")).hasCount(0);
        Workbench.target(page).press("Control+Enter");
        Workbench.expectSentence(page, 3);
        org.assertj.core.api.Assertions.assertThat(complaints.messages()).isEmpty();
        page.context().close();
    }

    @Test
    void whatIsIgnoredHereStaysIgnored() throws IOException {
        Page page = begin("ignored.md", ColorScheme.LIGHT);
        Workbench.target(page).fill("ᠮᠠᠯᠴᠢᠨ  ᠮᠠᠯᠴᠢᠨ");
        assertThat(page.locator("#issues .ignore").first()).isVisible();
        int before = page.locator("#issues .issue-text").count();
        page.locator("#issues .ignore").first().click();
        assertThat(page.locator("#issues .issue-text")).hasCount(before - 1);
        page.reload();
        Workbench.expectSentence(page, 1);
        assertThat(page.locator("#ignore-nothing")).isVisible();
        assertThat(page.locator("#issues .issue-text")).hasCount(before - 1);
        page.click("#ignore-nothing");
        assertThat(page.locator("#issues .issue-text")).hasCount(before);
        page.context().close();
    }

    /** What an error says when it blocks confirming, in the language of the interface. */
    @ParameterizedTest
    @CsvSource({
        "zh-CN, 第 2 句, 第 3 句, 此处忽略, 注明“此处忽略”, 不能忽略, 有已忽略的",
        "en-US, Sentence 2, Sentence 3, Ignore here, mended or ignored, Cannot be ignored, Something is ignored"
    })
    void anErrorIsIgnoredByKeysAndConfirmed(
            String locale, String second, String third, String ignore, String block, String never, String ignoring)
            throws IOException {
        Page page =
                Browser.page(new NewContextOptions().setViewportSize(1280, 800).setLocale(locale));
        Browser.Complaints complaints = Browser.complaintsOf(page);
        Workbench.enter(page, this, "admin", PASSWORD);
        page.waitForSelector("#documents");
        Workbench.upload(page, temp, "errors-" + locale.toLowerCase(Locale.ROOT) + ".md", TEXT);
        assertThat(page.locator(".sh h2")).hasText(second.replace('2', '1'));
        askFor(page, 2);
        assertThat(page.locator(".sh h2")).hasText(second);
        Workbench.target(page).fill("2026 ᠣᠨ **ᠬᠠᠪᠤᠷ** [ᠮᠣᠷᠢ](/m) \ue264\ue28d");
        Workbench.target(page).press("Control+Enter");
        assertThat(page.locator("#issues .is.error .never")).hasText(never);
        assertThat(page.locator("#issues .is.error", new Page.LocatorOptions().setHasText(never))
                        .locator(".ignore"))
                .hasCount(0);

        String text = "2026 ᠣᠨ **ᠬᠠᠪᠤᠷ** [ᠮᠣᠷᠢ](/m)᠃";
        Workbench.target(page).fill(text);
        assertThat(page.locator("#issues .is.error")).hasCount(1);
        Workbench.target(page).press("Control+Enter");
        assertThat(page.locator("vaadin-notification-card.warned", new Page.LocatorOptions().setHasText(block)))
                .isVisible();
        assertThat(page.locator("#issues .is.error .issue-text")).isFocused();
        page.keyboard().press("Tab");
        assertThat(page.locator("#issues .is.error .ignore")).isFocused();
        assertThat(page.locator("#issues .is.error .ignore")).containsText(ignore);
        Browser.picture(page, "ignore-" + locale);
        page.keyboard().press("Enter");
        assertThat(page.locator("#issues .is.error")).hasCount(0);
        assertThat(page.locator("#issues")).containsText(ignoring);
        assertThat(Workbench.target(page)).isFocused();

        page.click("#ignore-nothing");
        assertThat(page.locator("#issues .is.error")).hasCount(1);
        Workbench.target(page).press("Alt+x");
        assertThat(page.locator("#issues .is.error")).hasCount(0);
        Workbench.target(page).press("Control+Enter");
        assertThat(page.locator(".sh h2")).hasText(third);
        org.assertj.core.api.Assertions.assertThat(complaints.messages()).isEmpty();
        page.context().close();
    }

    @Test
    void codesAreChipsAndGoAndComeAsAWhole() throws IOException {
        Page page = begin("codes.md", ColorScheme.LIGHT);
        goTo(page, 2);
        assertThat(page.locator("#source .chip")).hasCount(5);
        assertThat(page.locator("#source")).hasText("2026年**春天**，牧民把[马](/m)赶到草原，那里有`水`。");
        Workbench.target(page).pressSequentially("ᠬᠠᠪᠤᠷ");
        Workbench.target(page).press("Control+a");
        Workbench.target(page).press("Alt+.");
        assertThat(Workbench.target(page)).hasValue("**ᠬᠠᠪᠤᠷ**");
        Workbench.target(page).press("End");
        Workbench.target(page).press("Alt+.");
        assertThat(Workbench.target(page)).hasValue("**ᠬᠠᠪᠤᠷ**[](/m)");
        page.keyboard().type("ᠮᠣᠷᠢ");
        assertThat(Workbench.target(page)).hasValue("**ᠬᠠᠪᠤᠷ**[ᠮᠣᠷᠢ](/m)");
        assertThat(page.locator(".marks .mark-code:visible")).hasCount(4);
        Workbench.target(page).press("Control+End");
        Workbench.target(page).press("Backspace");
        assertThat(Workbench.target(page)).hasValue("**ᠬᠠᠪᠤᠷ**ᠮᠣᠷᠢ");
        Workbench.target(page).press("Control+z");
        assertThat(Workbench.target(page)).hasValue("**ᠬᠠᠪᠤᠷ**[ᠮᠣᠷᠢ](/m)");
        page.context().close();
    }

    @Test
    void longAddressesBreakWhereTheyMust() throws IOException {
        String path = "guide/typescript/".repeat(12);
        Page page = begin(
                "addresses.md",
                "# 长地址\n\n见[指南](/" + path + ")，或看 https\\://example.org/" + path + " 。\n",
                1280,
                800,
                ColorScheme.LIGHT);
        goTo(page, 2);
        for (String text : List.of(".seg[data-current] .s", "#source")) {
            org.assertj.core.api.Assertions.assertThat(
                            page.locator(text).evaluate("text => text.scrollWidth - text.clientWidth"))
                    .as(text)
                    .isEqualTo(0);
        }
        page.context().close();
    }

    @Test
    void anInputMethodMayTakeBackspaceBesideACode() throws IOException {
        Page page = begin("composing-codes.md", ColorScheme.LIGHT);
        goTo(page, 2);
        Workbench.target(page).fill("**ᠬᠠᠪᠤᠷ**");
        assertThat(page.locator(".marks .mark-code:visible")).hasCount(2);
        Workbench.target(page).press("Control+End");
        CDPSession keyboard = page.context().newCDPSession(page);
        var composing = new JsonObject();
        composing.addProperty("text", "ni");
        composing.addProperty("selectionStart", 2);
        composing.addProperty("selectionEnd", 2);
        keyboard.send("Input.imeSetComposition", composing);
        var key = new JsonObject();
        key.addProperty("type", "rawKeyDown");
        key.addProperty("key", "Backspace");
        key.addProperty("code", "Backspace");
        key.addProperty("windowsVirtualKeyCode", 229);
        keyboard.send("Input.dispatchKeyEvent", key);
        assertThat(Workbench.target(page)).hasValue("**ᠬᠠᠪᠤᠷ**ni");
        page.context().close();
    }

    @Test
    void whatIsReturnedSaysWhyAndCanBeListed() throws IOException {
        Page page = begin("returned.md", ColorScheme.LIGHT);
        Workbench.translate(page, 1, "ᠮᠠᠯᠴᠢᠨ");
        Workbench.expectSentence(page, 2);
        goTo(page, 1);
        Workbench.target(page).press("Alt+r");
        assertThat(page.locator("#return-reason textarea")).isFocused();
        page.keyboard().press("Control+Enter");
        assertThat(page.locator("vaadin-notification-card.warned")).containsText("原因");
        page.keyboard().type("题目要写全");
        Browser.picture(page, "return-form");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator("#issues .is.returned")).containsText("题目要写全");
        assertThat(page.locator(".seg[data-current] .gl-returned")).isVisible();
        assertThat(Workbench.target(page)).hasValue("ᠮᠠᠯᠴᠢᠨ");
        goTo(page, 3);
        Workbench.target(page).press("Alt+l");
        assertThat(page.locator("vaadin-select-item:visible", new Page.LocatorOptions().setHasText("有问题 0")))
                .isVisible();
        page.locator("vaadin-select-item:visible", new Page.LocatorOptions().setHasText("退回 1"))
                .click();
        Workbench.expectSentence(page, 1);
        assertThat(page.locator(".seg:visible")).hasCount(1);
        page.context().close();
    }

    @Test
    void anOldTextIsRestored() throws IOException {
        Page page = begin("history.md", ColorScheme.DARK);
        Workbench.translate(page, 1, "ᠮᠠᠯᠴᠢᠨ");
        Workbench.expectSentence(page, 2);
        goTo(page, 1);
        Workbench.translate(page, 1, "ᠮᠠᠯᠴᠢᠨ ᠠᠷᠠᠳ");
        Workbench.expectSentence(page, 2);
        goTo(page, 1);
        Workbench.target(page).press("Alt+h");
        assertThat(page.locator("#history .mt")).hasCount(2);
        assertThat(page.locator("#history ins").first()).containsText("ᠠᠷᠠᠳ");
        Browser.picture(page, "history-dark");
        page.locator("#history .restore").click();
        assertThat(Workbench.target(page)).hasValue("ᠮᠠᠯᠴᠢᠨ");
        assertThat(page.locator("#history .mt")).hasCount(3);
        page.context().close();
    }

    @Test
    void aCommentMentionsSomebodyAndIsResolved() throws IOException {
        Page page = begin("comments.md", ColorScheme.LIGHT);
        Workbench.target(page).press("Alt+g");
        assertThat(page.locator("#comment textarea")).isFocused();
        page.keyboard().type("@ad");
        assertThat(page.locator(".mentions li")).hasCount(1);
        page.keyboard().press("Enter");
        page.keyboard().type("请看题目");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator("#comments .cm")).hasCount(1);
        assertThat(page.locator("#comments .mention")).hasText("@admin");
        assertThat(page.locator("#tab-comments .count")).hasText("1");
        assertThat(page.locator(".seg[data-current] .mk")).containsText("1");
        Browser.picture(page, "comments");
        Page list = page.context().newPage();
        list.navigate(url("/workbench"));
        assertThat(list.locator(".said.me")).containsText("提到我");
        page.locator("#comments .resolve").click();
        assertThat(page.locator("#comments .cm.resolved")).hasCount(1);
        assertThat(page.locator("#tab-comments .count")).hasText("");
        page.context().close();
    }

    @Test
    void aSentenceIsSplitByKeysAndJoinedAgain() throws IOException {
        Page page = begin("cuts.md", ColorScheme.LIGHT);
        goTo(page, 2);
        Workbench.target(page).press("Alt+s");
        assertThat(page.locator("#source")).isFocused();
        assertThat(page.locator(".knife")).isVisible();
        page.keyboard().press("Alt+s");
        assertThat(page.locator("#source")).hasText("2026年**春天**，");
        assertThat(page.locator(".seg:visible")).hasCount(5);
        Workbench.target(page).press("Alt+Shift+S");
        assertThat(page.locator("#source")).hasText("2026年**春天**，牧民把[马](/m)赶到草原，那里有`水`。");
        assertThat(page.locator(".seg:visible")).hasCount(4);
        goTo(page, 4);
        Workbench.target(page).press("Alt+Shift+S");
        assertThat(page.locator("vaadin-notification-card.warned")).containsText("本段");
        page.context().close();
    }

    @Test
    void aChangedSourceShowsWhatBecameOfIt() throws IOException {
        Page page = begin("changed.md", ColorScheme.LIGHT);
        Workbench.translate(page, 1, "ᠮᠠᠯᠴᠢᠨ");
        Workbench.expectSentence(page, 2);
        page.click("#new-source");
        page.setInputFiles(
                "#new-source-file input[type=file]",
                Files.writeString(temp.resolve("again.md"), TEXT.replace("# 牧民", "# 牧民们")));
        assertThat(page.locator(".figure.changed .tn")).hasText("1");
        assertThat(page.locator(".figure.kept .tn")).hasText("3");
        page.click("#new-source-apply");
        assertThat(page.locator("#new-source-dialog .outcome")).containsText("已换上");
        page.keyboard().press("Escape");
        assertThat(page.locator("#issues .is.changed ins")).hasText("们");
        assertThat(Workbench.target(page)).hasValue("ᠮᠠᠯᠴᠢᠨ");
        page.context().close();
    }

    @Test
    void theParagraphIsPreviewedWhileItIsTyped() throws IOException {
        Page page = begin("preview.md", ColorScheme.LIGHT);
        goTo(page, 2);
        Workbench.target(page).press("Alt+v");
        assertThat(page.locator("#preview strong")).hasText("春天");
        Workbench.target(page).fill("**ᠬᠠᠪᠤᠷ**");
        assertThat(page.locator("#preview strong")).hasText("ᠬᠠᠪᠤᠷ");
        assertThat(page.locator("#preview h1")).hasText("牧民");
        Browser.picture(page, "preview");
        page.context().close();
    }
}
