package khos.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import khos.As;
import khos.account.Role;
import khos.language.Language;
import khos.language.LanguagePair;
import khos.translation.State;
import khos.translation.TextKind;
import khos.translation.Translations;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** Ten thousand sentences in the editor: what takes long shows how far it is, can be stopped, and lets one go on writing. */
@Tag("browser")
class LongDocumentJourneyTests extends Journey {
    private static final int MANY = 10_000;

    @Autowired
    Translations translations;

    @TempDir
    Path temp;

    /** The editor of a new document of which every fiftieth sentence has an error. */
    private Page open(String slug, int sentences) {
        var pair = new LanguagePair(Language.CHINESE, Language.MONGOLIAN);
        String source = IntStream.range(0, sentences)
                .mapToObj(i -> "第" + i + "段，有" + i % 7 + "匹**马**。")
                .collect(Collectors.joining("\n\n"));
        String target = IntStream.range(0, sentences)
                .mapToObj(i -> i + " ᠲᠠᠯ\u180eᠠ ᠳᠡᠭᠡᠷ\u180eᠡ " + i % 7 + (i % 50 == 49 ? " ᠮᠣᠷᠢ" : " **ᠮᠣᠷᠢ**")
                        + " ᠪᠠᠢᠨ\u180eᠠ᠃")
                .collect(Collectors.joining("\n\n"));
        String id = As.role(
                Role.EDITOR,
                () -> translations
                        .extract(TextKind.ARTICLE, slug, pair, source, target, State.TRANSLATED)
                        .id());
        Page page = Workbench.signIn(this, 1280, 800, ColorScheme.LIGHT);
        page.navigate(url("/workbench/documents/" + id));
        Workbench.expectSentence(page, 1);
        return page;
    }

    private static void choose(Page page, String work) {
        Workbench.target(page).press("Alt+l");
        page.locator("vaadin-select-item:visible", new Page.LocatorOptions().setHasText(work))
                .click();
    }

    @Test
    void aBookIsTakenInWhileTheDialogSaysSo() throws IOException {
        Page page = Workbench.signIn(this, 1440, 900, ColorScheme.DARK);
        String text = IntStream.range(0, MANY)
                .mapToObj(i -> "第" + i + "段，草原上有" + i % 7 + "匹**马**和牛。")
                .collect(Collectors.joining("\n\n"));
        Workbench.upload(page, temp, "book.md", text);
        assertThat(page.locator("#upload-running")).isVisible();
        assertThat(page.locator("#upload-cancel")).isDisabled();
        Browser.picture(page, "upload-running");
        assertThat(page.locator(".top .prog")).containsText("未译 10,000", within(60));
        page.context().close();
    }

    @Test
    void issuesAreLookedForWhileTheWorkGoesOn() {
        Page page = open("issues-of-many", MANY);
        choose(page, "有问题");
        assertThat(page.locator("#checking")).isVisible();
        assertThat(page.locator("#checking")).containsText("10,000");
        Browser.picture(page, "checking");
        page.click("#work-stop");
        assertThat(page.locator("#checking")).isHidden();
        assertThat(page.locator("#work")).containsText("全部");
        Workbench.expectSentence(page, 1);

        choose(page, "有问题");
        Workbench.target(page).focus();
        Workbench.target(page).fill("0 ᠲᠠᠯ\u180eᠠ");
        assertThat(row(page, "第99段")).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(30_000));
        assertThat(page.locator("#checking")).isHidden();
        assertThat(row(page, "第98段")).isHidden();
        Workbench.expectSentence(page, 1);
        assertThat(Workbench.target(page)).hasValue("0 ᠲᠠᠯ\u180eᠠ");
        assertThat(Workbench.target(page)).isFocused();

        choose(page, "全部");
        assertThat(row(page, "第1段")).isVisible();
        Workbench.target(page).press("Alt+ArrowDown");
        Workbench.expectSentence(page, 2);
        choose(page, "有问题");
        Workbench.expectSentence(page, 1);
        assertThat(row(page, "第49段")).isVisible();
        page.context().close();
    }

    @Test
    void aListGetsShorterFarBelowItsNewEnd() {
        Page page = open("shorter", 1_000);
        Browser.Complaints complaints = Browser.complaintsOf(page);
        Workbench.target(page).press("Control+g");
        assertThat(page.locator("#goto input")).isFocused();
        page.keyboard().type("900");
        page.keyboard().press("Enter");
        Workbench.expectSentence(page, 900);
        assertThat(row(page, "第899段")).isVisible();
        choose(page, "退回");
        assertThat(page.locator(".seg:visible")).hasCount(0);
        choose(page, "全部");
        assertThat(row(page, "第0段")).isVisible();
        Assertions.assertThat(complaints.messages()).isEmpty();
        page.context().close();
    }

    private static Locator row(Page page, String text) {
        return page.locator(".seg:visible", new Page.LocatorOptions().setHasText(text + "，"));
    }

    @Test
    void allAreAcceptedAndTakenBackAsOne() {
        Page page = open("accepted-many", MANY);
        page.click("#accept-all");
        assertThat(page.locator("#acceptance vaadin-progress-bar")).isVisible();
        Browser.picture(page, "accepting");
        assertThat(page.locator("#acceptance")).containsText("已通过 9,800 句", within(60));
        assertThat(page.locator("vaadin-notification-card.warned")).containsText("200");
        assertThat(page.locator(".top .prog")).containsText("已审 9,800");
        Browser.picture(page, "accepted");
        Workbench.target(page).press("Alt+u");
        assertThat(page.locator(".top .prog")).containsText("已译 10,000", within(60));
        assertThat(page.locator("#acceptance")).isHidden();

        page.click("#accept-all");
        page.click("#accept-stop");
        assertThat(page.locator("#acceptance")).containsText("已停止", within(30));
        page.context().close();
    }

    private static LocatorAssertions.ContainsTextOptions within(int seconds) {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(seconds * 1_000.0);
    }
}
