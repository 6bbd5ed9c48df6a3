package khos.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import khos.account.SystemActor;
import khos.language.Language;
import khos.language.LanguagePair;
import khos.publication.Publications;
import khos.translation.State;
import khos.translation.TextKind;
import khos.translation.Translations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** A reader who is led to a sentence of an article, and articles of somebody who means harm. */
@Tag("browser")
@TestPropertySource(properties = "journey=places")
class SentencePlacesJourneyTests extends Journey {
    private static final LanguagePair PAIR = new LanguagePair(Language.CHINESE, Language.MONGOLIAN);
    private static final String ARTICLE = "/articles/places";
    private static final int PARAGRAPHS = 30;

    /** What an article may hold that passed both walls, and what of it may harm. */
    private static final String FOUND = """
            () => {
              const allowed = new Set(('P H1 H2 H3 H4 H5 H6 UL OL LI BLOCKQUOTE PRE CODE EM STRONG A IMG BR HR SPAN').split(' '));
              const found = [];
              const ids = new Set();
              for (const one of document.querySelectorAll('*')) {
                const inside = one.closest('.prose') && !one.classList.contains('prose');
                if (inside && !allowed.has(one.tagName) || one.namespaceURI.endsWith('MathML')) found.push(one.tagName);
                for (const {name, value} of one.attributes) {
                  if (name.startsWith('on') || inside && (name === 'style' || name.startsWith('data-'))) found.push(name);
                  if (inside && name === 'id' && (ids.has(value) || !/^s[0-9]+$/.test(value))) found.push('id ' + value);
                  if (inside && name === 'id') ids.add(value);
                }
                if (inside && one.href && !/^(https?|mailto|tel|):$/.test(one.protocol)) found.push(one.href);
                if (inside && one.src && !/^(https?:|[/][/])/.test(one.src)) found.push(one.src);
              }
              return found;
            }""";

    @Autowired
    Translations translations;

    @Autowired
    Publications publications;

    @BeforeEach
    void publish() throws Exception {
        if (publications.find(TextKind.ARTICLE, "places").isEmpty()) {
            String chinese = "书在桌上。*马在草原上，*跑得很快。红花开了。".concat("\n\n").repeat(PARAGRAPHS);
            String mongolian = "ᠨᠣᠮ᠃ *ᠮᠣᠷᠢ* ᠤᠨᠤᠬᠤ᠃ ᠤᠯᠠᠭᠠᠨ᠃".concat("\n\n").repeat(PARAGRAPHS);
            SystemActor.call(() -> {
                String id = translations
                        .extract(
                                TextKind.ARTICLE,
                                "places",
                                PAIR,
                                "---\ntitle: 句子\n---\n" + chinese,
                                "---\ntitle: ᠨᠣᠮ\n---\n" + mongolian,
                                State.FINAL)
                        .id();
                return publications.publish(id, List.of(Language.values()));
            });
        }
    }

    @ParameterizedTest
    @CsvSource({"zh,360,640,LIGHT", "zh,1440,900,DARK", "mn,360,640,DARK", "mn,1440,900,LIGHT"})
    void aLinkLeadsToASentenceAndTheOtherLanguageStaysThere(String lang, int width, int height, ColorScheme scheme) {
        Page page = Browser.page(width, height, scheme);
        var complaints = Browser.complaintsOf(page);
        page.navigate(url("/" + lang + ARTICLE));
        int middle = 47;
        page.navigate(url("/" + lang + ARTICLE + "#s" + middle));
        assertThat(page.locator(":target")).isInViewport();
        Browser.picture(page, "sentence-" + lang + "-" + width);
        String colour = "one => getComputedStyle(one).backgroundColor";
        assertThat(page.locator(":target").evaluate(colour)).isNotEqualTo("rgba(0, 0, 0, 0)");
        assertThat(page.locator("#s" + (middle + 1)).evaluate(colour)).isEqualTo("rgba(0, 0, 0, 0)");
        String other = lang.equals("zh") ? "mn" : "zh";
        page.locator(".lang,.zs").first().evaluate("link => link.click()");
        page.waitForURL(url("/" + other + ARTICLE + "#s" + middle));
        assertThat(page.locator("#s" + middle)).isInViewport();
        assertThat(complaints.messages()).isEmpty();
        page.context().close();
    }

    private static String one(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static String address(Random random) {
        String script = one(
                random,
                "javascript:",
                "JaVaScRiPt:",
                "java\tscript:",
                "java&#115;cript:",
                "&#x6A;avascript:",
                "\u0001javascript:",
                "%6Aavascript:",
                "javascript&colon;",
                "vbscript:",
                "data:text/html,",
                "data:image/svg+xml,",
                "//\\\\",
                "\u202ejavascript:",
                "feed:javascript:",
                "blob:");
        return script
                + one(
                        random,
                        "alert(1)",
                        "<script>alert(1)</script>",
                        "alert`1`",
                        "//%0aalert(1)",
                        "\"onclick=alert(1)");
    }

    private static String payload(Random random) {
        String handler =
                one(random, "onerror", "onload", "OnClick", "onfocus autofocus", "onanimationstart", "on\u0000load");
        String element = one(
                random, "img src=x", "svg", "math", "a", "iframe", "details open", "body", "video", "input", "style");
        return switch (random.nextInt(10)) {
            case 0 ->
                "<" + element + one(random, " ", "/", "\t", "\f") + handler + one(random, "=", " = ") + "alert(1)>";
            case 1 -> "<script" + one(random, "", " x", "/") + ">alert(1)</script" + one(random, "", " ") + ">";
            case 2 -> "[" + one(random, "a", "[b]", "![c](d)", "<b>") + "](" + address(random) + ")";
            case 3 -> "![" + one(random, "x", "\" onerror=alert(1) \"", "[[") + "](" + address(random) + ")";
            case 4 -> "<" + address(random) + ">";
            case 5 ->
                "[a](/x \"" + one(random, "\\\" onclick=\\\"alert(1)", "' onclick='alert(1)", "&quot; onclick=alert(1)")
                        + "\")";
            case 6 ->
                "&lt;" + element + " " + handler + "=alert(1)&gt;" + one(random, "&#60;script&#62;", "&#x3c;b&#x3e;");
            case 7 ->
                "<svg><" + one(random, "animate", "script", "foreignObject", "use href=data:,x") + " " + handler
                        + "=alert(1)></svg>";
            case 8 ->
                one(random, "\ud800", "\udc00", "\u202e", "\u2066", "\u2069", "\ufeff", "\u0000") + "甲。<b " + handler
                        + "=alert(1)>乙。";
            default ->
                "*".repeat(1 + random.nextInt(4)) + "甲。[".repeat(random.nextInt(20)) + "<span id=s1 " + handler
                        + "=alert(1)>";
        };
    }

    private static String article(int seed) {
        var random = new Random(seed);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            String lead = one(random, "", "", "- ", "> ", "1. ", "    ", "## ", "`", "*");
            lines.add(lead + payload(random) + one(random, "", "。", "`", "*", " 话。" + payload(random)));
        }
        return String.join("\n\n", lines);
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3"})
    void nothingThatAnAuthorWritesRunsOrChangesThePage(int seed) throws Exception {
        String slug = "hostile-" + seed;
        SystemActor.call(() -> {
            String text = "---\ntitle: 坏\n---\n" + article(seed);
            return publications.publish(
                    translations.extract(TextKind.ARTICLE, slug, PAIR, text).id(), Language.CHINESE);
        });
        Page page = Browser.page(1440, 900, ColorScheme.LIGHT);
        List<String> dialogs = new ArrayList<>();
        page.onDialog(dialog -> {
            dialogs.add(dialog.message());
            dialog.dismiss();
        });
        var complaints = Browser.complaintsOf(page);
        page.navigate(url("/zh/articles/" + slug));
        assertThat(page.locator(".prose [id^=s]").count()).isGreaterThan(1_000);
        assertThat((List<?>) page.evaluate(FOUND)).as("seed %s", seed).isEmpty();
        assertThat(dialogs).as("seed %s", seed).isEmpty();
        assertThat(complaints.messages().stream().filter(one -> !one.contains("404")))
                .as("seed %s", seed)
                .isEmpty();
        page.context().close();
    }
}
