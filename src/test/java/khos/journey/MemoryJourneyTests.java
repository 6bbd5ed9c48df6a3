package khos.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import khos.account.SystemActor;
import khos.memory.MemoryFiles;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Nothing is translated twice: what was said goes into like sentences, by itself when asked, and is taken back as one. */
@Tag("browser")
@TestPropertySource(properties = "journey=memory")
class MemoryJourneyTests extends Journey {
    @TempDir
    Path temp;

    private Page open(String name, String text, int width, ColorScheme scheme) throws IOException {
        Page page = Workbench.signIn(this, width, 900, scheme);
        Workbench.upload(page, temp, name, text);
        return page;
    }

    @Test
    void aTranslationIsTakenOverByOneKeyAndTakenBackByAnother() throws IOException {
        Page page =
                open("herds.md", "# 牧群\n\n草原上有3匹马。\n\n羊在山坡上吃草。\n\n草原上有3匹马。\n\n草原上有12匹马。\n", 1440, ColorScheme.LIGHT);
        Browser.Complaints complaints = Browser.complaintsOf(page);
        Workbench.translate(page, 1, "ᠰᠦᠷᠦᠭ");
        assertThat(page.locator("#propagation")).isHidden();
        Workbench.translate(page, 2, "ᠲᠠᠯ\u180eᠠ ᠳᠤ ᠓ ᠮᠣᠷᠢ ᠪᠤᠢ᠃");
        Workbench.expectSentence(page, 3);
        assertThat(page.locator("#propagation")).containsText("另有 2 句");
        Browser.picture(page, "propagation");
        page.keyboard().press("Alt+p");
        assertThat(page.locator("#propagation")).containsText("已填入 2 句");
        assertThat(page.locator(".top .prog")).containsText("已译 4");
        assertThat(Workbench.target(page)).isFocused();
        Workbench.translate(page, 3, "ᠬᠣᠨᠢ");
        page.locator(".seg").nth(4).click();
        Workbench.expectSentence(page, 5);
        assertThat(Workbench.target(page)).hasValue("ᠲᠠᠯ\u180eᠠ ᠳᠤ ᠑᠒ ᠮᠣᠷᠢ ᠪᠤᠢ᠃");
        assertThat(page.locator("#origin")).hasText("带自第 2 句");
        Browser.picture(page, "propagated");
        page.keyboard().press("Alt+u");
        assertThat(page.locator(".top .prog")).containsText("已译 3");
        assertThat(Workbench.target(page)).hasValue("");
        assertThat(page.locator("#propagation")).isHidden();
        assertThat(complaints.messages()).isEmpty();
        page.context().close();
    }

    @Test
    void whoeverDeclinesIsLeftAlone() throws IOException {
        Page page = open("decline.md", "有一头牛。\n\n有一头牛。\n", 1280, ColorScheme.LIGHT);
        Workbench.translate(page, 1, "ᠨᠢᠭᠡ ᠦᠬᠡᠷ");
        assertThat(page.locator("#propagation")).isVisible();
        Browser.picture(page, "propagation-1280");
        page.keyboard().press("Escape");
        assertThat(page.locator("#propagation")).isHidden();
        page.keyboard().press("Alt+p");
        assertThat(Workbench.target(page)).hasValue("");
        assertThat(page.locator(".top .prog")).containsText("已译 1");
        page.context().close();
    }

    private void remember(Page page) {
        Workbench.translate(page, 1, "ᠮᠠᠯ ᠠᠵᠤ ᠠᠬᠤᠢ");
        Workbench.translate(page, 2, "ᠲᠠᠯ\u180eᠠ ᠳᠤ ᠮᠠᠰᠢ ᠣᠯᠠᠨ ᠮᠠᠯ ᠪᠤᠢ᠃");
        Workbench.translate(page, 3, "2025 ᠣᠨ ᠳᠤ 300 ᠬᠣᠨᠢ ᠲᠡᠵᠢᠭᠡᠪᠡ᠃");
        Workbench.expectSentence(page, 3);
        assertThat(page.locator(".top .prog")).containsText("已译 3");
        page.click("#accept-all");
        assertThat(page.locator(".top .prog")).containsText("已审 3");
    }

    private static final String KNOWN = "# 畜牧业\n\n草原上有许多牲畜。\n\n2025年养了300只羊。\n";
    private static final String NEW = "# 新消息\n\n草原上有许多牲畜。\n\n2026年养了450只羊。\n\n草原上有许多的牛。\n\n昨天下了一场大雨。\n";

    @Test
    void aDocumentIsPretranslatedAndTakenBackAsOne() throws IOException {
        Page page = open("known.md", KNOWN, 1440, ColorScheme.DARK);
        Browser.Complaints complaints = Browser.complaintsOf(page);
        remember(page);
        page.click("#back");
        Workbench.upload(page, temp, "news.md", NEW);
        Workbench.expectSentence(page, 1);
        page.locator(".seg").nth(2).click();
        Workbench.expectSentence(page, 3);
        assertThat(page.locator("#matches .mt").first()).containsText("97%");
        assertThat(page.locator("#matches .mbox mark").first()).hasText("2026");
        assertThat(page.locator("#matches .mf a").first()).hasText("畜牧业 第 3 句");
        Browser.picture(page, "match-adapted-dark");
        page.keyboard().press("Alt+1");
        assertThat(Workbench.target(page)).hasValue("2026 ᠣᠨ ᠳᠤ 450 ᠬᠣᠨᠢ ᠲᠡᠵᠢᠭᠡᠪᠡ᠃");
        page.keyboard().press("Alt+1");
        assertThat(Workbench.target(page)).hasValue("2025 ᠣᠨ ᠳᠤ 300 ᠬᠣᠨᠢ ᠲᠡᠵᠢᠭᠡᠪᠡ᠃");
        Workbench.target(page).fill("");
        assertThat(page.locator("#saved")).containsText("已自动保存");
        page.keyboard().press("Alt+b");
        assertThat(page.locator("#coverage")).containsText("合计");
        assertThat(page.locator("#coverage tr").nth(2))
                .hasText(
                        "100\n1\n8",
                        new com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions()
                                .setUseInnerText(true));
        Browser.picture(page, "memory-dark");
        page.click("#pretranslate");
        assertThat(page.locator("#memory-told")).containsText("已填入 2 句：已译 1，草稿 1");
        Browser.picture(page, "pretranslated-dark");
        page.keyboard().press("Escape");
        assertThat(page.locator("#memory-told")).hasCount(0);
        assertThat(page.locator(".top .prog")).containsText("已译 1");
        assertThat(Workbench.target(page)).hasValue("2026 ᠣᠨ ᠳᠤ 450 ᠬᠣᠨᠢ ᠲᠡᠵᠢᠭᠡᠪᠡ᠃");
        assertThat(page.locator("#origin")).hasText("预翻译，97%，已改写");
        page.keyboard().press("Alt+b");
        page.click("#filling-undo");
        assertThat(page.locator("#memory-told")).containsText("已还原 2 句");
        page.keyboard().press("Escape");
        assertThat(page.locator(".top .prog")).containsText("已译 0");
        assertThat(Workbench.target(page)).hasValue("");
        assertThat(complaints.messages()).isEmpty();
        page.context().close();
    }

    @Test
    void wordsAreFoundInTheWholeMemoryAndAPairIsInsertedByKey() throws IOException {
        Page page = open("unpublished.md", "# 骆驼\n\n戈壁里有骆驼。\n\n骆驼走得很慢。\n", 1280, ColorScheme.LIGHT);
        Workbench.translate(page, 1, "ᠲᠡᠮᠡᠭᠡ");
        Workbench.translate(page, 2, "ᠭᠣᠪᠢ ᠳᠤ ᠲᠡᠮᠡᠭᠡ ᠪᠤᠢ᠃");
        Workbench.expectSentence(page, 3);
        page.click("#accept-all");
        assertThat(page.locator(".top .prog")).containsText("已审 2");
        page.locator("#source").dblclick(new com.microsoft.playwright.Locator.DblclickOptions().setPosition(12, 18));
        page.keyboard().press("Alt+f");
        assertThat(page.locator("#concordance")).isVisible();
        assertThat(page.locator("#concordance .asked")).hasText("骆驼");
        assertThat(page.locator("#in-published")).hasAttribute("aria-pressed", "true");
        assertThat(page.locator("#concordance").getByText("骆驼 第 2 句")).hasCount(0);
        page.keyboard().press("Alt+w");
        assertThat(page.locator("#concordance .mt").first().locator(".mf a")).hasText("骆驼 第 2 句");
        assertThat(page.locator("#concordance mark").first()).hasText("骆驼");
        Browser.picture(page, "concordance-memory-1280");
        page.keyboard().press("Alt+1");
        assertThat(Workbench.target(page)).hasValue("ᠭᠣᠪᠢ ᠳᠤ ᠲᠡᠮᠡᠭᠡ ᠪᠤᠢ᠃");
        page.keyboard().press("Escape");
        assertThat(page.locator("#matches")).isVisible();
        page.context().close();
    }

    @Test
    void fromMongolianTheSameHoldsTheOtherWayRound() throws IOException {
        Page page = Workbench.signIn(this, 1280, 900, ColorScheme.DARK);
        page.click("#new");
        page.setInputFiles(
                "#upload-source input[type=file]",
                Files.writeString(
                        temp.resolve("from-mongolian.md"),
                        "ᠲᠠᠯ\u180eᠠ ᠳᠤ ᠓ ᠮᠣᠷᠢ ᠪᠤᠢ᠃\n\nᠲᠠᠯ\u180eᠠ ᠳᠤ ᠑᠒ ᠮᠣᠷᠢ ᠪᠤᠢ᠃\n\nᠲᠠᠯ\u180eᠠ ᠳᠤ ᠠᠷᠪᠠᠨ ᠦᠬᠡᠷ ᠪᠤᠢ᠃\n"));
        page.locator("#upload vaadin-radio-button", new Page.LocatorOptions().setHasText("蒙古文 → 汉文"))
                .click();
        page.click("#upload-submit");
        Workbench.translate(page, 1, "草原上有3匹马。");
        assertThat(page.locator("#propagation")).containsText("另有 1 句");
        Workbench.expectSentence(page, 2);
        page.locator(".seg").first().click();
        Workbench.expectSentence(page, 1);
        page.keyboard().press("Alt+a");
        Workbench.expectSentence(page, 2);
        assertThat(page.locator("#matches .mbox mark")).hasText("12");
        Browser.picture(page, "match-from-mongolian");
        page.keyboard().press("Alt+1");
        assertThat(Workbench.target(page)).hasValue("草原上有12匹马。");
        page.keyboard().press("Alt+b");
        assertThat(page.locator("#coverage")).containsText("蒙古文词");
        assertThat(page.locator("#coverage")).containsText("合计");
        Browser.picture(page, "memory-1280");
        page.keyboard().press("Escape");
        page.context().close();
    }

    @Test
    void aMatchOutOfAFileSaysWhichOne(@Autowired MemoryFiles memory) throws Exception {
        String tmx = """
                <tmx version="1.4"><header srclang="zh"/><body><tu creationid="anna"><tuv xml:lang="zh"><seg>雪山下面有三个湖。</seg></tuv>
                <tuv xml:lang="mn"><seg>ᠴᠠᠰᠤᠲᠤ ᠠᠭᠤᠯᠠ</seg></tuv></tu></body></tmx>
                """;
        SystemActor.call(() -> memory.takeIn(
                new ByteArrayInputStream(tmx.getBytes(StandardCharsets.UTF_8)), "旧项目.tmx", count -> {}, refusal -> {}));
        Page page = open("lakes.md", "雪山下面有三个湖。\n", 1280, ColorScheme.LIGHT);
        assertThat(page.locator("#matches .mf .file")).hasText("旧项目.tmx");
        assertThat(page.locator("#matches .mf span").last()).hasText("anna");
        Browser.picture(page, "match-of-a-file");
        page.context().close();
    }
}
