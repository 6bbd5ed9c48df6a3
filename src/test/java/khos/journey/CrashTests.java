package khos.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server of its own process, killed without warning while views come in, and while something is scheduled. */
class CrashTests {
    private static final int CLIENTS = 20;
    private static final int VIEWS = 200;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    @TempDir
    Path data;

    private Server start() throws IOException {
        return Server.start(data, Map.of());
    }

    private int post(Server server, String id, int client) throws IOException, InterruptedException {
        String body = """
                {"item":"lessons/numbers","lang":"zh","id":"%s","kind":"view"}""".formatted(id);
        return http.send(
                        HttpRequest.newBuilder(URI.create(server.url() + "/api/v1/views"))
                                .timeout(Duration.ofSeconds(20))
                                .header("Content-Type", "application/json")
                                .header("User-Agent", userAgent(client))
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    /** Every view from a reader of its own, so that none is a double click of another. */
    private static String userAgent(int reader) {
        return "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0." + reader
                + ".0 Safari/537.36";
    }

    @Test
    void everyAcknowledgedViewSurvivesAKillAndNoneCountsTwice() throws Exception {
        List<String> ids = new ArrayList<>();
        var random = new SecureRandom();
        for (int i = 0; i < VIEWS; i++) {
            byte[] bytes = new byte[16];
            random.nextBytes(bytes);
            ids.add(HexFormat.of().formatHex(bytes));
        }
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        Server first = start();
        var next = new AtomicInteger();
        Callable<Void> client = () -> {
            for (int i = next.getAndIncrement(); i < VIEWS; i = next.getAndIncrement()) {
                try {
                    if (post(first, ids.get(i), i) == 204) {
                        acknowledged.add(ids.get(i));
                    }
                } catch (IOException e) {
                    return null;
                }
                if (acknowledged.size() == VIEWS / 2) {
                    first.process().destroyForcibly();
                }
            }
            return null;
        };
        try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
            for (var done : clients.invokeAll(Collections.nCopies(CLIENTS, client))) {
                done.get();
            }
        }
        first.kill();
        assertThat(acknowledged).hasSizeBetween(VIEWS / 2, VIEWS - 1);

        Server second = start();
        try {
            assertThat(views(second)).isBetween(acknowledged.size(), VIEWS);
            for (int i = 0; i < VIEWS; i++) {
                assertThat(post(second, ids.get(i), i)).isEqualTo(204);
            }
            assertThat(views(second)).isEqualTo(VIEWS);
        } finally {
            second.kill();
        }
    }

    private HttpResponse<String> send(String method, String url, String token, String body)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(url))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void whatIsScheduledSurvivesAKillAndComesOutLate() throws Exception {
        Server first = start();
        String token = Server.run(data, Map.of(), "token", "--user", "admin")
                .inputReader()
                .readAllAsString()
                .strip();
        token = token.substring(token.lastIndexOf('\n') + 1);
        String document = send("POST", first.url() + "/api/v1/documents", token, """
                        {"kind":"articles","slug":"late","sourceLang":"zh","targetLang":"mn","text":"# 迟到的\\n\\n一句。"}""")
                .body()
                .replaceAll("(?s).*\"id\":\"([^\"]+)\".*", "$1");
        HttpResponse<String> planned = send(
                "POST",
                first.url() + "/api/v1/documents/" + document + "/publish",
                token,
                "{\"languages\":[\"zh\"],\"at\":\"" + Instant.now().plusSeconds(2) + "\"}");
        first.kill();
        assertThat(planned.body()).contains("\"PUBLISH\"");

        Server second = start();
        try {
            String page = second.url() + "/zh/articles/late";
            Instant end = Instant.now().plusSeconds(30);
            while (send("GET", page, token, "").statusCode() != 200) {
                assertThat(Instant.now()).isBefore(end);
            }
            assertThat(send("GET", second.url() + "/api/v1/schedule", token, "").body())
                    .isEqualTo("{\"scheduled\":[]}");
        } finally {
            second.kill();
        }
    }

    private int views(Server server) throws IOException, InterruptedException {
        String json = http.send(
                        HttpRequest.newBuilder(URI.create(server.url() + "/api/v1/views?items=lessons/numbers"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        var views = Pattern.compile("\"views\":(\\d+)").matcher(json);
        assertThat(views.find()).as(json).isTrue();
        return Integer.parseInt(views.group(1));
    }
}
