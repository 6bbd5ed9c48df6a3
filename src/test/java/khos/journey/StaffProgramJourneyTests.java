package khos.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import khos.account.Accounts;
import khos.account.Role;
import khos.account.SystemActor;
import khos.account.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program of the staff's sends texts in, translates, publishes, and takes the memory and the terms out and in. */
class StaffProgramJourneyTests extends Journey {
    private static final String TMX = """
            <?xml version="1.0" encoding="UTF-8"?>
            <tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en" \
            srclang="zh" datatype="plaintext"/><body>
            <tu><tuv xml:lang="zh-CN"><seg>程序送来的句子。</seg></tuv><tuv xml:lang="mn-Mong"><seg>ᠨᠢᠭᠡ ᠥᠭᠦᠯᠡᠪᠦᠷᠢ᠃</seg></tuv></tu>
            <tu><tuv xml:lang="zh-CN"><seg>只有一边。</seg></tuv></tu>
            </body></tmx>
            """;

    private String editor = "";
    private String translator = "";

    @BeforeEach
    void makeTokens(@Autowired Accounts accounts, @Autowired Tokens tokens) throws Exception {
        editor = token(accounts, tokens, "program-editor", Role.EDITOR);
        translator = token(accounts, tokens, "program-translator", Role.TRANSLATOR);
    }

    private static String token(Accounts accounts, Tokens tokens, String name, Role role) throws Exception {
        return SystemActor.call(() -> {
            try {
                accounts.loadUserByUsername(name);
            } catch (UsernameNotFoundException e) {
                accounts.create(name, name, role, "a password for journeys");
            }
            return tokens.createFor(name, "journey");
        });
    }

    private HttpResponse<String> ask(String token, String method, String path, String type, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url(path)))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Authorization", "Bearer " + token);
        return send(type.isEmpty() ? request : request.header("Content-Type", type));
    }

    private JsonNode json(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JsonMapper.shared().readTree(answer.body());
    }

    private JsonNode get(String token, String path) {
        return json(ask(token, "GET", path, "", ""), 200);
    }

    private JsonNode post(String token, String path, String body, int status) {
        return json(ask(token, "POST", path, "application/json", body), status);
    }

    private JsonNode change(String id, String body, int status) {
        return json(ask(editor, "PATCH", "/api/v1/segments/" + id, "application/json", body), status);
    }

    @Test
    void aTextIsSentTranslatedReviewedPublishedAndWithdrawn() {
        String id = post(translator, "/api/v1/documents", """
                        {"kind":"articles","slug":"by-program","sourceLang":"zh","targetLang":"mn","text":"# 送来的\\n\\n一句。"}""", 201).path("id").asString();
        JsonNode segments =
                get(translator, "/api/v1/documents/" + id + "/segments").path("segments");
        assertThat(segments.size()).isEqualTo(2);
        for (JsonNode segment : segments) {
            String one = segment.path("id").asString();
            JsonNode draft = change(one, "{\"target\":\"ᠨᠢᠭᠡ\",\"version\":0}", 200);
            assertThat(draft.path("draft").asString()).isEqualTo("ᠨᠢᠭᠡ");
            JsonNode stale = change(one, "{\"target\":\"ᠬᠣᠶᠠᠷ\",\"version\":0}", 409);
            assertThat(stale.path("current").path("version").asLong())
                    .isEqualTo(draft.path("version").asLong());
            JsonNode translated = change(one, "{\"target\":\"ᠨᠢᠭᠡ\",\"state\":\"TRANSLATED\",\"version\":1}", 200);
            assertThat(translated.path("state").asString()).isEqualTo("TRANSLATED");
            change(one, "{\"state\":\"REVIEWED\",\"version\":2}", 200);
        }
        assertThat(get(editor, "/api/v1/documents?state=REVIEWED").toString()).contains(id);
        assertThat(get(editor, "/api/v1/documents?state=INITIAL").toString()).doesNotContain(id);
        JsonNode published =
                post(editor, "/api/v1/documents/" + id + "/publish", "{\"languages\":[\"zh\",\"mn\"]}", 200);
        assertThat(published.toString()).isEqualTo("{\"languages\":{\"mn\":\"PUBLISHED\",\"zh\":\"PUBLISHED\"}}");
        assertThat(get("/mn/articles/by-program").statusCode()).isEqualTo(200);
        post(editor, "/api/v1/documents/" + id + "/withdraw", "{\"languages\":[\"mn\"]}", 200);
        assertThat(get("/mn/articles/by-program").statusCode()).isEqualTo(410);
        assertThat(get("/zh/articles/by-program").statusCode()).isEqualTo(200);
    }

    @Test
    void aTranslationThatLostACodeIsRefusedAndTheCodeNamed() {
        String id = post(translator, "/api/v1/documents", """
                        {"kind":"articles","slug":"lost-code","sourceLang":"zh","targetLang":"mn","text":"**一**句。"}""", 201).path("id").asString();
        String one = get(translator, "/api/v1/documents/" + id + "/segments")
                .path("segments")
                .path(0)
                .path("id")
                .asString();
        JsonNode refused = change(one, "{\"target\":\"ᠨᠢᠭᠡ\",\"state\":\"TRANSLATED\",\"version\":0}", 422);
        assertThat(refused.path("reason").asString()).isEqualTo("refused.error");
        assertThat(refused.path("detail").asString()).contains("The code ** of the source is missing.");
        change(one, "{\"target\":\"**ᠨᠢᠭᠡ**\",\"state\":\"TRANSLATED\",\"version\":0}", 200);
    }

    @Test
    void whatAnOwnerMayNotDoTheirTokenMayNot() {
        String id = post(translator, "/api/v1/documents", """
                        {"kind":"articles","slug":"not-by-me","sourceLang":"zh","targetLang":"mn","text":"一句。"}""", 201).path("id").asString();
        JsonNode refused = post(translator, "/api/v1/documents/" + id + "/publish", "{\"languages\":[\"zh\"]}", 403);
        assertThat(refused.path("status").asInt()).isEqualTo(403);
        assertThat(get("/zh/articles/not-by-me").statusCode()).isEqualTo(404);
        json(ask(translator, "POST", "/api/v1/memory", "application/x-tmx+xml", TMX), 403);
    }

    @Test
    void bothLanguagesArePublishedOrNone() {
        String id = post(editor, "/api/v1/documents", """
                        {"kind":"articles","slug":"half-done","sourceLang":"zh","targetLang":"mn","text":"一句。"}""", 201).path("id").asString();
        JsonNode refused = post(editor, "/api/v1/documents/" + id + "/publish", "{\"languages\":[\"zh\",\"mn\"]}", 422);
        assertThat(refused.path("reason").asString()).isEqualTo("refused.not-reviewed");
        assertThat(get("/zh/articles/half-done").statusCode()).isEqualTo(404);
    }

    private String newArticle(String slug) {
        return post(editor, "/api/v1/documents", """
                        {"kind":"articles","slug":"%s","sourceLang":"zh","targetLang":"mn","text":"一句。"}""".formatted(slug), 201)
                .path("id")
                .asString();
    }

    @Test
    void aTextIsScheduledListedMovedAndCancelled() {
        String id = newArticle("by-the-clock");
        String at = "2099-12-01T08:00:00+08:00";
        JsonNode refused = post(
                editor, "/api/v1/documents/" + id + "/publish", "{\"languages\":[\"zh\"],\"at\":\"" + at + "\"}", 422);
        assertThat(refused.path("reason").asString()).isEqualTo("refused.schedule-too-far");
        String soon = Instant.now()
                .plus(Duration.ofDays(30))
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        JsonNode planned = post(
                editor,
                "/api/v1/documents/" + id + "/publish",
                "{\"languages\":[\"zh\"],\"at\":\"" + soon + "\"}",
                200);
        assertThat(planned.path("languages").path("zh").asString()).isEqualTo("DRAFT");
        assertThat(planned.path("scheduled").path(0).path("action").asString()).isEqualTo("PUBLISH");
        assertThat(planned.path("scheduled").path(0).path("at").asString()).isEqualTo(soon);
        assertThat(planned.path("scheduled").path(0).has("failure")).isFalse();
        assertThat(get("/zh/articles/by-the-clock").statusCode()).isEqualTo(404);
        assertThat(get(editor, "/api/v1/schedule").path("scheduled").toString()).contains(id);
        JsonNode cancelled = json(ask(editor, "DELETE", "/api/v1/documents/" + id + "/schedule/zh", "", ""), 200);
        assertThat(cancelled.has("scheduled")).isFalse();
        assertThat(get(editor, "/api/v1/schedule").path("scheduled").toString()).doesNotContain(id);
    }

    @Test
    void aTimeThatIsPastPublishesAtOnce() {
        String id = newArticle("yesterday");
        post(
                editor,
                "/api/v1/documents/" + id + "/publish",
                "{\"languages\":[\"zh\"],\"at\":\"2020-01-01T08:00:00+08:00\"}",
                200);
        assertThat(get("/zh/articles/yesterday").statusCode()).isEqualTo(200);
        post(
                editor,
                "/api/v1/documents/" + id + "/withdraw",
                "{\"languages\":[\"zh\"],\"at\":\"2020-01-01T08:00:00Z\"}",
                200);
        assertThat(get("/zh/articles/yesterday").statusCode()).isEqualTo(410);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-12-01",
                "2026-12-01T08:00:00",
                "tomorrow",
                "",
                "2026-13-01T08:00:00Z",
                "1795000000",
                "+9999999999-01-01T00:00:00Z"
            })
    void aTimeThatIsNoneIsAProblem(String at) {
        String id = newArticle("no-time-" + Integer.toHexString(at.hashCode()));
        JsonNode refused = post(
                editor, "/api/v1/documents/" + id + "/publish", "{\"languages\":[\"zh\"],\"at\":\"" + at + "\"}", 400);
        assertThat(refused.path("detail").asString()).contains("zone");
        assertThat(get(editor, "/api/v1/schedule").path("scheduled").toString()).doesNotContain(id);
    }

    @Test
    void whoMayNotPublishMayNotSchedule() {
        String id = newArticle("not-scheduled");
        String body = "{\"languages\":[\"zh\"],\"at\":\"" + Instant.now().plusSeconds(86_400) + "\"}";
        post(translator, "/api/v1/documents/" + id + "/publish", body, 403);
        post(translator, "/api/v1/documents/" + id + "/withdraw", body, 403);
        json(ask(translator, "DELETE", "/api/v1/documents/" + id + "/schedule/zh", "", ""), 403);
    }

    @Test
    void theMemoryIsTakenInAskedAndWrittenOut() {
        JsonNode taken = json(ask(editor, "POST", "/api/v1/memory", "application/x-tmx+xml", TMX), 200);
        assertThat(taken.path("stored").asInt()).isEqualTo(1);
        assertThat(taken.path("refused").asInt()).isEqualTo(1);
        assertThat(taken.path("refusals").path(0).path("line").asInt()).isEqualTo(4);
        JsonNode matches = get(
                translator,
                "/api/v1/memory/matches?from=zh&to=mn&text=%E7%A8%8B%E5%BA%8F%E9%80%81%E6%9D%A5%E7%9A%84%E5%8F%A5%E5%AD%90%E3%80%82");
        JsonNode match = matches.path("matches").path(0);
        assertThat(match.path("provenance").asString()).isEqualTo("IMPORTED");
        assertThat(match.path("similarity").asInt() + match.path("penalty").asInt())
                .isEqualTo(100);
        assertThat(ask(translator, "GET", "/api/v1/memory.tmx", "", "").body()).contains("程序送来的句子。");
    }

    @Test
    void termsAreTakenInListedAndWrittenOut() {
        String csv = "zh,mn,status\n程序词,ᠦᠭᠡ,preferred\n";
        assertThat(json(ask(translator, "POST", "/api/v1/terms", "text/csv;charset=UTF-8", csv), 200)
                        .path("added")
                        .asInt())
                .isEqualTo(1);
        assertThat(get(translator, "/api/v1/terms?q=%E7%A8%8B%E5%BA%8F%E8%AF%8D")
                        .path("concepts")
                        .path(0)
                        .path("terms")
                        .size())
                .isEqualTo(2);
        String tbx = ask(translator, "GET", "/api/v1/terms.tbx", "", "").body();
        assertThat(tbx).contains("程序词");
        assertThat(json(ask(translator, "POST", "/api/v1/terms", "application/x-tbx+xml", tbx), 200)
                        .path("added")
                        .asInt())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/api/v1/documents",
        "POST,/api/v1/documents",
        "PATCH,/api/v1/segments/x",
        "POST,/api/v1/documents/x/publish",
        "DELETE,/api/v1/documents/x/schedule/zh",
        "GET,/api/v1/schedule",
        "GET,/api/v1/memory/matches",
        "POST,/api/v1/memory",
        "GET,/api/v1/memory.tmx",
        "GET,/api/v1/terms",
        "POST,/api/v1/terms",
        "GET,/api/v1/terms.tbx"
    })
    void nobodyWithoutATokenIsLetIn(String method, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url(path)))
                .method(method, HttpRequest.BodyPublishers.ofString("{}"))
                .header("Content-Type", "application/json");
        HttpResponse<String> answer = send(request);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"khos_0000", "x", "khos_ 1"})
    void aWrongTokenIsRefusedEvenWhereNoneIsNeeded(String token) {
        HttpResponse<String> answer = ask(token, "GET", "/api/v1/search?q=x", "", "");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer error=\"invalid_token\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{",
                "{\"kind\":\"books\",\"slug\":\"x\",\"sourceLang\":\"zh\",\"targetLang\":\"mn\",\"text\":\"一\"}",
                "{\"kind\":\"articles\",\"slug\":\"x\",\"sourceLang\":\"zh\",\"targetLang\":\"zh\",\"text\":\"一\"}",
                "{\"kind\":\"articles\",\"slug\":\"x\",\"sourceLang\":\"zh\",\"targetLang\":\"mn\",\"text\":[1]}"
            })
    void aMalformedDocumentIsAProblem(String body) {
        assertThat(post(translator, "/api/v1/documents", body, 400)
                        .path("status")
                        .asInt())
                .isEqualTo(400);
    }

    @Test
    void reasonsAreInTheLanguageOfWhoAsks() {
        String body = """
                {"kind":"articles","slug":"Not A Slug","sourceLang":"zh","targetLang":"mn","text":"一"}""";
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url("/api/v1/documents")))
                .header("Authorization", "Bearer " + translator)
                .header("Content-Type", "application/json")
                .header("Accept-Language", "zh-CN")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        assertThat(json(send(request), 422).path("detail").asString()).containsPattern("\\p{IsHan}");
        assertThat(post(translator, "/api/v1/documents", body, 422)
                        .path("detail")
                        .asString())
                .startsWith("“Not A Slug”");
    }

    @Test
    void theInterfaceDescribesItself() {
        JsonNode description = json(get("/api/v1/openapi.json"), 200);
        assertThat(description.path("openapi").asString()).startsWith("3.1");
        assertThat(description.path("paths").propertyNames())
                .contains(
                        "/api/v1/search",
                        "/api/v1/views",
                        "/api/v1/documents/{id}/segments",
                        "/api/v1/memory.tmx",
                        "/api/v1/terms")
                .allMatch(path -> path.startsWith("/api/v1/"));
    }
}
