package khos.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import khos.storage.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Programs ask and send: the interface, the feeds, the films. The whole of Khos runs on PostgreSQL here. */
class ProgramJourneyTests extends Journey {
    @DynamicPropertySource
    static void onPostgresql(DynamicPropertyRegistry properties) {
        String url = TestDatabase.POSTGRESQL.newUrl();
        properties.add("spring.datasource.url", () -> url);
    }

    private static String view(String item, String lang, String id, String kind) {
        return """
                {"item":"%s","lang":"%s","id":"%s","kind":"%s"}""".formatted(item, lang, id, kind);
    }

    @ParameterizedTest
    @CsvSource({
        "/zh,200",
        "/mn,200",
        "/zh/articles,200",
        "/zh/lessons/numbers,200",
        "/mn/lessons/numbers,200",
        "/zh/series/cloud-classroom,200",
        "/mn/series/cloud-classroom/01,200",
        "/zh/search?q=x,200",
        "/zh/archive,200",
        "/mn/archive,200",
        "/zh/archive/2025-01,200",
        "/zh/archive/1999-01,404",
        "/zh/archive/2025-13,404",
        "/zh/tags/%E4%BA%91%E8%AF%BE%E5%A0%82,200",
        "/zh/tags/nothing,404",
        "/zh/people/nobody,404",
        "/zh/feed.json,200",
        "/mn/series/cloud-classroom/podcast.rss,200",
        "/zh/series/nothing/podcast.rss,404",
        "/sitemap.xml,200",
        "/robots.txt,200",
        "/zh/articles/nothing,404",
        "/mn/articles/rural-projects,404",
        "/zh/lessons/NUMBERS,404",
        "/api/v1/nothing,401",
        "/actuator/env,404",
        "/zh/series/cloud-classroom/99,404"
    })
    void addressesAnswerAsPromised(String path, int status) {
        assertThat(get(path).statusCode()).isEqualTo(status);
    }

    @Test
    void aSearchAnswersWithMarksIntoItsSnippets() {
        HttpResponse<String> answer = get("/api/v1/search?q=%E7%BF%BB%E8%AF%91&lang=zh&size=3");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains(
                        "\"total\":", "\"kind\":", "\"lang\":\"zh\"", "\"snippet\":", "\"marks\":[[", "\"url\":\"/zh/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lang=xx", "kind=books", "page=-1", "size=0", "size=101", "page=abc", "page=99999999999"})
    void aMalformedSearchIsAProblem(String parameters) {
        HttpResponse<String> answer = get("/api/v1/search?q=x&" + parameters);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    }

    @Test
    void aViewIsAcknowledgedAndCountedOnce() {
        String view = view("lessons/colours", "mn", "0123456789abcdef0123456789abcdef", "view");
        assertThat(post("/api/v1/views", view).statusCode()).isEqualTo(204);
        assertThat(post("/api/v1/views", view).statusCode()).isEqualTo(204);
        assertThat(get("/api/v1/views?items=lessons/colours,lessons/nothing").body())
                .isEqualTo("""
                        {"items":{"lessons/colours":{"views":1,"unique":1,"plays":0},"lessons/nothing":{"views":0,"unique":0,"plays":0}}}""");
    }

    @Test
    void aMalformedViewIsAProblem() {
        String id = "0123456789abcdef0123456789abcdee";
        assertThat(post("/api/v1/views", view("articles/nothing", "zh", id, "view"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(post("/api/v1/views", view("lessons/colours", "xx", id, "view"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(post("/api/v1/views", view("lessons/colours", "zh", "12", "view"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(post("/api/v1/views", view("lessons/colours", "zh", id, "like"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(post("/api/v1/views", "{").statusCode()).isEqualTo(400);
        assertThat(post("/api/v1/views", "{}").statusCode()).isEqualTo(400);
        assertThat(post("/api/v1/views", "[1,2]").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/zh/feed.atom", "/mn/feed.atom", "/sitemap.xml", "/zh/series/cloud-classroom/podcast.rss"})
    void feedsAreWellFormed(String path) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        byte[] xml = get(path).body().getBytes(StandardCharsets.UTF_8);
        assertThat(factory.newDocumentBuilder()
                        .parse(new ByteArrayInputStream(xml))
                        .getDocumentElement())
                .isNotNull();
    }

    @Test
    void aPageIsNotSentAgainWhileItIsTheSame() {
        HttpResponse<String> first = get("/zh/lessons/numbers");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(tag).doesNotStartWith("W/");
        assertThat(first.headers().firstValue("Set-Cookie")).isEmpty();
        HttpResponse<String> again = send(
                HttpRequest.newBuilder(URI.create(url("/zh/lessons/numbers"))).header("If-None-Match", tag));
        assertThat(again.statusCode()).isEqualTo(304);
    }

    @Test
    void aFilmIsSentByRanges() {
        String html = get("/zh/series/cloud-classroom/01").body();
        int from = html.indexOf("/media/");
        String film =
                html.substring(html.lastIndexOf("/media/", html.indexOf(".mp4", from)), html.indexOf(".mp4", from) + 4);
        HttpResponse<String> part =
                send(HttpRequest.newBuilder(URI.create(url(film))).header("Range", "bytes=0-99"));
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.headers().firstValue("Content-Range"))
                .hasValueSatisfying(range -> assertThat(range).startsWith("bytes 0-99/"));
    }

    @Test
    void theWorkbenchIsShutToStrangers() {
        assertThat(get("/workbench").statusCode()).isEqualTo(302);
        assertThat(get("/workbench/documents").statusCode()).isEqualTo(302);
    }
}
