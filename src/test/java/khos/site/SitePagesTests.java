package khos.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.GZIPInputStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import khos.audience.ViewCounter;
import khos.language.Language;
import khos.language.Span;
import khos.media.Media;
import khos.media.MediaLibrary;
import khos.publication.Headline;
import khos.publication.Preview;
import khos.publication.PreviewLinks;
import khos.publication.Publication;
import khos.publication.Publications;
import khos.publication.Published;
import khos.search.Advice;
import khos.search.Concordance;
import khos.search.Facets;
import khos.search.Hit;
import khos.search.Hits;
import khos.search.Query;
import khos.search.Related;
import khos.search.Search;
import khos.search.SearchLog;
import khos.search.SentencePair;
import khos.terminology.Concept;
import khos.terminology.Status;
import khos.terminology.Term;
import khos.terminology.TermOccurrence;
import khos.terminology.Termbase;
import khos.translation.TextKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.support.PropertySourcesPlaceholderConfigurer;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.context.junit.jupiter.web.SpringJUnitWebConfig;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.w3c.dom.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringJUnitWebConfig(SitePagesTests.Site.class)
class SitePagesTests {
    private static final String HOSTILE = "\"><script>alert(1)</script><img src=x onerror=alert(2)>";
    private static final String CAPTIONS = """
            WEBVTT

            1
            00:00:04.000 --> 00:00:07.400
            %s
            """;

    @Configuration
    @EnableWebMvc
    @EnableWebSecurity
    @ComponentScan(
            basePackageClasses = SiteSecurity.class,
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Tests.*"))
    static class Site {
        @Bean
        static PropertySourcesPlaceholderConfigurer properties() {
            return new PropertySourcesPlaceholderConfigurer();
        }
    }

    @MockitoBean
    PlatformTransactionManager transactions;

    @MockitoBean
    Publications publications;

    @MockitoBean
    Termbase termbase;

    @MockitoBean
    Search search;

    @MockitoBean
    Related related;

    @MockitoBean
    PreviewLinks previews;

    @MockitoBean
    SearchLog log;

    @MockitoBean
    Concordance concordance;

    @MockitoBean
    ViewCounter audience;

    @MockitoBean
    MediaLibrary library;

    @Autowired
    PageCache cache;

    private static long generation;

    private MockMvc site;

    @BeforeEach
    void openSite(@Autowired WebApplicationContext context) {
        site = MockMvcBuilders.webAppContextSetup(context)
                .addFilters(context.getBean(PageFilter.class))
                .apply(springSecurity())
                .build();
        when(search.progress()).thenReturn(1.0);
        when(termbase.finder()).thenReturn((text, language) -> List.of());
        when(search.find(any())).thenReturn(new Hits("", 0, Facets.NONE, List.of()));
        when(search.advise(any())).thenReturn(new Advice(List.of(), List.of()));
        when(concordance.find(any(), anyInt(), anyInt())).thenReturn(new Concordance.Pairs(0, List.of()));
        // The cache outlives a test; a change makes it forget what the last one printed.
        cache.on(new Published("any", Language.CHINESE, ++generation));
    }

    private void out(Publication... all) {
        Map<TextKind, Map<Language, List<Headline>>> lists = new EnumMap<>(TextKind.class);
        for (Publication one : all) {
            when(publications.find(one.kind(), one.slug())).thenReturn(Optional.of(one));
            for (Language language : one.editions().keySet()) {
                lists.computeIfAbsent(one.kind(), kind -> new EnumMap<>(Language.class))
                        .computeIfAbsent(language, key -> new ArrayList<>())
                        .add(Samples.headline(one, language));
            }
        }
        lists.forEach((kind, byLanguage) -> byLanguage.forEach((language, headlines) -> {
            when(publications.latest(eq(kind), eq(language), anyInt(), anyInt()))
                    .thenReturn(headlines);
            when(publications.count(kind, language)).thenReturn(headlines.size());
            if (kind == TextKind.EPISODE) {
                when(publications.series()).thenReturn(List.of(Samples.CLASSROOM));
                when(publications.series("cloud-classroom")).thenReturn(Optional.of(Samples.CLASSROOM));
                when(publications.episodes("cloud-classroom", language)).thenReturn(headlines);
            }
        }));
        for (Language language : Language.values()) {
            when(publications.latest(eq(language), anyInt(), anyInt()))
                    .thenReturn(lists.values().stream()
                            .flatMap(byLanguage -> byLanguage.getOrDefault(language, List.of()).stream())
                            .toList());
        }
    }

    private String html(String path) throws Exception {
        return site.perform(get(URI.create(path)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void theRootLeadsToTheLanguageOfTheReader() throws Exception {
        for (Map.Entry<String, String> one : Map.of(
                        "mn-Mong;q=0.9, en", "/mn", "zh-CN,zh;q=0.9", "/zh", "de", "/zh", "~~;q=x", "/zh")
                .entrySet()) {
            site.perform(get("/").header(HttpHeaders.ACCEPT_LANGUAGE, one.getKey()))
                    .andExpect(status().isFound())
                    .andExpect(header().string(HttpHeaders.LOCATION, one.getValue()))
                    .andExpect(header().string(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE));
        }
    }

    @Test
    void pagesForbidWhatTheyDoNotNeedAndSetNoCookie() throws Exception {
        site.perform(get("/zh"))
                .andExpect(header().string("Content-Security-Policy", containsString("default-src 'none'")))
                .andExpect(header().string("Content-Security-Policy", not(containsString("unsafe"))))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Referrer-Policy", "strict-origin-when-cross-origin"))
                .andExpect(header().exists("Permissions-Policy"))
                .andExpect(header().doesNotExist(HttpHeaders.SET_COOKIE))
                .andExpect(header().string(HttpHeaders.CACHE_CONTROL, "max-age=0, must-revalidate, public"));
    }

    @Test
    void noPageHoldsScriptOrStyleInItself() throws Exception {
        out(
                Samples.article("a", Samples.chinese("甲", "正文。"), Samples.mongolian("ᠨᠢᠭᠡ", "ᠨᠢᠭᠡ᠃")),
                Samples.lesson("l", Samples.chinese("乙", "红"), Samples.mongolian("ᠬᠣᠶᠠᠷ", "ᠤᠯᠠᠭᠠᠨ")),
                Samples.episode(1, Samples.chinese("丙", "白"), Samples.mongolian("ᠭᠤᠷᠪᠠ", "ᠴᠠᠭᠠᠨ")));
        for (String place : List.of(
                "",
                "/articles",
                "/articles/a",
                "/lessons",
                "/lessons/l",
                "/series",
                "/series/cloud-classroom",
                "/series/cloud-classroom/1",
                "/search",
                "/search?q=x",
                "/concordance",
                "/concordance?q=x")) {
            for (String lang : List.of("/zh", "/mn")) {
                assertThat(html(lang + place))
                        .as(lang + place)
                        .doesNotContainPattern("<script(?![^>]* src=| type=\"application/ld\\+json\">)")
                        .doesNotContain("<style")
                        .doesNotContainPattern("\\s(style|on[a-z]+)=\"");
            }
        }
    }

    @Test
    void anEmptySiteExplainsItself() throws Exception {
        assertThat(html("/zh")).contains("这里还没有文章");
        assertThat(html("/mn")).contains("class=\"v\"").contains("minimum-scale=1");
        assertThat(html("/zh/articles")).contains("还没有发布汉文文章");
        assertThat(html("/mn/articles")).contains("蒙古文文章正在翻译");
        assertThat(html("/zh/series")).contains("还没有发布云课堂节目");
    }

    @Test
    void titlesAreTextWhateverTheyHold() throws Exception {
        out(
                Samples.article("a", Samples.chinese(HOSTILE, HOSTILE), Samples.mongolian(HOSTILE, HOSTILE)),
                Samples.lesson("l", Samples.chinese(HOSTILE, HOSTILE), Samples.mongolian(HOSTILE, HOSTILE)));
        for (String path :
                List.of("/zh", "/mn", "/zh/articles/a", "/mn/articles/a", "/zh/lessons/l", "/mn/lessons/l")) {
            assertThat(html(path)).as(path).doesNotContain("<script>alert").doesNotContain("<img src=x");
        }
    }

    @Test
    void alternatesNameOnlyLanguagesThatExist() throws Exception {
        out(
                Samples.article("one", Samples.chinese("甲", "正文。")),
                Samples.article("two", Samples.chinese("乙", "正文。"), Samples.mongolian("ᠨᠢᠭᠡ", "ᠨᠢᠭᠡ᠃")));
        assertThat(html("/zh/articles/one"))
                .contains("hreflang=\"zh-Hans\" href=\"/zh/articles/one\"")
                .doesNotContain("/mn/articles/one")
                .contains("class=\"lang\" href=\"/mn\"");
        assertThat(html("/zh/articles/two"))
                .contains("hreflang=\"mn-Mong\" href=\"/mn/articles/two\"")
                .contains("class=\"lang\" href=\"/mn/articles/two\"");
    }

    @Test
    void whatIsNotThereIs404InTheLanguageOfTheAddress() throws Exception {
        for (String path : List.of(
                "/zh/articles/no",
                "/mn/lessons/no",
                "/zh/series/no",
                "/zh/series/no/1",
                "/mn/nothing/at/all",
                "/zh/articles?page=9")) {
            site.perform(get(path))
                    .andExpect(status().isNotFound())
                    .andExpect(header().string(HttpHeaders.CACHE_CONTROL, "no-store"))
                    .andExpect(content().string(containsString(path.startsWith("/zh") ? "zh-Hans" : "mn-Mong")));
        }
    }

    @Test
    void whatWasTakenBackIs410() throws Exception {
        when(publications.withdrawn(TextKind.ARTICLE, "gone", Language.CHINESE)).thenReturn(true);
        site.perform(get("/zh/articles/gone"))
                .andExpect(status().isGone())
                .andExpect(content().string(containsString("撤回")));
        site.perform(get("/mn/articles/gone")).andExpect(status().isNotFound());
    }

    @Test
    void aTextInOneLanguageOnlyLeadsThereFromTheOther() throws Exception {
        out(Samples.article("one", Samples.chinese("甲", "正文。")));
        site.perform(get("/mn/articles/one"))
                .andExpect(status().isNotFound())
                .andExpect(content().string(containsString("href=\"/zh/articles/one\"")));
    }

    @Test
    void aLessonShowsTheSentencesOfTheSameNumberTogether() throws Exception {
        out(Samples.lesson("l", Samples.chinese("颜色", "红", "白"), Samples.mongolian("ᠥᠩᠭᠡ", "ᠤᠯᠠᠭᠠᠨ", "ᠴᠠᠭᠠᠨ")));
        assertThat(html("/zh/lessons/l"))
                .contains("id=\"s2\"><p class=\"z\" lang=\"zh-Hans\">白</p><p class=\"mn\" lang=\"mn-Mong\">ᠴᠠᠭᠠᠨ")
                .contains("data-mode=\"both\"");
        assertThat(html("/mn/lessons/l")).containsSubsequence("id=\"s1\"", "ᠤᠯᠠᠭᠠᠨ", "红", "id=\"s2\"");
    }

    @Test
    void aLessonInOneLanguageShowsThatOne() throws Exception {
        out(Samples.lesson("l", Samples.chinese("颜色", "红", "白")));
        assertThat(html("/zh/lessons/l"))
                .contains("pairs single")
                .contains("尚未发布")
                .doesNotContain("name=\"mode\"");
    }

    @Test
    void aTermIsMarkedWhereItFirstStandsAndExplainedOnceWhateverItHolds() throws Exception {
        Term chinese = new Term(Language.CHINESE, "翻译", Status.PREFERRED);
        Term mongolian = new Term(Language.MONGOLIAN, "ᠣᠷᠴᠢᠭᠤᠯᠭ᠎ᠠ", Status.PREFERRED);
        Concept concept = new Concept("c1", "", HOSTILE, "", "", List.of(chinese, mongolian), 0);
        when(termbase.finder()).thenReturn((text, language) -> {
            int at = text.indexOf("翻译");
            return at < 0 ? List.of() : List.of(new TermOccurrence(new Span(at, at + 2), chinese, concept));
        });
        out(Samples.lesson("l", Samples.chinese("词", "他在翻译。", "翻译完了。")));
        assertThat(html("/zh/lessons/l"))
                .contains(">他在<a class=\"term\" href=\"#w1\">翻译</a>。</p>")
                .contains(">翻译完了。</p>")
                .containsOnlyOnce("id=\"w1\"")
                .contains("规范用词")
                .doesNotContain("<script>alert");
    }

    @Test
    void wordsThatLookAlikeAreAlike() throws Exception {
        site.perform(get("/practice/alike").param("typed", "ᠬᠤᠳᠠ").param("wanted", "ᠬᠣᠲᠠ"))
                .andExpect(content().json("{\"alike\":true}"));
        site.perform(get("/practice/alike").param("typed", "ᠨᠣᠮ").param("wanted", "ᠬᠣᠲᠠ"))
                .andExpect(content().json("{\"alike\":false}"));
        site.perform(get("/practice/alike")).andExpect(content().json("{\"alike\":false}"));
        site.perform(get("/practice/alike").param("typed", "ᠠ".repeat(5000)).param("wanted", "ᠠ".repeat(5000)))
                .andExpect(content().json("{\"alike\":false}"));
    }

    @Test
    void theWordsOfAReaderHaveAPageThatIsTheSameForAll() throws Exception {
        assertThat(html("/zh/words")).contains("data-kept-words", "noindex");
        assertThat(html("/mn/words")).contains("data-kept-words", "class=\"v\"");
    }

    @Test
    void anEpisodePairsItsCaptionsAndAnswersToBothFormsOfItsNumber() throws Exception {
        out(Samples.episode(
                1,
                Samples.edition(Language.CHINESE, "数字", CAPTIONS.formatted("一<b>"), "一"),
                Samples.edition(Language.MONGOLIAN, "ᠲᠣᠭ᠎ᠠ", CAPTIONS.formatted("ᠨᠢᠭᠡ"), "ᠨᠢᠭᠡ")));
        assertThat(html("/zh/series/cloud-classroom/01"))
                .isEqualTo(html("/zh/series/cloud-classroom/1"))
                .contains("data-cue=\"4.000\" data-until=\"7.400\"")
                .contains("data-item=\"series/cloud-classroom/01\"")
                .doesNotContain("<b>一");
        site.perform(get("/mn/series/cloud-classroom/1/captions.vtt"))
                .andExpect(status().isOk())
                .andExpect(header().string(HttpHeaders.CONTENT_TYPE, "text/vtt;charset=UTF-8"))
                .andExpect(content().string(containsString("00:00:04.000 --> 00:00:07.400 vertical:lr\nᠨᠢᠭᠡ")));
    }

    @Test
    void anEpisodeListsItsChaptersAndThoseOfTheOtherLanguageOnlyAsSuch() throws Exception {
        out(Samples.episode(
                1,
                Samples.parted(Language.CHINESE, "数字", CAPTIONS.formatted("甲&lt;/nav>"), "一"),
                Samples.mongolian("ᠲᠣᠭ᠎ᠠ", "ᠨᠢᠭᠡ")));
        for (String language : List.of("zh", "mn")) {
            assertThat(html("/" + language + "/series/cloud-classroom/01"))
                    .contains(
                            "<li id=\"t4.000\" data-chapter=\"4.000\" data-chapter-end=\"7.400\"><a href=\"#t4.000\">")
                    .contains("lang=\"zh-Hans\">甲&lt;/nav");
        }
        assertThat(html("/zh/series/cloud-classroom/01")).contains("\"@type\":\"Clip\",\"name\":\"甲");
        assertThat(html("/mn/series/cloud-classroom/01")).doesNotContain("\"Clip\"");
    }

    @Test
    void theChaptersOfAnEpisodeAreAFileThatIsAskedForAgainOnlyWhenItChanged() throws Exception {
        out(Samples.episode(
                1,
                Samples.parted(Language.CHINESE, "数字", CAPTIONS.formatted("一"), "一"),
                Samples.mongolian("ᠲᠣᠭ᠎ᠠ", "ᠨᠢᠭᠡ")));
        String tag = site.perform(get("/zh/series/cloud-classroom/1/chapters.json"))
                .andExpect(status().isOk())
                .andExpect(header().string(HttpHeaders.CONTENT_TYPE, "application/json+chapters"))
                .andReturn()
                .getResponse()
                .getHeader(HttpHeaders.ETAG);
        site.perform(get("/zh/series/cloud-classroom/1/chapters.json").header(HttpHeaders.IF_NONE_MATCH, tag))
                .andExpect(status().isNotModified());
        site.perform(get("/mn/series/cloud-classroom/1/chapters.json")).andExpect(status().isNotFound());
        site.perform(get("/zh/series/cloud-classroom/9/chapters.json")).andExpect(status().isNotFound());
    }

    @Test
    void eachLanguageIsInstalledWithIconsThatAreThere() throws Exception {
        for (String lang : List.of("zh", "mn")) {
            String json = site.perform(get("/" + lang + "/manifest.webmanifest"))
                    .andExpect(status().isOk())
                    .andExpect(header().string(HttpHeaders.CONTENT_TYPE, "application/manifest+json;charset=UTF-8"))
                    .andReturn()
                    .getResponse()
                    .getContentAsString(StandardCharsets.UTF_8);
            JsonNode manifest = JsonMapper.shared().readTree(json);
            assertThat(manifest.get("start_url").asString()).isEqualTo("/" + lang);
            assertThat(manifest.get("scope").asString()).isEqualTo("/");
            assertThat(manifest.get("display").asString()).isEqualTo("standalone");
            assertThat(manifest.get("lang").asString()).isEqualTo(lang.equals("zh") ? "zh-Hans" : "mn-Mong");
            assertThat(manifest.get("name").asString()).isNotEmpty();
            for (JsonNode icon : manifest.get("icons")) {
                byte[] png = site.perform(get(URI.create(icon.get("src").asString())))
                        .andExpect(status().isOk())
                        .andExpect(header().string(HttpHeaders.CONTENT_TYPE, "image/png"))
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray();
                int width = ImageIO.read(new ByteArrayInputStream(png)).getWidth();
                assertThat(icon.get("sizes").asString()).isEqualTo(width + "x" + width);
            }
            assertThat(manifest.toString()).contains("maskable", "192x192", "512x512");
            assertThat(html("/" + lang))
                    .contains(
                            "rel=\"manifest\" href=\"/" + lang + "/manifest.webmanifest\"",
                            "data-worker=\"/worker.js\"");
        }
    }

    @Test
    void theWorkerHasAllPagesInItsScopeIsAskedForEachTimeAndNamesFilesThatAreThere() throws Exception {
        String worker = site.perform(get("/worker.js"))
                .andExpect(status().isOk())
                .andExpect(header().string(HttpHeaders.CONTENT_TYPE, "text/javascript;charset=UTF-8"))
                .andExpect(header().string(HttpHeaders.CACHE_CONTROL, "no-cache"))
                .andExpect(header().string("Content-Security-Policy", containsString("worker-src 'self'")))
                .andExpect(header().exists(HttpHeaders.ETAG))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(worker).startsWith("const VERSION = '");
        String shell = worker.substring(worker.indexOf('['), worker.indexOf("];") + 1);
        JsonNode addresses = JsonMapper.shared().readTree(shell);
        assertThat(addresses.size()).isGreaterThan(8);
        for (JsonNode address : addresses) {
            String path = address.asString().replaceAll("\\?.*", "");
            boolean file = SitePagesTests.class.getResource("/META-INF/resources" + path) != null;
            assertThat(file || path.endsWith("/offline")).as(path).isTrue();
        }
    }

    @Test
    void whatIsAtHandHasAPageThatIsTheSameForAll() throws Exception {
        assertThat(html("/zh/offline")).contains("data-at-hand", "noindex").doesNotContain("data-item");
        assertThat(html("/mn/offline")).contains("data-at-hand", "class=\"v\"");
    }

    @Test
    void theCardOfATextHasAnAddressThatChangesWithItAndIsKeptForEver() throws Exception {
        out(Samples.article("a", Samples.chinese(HOSTILE, "正文。"), Samples.mongolian("ᠨᠢᠭᠡ", "ᠨᠢᠭᠡ᠃")));
        for (String lang : List.of("zh", "mn")) {
            String current = site.perform(get("/cards/0123456789abcdef/" + lang + "/articles/a.png"))
                    .andExpect(status().isFound())
                    .andExpect(header().string(HttpHeaders.CACHE_CONTROL, "no-store"))
                    .andReturn()
                    .getResponse()
                    .getHeader(HttpHeaders.LOCATION);
            MvcResult answer = site.perform(get(current))
                    .andExpect(status().isOk())
                    .andExpect(header().string(HttpHeaders.CONTENT_TYPE, "image/png"))
                    .andExpect(header().string(HttpHeaders.CACHE_CONTROL, containsString("immutable")))
                    .andReturn();
            var image =
                    ImageIO.read(new ByteArrayInputStream(answer.getResponse().getContentAsByteArray()));
            assertThat(image.getWidth()).isEqualTo(1200);
            assertThat(image.getHeight()).isEqualTo(630);
            site.perform(get(current)
                            .header(
                                    HttpHeaders.IF_NONE_MATCH,
                                    String.valueOf(answer.getResponse().getHeader(HttpHeaders.ETAG))))
                    .andExpect(status().isNotModified());
        }
        site.perform(get("/cards/0123456789abcdef/zh/articles/no.png")).andExpect(status().isNotFound());
        site.perform(get("/cards/xyz/zh/articles/a.png")).andExpect(status().isNotFound());
    }

    @Test
    void aPageIsCompressedForThoseWhoAskAndNotSentTwice() throws Exception {
        MvcResult plain = site.perform(get("/zh")).andReturn();
        MvcResult gzip = site.perform(get("/zh").header(HttpHeaders.ACCEPT_ENCODING, "deflate, gzip"))
                .andExpect(header().string(HttpHeaders.CONTENT_ENCODING, "gzip"))
                .andExpect(header().string(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING))
                .andReturn();
        byte[] unpacked = new GZIPInputStream(
                        new ByteArrayInputStream(gzip.getResponse().getContentAsByteArray()))
                .readAllBytes();
        assertThat(unpacked).isEqualTo(plain.getResponse().getContentAsByteArray());
        String tag = gzip.getResponse().getHeader(HttpHeaders.ETAG);
        assertThat(tag)
                .isNotEqualTo(plain.getResponse().getHeader(HttpHeaders.ETAG))
                .startsWith("\"");
        site.perform(get("/zh").header(HttpHeaders.ACCEPT_ENCODING, "gzip").header(HttpHeaders.IF_NONE_MATCH, tag))
                .andExpect(status().isNotModified())
                .andExpect(content().string(""));
        site.perform(head("/zh")).andExpect(status().isOk()).andExpect(header().exists(HttpHeaders.ETAG));
    }

    @Test
    void whatARequestSaysBesideItsPathDoesNotChangeThePage() throws Exception {
        String page = html("/zh");
        String other = site.perform(get("/zh?x=%3Cscript%3E")
                        .header("Host", "evil.example")
                        .header("X-Forwarded-Host", "evil.example"))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(other).isEqualTo(page).doesNotContain("evil");
    }

    @Test
    void aQueryThatMeansNothingRendersNothingAnew() throws Exception {
        out(Samples.article("a", Samples.chinese("甲", "正文。")));
        String page = html("/zh/articles");
        for (String query : List.of(
                "",
                "x=1",
                "page=1",
                "page=01",
                "page=+1",
                "page=%2B1",
                "page=",
                "page",
                "page=0",
                "page=-1",
                "page=1&page=2",
                "page=2&page=1",
                "page=1000000000",
                "page=99999999999999999999",
                "page=1.0",
                "page=%EF%BC%91",
                "page=1%00",
                "PAGE=2",
                "sample=menksoft",
                "x=1&".repeat(500))) {
            assertThat(html("/zh/articles?" + query)).as(query).isEqualTo(page);
        }
        verify(publications, times(1)).latest(eq(TextKind.ARTICLE), eq(Language.CHINESE), anyInt(), anyInt());
        site.perform(get("/zh/articles?page=10000")).andExpect(status().isNotFound());
        assertThat(cache.find("/zh/articles?page=10000")).isEmpty();
    }

    @Test
    void searchingMarksWhatWasFoundAndIsKeptByNobody() throws Exception {
        when(search.find(any()))
                .thenReturn(new Hits(
                        "红",
                        1,
                        new Facets(Map.of(), Map.of(TextKind.LESSON, 1), Map.of(), Map.of(), Map.of()),
                        List.of(new Hit(
                                TextKind.LESSON,
                                "colours",
                                LocalDate.of(2026, 11, 24),
                                List.of(new Hit.Face(
                                        Language.CHINESE,
                                        "<红>",
                                        List.of(new Span(1, 2)),
                                        "白<红>黑",
                                        List.of(new Span(2, 3), new Span(90, 99)),
                                        true,
                                        "/zh/lessons/colours"))))));
        site.perform(get("/zh/search").param("q", " 红 "))
                .andExpect(status().isOk())
                .andExpect(header().string(HttpHeaders.CACHE_CONTROL, "no-store"))
                .andExpect(content().string(containsString("白&lt;<mark>红</mark>&gt;黑")))
                .andExpect(content().string(containsString("kind=lessons")));
        site.perform(get("/mn/search").param("q", HOSTILE).param("page", "-3").param("kind", "nonsense"))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("<script>alert"))));
    }

    private static final Query.Filter LESSONS_OF_2024 = Query.Filter.NONE
            .ofKind(Optional.of(TextKind.LESSON))
            .with(Optional.of(Language.CHINESE))
            .ofTopic(Optional.of("颜色"))
            .ofYear(OptionalInt.of(2024));

    private static Hits hits(int total, Hit.Face... faces) {
        var facets = new Facets(
                Map.of(Language.CHINESE, 30, Language.MONGOLIAN, 4),
                Map.of(TextKind.LESSON, 30, TextKind.EPISODE, 5),
                Map.of("cloud-classroom", 5),
                Map.of("颜色", 3),
                Map.of(2024, 9));
        return new Hits(
                "红",
                total,
                facets,
                total == 0
                        ? List.of()
                        : List.of(new Hit(TextKind.LESSON, "colours", LocalDate.of(2026, 11, 24), List.of(faces))));
    }

    private static Hit.Face face(Language language, String text, String url, boolean found) {
        return new Hit.Face(
                language, text, List.of(), text, found ? List.of(new Span(0, text.length())) : List.of(), found, url);
    }

    @Test
    void facetsAreLinksThatKeepEverythingElse() throws Exception {
        when(publications.series()).thenReturn(List.of(Samples.CLASSROOM));
        when(search.find(any())).thenReturn(hits(25, face(Language.CHINESE, "红", "/zh/lessons/colours#s3", true)));
        assertThat(html("/zh/search?order=date&year=2024&topic=%E9%A2%9C%E8%89%B2&lang=zh&kind=lessons&q=%E7%BA%A2"))
                .contains("<span class=\"at\">第 3 句</span>")
                .contains("2026年11月24日")
                .contains("href=\"/zh/lessons/colours#s3\"")
                .contains("互译云课堂")
                // All that is asked, in one order, whatever order it came in.
                .contains(
                        "?q=%E7%BA%A2&amp;kind=series&amp;lang=zh&amp;topic=%E9%A2%9C%E8%89%B2&amp;year=2024&amp;order=date\"")
                .contains("&amp;year=2024&amp;order=date&amp;page=2\"")
                // Taken away one by one.
                .contains("?q=%E7%BA%A2&amp;lang=zh&amp;topic=%E9%A2%9C%E8%89%B2&amp;year=2024&amp;order=date\" rel");
        verify(search).find(new Query("红", LESSONS_OF_2024, Query.Order.DATE, 0, 10));
        verify(log, never()).asked(anyString(), anyInt());
    }

    @Test
    void whatNoFacetKnowsIsAsIfItWereNotThere() throws Exception {
        when(search.find(any())).thenReturn(hits(1, face(Language.CHINESE, "红", "/zh/lessons/colours", true)));
        assertThat(html("/zh/search?q=x&kind=books&lang=xx&series=none&topic=none&year=1900&order=up"))
                .doesNotContain("none", "1900", "class=\"chips\"");
        verify(search).find(Query.of("x", 10));
    }

    @Test
    void whatIsSaidInTheOtherLanguageOnlyIsMarkedSo() throws Exception {
        when(search.find(any()))
                .thenReturn(hits(
                        1,
                        face(Language.MONGOLIAN, "ᠤᠯᠠᠭᠠᠨ", "/mn/series/cloud-classroom/01#t192.500", true),
                        face(Language.CHINESE, "红", "/zh/series/cloud-classroom/01", false)));
        assertThat(html("/zh/search?q=ulagan")).contains("经蒙古文译文找到", "/mn/series/cloud-classroom/01#t192.500");
        assertThat(html("/mn/search?q=ulagan")).doesNotContain("经汉文译文找到").contains("<span class=\"at\">03:12</span>");
    }

    @Test
    void aLongQuestionWithoutAnAnswerIsRepeatedInShort() throws Exception {
        String shown = "马".repeat(40) + "…</span>";
        for (String page : List.of("/zh/search", "/mn/search", "/zh/concordance", "/mn/concordance")) {
            assertThat(html(page + "?q=" + "%E9%A9%AC".repeat(200))).as(page).contains(shown);
        }
    }

    @Test
    void sentencesOfArticlesArePlacesInBothLanguages() throws Exception {
        out(Samples.article("a", Samples.chinese("甲", "*一。*", "二。"), Samples.mongolian("ᠨᠢᠭᠡ", "ᠨᠢᠭᠡ᠃", "ᠬᠣᠶᠠᠷ᠃")));
        assertThat(html("/zh/articles/a"))
                .contains("<p><span id=\"s1\"><em>一。</em></span></p>", "<span id=\"s2\">二。</span>");
        assertThat(html("/mn/articles/a")).contains("<p><span id=\"s1\">", "<span id=\"s2\">");
    }

    @Test
    void aHitInAnArticleLeadsToItsSentenceWithoutANumber() throws Exception {
        when(search.find(any())).thenReturn(hits(1, face(Language.CHINESE, "红", "/zh/articles/a#s3", true)));
        assertThat(html("/zh/search?q=%E7%BA%A2"))
                .contains("href=\"/zh/articles/a#s3\"")
                .doesNotContain("class=\"at\"");
    }

    @Test
    void nothingFoundOffersWhatWasMeantAndWhatFiltersHide() throws Exception {
        when(search.advise("云刻堂"))
                .thenReturn(
                        new Advice(List.of(new Advice.Instead("云课堂", 5)), List.of(new Advice.Instead("ᠬᠢᠴᠢᠶᠡᠯ", 7))));
        String none = html("/zh/search?q=%E4%BA%91%E5%88%BB%E5%A0%82");
        assertThat(none)
                .contains("?q=%E4%BA%91%E8%AF%BE%E5%A0%82\"", "<small>5</small>")
                .contains("class=\"w\" lang=\"mn-Mong\">ᠬᠢᠴᠢᠶᠡᠯ");
        when(search.find(any())).thenReturn(hits(0));
        when(search.count("红")).thenReturn(34);
        assertThat(html("/zh/search?q=%E7%BA%A2&lang=zh"))
                .contains("?q=%E7%BA%A2&amp;lang=mn\"", "<small>34</small>")
                .doesNotContain("您要找的是不是");
    }

    @Test
    void aSearchIsLoggedOnceAndOnlyForReaders() throws Exception {
        when(search.find(any())).thenReturn(hits(25, face(Language.CHINESE, "红", "/zh/lessons/colours", true)));
        when(audience.isRobot("robot")).thenReturn(true);
        site.perform(get("/zh/search").param("q", "红").param("page", "2"));
        site.perform(get("/zh/search").param("q", "红").param("kind", "lessons"));
        site.perform(get("/zh/search").param("q", "红").param("order", "date"));
        site.perform(get("/zh/search").param("q", "红").header("Sec-Purpose", "prefetch;prerender"));
        site.perform(get("/zh/search").param("q", "红").header(HttpHeaders.USER_AGENT, "robot"));
        verify(log, never()).asked(anyString(), anyInt());
        site.perform(get("/zh/search").param("q", "红"));
        verify(log).asked("红", 25);
    }

    @Test
    void anIndexThatIsBuiltAnewSaysSo() throws Exception {
        when(search.progress()).thenReturn(0.421);
        assertThat(html("/zh/search?q=x")).contains("已完成 42%");
        assertThat(html("/mn/search?q=x")).contains("已完成 42%");
        when(search.progress()).thenReturn(0.99);
        assertThat(html("/zh/search?q=x")).doesNotContain("已完成");
    }

    @Test
    void aPageAfterTheLastIsTheLast() throws Exception {
        when(search.find(any())).thenReturn(hits(25, face(Language.CHINESE, "红", "/zh/lessons/colours", true)));
        assertThat(html("/zh/search?q=x&page=9999")).contains("3 / 3");
        verify(search).find(new Query("x", Query.Filter.NONE, Query.Order.RELEVANCE, 2, 10));
        assertThat(html("/zh/search?q=x&page=1000000000")).contains("1 / 3");
    }

    private static SentencePair pair(TextKind kind, String chinese, String mongolian, boolean guessed) {
        String url = kind == TextKind.LESSON ? "/lessons/colours#s3" : "/articles/a";
        return new SentencePair(
                kind,
                "colours",
                3,
                new SentencePair.Half(Language.CHINESE, chinese, List.of(new Span(0, 1)), true, "颜色", "/zh" + url),
                new SentencePair.Half(
                        Language.MONGOLIAN,
                        mongolian,
                        guessed ? List.of(new Span(0, 3)) : List.of(),
                        false,
                        "ᠥᠩᠭᠡ",
                        "/mn" + url));
    }

    @Test
    void theConcordanceSetsBothSidesTogetherAndMarksThem() throws Exception {
        when(concordance.find("红", 0, 20))
                .thenReturn(new Concordance.Pairs(
                        45,
                        List.of(
                                pair(TextKind.LESSON, "红<花", "ᠤᠯᠠᠭᠠᠨ", true),
                                pair(TextKind.ARTICLE, "红 - 旗", "ᠤᠯᠠᠭᠠᠨ", false))));
        assertThat(html("/zh/concordance?q=%E7%BA%A2"))
                .contains("<mark>红</mark>&lt;花", "<mark class=\"likely\">ᠤᠯᠠ</mark>ᠭᠠᠨ", "所查的词", "可能的对应译法")
                .contains("href=\"/zh/lessons/colours#s3\"", "第 3 句", "共 45 对例句")
                // What has no anchor is its own place.
                .contains("href=\"/zh/articles/a#:~:text=%E7%BA%A2%20%2D%20%E6%97%97\"")
                .contains("/zh/concordance?q=%E7%BA%A2&amp;page=2", "noindex")
                // The other language answers the same question.
                .contains("href=\"/mn/concordance?q=%E7%BA%A2\"");
        assertThat(html("/mn/concordance?q=%E7%BA%A2")).contains("href=\"/mn/lessons/colours#s3\"", "class=\"vpairs\"");
    }

    @Test
    void theConcordanceExplainsItselfWithWordsOfTheContent() throws Exception {
        out(Samples.lesson("l", Samples.chinese("颜色", "红", "白"), Samples.mongolian("ᠥᠩᠭᠡ", "ᠤᠯᠠᠭᠠᠨ", "ᠴᠠᠭᠠᠨ")));
        assertThat(html("/zh/concordance"))
                .contains("href=\"/zh/concordance?q=%E7%BA%A2\"", "ᠤᠯᠠᠭᠠᠨ", "rel=\"canonical\"")
                .doesNotContain("noindex");
        when(search.advise("虹")).thenReturn(new Advice(List.of(new Advice.Instead("红", 9)), List.of()));
        when(concordance.find("红", 0, 1)).thenReturn(new Concordance.Pairs(2, List.of()));
        when(search.count("虹")).thenReturn(3);
        assertThat(html("/zh/concordance?q=%E8%99%B9"))
                .contains("例句里没有", "<small>2</small>", "在全文里找到 3 条", "href=\"/zh/search?q=%E8%99%B9\"");
        assertThat(html("/mn/concordance")).contains("href=\"/mn/concordance?q=");
    }

    @Test
    void anEmptyQueryAsksNothing() throws Exception {
        assertThat(html("/zh/search?q=%20")).contains("输入词语或句子");
        verify(search, never()).find(any());
    }

    @Test
    void feedAndMapAreWellFormedWhateverTitlesHold() throws Exception {
        out(Samples.article(
                "a", Samples.chinese("甲\u0000\u000B]]>" + HOSTILE, "正文。"), Samples.mongolian("ᠨᠢᠭᠡ", "ᠨᠢᠭᠡ")));
        Document feed = xml("/zh/feed.atom");
        assertThat(feed.getDocumentElement().getNamespaceURI()).isEqualTo("http://www.w3.org/2005/Atom");
        assertThat(feed.getElementsByTagName("entry").getLength()).isOne();
        assertThat(feed.getElementsByTagName("title").item(1).getTextContent()).contains("<script>alert(1)</script>");
        Document map = xml("/sitemap.xml");
        assertThat(map.getElementsByTagName("loc").item(0).getTextContent()).isEqualTo("http://localhost/zh");
        assertThat(map.getElementsByTagName("xhtml:link").getLength()).isEqualTo(2 * 2 * 7);
        site.perform(get("/robots.txt"))
                .andExpect(content().string(containsString("Sitemap: http://localhost/sitemap.xml")));
    }

    private Document xml(String path) throws Exception {
        byte[] body = site.perform(get(path)).andReturn().getResponse().getContentAsByteArray();
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(body));
    }

    @Test
    void mediaAreServedWholeOrInRanges(@TempDir Path folder) throws Exception {
        String id = "0123456789abcdef0123456789abcdef";
        Path file = Files.write(folder.resolve("film"), "0123456789".getBytes(StandardCharsets.US_ASCII));
        when(library.find(anyString())).thenReturn(Optional.empty());
        when(library.find(id))
                .thenReturn(Optional.of(new MediaLibrary.Stored(new Media(id, "film.mp4", "video/mp4", 10), file)));
        String path = "/media/" + id + "/film.mp4";
        site.perform(get(path))
                .andExpect(status().isOk())
                .andExpect(content().string("0123456789"))
                .andExpect(header().string(HttpHeaders.CONTENT_TYPE, "video/mp4"))
                .andExpect(header().string("Content-Security-Policy", "sandbox"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string(HttpHeaders.CACHE_CONTROL, containsString("immutable")))
                .andExpect(header().string(HttpHeaders.ETAG, "\"" + id + "\""));
        site.perform(get(path).header(HttpHeaders.RANGE, "bytes=2-4"))
                .andExpect(status().isPartialContent())
                .andExpect(header().string(HttpHeaders.CONTENT_RANGE, "bytes 2-4/10"))
                .andExpect(content().string("234"));
        site.perform(get(path).header(HttpHeaders.RANGE, "bytes=99-"))
                .andExpect(status().isRequestedRangeNotSatisfiable());
        site.perform(get(path).header(HttpHeaders.RANGE, "bytes=" + "0-0,".repeat(6) + "1-1"))
                .andExpect(status().isRequestedRangeNotSatisfiable());
        site.perform(get(path).header(HttpHeaders.RANGE, "bytes=2-4").header(HttpHeaders.IF_RANGE, "\"old\""))
                .andExpect(status().isOk())
                .andExpect(content().string("0123456789"));
        site.perform(head(path))
                .andExpect(status().isOk())
                .andExpect(header().string(HttpHeaders.CONTENT_LENGTH, "10"));
        site.perform(get(path).header(HttpHeaders.IF_NONE_MATCH, "\"" + id + "\""))
                .andExpect(status().isNotModified());
        site.perform(get("/media/ffffffffffffffffffffffffffffffff/film.mp4")).andExpect(status().isNotFound());
        site.perform(get("/media/..%2f..%2fetc/passwd")).andExpect(status().is4xxClientError());
    }

    @Test
    void assetsAreKeptForEverUnderAddressesThatChange() throws Exception {
        assertThat(html("/zh")).containsPattern("/css/khos\\.css\\?v=[0-9a-f]{10}");
        site.perform(get("/css/khos.css"))
                .andExpect(status().isOk())
                .andExpect(header().string(HttpHeaders.CACHE_CONTROL, containsString("immutable")))
                // The address that pages preload is the one that the style sheet asks for.
                .andExpect(content().string(containsString("/fonts/noto-sans-mongolian.woff2?v=3.002")));
        assertThat(html("/zh")).contains("href=\"/fonts/noto-sans-mongolian.woff2?v=3.002\"");
        site.perform(get("/fonts/noto-sans-mongolian.woff2")).andExpect(status().isOk());
    }

    private static final String TOKEN = "5a".repeat(32);

    private void shown(Publication publication, Language language) {
        when(previews.find(TOKEN))
                .thenReturn(Optional.of(new Preview(
                        publication,
                        language,
                        Instant.parse("2026-12-02T08:00:00Z"),
                        Map.of(Language.CHINESE, 0, Language.MONGOLIAN, 3))));
    }

    @Test
    void aPreviewIsThePageThatWouldBePublished() throws Exception {
        Publication article =
                Samples.article("shown", Samples.chinese("题目", "一句话。"), Samples.mongolian("ᠨᠡᠷ\u180eᠡ", "ᠨᠢᠭᠡ᠃"));
        out(article);
        String published = html("/zh/articles/shown");
        shown(article, Language.CHINESE);
        String previewed = html("/preview/" + TOKEN);
        String main = "(?s).*<main.*?<article[^>]*>(.*)</article>.*";
        assertThat(previewed.replaceAll(main, "$1").replace("/preview/" + TOKEN + "/mn", "/mn/articles/shown"))
                .isEqualTo(published.replaceAll(main, "$1").replaceAll("<span data-views=[^>]*></span>", ""));
        assertThat(previewed)
                .contains("pre-bar", "2026年12月2日 16:00", "noindex")
                .doesNotContain(
                        "views.js", "canonical", "rel=\"alternate\" hreflang", "ld+json", "data-item", "og:url");
    }

    @Test
    void aPreviewIsSeenInBothLanguages() throws Exception {
        shown(
                Samples.lesson("shown", Samples.chinese("题目", "一句话。"), Samples.mongolian("ᠨᠡᠷ\u180eᠡ", "ᠨᠢᠭᠡ᠃")),
                Language.MONGOLIAN);
        assertThat(html("/preview/" + TOKEN))
                .contains("<html lang=\"mn-Mong\" class=\"v\">", "还有 3 句没有审定")
                .doesNotContain("data-offline")
                .contains("href=\"/preview/" + TOKEN + "/zh\"");
        assertThat(html("/preview/" + TOKEN + "/zh"))
                .contains("<html lang=\"zh-Hans\">")
                .doesNotContain("没有审定", "data-offline");
    }

    @Test
    void anEpisodeThatIsNotOutIsPreviewedWithItsCaptions() throws Exception {
        out(Samples.episode(1, Samples.chinese("第一期", "一。")));
        String captions = CAPTIONS.formatted("字幕");
        shown(Samples.episode(2, Samples.edition(Language.CHINESE, "第二期", captions, "二。")), Language.CHINESE);
        assertThat(html("/preview/" + TOKEN)).contains("第二期", "字幕", "第一期");
        assertThat(html("/preview/" + TOKEN + "/zh/captions.vtt")).contains("字幕");
        site.perform(get("/preview/" + TOKEN + "/mn/captions.vtt")).andExpect(status().isNotFound());
    }

    @Test
    void nobodyKeepsAPreviewAndWhereItLeadsLearnsNothing() throws Exception {
        shown(Samples.article("shown", Samples.chinese("题目", "一句话。")), Language.CHINESE);
        for (String path : List.of("/preview/" + TOKEN, "/preview/" + "0".repeat(64))) {
            site.perform(get(path))
                    .andExpect(header().string(HttpHeaders.CACHE_CONTROL, "no-store"))
                    .andExpect(header().string("Referrer-Policy", "no-referrer"))
                    .andExpect(header().string("X-Robots-Tag", "noindex, nofollow, noarchive"))
                    .andExpect(header().string("Content-Security-Policy", containsString("default-src 'none'")))
                    .andExpect(header().doesNotExist(HttpHeaders.ETAG))
                    .andExpect(header().doesNotExist(HttpHeaders.SET_COOKIE));
        }
        assertThat(cache.find("/preview/" + TOKEN)).isEmpty();
    }

    @Test
    void whateverIsWrongWithALinkTheAnswerIsTheSame() throws Exception {
        shown(Samples.article("shown", Samples.chinese("题目", "一句话。")), Language.CHINESE);
        List<String> answers = new ArrayList<>();
        for (String path : List.of(
                "/preview/" + "0".repeat(64),
                "/preview/x",
                "/preview",
                "/preview/" + TOKEN + "/mn",
                "/preview/" + TOKEN + "/de",
                "/preview/" + TOKEN + "/zh/captions.vtt",
                "/preview/%E4%B8%80/zh")) {
            answers.add(site.perform(get(URI.create(path)))
                    .andExpect(status().isNotFound())
                    .andReturn()
                    .getResponse()
                    .getContentAsString(StandardCharsets.UTF_8));
        }
        assertThat(answers).containsOnly(answers.getFirst());
    }

    @Test
    void relatedTextsAreNamedOnceAndBeforeWhatIsMerelyNew() throws Exception {
        Publication asked = Samples.article("asked", Samples.chinese("被问的", "一。"), Samples.mongolian("ᠨᠢᠭᠡ", "ᠨᠢᠭᠡ᠃"));
        Publication near = Samples.article("near", Samples.chinese("相近的", "二。"), Samples.mongolian("ᠬᠣᠶᠠᠷ", "ᠬᠣᠶᠠᠷ᠃"));
        Publication lesson = Samples.lesson("lesson", Samples.chinese("一课", "三。"));
        out(asked, near, Samples.article("new", Samples.chinese("新的", "四。")));
        when(related.to(eq(asked), any()))
                .thenAnswer(call -> call.getArgument(1) == Language.CHINESE
                        ? List.of(Samples.headline(near, Language.CHINESE), Samples.headline(lesson, Language.CHINESE))
                        : List.of(Samples.headline(near, Language.MONGOLIAN)));
        String page = html("/zh/articles/asked");
        assertThat(page).containsSubsequence("相关阅读", "相近的", "一课", "接着读", "新的");
        assertThat(page.split("href=\"/zh/articles/near\"", -1)).hasSize(2);
        assertThat(html("/mn/articles/asked")).contains("href=\"/mn/articles/near\"");
        assertThat(html("/zh/articles/near")).doesNotContain("相关阅读");
    }
}
