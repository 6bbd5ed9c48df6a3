package khos.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/**
 * Somebody who tries what else an address may give: whatever is asked in whatever way, an answer is the page that everybody
 * gets, or leads to it, or refuses.
 */
@TestPropertySource(properties = "khos.public-url=https://khos.example/")
class ProbedPagesTests extends Journey {
    private static final List<String> PAGES = List.of(
            "/zh",
            "/mn",
            "/zh/articles",
            "/mn/lessons",
            "/zh/articles/about-two-languages",
            "/zh/series/cloud-classroom/04",
            "/mn/series/cloud-classroom/04",
            "/zh/series/cloud-classroom/04/captions.vtt",
            "/zh/series/cloud-classroom/04/chapters.json",
            "/zh/archive",
            "/zh/tools/convert",
            "/zh/feed.atom",
            "/mn/feed.json",
            "/sitemap.xml",
            "/robots.txt");

    private static final String FORGED = "evil.example";

    private final Map<String, Map<String, Wire.Answer>> plain = new HashMap<>();

    /** Of each page its one answer, and its tags by encoding. */
    @BeforeEach
    void readPages() throws IOException {
        for (String page : PAGES) {
            Map<String, Wire.Answer> packed = new HashMap<>();
            for (String encoding : List.of("", "gzip", "br")) {
                Wire.Answer answer = ask("GET", page, List.of("Host: localhost", "Accept-Encoding: " + encoding));
                assertThat(answer.status()).as(page).isEqualTo(200);
                assertThat(answer.header("content-encoding")).as(page).isEqualTo(encoding);
                packed.put(encoding, answer);
            }
            assertThat(packed.values().stream().map(answer -> answer.header("etag")))
                    .as(page)
                    .doesNotHaveDuplicates()
                    .allMatch(tag -> tag.matches("\"[0-9a-f]{32}\""));
            plain.put(page, packed);
        }
    }

    private Wire.Answer ask(String method, String target, List<String> headers) throws IOException {
        return Wire.ask(port, method, target, headers);
    }

    private static String one(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static String target(Random random, String page) {
        String last = page.substring(page.lastIndexOf('/') + 1);
        String escaped = "%%%02x".formatted((int) last.charAt(0)) + last.substring(1);
        String path = one(
                random,
                page,
                page,
                page,
                page,
                page + "/",
                "/" + page,
                page.replaceFirst("/", "/./"),
                "/zh/.." + page,
                "/zh/%2e%2e" + page,
                page + ";jsessionid=1",
                page + "%3bx",
                page.replaceFirst("/", "/;x/"),
                page.toUpperCase(Locale.ROOT),
                page.substring(0, page.length() - last.length()) + escaped,
                page.substring(0, page.length() - last.length()) + escaped.toUpperCase(Locale.ROOT),
                page.replace("/", "%2f"),
                page.replace("/", "%5c"),
                page + "%00",
                page + "%0d%0aSet-Cookie:x=1",
                page + "%20",
                page + "%",
                page + "%zz",
                page + "%3Fpage=2",
                page + "/" + "a".repeat(9_000),
                "http://" + FORGED + page,
                "//" + FORGED + page,
                "/zh//" + FORGED + "/");
        String query = one(
                random,
                "",
                "",
                "?",
                "?x=1",
                "?page=01",
                "?page=+1",
                "?page=1&page=2",
                "?page=1000000000",
                "?page=",
                "?page=%31",
                "?v=1",
                "?sample=nothing",
                "?" + FORGED + "=" + FORGED,
                "?%",
                "?a=%ff",
                "?" + "x&".repeat(300),
                "?host=" + FORGED,
                "?" + "x".repeat(200_000));
        return path + query;
    }

    private List<String> headers(Random random, String page) {
        Map<String, Wire.Answer> packed = plain.get(page);
        String tag = packed.get(one(random, "", "gzip", "br")).header("etag");
        List<String> headers = new ArrayList<>();
        headers.add("Host: " + one(random, "localhost", FORGED, FORGED + ":80", "localhost:" + port));
        for (String header : new String[] {
            "Accept-Encoding: "
                    + one(
                            random,
                            "gzip",
                            "br",
                            "*",
                            "*;q=0",
                            "identity;q=0",
                            "gzip;q=0.5, br;q=0",
                            "gzip;q=0, identity",
                            "deflate",
                            "q=0;gzip",
                            ",;,",
                            "gzip" + ",x".repeat(20_000),
                            "gzip, deflate, br, zstd"),
            "If-None-Match: "
                    + one(
                            random,
                            tag,
                            "W/" + tag,
                            "*",
                            "\"x\", " + tag,
                            "\"x\"",
                            "x",
                            tag.substring(1),
                            "\"x\",".repeat(5_000) + tag,
                            ""),
            "X-Forwarded-Host: " + FORGED,
            "X-Forwarded-Proto: " + one(random, "https", "javascript"),
            "X-Forwarded-Prefix: /" + FORGED,
            "X-Forwarded-For: " + one(random, "127.0.0.1", FORGED, "::1"),
            "Forwarded: host=" + FORGED + ";proto=https",
            "X-Original-URL: /mn",
            "X-HTTP-Method-Override: DELETE",
            "Range: bytes=" + one(random, "0-9", "0-0,2-3", "99999999-", "-5"),
            "If-Range: " + tag,
            "If-Match: \"x\"",
            "If-Modified-Since: Wed, 25 Nov 2099 00:00:00 GMT",
            "Accept: " + one(random, "application/json", "text/html", "image/*;q=0", "nothing"),
            "Accept-Language: " + one(random, "mn", "en", "~"),
            "Cookie: JSESSIONID=" + FORGED,
            "Authorization: Bearer " + FORGED,
            "Origin: https://" + FORGED
        }) {
            if (random.nextInt(6) == 0) {
                headers.add(header);
            }
        }
        return headers;
    }

    @Test
    void whateverIsAskedEverybodyGetsTheSame() throws IOException {
        int whole = 0;
        int known = 0;
        for (int seed = 0; seed < 3_000; seed++) {
            var random = new Random(seed);
            String page = PAGES.get(random.nextInt(PAGES.size()));
            String method = random.nextInt(5) == 0
                    ? one(random, "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "PROPFIND", "get", "X")
                    : "GET";
            List<String> headers = headers(random, page);
            String target = target(random, page);
            Wire.Answer answer = ask(method, target, headers);
            String asked = "seed %d: %s %.200s %.300s".formatted(seed, method, target, headers);

            assertThat(answer.status()).as(asked).isIn(200, 304, 308, 400, 404, 405, 414, 431);
            assertThat(answer.head()).as(asked).doesNotContainKey("set-cookie");
            if (answer.status() == 200 && method.equals("GET")) {
                assertThat(answer.content())
                        .as(asked)
                        .isEqualTo(plain.get(page).get("").body());
                assertThat(answer.header("etag"))
                        .as(asked)
                        .isEqualTo(plain.get(page)
                                .get(answer.header("content-encoding"))
                                .header("etag"));
                whole++;
            }
            if (answer.status() == 304) {
                assertThat(String.join("\n", headers)).as(asked).contains(answer.header("etag"));
                assertThat(answer.body()).as(asked).isEmpty();
                known++;
            }
            if (answer.status() == 308) {
                // Nothing but what stands in the address itself.
                assertThat(answer.header("location")).as(asked).isIn(page, page + query(target));
            }
        }
        assertThat(whole).isGreaterThan(300);
        assertThat(known).isGreaterThan(10);
        readPages();
    }

    private static String query(String target) {
        return target.contains("?") ? target.substring(target.indexOf('?')) : "";
    }

    @Test
    void addressesAreThoseOfTheSiteWhoeverAsksFirst() {
        for (String page : PAGES) {
            String body = new String(plain.get(page).get("").body(), StandardCharsets.UTF_8);
            assertThat(body).as(page).doesNotContain("://localhost", FORGED);
        }
        assertThat(new String(plain.get("/zh").get("").body(), StandardCharsets.UTF_8))
                .contains("<link rel=\"canonical\" href=\"https://khos.example/zh\">");
    }
}
