package khos.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.stream.IntStream;
import khos.account.SystemActor;
import khos.language.Language;
import khos.terminology.Concept;
import khos.terminology.Status;
import khos.terminology.Term;
import khos.terminology.Termbase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** A hundred thousand concepts are gone through, filtered and changed as quickly as a few. */
@Tag("browser")
@TestPropertySource(properties = "journey=many-terms")
class ManyTermsJourneyTests extends Journey {
    private static final int CONCEPTS = 100_000;

    private static Concept concept(int number) {
        return new Concept(
                "",
                "",
                "",
                "",
                "",
                List.of(
                        new Term(
                                Language.CHINESE,
                                "术语第" + number + "号",
                                number % 1_000 == 0 ? Status.FORBIDDEN : Status.PREFERRED),
                        new Term(Language.MONGOLIAN, "ᠨᠣᠮ " + number, Status.ADMITTED)),
                0);
    }

    @Test
    void theListShowsWhatIsLookedAt(@Autowired Termbase termbase) throws Exception {
        SystemActor.call(() -> termbase.addAll(IntStream.range(0, CONCEPTS)
                .mapToObj(ManyTermsJourneyTests::concept)
                .toList()));
        Page page = Workbench.signIn(this, "admin", 1440, 900, ColorScheme.LIGHT);
        Browser.Complaints complaints = Browser.complaintsOf(page);
        page.navigate(url("/workbench/terms"));
        assertThat(page.locator("#termbase .pt .muted")).containsText("100,000");
        assertThat(page.locator(".term-zh:visible").first()).containsText("术语第0号");
        page.evaluate("document.querySelector('vaadin-grid.terms').scrollToIndex(99999)");
        assertThat(page.locator(".term-zh:visible", new Page.LocatorOptions().setHasText("术语第99999号")))
                .isVisible();
        page.fill("#search input", "第54321号");
        assertThat(page.locator(".term-zh:visible")).hasCount(1);
        assertThat(page.locator(".term-zh:visible")).containsText("术语第54321号");
        Browser.picture(page, "terms-of-many");
        page.locator(".term-zh:visible").click();
        page.locator("#concept .term-col.chinese input").first().fill("改过的术语");
        page.click("#concept-save");
        assertThat(page.locator(".term-zh:visible")).hasCount(0);
        page.fill("#search input", "改过的");
        assertThat(page.locator(".term-zh:visible")).containsText("改过的术语");
        org.assertj.core.api.Assertions.assertThat(complaints.messages()).isEmpty();
        page.context().close();
    }
}
