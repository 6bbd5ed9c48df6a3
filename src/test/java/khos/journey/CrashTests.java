package khos.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
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
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import khos.Application;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server of its own process, killed without warning while views come in, and while something is scheduled. */
class CrashTests {
    private static final int CLIENTS = 20;
    private static final int VIEWS = 200;
    private static final Pattern READY = Pattern.compile("Khos is ready at (http://localhost:\\d+)");

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    @TempDir
    Path data;

    private record Server(Process process, String url) {}

    private Process run(String... command) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                Application.class.getName()));
        line.addAll(List.of(command));
        line.addAll(List.of("--data", data.toString()));
        return new ProcessBuilder(line).redirectErrorStream(true).start();
    }

    private Server start() throws IOException {
        Process process = run("serve", "--port", "0");
        var output = new BufferedReader(process.inputReader());
        var log = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            log.append(line).append('\n');
            var ready = READY.matcher(line);
            if (ready.find()) {
                Thread.ofVirtual().start(() -> output.lines().forEach(ignored -> {}));
                return new Server(process, ready.group(1));
            }
        }
        throw new AssertionError("the server did not start:\n" + log);
    }

    /** Without the empty last entry, which would stand for the current folder. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.isBlank())
                .collect(Collectors.joining(File.pathSeparator));
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
        first.process().destroyForcibly().waitFor();
        assertThat(acknowledged).hasSizeBetween(VIEWS / 2, VIEWS - 1);

        Server second = start();
        try {
            assertThat(views(second)).isBetween(acknowledged.size(), VIEWS);
            for (int i = 0; i < VIEWS; i++) {
                assertThat(post(second, ids.get(i), i)).isEqualTo(204);
            }
            assertThat(views(second)).isEqualTo(VIEWS);
        } finally {
            second.process().destroyForcibly().waitFor();
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
        String token =
                run("token", "--user", "admin").inputReader().readAllAsString().strip();
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
        first.process().destroyForcibly().waitFor();
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
            second.process().destroyForcibly().waitFor();
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
