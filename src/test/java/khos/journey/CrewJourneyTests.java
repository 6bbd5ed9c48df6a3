package khos.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static khos.journey.Workbench.expectSentence;
import static khos.journey.Workbench.signIn;
import static khos.journey.Workbench.target;
import static khos.journey.Workbench.upload;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import khos.As;
import khos.account.Accounts;
import khos.account.Projects;
import khos.account.Role;
import khos.language.Language;
import khos.language.LanguagePair;
import khos.translation.Segment;
import khos.translation.Translations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** Several people in one document. */
@Tag("browser")
class CrewJourneyTests extends Journey {
    private static final String TEXT = """
            # 两个人的文稿

            草原上有一匹白马。马在河边喝水。

            牧人唱着歌回家。马跟在后面。
            """;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Projects projects;

    @Autowired
    private Translations translations;

    @TempDir
    private Path temp;

    @BeforeEach
    void createColleague() {
        if (!accounts.exists("wuyun")) {
            accounts.create("wuyun", "乌云", Role.REVIEWER, PASSWORD);
        }
    }

    private Page colleague(String address) {
        Page page = Workbench.signIn(this, "wuyun", 1280, 800, ColorScheme.LIGHT);
        page.navigate(address);
        page.waitForSelector("#target textarea");
        return page;
    }

    private Segment segment(String address, int place) {
        String id = address.replaceAll(".*/documents/([^?]*).*", "$1");
        return As.role(Role.ADMINISTRATOR, () -> translations.segments(id, place, 1))
                .getFirst();
    }

    @Test
    void twoPeopleSeeEachOtherAndWhatEachWrites() throws IOException {
        Page mine = signIn(this, 1440, 900, ColorScheme.LIGHT);
        upload(mine, temp, "two.md", TEXT);
        expectSentence(mine, 1);
        Page hers = colleague(mine.url());
        // The first sentence is held by somebody, so hers is the second.
        assertThat(mine.locator("#company .av")).hasText("乌1");
        assertThat(hers.locator("#held")).containsText("admin 正在改第 1 句");
        assertThat(hers.locator("#target textarea")).hasAttribute("readonly", "");
        assertThat(hers.locator(".seg .av.xs:visible")).hasText("A");
        Browser.picture(hers, "crew-held");

        target(mine).pressSequentially("ᠮᠣᠷᠢ");
        assertThat(target(hers)).hasValue("ᠮᠣᠷᠢ");
        target(mine).press("Control+Enter");
        expectSentence(mine, 2);
        assertThat(hers.locator("#held")).isHidden();
        assertThat(hers.locator("#target textarea")).not().hasAttribute("readonly", "");
        assertThat(hers.locator(".top .prog"))
                .containsText("已译 1", new LocatorAssertions.ContainsTextOptions().setTimeout(10_000));
        assertThat(hers.locator(".seg[data-current] .gl")).hasClass("gl gl-translated");

        target(hers).press("Control+Enter");
        expectSentence(hers, 3);
        assertThat(mine.locator(".seg .av.xs:visible")).hasText("乌");
        Browser.picture(mine, "crew-company");
        mine.context().close();
        assertThat(hers.locator("#company .av"))
                .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(15_000));
        hers.context().close();
    }

    @Test
    void whoeverSavesSecondMergesBoth() throws IOException {
        Page mine = signIn(this, 1440, 900, ColorScheme.LIGHT);
        upload(mine, temp, "merged.md", TEXT);
        expectSentence(mine, 1);
        target(mine).fill("ᠮᠣᠷᠢ ᠪᠣᠯ ᠲᠠᠯ\u180eᠠ");
        assertThat(mine.locator("#saved")).containsText("已自动保存");
        Segment saved = segment(mine.url(), 0);
        As.role(Role.REVIEWER, () -> translations.saveDraft(saved.id(), "ᠴᠠᠭᠠᠨ " + saved.working(), saved.version()));
        assertThat(target(mine)).hasValue(saved.working());
        target(mine).press("End");
        target(mine).pressSequentially(" ᠨᠣᠮ");
        mine.waitForSelector("#conflict-adopt");
        assertThat(mine.locator("#conflict-merged textarea")).hasValue("ᠴᠠᠭᠠᠨ ᠮᠣᠷᠢ ᠪᠣᠯ ᠲᠠᠯ\u180eᠠ ᠨᠣᠮ");
        Browser.picture(mine, "crew-conflict");
        mine.keyboard().press("Escape");
        assertThat(mine.locator("#conflict-adopt")).hasCount(0);
        assertThat(target(mine)).hasValue("ᠮᠣᠷᠢ ᠪᠣᠯ ᠲᠠᠯ\u180eᠠ ᠨᠣᠮ");
        target(mine).press("Control+Enter");
        mine.waitForSelector("#conflict-adopt");
        mine.locator("#conflict-pick-1").press("3");
        assertThat(mine.locator("#conflict-pick-3")).hasAttribute("aria-pressed", "true");
        mine.keyboard().press("1");
        mine.keyboard().press("Control+Enter");
        assertThat(mine.locator("#saved")).containsText("已自动保存");
        assertThat(target(mine)).hasValue("ᠴᠠᠭᠠᠨ ᠮᠣᠷᠢ ᠪᠣᠯ ᠲᠠᠯ\u180eᠠ ᠨᠣᠮ");
        org.assertj.core.api.Assertions.assertThat(segment(mine.url(), 0).working())
                .isEqualTo("ᠴᠠᠭᠠᠨ ᠮᠣᠷᠢ ᠪᠣᠯ ᠲᠠᠯ\u180eᠠ ᠨᠣᠮ");
        mine.context().close();
    }

    @Test
    void whatIsFoundIsReplacedWhereChosenAndTakenBack() throws IOException {
        Page page = signIn(this, 1440, 900, ColorScheme.DARK);
        upload(page, temp, "found.md", TEXT);
        for (int number = 1; number <= 5; number++) {
            Workbench.translate(page, number, "ᠮᠣᠷᠢ ᠬᠣᠶᠠᠷ ᠮᠣᠷᠢ " + number);
        }
        assertThat(page.locator(".top .prog")).containsText("已译 5");
        target(page).press("Control+f");
        page.waitForSelector("#find-what textarea");
        page.locator("#find-what textarea").fill("ᠮᠣᠷᠢ");
        page.keyboard().press("Enter");
        assertThat(page.locator("#find-count")).containsText("5 句里有 10 处");
        page.locator("#find-with textarea").fill("ᠠᠳᠤᠭᠤ");
        page.keyboard().press("Enter");
        assertThat(page.locator("#hits ins").first()).hasText("ᠠᠳᠤᠭᠤ");
        page.locator("#hits .hit").first().click();
        assertThat(page.locator("#hits [aria-checked=false]")).hasCount(1);
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Space");
        assertThat(page.locator("#hits [aria-checked=false]")).hasCount(2);
        Browser.picture(page, "crew-find");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator("#find-count")).containsText("替换了 4 句");
        assertThat(target(page)).not().hasValue("ᠮᠣᠷᠢ ᠬᠣᠶᠠᠷ ᠮᠣᠷᠢ 5");
        page.keyboard().press("Alt+u");
        assertThat(page.locator("#find-count")).containsText("恢复了 4 句");
        page.keyboard().press("Escape");
        assertThat(target(page)).hasValue("ᠮᠣᠷᠢ ᠬᠣᠶᠠᠷ ᠮᠣᠷᠢ 5");
        page.context().close();
    }

    @Test
    void aPatternThatIsNoneIsToldInWords() throws IOException {
        Page page = signIn(this, 1280, 800, ColorScheme.LIGHT);
        upload(page, temp, "pattern.md", TEXT);
        expectSentence(page, 1);
        target(page).press("Control+h");
        page.waitForSelector("#find-what textarea");
        page.locator("#find-pattern").click();
        page.locator("#find-what textarea").fill("(");
        page.keyboard().press("Enter");
        assertThat(page.locator("#find-error")).containsText("查找式看不懂");
        page.context().close();
    }

    @Test
    void aNewAccountChoosesItsOwnPasswordFirst() {
        Page admin = signIn(this, 1440, 900, ColorScheme.LIGHT);
        admin.navigate(url("/workbench/people"));
        admin.click("#new");
        admin.locator("#account-name input").fill("Sarna!");
        admin.click("#account-create");
        assertThat(admin.locator("#account-error")).containsText("Sarna!");
        admin.locator("#account-name input").fill("sarna");
        admin.locator("#account-display-name input").fill("萨日娜");
        admin.click("#account-create");
        Locator shown = admin.locator("#given-password input");
        assertThat(shown).not().hasValue("");
        String password = shown.inputValue();
        Browser.picture(admin, "crew-account-given");
        admin.keyboard().press("Escape");
        assertThat(admin.locator("#people vaadin-grid")).containsText("还没设自己的密码");
        Browser.picture(admin, "crew-people");

        Page sarna = Browser.page(1280, 800, ColorScheme.LIGHT);
        Workbench.enter(sarna, this, "sarna", password);
        sarna.waitForSelector("#own-password");
        sarna.navigate(url("/workbench/terms"));
        sarna.waitForSelector("#own-password");
        Browser.picture(sarna, "crew-password");
        sarna.locator("#password-current input").fill(password);
        sarna.locator("#password-new input").fill("short");
        sarna.locator("#password-again input").fill("short");
        sarna.click("#password-change");
        assertThat(sarna.locator("#password-error")).containsText("8");
        sarna.locator("#password-new input").fill(PASSWORD + " of sarna");
        sarna.locator("#password-again input").fill(PASSWORD + " of sarna");
        sarna.click("#password-change");
        sarna.waitForSelector("#documents");
        sarna.navigate(url("/workbench/people"));
        sarna.waitForSelector("#documents");

        sarna.click("#me");
        sarna.waitForSelector("#token-label");
        sarna.locator("#token-label input").fill("网站同步");
        sarna.click("#token-create");
        assertThat(sarna.locator("#token-made input")).hasValue(java.util.regex.Pattern.compile("khos_[0-9a-f]{64}"));
        Browser.picture(sarna, "crew-my-account");
        sarna.click(".revoke");
        assertThat(sarna.locator(".revoke")).hasCount(0);

        admin.locator("#people .who").getByText("萨日娜").click();
        admin.locator("#account-disabled input").check();
        admin.click("#account-save");
        assertThat(admin.locator("#people vaadin-grid")).containsText("已停用");
        admin.context().close();
        sarna.context().close();
    }

    @Test
    void aProjectHasMembersAndDocuments() throws IOException {
        Page admin = signIn(this, 1440, 900, ColorScheme.DARK);
        upload(admin, temp, "moved.md", TEXT);
        expectSentence(admin, 1);
        admin.navigate(url("/workbench/projects"));
        admin.click("#new");
        admin.locator("#project-name input").fill("市志");
        admin.locator("#project-differs input").check();
        admin.click("#project-create");
        admin.waitForSelector("#member-name");
        admin.locator("#member-name input").fill("nobody");
        admin.click("#member-add");
        assertThat(admin.locator("#project-error")).containsText("nobody");
        admin.locator("#member-name input").fill("wuyun");
        admin.click("#member-add");
        assertThat(admin.locator("#project .rows-list")).containsText("乌云");
        Browser.picture(admin, "crew-project");
        admin.click("#project-close");
        Browser.picture(admin, "crew-projects");
        admin.navigate(url("/workbench/documents"));
        Locator row = admin.locator(".ti-cell").filter(new Locator.FilterOptions().setHasText("moved"));
        row.locator("button.in-project").click();
        admin.locator("vaadin-context-menu-item").getByText("市志").click();
        assertThat(row.locator("button.in-project")).hasText("市志");
        Browser.picture(admin, "crew-documents");
        admin.context().close();
    }

    @Test
    void aTextIsTakenWithItsTranslationIntoAProject() throws IOException {
        String project = As.role(
                Role.ADMINISTRATOR,
                () -> projects.create("双语志", new LanguagePair(Language.CHINESE, Language.MONGOLIAN), false)
                        .id());
        Page page = signIn(this, 1280, 800, ColorScheme.LIGHT);
        page.click("#new");
        page.setInputFiles(
                "#upload-source input[type=file]",
                Files.writeString(temp.resolve("paired.zh.md"), "# 马\n\n马跑。牛走。\n\n羊来。羊去。\n\n"));
        assertThat(page.locator("#slug input")).hasValue("paired");
        Path other = Files.writeString(temp.resolve("other.mn.md"), "# ᠮᠣᠷᠢ\n\nᠮᠣᠷᠢ᠃\n");
        page.setInputFiles("#upload-target input[type=file]", other);
        assertThat(page.locator("#upload-submit")).hasText("查看对照");
        page.locator("#upload-project").click();
        page.locator("vaadin-select-item:visible", new Page.LocatorOptions().setHasText("双语志"))
                .click();
        page.click("#upload-submit");
        assertThat(page.locator("#upload-error")).containsText("3");
        page.locator("#upload-target vaadin-upload-file")
                .getByRole(AriaRole.BUTTON)
                .last()
                .click();
        assertThat(page.locator("#upload-submit")).hasText("建立文档");
        page.setInputFiles(
                "#upload-target input[type=file]",
                Files.writeString(temp.resolve("paired.mn.md"), "# ᠮᠣᠷᠢ\n\nᠮᠣᠷᠢ᠃ ᠦᠬᠡᠷ᠃\n\nᠬᠣᠨᠢ᠃\n\n"));
        assertThat(page.locator("#upload-submit")).hasText("查看对照");
        page.locator("#upload-submit").press("Enter");
        assertThat(page.locator("#upload-pairs")).containsText("共 4 对，其中 1 段");
        assertThat(page.locator("#upload-pairs .seg")).hasCount(4);
        assertThat(page.locator("#upload-pairs .seg").last()).containsText("整段");
        Browser.picture(page, "upload-pairs");
        page.locator("#upload-submit").press("Enter");
        expectSentence(page, 1);
        assertThat(page.locator(".top .prog")).containsText("已译 4");
        String id = page.url().replaceAll(".*/documents/([^?]*).*", "$1");
        org.assertj.core.api.Assertions.assertThat(As.role(Role.ADMINISTRATOR, () -> translations.projectOf(id)))
                .contains(project);
        page.context().close();
    }
}
