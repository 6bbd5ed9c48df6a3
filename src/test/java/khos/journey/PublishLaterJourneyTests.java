package khos.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import khos.account.SystemActor;
import khos.account.Tokens;
import khos.language.Language;
import khos.publication.Publications;
import khos.publication.Schedule;
import khos.publication.Schedules;
import khos.terminology.Concept;
import khos.terminology.Status;
import khos.terminology.Term;
import khos.terminology.Termbase;
import khos.translation.Segment;
import khos.translation.Translations;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** A text is shown to somebody before it is out, comes out when its time has come, and leads to others that say the same. */
@Tag("browser")
class PublishLaterJourneyTests extends Journey {
    private static final String TEXT = """
            ---
            title: 牧民的一天
            kind: feature
            date: 2026-11-20
            tags: [草原, 牧民]
            ---

            牧民把马赶到草原。

            太阳落山了。
            """;

    @TempDir
    Path temp;

    @Autowired
    Translations translations;

    private String id(Page page) {
        return page.url().replaceAll(".*/documents/([^?#]+).*", "$1");
    }

    private Page begin(String slug, int width, int height, ColorScheme scheme) throws IOException {
        Page page = Workbench.signIn(this, width, height, scheme);
        Workbench.upload(page, temp, slug + ".md", TEXT);
        Workbench.expectSentence(page, 1);
        return page;
    }

    /** Every sentence translated and reviewed. */
    private void finish(String document) throws Exception {
        SystemActor.call(() -> {
            for (Segment segment : translations.segments(document, 0, 10)) {
                Segment translated = translations.translate(segment.id(), "ᠮᠠᠯᠴᠢᠨ ᠮᠣᠷᠢ", segment.version());
                translations.review(translated.id(), translated.version());
            }
            return document;
        });
    }

    /** When what moves stands still. */
    private static void picture(Page page, String name) {
        page.evaluate("Promise.allSettled(document.getAnimations().map((one) => one.finished))");
        Browser.picture(page, name);
    }

    private void openDialog(Page page) {
        page.click("#publishing");
        assertThat(page.locator("#publish-zh")).isVisible();
    }

    private int statusOf(String path) {
        return get(path).statusCode();
    }

    /** Until it is so; not longer than a text may be late. */
    private static void await(Duration most, java.util.function.BooleanSupplier condition) {
        Instant end = Instant.now().plus(most);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(end);
            Thread.onSpinWait();
        }
    }

    @Test
    void aTextIsScheduledMovedAndComesOut(@Autowired Tokens tokens) throws Exception {
        Page page = begin("planned-day", 1280, 900, ColorScheme.LIGHT);
        Browser.Complaints complaints = Browser.complaintsOf(page);
        String document = id(page);
        finish(document);
        openDialog(page);
        page.click("#later-zh");
        page.locator("#row-zh vaadin-date-time-picker input").first().fill("2027-03-01");
        page.locator("#row-zh vaadin-date-time-picker input").first().press("Tab");
        page.locator("#row-zh vaadin-date-time-picker input").last().fill("08:00");
        page.locator("#row-zh vaadin-date-time-picker input").last().press("Tab");
        picture(page, "schedule-form");
        page.click("#schedule-set");
        assertThat(page.locator("#row-zh .plan")).containsText("将在 2027 年 3 月 1 日 08:00 发布");
        picture(page, "schedule-planned");
        page.locator("#row-zh .plan .move").click();
        assertThat(page.locator("#row-zh vaadin-date-time-picker input").first())
                .hasValue("2027-03-01");
        page.click("#schedule-close");
        page.click("#publish-close");
        page.click("#back");
        assertThat(page.locator(".docs")).containsText("将在 2027 年 3 月 1 日 08:00 发布");
        picture(page, "documents-scheduled");
        assertThat(statusOf("/zh/articles/planned-day")).isEqualTo(404);

        String token = SystemActor.call(() -> tokens.createFor("admin", "journey"));
        Instant at = Instant.now().plusMillis(1_500);
        HttpResponse<String> moved = send(HttpRequest.newBuilder(
                        URI.create(url("/api/v1/documents/" + document + "/publish")))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"languages\":[\"zh\",\"mn\"],\"at\":\"" + at + "\"}")));
        assertThat(moved.statusCode()).as(moved.body()).isEqualTo(200);
        assertThat(JsonMapper.shared().readTree(moved.body()).path("scheduled").size())
                .isEqualTo(2);
        assertThat(statusOf("/zh/articles/planned-day")).isEqualTo(404);
        assertThat(get("/zh/articles").body()).doesNotContain("planned-day");
        await(Duration.ofSeconds(6), () -> statusOf("/zh/articles/planned-day") == 200);
        assertThat(Instant.now()).isBetween(at, at.plusMillis(2_500));
        await(Duration.ofSeconds(3), () -> get("/zh/articles").body().contains("planned-day"));
        assertThat(get("/zh/feed.atom").body()).contains("planned-day");
        assertThat(get("/sitemap.xml").body()).contains("/zh/articles/planned-day");
        await(
                Duration.ofSeconds(3),
                () -> get("/api/v1/search?q=%E7%89%A7%E6%B0%91%E7%9A%84%E4%B8%80%E5%A4%A9")
                        .body()
                        .contains("planned-day"));
        await(Duration.ofSeconds(3), () -> statusOf("/mn/articles/planned-day") == 200);
        page.reload();
        assertThat(page.locator(".docs")).not().containsText("将在");
        assertThat(complaints.messages()).isEmpty();
        page.context().close();
    }

    @Test
    void whatFailedSaysWhyInTheListAndTheDialog(@Autowired Schedules schedules, @Autowired Publications publications)
            throws Exception {
        Page page = begin("failing-day", 1440, 900, ColorScheme.DARK);
        String document = id(page);
        finish(document);
        SystemActor.call(() -> {
            schedules.publish(
                    document, List.of(Language.MONGOLIAN), Instant.now().plusMillis(1_500));
            Segment first = translations.segments(document, 1, 1).getFirst();
            translations.reopen(first.id(), first.version());
            return document;
        });
        await(Duration.ofSeconds(8), () -> {
            try {
                return SystemActor.call(() -> schedules.of(document).stream().anyMatch(Schedule::isFailed));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        page.reload();
        openDialog(page);
        assertThat(page.locator("#row-mn .plan.failed")).containsText("还有 1 句没有审定");
        picture(page, "schedule-failed-dark");
        page.click("#publish-close");
        page.click("#back");
        assertThat(page.locator(".docs .plan.failed")).containsText("还有 1 句没有审定");
        picture(page, "documents-failed-dark");
        assertThat(statusOf("/mn/articles/failing-day")).isEqualTo(404);
        page.context().close();
    }

    @Test
    void aLinkShowsATextToSomebodyWithoutAnAccountUntilItIsRevoked() throws Exception {
        Page page = begin("shown-day", 1440, 1000, ColorScheme.LIGHT);
        Browser.Complaints complaints = Browser.complaintsOf(page);
        finish(id(page));
        openDialog(page);
        page.click("#preview-make");
        assertThat(page.locator("#preview-made input")).isVisible();
        String link = page.locator("#preview-made input").inputValue();
        assertThat(link).startsWith(url("/preview/"));
        page.click("#preview-copy");
        assertThat(page.locator("vaadin-notification-card")).isVisible();
        picture(page, "preview-links");

        for (int width : new int[] {360, 1440}) {
            Page reader = Browser.page(new NewContextOptions().setViewportSize(width, width == 360 ? 740 : 900));
            Browser.Complaints complained = Browser.complaintsOf(reader);
            Response opened = reader.navigate(link);
            assertThat(opened.status()).isEqualTo(200);
            assertThat(opened.headers())
                    .containsEntry("cache-control", "no-store")
                    .containsEntry("referrer-policy", "no-referrer")
                    .doesNotContainKey("set-cookie");
            assertThat(reader.locator("html")).hasAttribute("lang", "mn-Mong");
            assertThat(reader.locator("h1")).containsText("ᠮᠠᠯᠴᠢᠨ");
            assertThat(reader.locator(".pre-bar")).isVisible();
            picture(reader, "preview-mn-" + width);
            reader.locator("a[hreflang=zh-Hans]").first().click();
            assertThat(reader.locator("h1")).hasText("牧民的一天");
            assertThat(reader.locator("html")).hasAttribute("lang", "zh-Hans");
            picture(reader, "preview-zh-" + width);
            assertThat(complained.messages()).isEmpty();
            reader.context().close();
        }
        assertThat(statusOf("/zh/articles/shown-day")).isEqualTo(404);
        assertThat(get("/sitemap.xml").body()).doesNotContain("shown-day").doesNotContain("preview");

        page.locator("#preview-links .revoke").click();
        assertThat(page.locator("#preview-links .revoke")).hasCount(0);
        HttpResponse<String> revoked = get(URI.create(link).getPath());
        assertThat(revoked.statusCode()).isEqualTo(404);
        assertThat(revoked.body()).isEqualTo(get("/preview/" + "0".repeat(64)).body());
        assertThat(complaints.messages()).isEmpty();
        page.context().close();
    }

    @Test
    void textsThatShareTagsAndTermsLeadToEachOther(@Autowired Termbase termbase) throws Exception {
        SystemActor.call(() -> termbase.add(Concept.of(List.of(new Term(Language.CHINESE, "学校", Status.PREFERRED)))));
        for (String path : List.of("zh/articles/how-a-word-is-translated", "zh/lessons/school", "mn/lessons/school")) {
            for (int width : new int[] {360, 1440}) {
                Page reader = Browser.page(width, width == 360 ? 740 : 900, ColorScheme.LIGHT);
                Browser.Complaints complaints = Browser.complaintsOf(reader);
                reader.navigate(url("/" + path));
                Locator list = reader.locator(".related");
                assertThat(list.locator("li").first()).isVisible();
                list.scrollIntoViewIfNeeded();
                picture(reader, "related-" + path.replace('/', '-') + "-" + width);
                Response next =
                        reader.waitForNavigation(() -> list.locator("a").first().click());
                assertThat(next.status()).isEqualTo(200);
                assertThat(reader.url())
                        .contains("/" + path.substring(0, 2) + "/")
                        .doesNotContain(path);
                assertThat(complaints.messages()).isEmpty();
                reader.context().close();
            }
        }
    }
}
