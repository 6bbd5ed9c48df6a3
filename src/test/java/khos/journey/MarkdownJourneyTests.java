package khos.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import khos.As;
import khos.account.Role;
import khos.language.Language;
import khos.translation.Segment;
import khos.translation.Translations;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** A document with whatever CommonMark has, from the upload to the text given back. */
@Tag("browser")
class MarkdownJourneyTests extends Journey {
    private static final String LONG_SENTENCE = "草原上的" + "白马和黑马一起跑过".repeat(44) + "小河。";
    private static final String LONG_PARAGRAPH = "牧民在夏天把羊群赶到山上去放，晚上再赶回来。".repeat(910);
    private static final String TEXT = """
            # 牧场手册

            另一个标题
            ----------

            ### 带`代码`的*小标题* ###

            段落里有**粗体**、*斜体*、***两者***、`a < b`、[链接](/a "标题")和![马](/media/horse.jpg)。
            硬换行在这里\\
            第二行，还有两个空格
            第三行。自动链接<https://example.org/x?a=1&b=2>。[引用链接][ref]也有。

            > 引文第一层。
            > > 引文第二层，*斜体*。
            > > > 引文第三层。
            > - 引文里的列表
            >
            >   列表里的第二段。

            1. 第一项
               - 内层甲
               - 内层乙

                 乙的第二段。
            2. 第二项

               ```java
               int horses = 3; // 不译
               ```

            * * *

                缩进的代码，不译

            <div class="note">
            HTML 块，不译
            </div>

            行内<kbd>Ctrl</kbd>和&amp;实体，转义\\*星号\\*。

            %s

            %s

            [ref]: /r "注"
            """.formatted(LONG_SENTENCE, LONG_PARAGRAPH);

    @Autowired
    Translations translations;

    @TempDir
    Path temp;

    private List<Segment> segments(Page page) {
        return As.role(Role.ADMINISTRATOR, () -> translations.segments(document(page), 0, 10_000));
    }

    private static String document(Page page) {
        return page.url().replaceAll(".*/documents/([^?]*).*", "$1");
    }

    private static void goTo(Page page, Segment segment) {
        Workbench.target(page).press("Control+g");
        assertThat(page.locator("#goto input")).isFocused();
        page.keyboard().type(Integer.toString(segment.number()));
        page.keyboard().press("Enter");
        Workbench.expectSentence(page, segment.number());
    }

    private Segment with(Page page, String part) {
        return segments(page).stream()
                .filter(segment -> segment.source().contains(part))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyConstructIsTranslatedCutJoinedAndSeenBefore() throws IOException {
        Page page = Workbench.signIn(this, 1440, 900, ColorScheme.LIGHT);
        Browser.Complaints complaints = Browser.complaintsOf(page);
        Workbench.upload(page, temp, "handbook.md", TEXT);
        Workbench.expectSentence(page, 1);
        org.assertj.core.api.Assertions.assertThat(segments(page))
                .hasSizeGreaterThan(900)
                .noneMatch(segment -> segment.source().contains("不译"));
        Workbench.translate(page, 1, "ᠮᠠᠯᠴᠢᠨ");
        Workbench.expectSentence(page, 2);

        Segment coded = with(page, "粗体");
        goTo(page, coded);
        Browser.picture(page, "markdown-codes");
        Workbench.target(page).fill("ᠮᠣᠷᠢ");
        Workbench.target(page).press("Control+Enter");
        assertThat(page.locator("vaadin-notification-card.warned").first()).containsText("必改");
        Workbench.target(page).fill(coded.source().replaceAll("[\\p{IsHan}，、。]+", "ᠮᠣᠷᠢ "));
        assertThat(page.locator("#saved")).containsText("已自动保存");
        Browser.picture(page, "markdown-translated");

        Segment sentence = with(page, "白马和黑马");
        goTo(page, sentence);
        Workbench.target(page).fill("ᠮᠣᠷᠢ ".repeat(120).strip() + "᠃");
        assertThat(page.locator("#saved")).containsText("已自动保存");
        Browser.picture(page, "markdown-long-sentence");
        Workbench.target(page).press("Alt+v");
        assertThat(page.locator("#preview .page")).containsText("ᠮᠣᠷᠢ ᠮᠣᠷᠢ");
        assertThat(page.locator(".seg[data-current]")).isInViewport();
        Browser.picture(page, "markdown-preview");

        Segment cut = with(page, "硬换行");
        goTo(page, cut);
        int before = segments(page).size();
        Workbench.target(page).fill("ᠨᠢᠭᠡ ᠬᠣᠶᠠᠷ");
        Workbench.target(page).press("Alt+s");
        assertThat(page.locator(".knife")).isVisible();
        page.keyboard().press("Alt+s");
        assertThat(page.locator("#source")).not().containsText("第三行");
        org.assertj.core.api.Assertions.assertThat(segments(page)).hasSize(before + 1);
        Workbench.target(page).press("Alt+Shift+S");
        assertThat(page.locator("#source")).containsText("第三行");
        org.assertj.core.api.Assertions.assertThat(segments(page)).hasSize(before);
        Segment last = segments(page).getLast();
        goTo(page, last);
        Workbench.target(page).fill("ᠬᠣᠨᠢ᠃");
        Workbench.target(page).press("Control+Enter");
        assertThat(page.locator(".seg[data-current]")).isVisible();
        String body = As.role(Role.ADMINISTRATOR, () -> translations.mergeable(document(page), Language.CHINESE))
                .body();
        org.assertj.core.api.Assertions.assertThat(TEXT).endsWith(body);
        // There is no such picture.
        org.assertj.core.api.Assertions.assertThat(complaints.messages())
                .filteredOn(message -> !message.contains("/media/horse.jpg"))
                .isEmpty();
        page.context().close();
    }
}
