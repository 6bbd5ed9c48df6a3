package khos.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import khos.publication.Cue;
import khos.publication.WebVtt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Captions and chapters of somebody who means harm, or has far too many. */
@Tag("browser")
@TestPropertySource(properties = "journey=captions")
class HostileCaptionsJourneyTests extends Journey {
    private static final Path FILM = Path.of("content/series/cloud-classroom/04/video.mp4");
    private static final String TITLE = "</script><img src=x onerror=alert(1)>";
    private static final int CUES = 1_500;
    private static final int CHAPTERS = 400;
    private static final int MOST_CUES = 20_000;
    private static final int MOST_CHAPTERS = 500;
    /** The number of the episode that means no harm. */
    private static final int TAME = 9;
    /** The number of the episode with as many cues as are taken. */
    private static final int LONG = 10;

    private static final List<String> FRAGMENTS = List.of(
            "<script>alert(1)</script>",
            "</script><script>alert(1)</script>",
            "<c.x onmouseover=alert(1)>",
            "<c." + "x".repeat(3_000) + ">",
            "<v \"><img src=x onerror=alert(1)>",
            "<v onclick=alert(1)>",
            "</v></c></li></ol>",
            "<ruby>字<rt onload=alert(1)>zi</rt></ruby>",
            "<lang javascript:alert(1)>",
            "<00:00:01.000>",
            "<i",
            "<<b>script>alert(1)<</b>/script>",
            "<scr<i>ipt>",
            "&lt;script&gt;alert(1)&lt;/script&gt;",
            "&lt;img src=x onerror=alert(1)&gt;",
            "&amp;lt;b&amp;gt;",
            "&#60;svg onload=alert(1)&#62;",
            "&#x3c;b&#x3e;",
            "&nbsp;&lrm;&rlm;&bogus;&",
            "javascript:alert(1)",
            "data:text/html,&lt;script>",
            "url(https://evil.example/x)",
            "' onclick='alert(1)",
            "\" onfocus=\"alert(1)\" autofocus=\"",
            "`${alert(1)}` {{alert(1)}} ${x} @{y}",
            "]]>",
            "<![CDATA[",
            "<!--",
            "-->",
            "--&gt;",
            "00:00:01.000 --> 00:00:02.000",
            "a --> b",
            "\u202E\u2066",
            "\u2069\u202C\u061C",
            "\u2028",
            "\u0085",
            "\uFEFF",
            "\uFFFE",
            "\u0001\u0008\u000B\u000C\u001B",
            "\uDBFF\uDFFF",
            "WEBVTT",
            "STYLE ::cue{background:url(x)}",
            "NOTE",
            "%s %n {0} '{'",
            "\u180E\u202Fᠤᠨ 12 ",
            "ᠨᠣᠮ 7 ᠨᠣᠮ",
            "ᠬᠣᠲᠠ",
            "书在桌上，",
            "红花开了。",
            "");

    /** Of each element its name, and the names of its attributes; what is not of this site; what runs. */
    private static final String SHAPE = """
            () => {
              const found = new Set();
              const ids = new Set();
              for (const one of document.querySelectorAll('*')) {
                found.add(one.namespaceURI.replace(/.*[/]/, '') + ' ' + one.localName);
                // What was watched is marked by a class, and counts are hidden until they are there.
                for (const {name} of one.attributes) if (!one.matches('[data-episode],[data-views]')) found.add(one.localName + ' ' + name);
                if (one.id && ids.has(one.id)) found.add('twice ' + one.id);
                ids.add(one.id);
                if (one.closest('.tr,.chs,[data-caption]') && one.id && !/^t[0-9]+[.][0-9]{3}$/.test(one.id)) found.add('id ' + one.id);
                if (one.href && new URL(one.href.baseVal ?? one.href).origin !== location.origin) found.add(one.outerHTML);
                if (one.src && new URL(one.src).origin !== location.origin) found.add(one.src);
                if (one.localName === 'script' && !one.src && one.type !== 'application/ld+json') found.add(one.outerHTML);
              }
              return [...found].sort();
            }""";

    private static final String CLIPS = """
            () => [...document.querySelectorAll('script[type="application/ld+json"]')]
              .flatMap(one => JSON.parse(one.textContent)['@graph']).flatMap(one => one.hasPart ?? []).map(one => one.name)
            """;

    private static final String OWN_CUES = """
            track => [...document.querySelector('video').textTracks[track].cues].map(cue => {
              const shown = cue.getCueAsHTML();
              return shown.children.length ? 'element in ' + cue.text : shown.textContent;
            })""";

    /** What no exercise is made of. */
    private static final String DESK = """
            () => {
              const elements = 'P,B,I,SPAN,OL,LI,BUTTON,DIV,INPUT,FORM'.split(',');
              const attributes = 'class,lang,type,role,aria-label,aria-hidden,hidden,disabled,data-first,data-next-item,tabindex,autocomplete,spellcheck,maxlength,data-mongolian-input'.split(',');
              return [...document.querySelectorAll('.desk *')].flatMap(one => [
                ...(elements.includes(one.tagName) ? [] : [one.tagName]),
                ...[...one.attributes].map(({name}) => name).filter(name => !attributes.includes(name)),
              ]);
            }""";

    /** Answers, rightly or not, so that the next exercise can be asked for. */
    private static final String ANSWER = """
            () => {
              const desk = document.querySelector('.desk');
              const input = desk.querySelector('input');
              if (input) {
                input.value = '<img src=x onerror=alert(1)>';
                input.form.requestSubmit();
              } else if (desk.querySelector('.opts')) {
                desk.querySelector('.opts button').click();
              } else {
                while (desk.querySelector('.heap button')) desk.querySelector('.heap button').click();
                desk.querySelector(':scope>.go').click();
              }
            }""";

    /** What stands beside the film once a line is pressed, and what stands in the line. */
    private static final String GO = """
            line => {
              line.querySelector('button').click();
              const beside = language => document.querySelector(`[data-caption=${language}]`).textContent;
              return [...line.querySelectorAll('.x')].flatMap(one => [beside(one.lang === 'zh-Hans' ? 'zh' : 'mn'), one.textContent]);
            }""";

    private static final String TEXTS = "all => all.map(one => one.textContent)";

    @DynamicPropertySource
    static void hostileEpisodes(DynamicPropertyRegistry properties) throws IOException {
        Path content = Files.createTempDirectory("khos-hostile");
        Path series = Files.createDirectories(content.resolve("series/hostile"));
        Files.writeString(series.resolve("series.yaml"), "title:\n  zh: '" + TITLE + "'\n  mn: ᠬᠢᠴᠢᠶᠡᠯ\n");
        for (int seed = 1; seed <= 3; seed++) {
            var random = new Random(seed);
            write(series, seed, CUES, CHAPTERS, "'" + TITLE + "'", () -> hostile(random));
        }
        write(series, TAME, 20, 4, "一", () -> "ᠨᠣᠮ 7 书");
        write(series, LONG, MOST_CUES, MOST_CHAPTERS, "一", () -> "ᠨᠣᠮ 书在桌上。");
        properties.add("khos.content", content::toString);
    }

    private interface Text {
        String next();
    }

    private static void write(Path series, int number, int cues, int chapters, String title, Text text)
            throws IOException {
        Path folder = Files.createDirectories(series.resolve("%02d".formatted(number)));
        Files.copy(FILM, folder.resolve("video.mp4"));
        for (String language : List.of("zh", "mn")) {
            Files.writeString(
                    folder.resolve(language + ".md"),
                    "---\ntitle: " + title + "\n---\n" + (language.equals("zh") ? "一\n" : "ᠨᠢᠭᠡ\n"));
            Files.writeString(folder.resolve(language + ".vtt"), file(cues, text));
            Files.writeString(folder.resolve(language + ".chapters.vtt"), file(chapters, text));
        }
    }

    private static String hostile(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i >= 0; i--) {
            text.append(FRAGMENTS.get(random.nextInt(FRAGMENTS.size())));
            if (random.nextInt(5) == 0) {
                text.append('\n');
            }
        }
        return text.toString();
    }

    /** The ids of a cue are alike in both languages, and no two of one file. */
    private static String file(int cues, Text text) {
        StringBuilder file = new StringBuilder("WEBVTT\n\n");
        for (int i = 0; i < cues; i++) {
            String id = i % 3 == 0 ? i + "\"><script>alert(1)</script> ---->>" : Integer.toString(i);
            file.append(id)
                    .append('\n')
                    .append("%02d:%02d.%03d".formatted(i / 600, i / 10 % 60, i % 10 * 100))
                    .append(" --> ")
                    .append("%02d:%02d.%03d".formatted((i + 1) / 600, (i + 1) / 10 % 60, (i + 1) % 10 * 100))
                    .append(i % 7 == 0 ? " line:0 \"><b onclick=alert(1)>" : "")
                    .append('\n')
                    .append(text.next())
                    .append("\n\n");
        }
        return file.toString();
    }

    private static String address(int number) {
        return "/series/hostile/%02d".formatted(number);
    }

    /** A page, what it complains of, and whatever it asked. */
    private record Open(Page page, List<String> complaints) {}

    private Open open(String path) {
        Page page = Browser.page(1440, 900, ColorScheme.LIGHT);
        Browser.Complaints complaints = Browser.complaintsOf(page);
        page.onDialog(dialog -> {
            complaints.messages().add("dialog " + dialog.message());
            dialog.dismiss();
        });
        page.navigate(url(path));
        return new Open(page, complaints.messages());
    }

    private static void close(Open open, int seed) {
        assertThat(open.complaints()).as("seed %d", seed).isEmpty();
        open.page().context().close();
    }

    @SuppressWarnings("unchecked")
    private static List<String> strings(Object found) {
        return (List<String>) found;
    }

    private List<Cue> parsed(String language, int number, boolean chapters) throws IOException {
        String text = get("/" + language + address(number) + (chapters ? "/chapters.json" : "/captions.vtt"))
                .body();
        if (!chapters) {
            return WebVtt.parse(text);
        }
        JsonNode file = JsonMapper.shared().readTree(text);
        return StreamSupport.stream(file.get("chapters").spliterator(), false)
                .map(one -> new Cue(
                        "",
                        Math.round(one.get("startTime").asDouble() * 1_000),
                        Math.round(one.get("endTime").asDouble() * 1_000),
                        one.get("title").asString()))
                .toList();
    }

    /** As the parser has them, read from the file that was written. */
    private static List<Cue> written(String language, int seed, boolean chapters) {
        var random = new Random(seed);
        List<Cue> cues = List.of();
        for (String one : List.of("zh", "mn")) {
            String captions = file(CUES, () -> hostile(random));
            String parts = file(CHAPTERS, () -> hostile(random));
            if (one.equals(language)) {
                cues = chapters ? WebVtt.chapters(parts) : WebVtt.parse(captions);
            }
        }
        return cues;
    }

    private static List<String> texts(List<Cue> cues) {
        return cues.stream().map(Cue::text).toList();
    }

    /** Of cues that claim to be the same one the first is shown. */
    private static List<Cue> first(List<Cue> cues) {
        Set<String> seen = new HashSet<>();
        return cues.stream()
                .filter(cue -> seen.add(cue.id().isEmpty() ? "@" + cue.start() : cue.id()))
                .toList();
    }

    /** Mongolian is printed without the spaces that disturb its line. */
    private static List<String> bare(List<String> texts) {
        return texts.stream()
                .map(text -> text.strip().replaceAll("[ \u00A0\u202F]", ""))
                .toList();
    }

    /** Where the two part first, with whatever cannot be seen made visible. */
    private static void assertSame(List<String> shown, List<String> wanted, int seed) {
        List<String> parting = IntStream.range(0, Math.max(shown.size(), wanted.size()))
                .filter(i -> !visible(shown, i).equals(visible(wanted, i)))
                .mapToObj(i -> visible(shown, i) + " for " + visible(wanted, i))
                .limit(1)
                .toList();
        assertThat(parting).as("seed %d", seed).isEmpty();
    }

    private static String visible(List<String> texts, int i) {
        return i >= texts.size()
                ? "nothing"
                : texts.get(i)
                        .codePoints()
                        .mapToObj(c -> c > 0x20 && c < 0x7F || Character.isIdeographic(c)
                                ? Character.toString(c)
                                : "{%x}".formatted(c))
                        .collect(Collectors.joining());
    }

    private static void assertSameInAnyOrder(List<String> shown, List<String> wanted, int seed) {
        assertSame(shown.stream().sorted().toList(), wanted.stream().sorted().toList(), seed);
    }

    /** Goes to lines and chapters; what stands beside the film is what stands in the line. */
    private static void lookAround(Page page) {
        assertThat(page.locator("[data-controls]")).isVisible();
        Locator lines = page.locator("[data-cue]");
        int count = lines.count();
        for (int i : new int[] {0, 1, 2, 3, count / 2, count - 1}) {
            List<String> texts = strings(lines.nth(i).evaluate(GO));
            for (int text = 0; text < texts.size(); text += 2) {
                assertThat(texts.get(text)).contains(texts.get(text + 1));
            }
        }
        Locator chapters = page.locator("[data-chapter] a");
        chapters.nth(chapters.count() / 2).evaluate("one => one.click()");
        chapters.first().evaluate("one => one.click()");
        page.locator("video").evaluate("film => film.pause()");
        assertThat(page.locator("[data-rail]")).isVisible();
    }

    private static List<String> shape(Page page) {
        return strings(page.evaluate(SHAPE));
    }

    private List<String> tame(String language) {
        Open open = open("/" + language + address(TAME));
        lookAround(open.page());
        List<String> shape = shape(open.page());
        close(open, TAME);
        return shape;
    }

    @ParameterizedTest
    @CsvSource({"zh, 1", "zh, 2", "zh, 3", "mn, 1", "mn, 2", "mn, 3"})
    void whatIsShownIsWhatTheParserSaysAndNothingElse(String language, int seed) throws Exception {
        List<Cue> chinese = written("zh", seed, false);
        List<Cue> mongolian = written("mn", seed, false);
        List<Cue> chapters = written(language, seed, true);
        assertThat(chinese).as("seed %d", seed).hasSizeGreaterThan(1_000);
        assertSame(texts(parsed("zh", seed, false)), texts(chinese), seed);
        assertSame(texts(parsed("mn", seed, false)), texts(mongolian), seed);
        assertSame(texts(parsed(language, seed, true)), texts(chapters), seed);

        Open open = open("/" + language + address(seed));
        Page page = open.page();
        lookAround(page);
        assertThat(shape(page)).as("seed %d", seed).isSubsetOf(tame(language));
        assertThat(page.locator("h1").textContent().strip()).isEqualTo(TITLE);
        assertSameInAnyOrder(
                strings(page.locator(".tr .x[lang=zh-Hans]").evaluateAll(TEXTS)),
                texts(language.equals("zh") ? chinese : first(chinese)),
                seed);
        assertSameInAnyOrder(
                bare(strings(page.locator(".tr .x:not([lang=zh-Hans])").evaluateAll(TEXTS))),
                bare(texts(first(mongolian))),
                seed);
        assertSame(bare(strings(page.locator(".chs .x").evaluateAll(TEXTS))), bare(texts(chapters)), seed);
        assertSame(strings(page.evaluate(CLIPS)), texts(chapters), seed);
        close(open, seed);
    }

    /** In the full screen the browser shows captions of its own. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void whatTheBrowserShowsItselfIsTheSameText(int seed) {
        Open open = open("/zh" + address(seed));
        Page page = open.page();
        page.waitForFunction("() => [...document.querySelector('video').textTracks].every(one => one.cues?.length)");
        for (int track = 0; track < 2; track++) {
            List<Cue> cues = written(track == 0 ? "zh" : "mn", seed, false);
            assertSame(strings(page.evaluate(OWN_CUES, track)), texts(cues), seed);
        }
        close(open, seed);
    }

    @ParameterizedTest
    @CsvSource({"zh, 1", "mn, 2"})
    void exercisesAreMadeOfTextOnly(String language, int seed) {
        Open open = open("/" + language + address(seed));
        Page page = open.page();
        // The same exercises each time.
        page.evaluate("seed => { Math.random = () => ((seed = seed * 16807 % 2147483647) / 2147483647); }", seed);
        page.locator("[data-kind=five]").click();
        page.locator(".desk .ask").waitFor();
        for (int i = 0; i < 5; i++) {
            assertThat(strings(page.evaluate(DESK))).as("seed %d", seed).isEmpty();
            page.evaluate(ANSWER);
            page.locator("[data-next-item]").click();
        }
        assertThat(page.locator(".desk .score")).isVisible();
        page.locator("[data-kind=cards]").click();
        for (int i = 0; i < 20; i++) {
            assertThat(strings(page.evaluate(DESK))).as("seed %d", seed).isEmpty();
            page.locator(".desk [data-first]").click();
            page.locator(".grade").nth(i % 4).click();
        }
        close(open, seed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "mn"})
    void feedsAreWellFormedAndAnswersToSearchesHarmless(String language) throws Exception {
        List<String> expected =
                strings(open("/" + language + "/search?q=ᠬᠣᠲᠠ").page().evaluate(SHAPE));
        for (String query : List.of("alert", "onerror", "红花", "ᠬᠣᠲᠠ", "javascript")) {
            Open open = open("/" + language + "/search?q=" + query);
            assertThat(open.page().locator(".hit, .r, main li").count()).isPositive();
            assertThat(strings(open.page().evaluate(SHAPE))).as(query).isSubsetOf(expected);
            close(open, 0);
        }
        for (String feed : List.of("/feed.atom", "/series/hostile/podcast.rss")) {
            var document = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(
                            new StringReader(get("/" + language + feed).body())));
            assertThat(document.getElementsByTagName("script").getLength()).isZero();
            assertThat(document.getElementsByTagName("title").getLength()).isGreaterThan(5);
        }
        JsonNode feed =
                JsonMapper.shared().readTree(get("/" + language + "/feed.json").body());
        assertThat(feed.get("items").size()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "mn"})
    void asManyCuesAndChaptersAsAreTakenAreOpenedInReasonableTime(String language) {
        Open open = open("/" + language + address(LONG));
        Page page = open.page();
        assertThat(page.locator("[data-cue]")).hasCount(language.equals("zh") ? 2 * MOST_CUES : MOST_CUES);
        assertThat(page.locator("[data-chapter]")).hasCount(MOST_CHAPTERS);
        lookAround(page);
        close(open, LONG);
    }
}
