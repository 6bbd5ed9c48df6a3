package khos.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import khos.audience.ViewCounter;
import khos.language.CodePoints;
import khos.language.Conversion;
import khos.language.Language;
import khos.language.Messages;
import khos.media.MediaLibrary;
import khos.mongolian.Change;
import khos.mongolian.Menksoft;
import khos.mongolian.Rewriting;
import khos.publication.PreviewLinks;
import khos.publication.Publications;
import khos.search.Concordance;
import khos.search.Related;
import khos.search.Search;
import khos.search.SearchLog;
import khos.terminology.Termbase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockPart;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.context.junit.jupiter.web.SpringJUnitWebConfig;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.context.WebApplicationContext;

@SpringJUnitWebConfig(SitePagesTests.Site.class)
class ConvertTests {
    private static final String HORSE = "ᠮᠣᠷᠢ";
    private static final String CODES = Menksoft.ofUnicode(HORSE).text();
    private static final String HOSTILE = "\"></textarea><script>alert(1)</script><img src=x onerror=alert(2)>";

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

    private MockMvc site;

    @BeforeEach
    void openSite(@Autowired WebApplicationContext context) {
        site = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private ResultActions send(String lang, String way, MockPart... parts) throws Exception {
        MockMultipartHttpServletRequestBuilder form = multipart("/" + lang + "/tools/convert");
        form.part(new MockPart("conversion", utf8(way)));
        return site.perform(form.part(parts));
    }

    private ResultActions paste(String lang, String way, String text) throws Exception {
        return send(lang, way, new MockPart("text", utf8(text)), new MockPart("file", "", new byte[0]));
    }

    private ResultActions upload(String way, byte[] file) throws Exception {
        return send("zh", way, new MockPart("text", new byte[0]), new MockPart("file", "a.txt", file));
    }

    private static String page(ResultActions answer) throws Exception {
        return answer.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    /** What the field with the result holds. */
    private static String result(ResultActions answer) throws Exception {
        String page = page(answer.andExpect(status().isOk()));
        int start = page.indexOf('\n', page.indexOf("<textarea id=\"out\"")) + 1;
        return page.substring(start, page.indexOf("</textarea>", start));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "mn"})
    void theFormIsThereWithoutAScript(String lang) throws Exception {
        String page = page(site.perform(get("/" + lang + "/tools/convert")).andExpect(status().isOk()));
        assertThat(page)
                .contains("enctype=\"multipart/form-data\"")
                .contains("data-mongolian-input")
                .contains("value=\"auto\" checked")
                .doesNotContain("id=\"result\"")
                .doesNotContainPattern("<script(?![^>]* src=)")
                .doesNotContainPattern("\\s(style|on[a-z]+)=\"");
        for (Conversion conversion : Conversion.values()) {
            assertThat(page).contains("value=\"" + conversion.code() + "\"");
        }
    }

    @ParameterizedTest
    @EnumSource
    void everySampleIsShownConverted(Sample sample) throws Exception {
        for (String lang : new String[] {"zh", "mn"}) {
            String page = page(site.perform(get("/" + lang + "/tools/convert").param("sample", sample.code()))
                    .andExpect(status().isOk()));
            assertThat(page)
                    .contains("value=\"" + sample.conversion().code() + "\" checked")
                    .contains("id=\"result\"")
                    .contains("ᠮᠣᠷᠢ");
        }
        assertThat(page(site.perform(get("/zh/tools/convert").param("sample", "nonsense"))))
                .doesNotContain("id=\"result\"");
    }

    @Test
    void whatIsSentIsKeptByNobody() throws Exception {
        paste("zh", "auto", CODES)
                .andExpect(header().string(HttpHeaders.CACHE_CONTROL, "no-store"))
                .andExpect(header().doesNotExist(HttpHeaders.SET_COOKIE))
                .andExpect(header().doesNotExist(HttpHeaders.ETAG));
    }

    @Test
    void anEncodingIsFoundByItself() throws Exception {
        assertThat(result(paste("zh", "auto", "马 " + CODES))).isEqualTo("马 " + HORSE);
        assertThat(result(paste("zh", "auto", "ᠨᠣᠮ \u202Fᠤᠨ"))).isEqualTo("ᠨᠣᠮ\u180Eᠤᠨ");
        assertThat(result(paste("mn", "auto", "хот"))).isEqualTo("khot");
        assertThat(page(paste("zh", "auto", CODES))).contains("识别为：蒙科立 → Unicode");
    }

    @Test
    void whatTellsNothingIsAskedFor() throws Exception {
        String page = page(paste("mn", "auto", "xota").andExpect(status().isOk()));
        assertThat(page).contains("看不出这是哪种编码").contains(">\nxota</textarea>").doesNotContain("id=\"result\"");
        assertThat(result(paste("mn", "latin-to-unicode", "xota"))).isEqualTo("ᠬᠣᠲᠠ");
        assertThat(result(paste("zh", "keyboard-to-unicode", "hqta"))).isEqualTo("ᠬᠣᠲᠠ");
        assertThat(result(paste("zh", "unicode-to-latin", "ᠬᠣᠲᠠ"))).isEqualTo("xota");
        assertThat(result(paste("zh", "unicode-to-menksoft", HORSE))).isEqualTo(CODES);
    }

    @Test
    void everyChangeIsExplainedWithItsPlace() throws Exception {
        String page = page(paste("zh", "repair", HORSE + "\r\nᠨᠣᠮ \u202Fᠤᠨ"));
        assertThat(page)
                .contains("第2行第4字")
                .contains("U+0020 U+202F<br>→ U+180E")
                .contains("并成一个连接符");
        assertThat(page(paste("mn", "repair", HORSE + "\u180B")))
                .contains("删去不起作用的变体选择符")
                .contains("U+180B");
    }

    @Test
    void spellingsOfTheSameLookAreShown() throws Exception {
        String town = Menksoft.ofUnicode("ᠬᠣᠲᠠ").text();
        assertThat(page(paste("zh", "menksoft-to-unicode", town)))
                .contains("另有字形相同的拼写")
                .containsSubsequence("同形", "ᠬᠤᠳᠠ");
        String horse = Menksoft.ofUnicode("ᠮᠤᠷᠢ").text();
        assertThat(page(paste("mn", "menksoft-to-unicode", horse))).containsSubsequence("选了词表里有的一种", "ᠮᠣᠷᠢ");
    }

    /** A reason without words would be an error only when somebody meets it. */
    @ParameterizedTest
    @EnumSource
    void everyReasonHasWordsAndAPlaceInTheList(Change.Reason reason) {
        String kind = reason.name().toLowerCase(Locale.ROOT);
        assertThat(Messages.of(Language.CHINESE).text("change." + kind)).isNotEmpty();
        assertThat(Messages.of(Locale.ENGLISH).text("change." + kind)).isNotEmpty();
        var change = new Change(0, 1, "x", "y", reason, List.of());
        var rewriting = new Rewriting("y", List.of(change));
        assertThat(Converted.of(Conversion.REPAIR, false, "x", rewriting).groups())
                .singleElement()
                .returns(kind, Converted.Group::kind)
                .returns(1, Converted.Group::count);
    }

    @Test
    void noMoreChangesAreListedThanCanBeRead() throws Exception {
        String page = page(paste("zh", "repair", (HORSE + "\u180B ").repeat(300)));
        assertThat(page.split("<li><p class=\"meta\">", -1)).hasSize(Converted.MOST_LISTED + 1);
        assertThat(page).contains("还有 200 处").contains(">300</b>");
    }

    @Test
    void aFieldHasTheLineEndsOfTheTextAndAFileItsOwn() throws Exception {
        assertThat(result(paste("zh", "repair", "\r\n" + HORSE + "\r\n"))).isEqualTo("\n" + HORSE + "\n");
        assertThat(result(upload("repair", utf8(HORSE + "\r\n")))).isEqualTo(HORSE + "\r\n");
    }

    @Test
    void aProgramNeedNotSendParts() throws Exception {
        assertThat(result(site.perform(post("/zh/tools/convert")
                        .contentType("application/x-www-form-urlencoded")
                        .param("text", CODES))))
                .isEqualTo(HORSE);
    }

    @Test
    void theResultIsAFileForThoseWhoWantOne() throws Exception {
        MockHttpServletResponse answer = send(
                        "mn",
                        "auto",
                        new MockPart("file", "a.txt", utf8(CODES + "\r\n")),
                        new MockPart("download", utf8("txt")))
                .andExpect(status().isOk())
                .andExpect(header().string(HttpHeaders.CONTENT_TYPE, "text/plain;charset=UTF-8"))
                .andExpect(header().string(HttpHeaders.CACHE_CONTROL, "no-store"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string(
                                HttpHeaders.CONTENT_DISPOSITION,
                                "attachment; filename=\"khos-menksoft-to-unicode.txt\""))
                .andReturn()
                .getResponse();
        assertThat(answer.getContentAsByteArray()).isEqualTo(utf8(HORSE + "\r\n"));
    }

    @Test
    void filesAreReadInTheEncodingsThatReadersHave() throws Exception {
        String text = "翻译 " + HORSE + "\n";
        assertThat(result(upload("repair", utf8("\uFEFF" + text)))).isEqualTo(text);
        assertThat(result(upload("repair", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE))))
                .isEqualTo(text);
        assertThat(result(upload("repair", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE))))
                .isEqualTo(text);
        ResultActions chinese = upload("repair", "翻译是一门学问。".getBytes(Charset.forName("GBK")));
        assertThat(page(chinese)).contains("按 GB18030 编码读入");
        assertThat(result(chinese)).isEqualTo("翻译是一门学问。");
    }

    @Test
    void bytesThatAreNoTextAreRefusedWithTheirPlace() throws Exception {
        byte[] half = {'a', '\n', (byte) 0xE1, (byte) 0xA0, (byte) 0xA0, (byte) 0xED, (byte) 0xA0, (byte) 0x80, 'b'};
        upload("auto", half)
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("第 2 行")))
                .andExpect(content().string(containsString("字节偏移 5")));
        send("mn", "auto", new MockPart("text", half))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("字节偏移 5")));
        byte[] utf16 = {(byte) 0xFF, (byte) 0xFE, 'a', 0, 0, (byte) 0xD8, 'b', 0};
        upload("auto", utf16)
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("UTF-16")))
                .andExpect(content().string(containsString("字节偏移 4")));
        upload("auto", new byte[] {'a', 0, 'b'})
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("不是文本文件")));
    }

    @Test
    void nothingAtAllIsAskedFor() throws Exception {
        paste("zh", "auto", "")
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("还没有文字")));
        site.perform(multipart("/mn/tools/convert")).andExpect(status().isBadRequest());
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "mn"})
    void moreThanAMegabyteIsTooMuchInTheLanguageOfThePage(String lang) throws Exception {
        String most = "x".repeat(SentText.LARGEST);
        paste(lang, "latin-to-unicode", most).andExpect(status().isOk());
        String page = page(paste(lang, "latin-to-unicode", most + "x").andExpect(status().isContentTooLarge()));
        assertThat(page)
                .contains("1 MB")
                .contains(lang.equals("zh") ? "<html lang=\"zh-Hans\"" : "<html lang=\"mn-Mong\"")
                .contains("value=\"latin-to-unicode\" checked")
                .doesNotContain("xxx");
        site.perform(post("/" + lang + "/tools/convert")
                        .contentType("multipart/form-data; boundary=b")
                        .header(HttpHeaders.CONTENT_LENGTH, "9999999999")
                        .content(new byte[3_000_000]))
                .andExpect(status().isContentTooLarge());
    }

    @Test
    void aTextIsTextWhateverItHolds() throws Exception {
        for (String lang : new String[] {"zh", "mn"}) {
            for (Conversion conversion : Conversion.values()) {
                assertThat(page(paste(lang, conversion.code(), HOSTILE + CODES + "\u180B" + HOSTILE)))
                        .as(lang + " " + conversion)
                        .doesNotContain("<script>alert", "<img src=x", "</textarea><script");
            }
        }
    }

    @Test
    void threeEncodingsInOneWordAreKeptAndReported() throws Exception {
        String page = page(paste("zh", "auto", "ᠨᠣᠮ" + CODES + "\uE3FFморь"));
        assertThat(page)
                .contains("同一个词里混有不同编码")
                .contains("第1行第4字")
                .contains("U+E3FF")
                .contains("没有对应的字符，原样保留");
        assertThat(result(paste("zh", "auto", "ᠨᠣᠮ" + CODES + "\uE3FFморь"))).isEqualTo("ᠨᠣᠮ" + HORSE + "\uE3FFморь");
    }

    /** A syllable that Menksoft draws with one code, cut short; codes that only stand inside words, alone. */
    @Test
    void halfALigatureIsConvertedAsItLooks() throws Exception {
        for (char code = 0xE264; code < 0xE350; code++) {
            assertThat(result(paste("zh", "menksoft-to-unicode", "x" + code + "x")))
                    .as("U+%04X", (int) code)
                    .startsWith("x")
                    .endsWith("x")
                    .hasSizeGreaterThan(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aMegabyteOfSelectorsIsAnsweredInSeconds(Conversion conversion) throws Exception {
        for (String sign : new String[] {"\u180B", "\u180E", "\uE263", "\u200D", "\uE3FF", HORSE + "\u180B"}) {
            String text = sign.repeat(SentText.LARGEST / utf8(sign).length);
            long start = System.nanoTime();
            ResultActions answer = paste("mn", conversion.code(), text);
            Duration taken = Duration.ofNanos(System.nanoTime() - start);
            answer.andExpect(status().isOk());
            assertThat(taken).as("of %s", CodePoints.of(sign, 9)).isLessThan(Duration.ofSeconds(8));
        }
    }

    @Test
    void bytesAtRandomAreConvertedOrRefused() throws Exception {
        long seed = 20_261_125;
        var random = new Random(seed);
        Conversion[] all = Conversion.values();
        for (int round = 0; round < 300; round++) {
            byte[] bytes = new byte[random.nextInt(60)];
            random.nextBytes(bytes);
            if (round % 3 == 0) {
                bytes = utf8(random.ints(random.nextInt(20), 0x1800, 0x18AF)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString());
            }
            int status = upload(all[random.nextInt(all.length)].code(), bytes)
                    .andReturn()
                    .getResponse()
                    .getStatus();
            assertThat(status)
                    .as("seed %d, round %d, %s", seed, round, Arrays.toString(bytes))
                    .isIn(200, 400);
        }
    }
}
