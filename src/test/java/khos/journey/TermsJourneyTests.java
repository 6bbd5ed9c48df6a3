package khos.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.context.TestPropertySource;

/** A term is added where it is met, found again, inserted; terms are taken in, listed, changed and given out. */
@Tag("browser")
@TestPropertySource(properties = "journey=terms")
class TermsJourneyTests extends Journey {
    private static final String TEXT = """
            ---
            title: 草原上的马
            ---

            草原上的马认得回家的路。草原很大，马跑得很快。
            """;

    private static final String TBX = """
            <tbx><text><body>
            <conceptEntry><descrip type="subjectField">骆驼学</descrip><langSec xml:lang="zh"><termSec><term>骆驼</term>
            <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termSec></langSec>
            <langSec xml:lang="mn"><termSec><term>ᠲᠡᠮᠡᠭᠡ</term></termSec></langSec></conceptEntry>
            <conceptEntry><langSec xml:lang="en"><termSec><term>camel</term></termSec></langSec></conceptEntry>
            </body></text></tbx>
            """;

    private static final String CSV = """
            zh,mn,status,subject,definition
            马,"ᠮᠣᠷᠢ
            ᠠᠳᠤᠭᠤ","preferred
            preferred
            forbidden",畜牧,跑得快的牲畜
            草原,"ᠲᠠᠯ\u180eᠠ
            ᠲᠠᠯ\u180eᠠ ᠨᠤᠲᠤᠭ",preferred,地理,
            家,ᠭᠡᠷ,admitted,,
            """;

    private static final String CARDS = """
            zh,mn,status,subject,definition,note
            认得,"ᠲᠠᠨᠢᠬᠤ
            ᠮᠡᠳᠡᠬᠦ","preferred
            preferred
            forbidden",心理,知道是谁、是什么,只用于人和动物
            """;

    @TempDir
    Path temp;

    private Page signIn(int width, int height, ColorScheme scheme) {
        return Workbench.signIn(this, width, height, scheme);
    }

    private void open(Page page, String name) throws IOException {
        Path file = Files.writeString(temp.resolve(name + ".md"), TEXT);
        page.click("#new");
        page.setInputFiles("#upload-source input[type=file]", file);
        assertThat(page.locator("#slug input")).hasValue(name);
        page.click("#upload-submit");
        assertThat(target(page)).isFocused();
        assertThat(page.locator(".sh h2")).hasText("第 1 句");
        target(page).press("Alt+ArrowDown");
        assertThat(page.locator(".sh h2")).hasText("第 2 句");
    }

    private static Locator target(Page page) {
        return page.locator("#target textarea");
    }

    /** Selects {@code text} in the source with the mouse's means. */
    private static void selectInSource(Page page, String text) {
        page.evaluate("""
                text => {
                  const source = document.getElementById('source');
                  const walker = document.createTreeWalker(source, NodeFilter.SHOW_TEXT);
                  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                    const at = node.data.indexOf(text);
                    if (at < 0) continue;
                    source.focus();
                    getSelection().setBaseAndExtent(node, at, node, at + text.length);
                    return;
                  }
                  throw new Error('no ' + text);
                }""", text);
    }

    private static void fillTerm(Page page, String column, String text) {
        page.locator("#concept .term-col." + column + " .term-row")
                .first()
                .locator("input,textarea")
                .first()
                .fill(text);
    }

    @Test
    void aTermIsAddedFromASelectionAndInsertedInTheNextSegment() throws IOException {
        Page page = signIn(1440, 900, ColorScheme.LIGHT);
        Browser.Complaints complaints = Browser.complaintsOf(page);
        open(page, "terms-added");
        target(page).pressSequentially("ᠮᠣᠷᠢ ᠲᠠᠯ\u180eᠠ");
        target(page).press("Shift+Home");
        selectInSource(page, "草原");
        page.keyboard().press("Alt+t");
        page.waitForSelector("#concept-save");
        assertThat(page.locator(".term-col.chinese input").first()).hasValue("草原");
        assertThat(page.locator(".term-col.mongolian textarea")).hasValue("ᠮᠣᠷᠢ ᠲᠠᠯ\u180eᠠ");
        fillTerm(page, "mongolian", "ᠲᠠᠯ\u180eᠠ");
        page.locator("#concept-subject input").fill("地理");
        page.locator("#concept-definition textarea").fill("长草的平地");
        Browser.picture(page, "terms-dialog");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator("#concept-save")).hasCount(0);
        assertThat(target(page)).hasValue("ᠮᠣᠷᠢ ᠲᠠᠯ\u180eᠠ");
        assertThat(page.locator("#source .tm")).hasText("草原");
        assertThat(page.locator("#terms .term")).containsText("长草的平地");

        assertThat(target(page)).isFocused();
        target(page).press("Alt+ArrowDown");
        assertThat(page.locator(".sh h2")).hasText("第 3 句");
        assertThat(page.locator("#source .tm")).hasText("草原");
        assertThat(page.locator("#source")).hasText("草原很大，马跑得很快。");
        target(page).fill("ᠶᠡᠬᠡ ");
        target(page).press("Alt+Shift+Digit1");
        assertThat(target(page)).hasValue("ᠶᠡᠬᠡ ᠲᠠᠯ\u180eᠠ");
        page.click("#term-1");
        assertThat(target(page)).hasValue("ᠶᠡᠬᠡ ᠲᠠᠯ\u180eᠠᠲᠠᠯ\u180eᠠ");
        target(page).press("Control+z");
        assertThat(target(page)).hasValue("ᠶᠡᠬᠡ ᠲᠠᠯ\u180eᠠ");
        assertThat(complaints.messages()).isEmpty();
        page.context().close();
    }

    @Test
    void whatIsSelectedIsFoundInWhatIsPublished() throws IOException {
        Page page = signIn(1440, 900, ColorScheme.LIGHT);
        open(page, "terms-asked");
        target(page).pressSequentially("ᠮᠣᠷᠢ");
        selectInSource(page, "马");
        page.keyboard().press("Alt+f");
        assertThat(page.locator("#concordance .mt mark").first()).isVisible();
        assertThat(page.locator("#matches")).isHidden();
        assertThat(page.locator("#concordance .mt a").first())
                .hasAttribute("href", java.util.regex.Pattern.compile("/zh/.*"));
        Browser.picture(page, "terms-concordance");
        page.keyboard().press("Escape");
        assertThat(page.locator("#concordance")).isHidden();
        assertThat(page.locator("#matches")).isVisible();
        assertThat(target(page)).isFocused();
        assertThat(target(page)).hasValue("ᠮᠣᠷᠢ");
        page.context().close();
    }

    @Test
    void termsAreTakenInListedChangedAndGivenOut() throws IOException {
        Page page = signIn(1440, 900, ColorScheme.LIGHT);
        page.locator("nav a", new Page.LocatorOptions().setHasText("术语")).click();
        page.waitForSelector("#termbase");
        page.click("#import");
        page.setInputFiles("#term-file input[type=file]", Files.writeString(temp.resolve("camels.tbx"), TBX));
        assertThat(page.locator("#term-report")).containsText("可以收入 1 条");
        assertThat(page.locator("#term-report li")).hasText("第 5 行：这个概念没有汉文或蒙古文术语");
        Browser.picture(page, "terms-import");
        page.click("#term-take");
        page.fill("#search input", "骆驼");
        assertThat(page.locator(".term-zh:visible")).hasCount(1);
        assertThat(page.locator(".term-zh:visible")).containsText("骆驼");
        page.fill("#search input", "没有这样的");
        assertThat(page.locator(".term-zh:visible")).hasCount(0);
        page.fill("#search input", "骆驼学");
        assertThat(page.locator(".term-zh:visible")).hasCount(1);

        page.locator(".term-zh:visible").click();
        page.waitForSelector("#concept-save");
        fillTerm(page, "cyrillic", "тэмээ");
        page.click("#concept-save");
        assertThat(page.locator(".term-zh:visible")).containsText("тэмээ");

        Download csv = page.waitForDownload(() -> page.click("#export-csv"));
        assertThat(Files.readString(csv.path()))
                .startsWith("\uFEFFzh,mn,mn-Cyrl,")
                .contains("骆驼,ᠲᠡᠮᠡᠭᠡ,тэмээ,");
        Download tbx = page.waitForDownload(() -> page.click("#export-tbx"));
        assertThat(Files.readString(tbx.path())).contains("<term>тэмээ</term>");

        page.locator(".term-zh:visible").click();
        page.click("#concept-remove");
        page.click("#concept-remove");
        assertThat(page.locator(".term-zh:visible")).hasCount(0);
        page.context().close();
    }

    @Test
    void aCardTellsWhatIsAgreedAndAWrongTermIsSeenWhileTyping() throws IOException {
        Page page = signIn(1440, 900, ColorScheme.LIGHT);
        Browser.Complaints complaints = Browser.complaintsOf(page);
        page.navigate(url("/workbench/terms"));
        page.click("#import");
        page.setInputFiles("#term-file input[type=file]", Files.writeString(temp.resolve("cards.csv"), CARDS));
        assertThat(page.locator("#term-report")).containsText("可以收入 1 条");
        page.click("#term-take");
        page.click("nav a");
        page.waitForSelector("#documents");
        open(page, "terms-cards");
        page.keyboard().press("Alt+j");
        assertThat(page.locator("#source .tm").first()).isFocused();
        page.locator("#source .tm", new Page.LocatorOptions().setHasText("认得")).focus();
        assertThat(page.locator(".card:visible")).containsText("知道是谁、是什么");
        assertThat(page.locator(".card:visible")).containsText("禁用");
        assertThat(page.locator(".card:visible")).containsText("只用于人和动物");
        Browser.picture(page, "terms-card");
        page.keyboard().press("Escape");
        assertThat(page.locator(".card:visible")).hasCount(0);
        target(page).pressSequentially("ᠮᠣᠷᠢ ᠮᠡᠳᠡᠬᠦ ");
        assertThat(page.locator(".wrong-term")).containsText("ᠮᠡᠳᠡᠬᠦ");
        assertThat(page.locator("#terms .term-b.used", new Page.LocatorOptions().setHasText("ᠮᠡᠳᠡᠬᠦ")))
                .isVisible();
        Browser.picture(page, "terms-wrong");
        target(page).fill("ᠮᠣᠷᠢ ᠲᠠᠨᠢᠬᠤ");
        assertThat(page.locator(".wrong-term")).hasCount(0);
        assertThat(page.locator("#terms .term-b.used", new Page.LocatorOptions().setHasText("ᠲᠠᠨᠢᠬᠤ")))
                .isVisible();
        assertThat(complaints.messages()).isEmpty();
        page.context().close();
    }

    @Test
    void whatIsWrittenIntoTheFormIsNotLostByEscape() throws IOException {
        Page page = signIn(1280, 900, ColorScheme.DARK);
        open(page, "terms-escape");
        page.keyboard().press("Alt+t");
        page.waitForSelector("#concept-save");
        page.keyboard().press("Escape");
        assertThat(page.locator("#concept-save")).hasCount(0);
        page.keyboard().press("Alt+t");
        page.waitForSelector("#concept-save");
        Locator mongolian = page.locator(".term-col.mongolian textarea");
        mongolian.click();
        page.keyboard().press("Alt+m");
        page.keyboard().type("mori ");
        assertThat(mongolian).hasValue(java.util.regex.Pattern.compile("ᠮᠣᠷᠢ\\s?"));
        page.keyboard().press("Alt+m");
        page.keyboard().press("Escape");
        assertThat(page.locator("#concept-leaving")).isVisible();
        Browser.picture(page, "terms-leaving-dark");
        assertThat(page.locator("#concept-stay")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("#concept-leaving")).isHidden();
        assertThat(mongolian).hasValue(java.util.regex.Pattern.compile("ᠮᠣᠷᠢ\\s?"));
        page.click("#concept-cancel");
        page.click("#concept-discard");
        assertThat(page.locator("#concept-save")).hasCount(0);
        page.context().close();
    }

    @Test
    void tenThousandTermsAreListedAndFound() throws IOException {
        String rows = IntStream.range(0, 10_000)
                .mapToObj(i -> "术语" + i + "号,ᠨᠡᠷ\u180eᠡ " + i + ",preferred,大,第" + i + "个的说明\n")
                .collect(Collectors.joining());
        Page page = signIn(1440, 900, ColorScheme.LIGHT);
        page.navigate(url("/workbench/terms"));
        page.click("#import");
        page.setInputFiles(
                "#term-file input[type=file]",
                Files.writeString(temp.resolve("many.csv"), "zh,mn,status,subject,definition\n" + rows));
        assertThat(page.locator("#term-report")).containsText("可以收入 10,000 条");
        page.click("#term-take");
        assertThat(page.locator(".term-zh:visible").first()).isVisible();
        long start = System.nanoTime();
        page.navigate(url("/workbench/terms"));
        assertThat(page.locator(".term-zh:visible").first()).isVisible();
        long opened = System.nanoTime();
        page.fill("#search input", "术语9876号");
        assertThat(page.locator(".term-zh:visible")).hasCount(1);
        page.fill("#search input", "");
        assertThat(page.locator(".term-zh:visible").nth(2)).isVisible();
        page.evaluate("document.querySelector('vaadin-grid').scrollToIndex(9000)");
        assertThat(page.locator(".term-zh:visible").nth(2)).isVisible();
        assertThat(java.time.Duration.ofNanos(opened - start)).isLessThan(java.time.Duration.ofSeconds(5));
        page.context().close();
    }

    @Test
    void whatMayNotBeUsedIsStruckThroughAndHasNoKey() throws IOException {
        Page page = signIn(1440, 900, ColorScheme.LIGHT);
        page.navigate(url("/workbench/terms"));
        page.click("#import");
        page.setInputFiles("#term-file input[type=file]", Files.writeString(temp.resolve("animals.csv"), CSV));
        page.click("#term-take");
        assertThat(page.locator("#term-take")).hasCount(0);
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            for (int width : new int[] {1440, 1280}) {
                Page other = signIn(width, width == 1440 ? 900 : 800, scheme);
                String name = "-" + width + (scheme == ColorScheme.DARK ? "-dark" : "");
                other.navigate(url("/workbench/terms"));
                assertThat(other.locator(".term-zh:visible").nth(2)).isVisible();
                Browser.picture(other, "terms" + name);
                other.navigate(url("/workbench"));
                open(other, "terms-used" + name);
                target(other).press("Alt+ArrowDown");
                assertThat(other.locator("#source .tm")).hasCount(2);
                Browser.picture(other, "terms-editor" + name);
                other.context().close();
            }
        }
        page.navigate(url("/workbench"));
        open(page, "terms-forbidden");
        target(page).press("Alt+ArrowDown");
        Locator horse = page.locator("#terms .term", new Page.LocatorOptions().setHasText("跑得快的牲畜"));
        assertThat(horse.locator("button")).hasCount(1);
        assertThat(horse.locator(".term-w.unusable")).hasText("ᠠᠳᠤᠭᠤ");
        assertThat(horse).containsText("禁用");
        page.context().close();
    }

    @Test
    void termsOfAMongolianSourceAreMarkedAsWholeWords() throws IOException {
        Page page = signIn(1440, 900, ColorScheme.LIGHT);
        page.navigate(url("/workbench/terms"));
        page.click("#new");
        fillTerm(page, "chinese", "书");
        fillTerm(page, "mongolian", "ᠨᠣᠮ");
        page.click("#concept-save");
        assertThat(page.locator("#concept-save")).hasCount(0);
        page.navigate(url("/workbench"));
        page.click("#new");
        Path file = Files.writeString(temp.resolve("books.md"), "ᠡᠨᠡ ᠨᠣᠮ\u180eᠤᠨ ᠲᠠᠯ\u180eᠠ᠃\n");
        page.setInputFiles("#upload-source input[type=file]", file);
        assertThat(page.locator("#slug input")).hasValue("books");
        page.locator("#upload vaadin-radio-button", new Page.LocatorOptions().setHasText("蒙古文 → 汉文"))
                .click();
        page.click("#upload-submit");
        assertThat(page.locator("#source .tm").first()).hasText("ᠨᠣᠮ\u180eᠤᠨ");
        target(page).press("Alt+Shift+Digit1");
        assertThat(target(page)).hasValue("书");
        Browser.picture(page, "terms-mongolian");
        page.context().close();
    }

    @Test
    void theSecondChangeOfATermIsRefusedInPlainWords() {
        Page page = signIn(1440, 900, ColorScheme.DARK);
        page.navigate(url("/workbench/terms"));
        page.click("#new");
        fillTerm(page, "chinese", "云课堂");
        page.click("#concept-save");
        page.fill("#search input", "云课堂");
        assertThat(page.locator(".term-zh:visible")).hasCount(1);
        Page other = signIn(1280, 800, ColorScheme.LIGHT);
        other.navigate(url("/workbench/terms?q=云课堂"));
        page.locator(".term-zh:visible").click();
        page.waitForSelector("#concept-save");
        other.locator(".term-zh:visible").click();
        fillTerm(other, "mongolian", "ᠬᠢᠴᠢᠶᠡᠯ");
        other.click("#concept-save");
        assertThat(other.locator("#concept-save")).hasCount(0);
        fillTerm(page, "chinese", "网课");
        page.click("#concept-save");
        assertThat(page.locator("#concept-error")).containsText("刚被别人改过");
        assertThat(page.locator(".term-col.chinese input").first()).hasValue("网课");
        page.context().close();
        other.context().close();
    }
}
