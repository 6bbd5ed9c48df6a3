package khos.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import khos.account.Accounts;
import khos.account.Role;
import khos.account.SystemActor;
import khos.language.Language;
import khos.language.LanguagePair;
import khos.translation.TextKind;
import khos.translation.Translations;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an open editor holds: a server of its own is asked for editors as a browser asks, each with a session and a sign-in of its
 * own, and what lives on its heap after a full collection is counted before and after ({@code jcmd GC.class_histogram}). Sockets
 * of push, which a browser also opens, are not in it.
 */
final class OpenEditors {
    private static final int EDITORS = 50;
    private static final int SEGMENTS = 10_000;
    private static final String NAME = "bench";
    private static final int WAIT_SECONDS = 60;
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" content=\"([^\"]+)\"");
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");

    private final URI server;
    private final String password;
    private final String document;

    private OpenEditors(int port, String password, String document) {
        this.server = URI.create("http://127.0.0.1:" + port);
        this.password = password;
        this.document = document;
    }

    static void measure(Report report, Path data) throws IOException, InterruptedException {
        String password = Accounts.newPassword();
        String document = prepare(data, password);
        int port = PagesBenchmark.freePort();
        Process khos = PagesBenchmark.startKhos(data, port);
        try {
            PagesBenchmark.awaitReady(khos);
            new OpenEditors(port, password, document).measure(report, khos.pid());
        } finally {
            khos.destroy();
            khos.waitFor(WAIT_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** A document and somebody to open it; its id. */
    private static String prepare(Path data, String password) {
        var sentences = new ChineseSentences(3);
        var text = new StringBuilder();
        for (int i = 0; i < SEGMENTS; i++) {
            text.append(sentences.sentence()).append("\n\n");
        }
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(EditorRooms.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run("--khos.data=" + data)) {
            context.getBean(Accounts.class).create(NAME, NAME, Role.TRANSLATOR, password);
            return SystemActor.call(() -> context.getBean(Translations.class)
                    .extract(
                            TextKind.ARTICLE,
                            NAME,
                            new LanguagePair(Language.CHINESE, Language.MONGOLIAN),
                            text.toString())
                    .id());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void measure(Report report, long pid) throws IOException, InterruptedException {
        // The first ones load classes and fill caches that all share.
        for (int i = 0; i < 3; i++) {
            open();
        }
        long before = live(pid);
        long[] times = new long[EDITORS];
        for (int i = 0; i < EDITORS; i++) {
            times[i] = open();
        }
        long after = live(pid);
        Arrays.sort(times);
        String name = "%,d: ".formatted(SEGMENTS);
        report.add(
                name + "the editor's whole screen, one request",
                times[EDITORS / 2] / 1e6,
                "ms",
                "95 of 100 within %.2f ms".formatted(times[EDITORS * 95 / 100] / 1e6));
        report.add(
                name + "held by an open editor",
                (double) (after - before) / EDITORS,
                "bytes",
                "%d editors, live heap %,d to %,d bytes".formatted(EDITORS, before, after));
    }

    /** Signs in and opens an editor; how long the request took that made its screen, in nanoseconds. */
    private long open() throws IOException, InterruptedException {
        try (HttpClient client =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
            Matcher csrf = CSRF.matcher(get(client, "/workbench/login"));
            if (!csrf.find()) {
                throw new IOException("no form to sign in");
            }
            post(
                    client,
                    "/workbench/login",
                    "application/x-www-form-urlencoded",
                    "username=" + NAME + "&password=" + password + "&_csrf="
                            + URLEncoder.encode(csrf.group(1), StandardCharsets.UTF_8));
            String place = "documents/" + document;
            JsonNode init = JsonMapper.shared()
                    .readTree(get(client, "/workbench/?v-r=init&location=" + place.replace("/", "%2F") + "&query="));
            JsonNode config = init.path("appConfig");
            String asked = """
                    {"csrfToken":"%s","rpc":[{"type":"event","node":1,"event":"ui-navigate","data":{"route":"%s","query":"",\
                    "appShellTitle":"","historyState":null,"trigger":""}}],"syncId":0,"clientId":0}""".formatted(
                            config.path("uidl").path("Vaadin-Security-Key").asString(), place);
            long start = System.nanoTime();
            String screen = post(
                    client,
                    "/workbench/?v-r=uidl&v-uiId=" + config.path("v-uiId").asInt(),
                    "application/json; charset=UTF-8",
                    asked);
            long took = System.nanoTime() - start;
            if (!screen.contains("khosWorkbench.opened")) {
                throw new IOException("no editor: " + screen.substring(0, Math.min(500, screen.length())));
            }
            return took;
        }
    }

    private String get(HttpClient client, String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(server.resolve(path)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private String post(HttpClient client, String path, String type, String body)
            throws IOException, InterruptedException {
        return client.send(
                        HttpRequest.newBuilder(server.resolve(path))
                                .header("Content-Type", type)
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    /** The bytes of everything that lives on the heap of a process, after a full collection. */
    private static long live(long pid) throws IOException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process process = new ProcessBuilder(jcmd.toString(), Long.toString(pid), "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String histogram = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher total = TOTAL.matcher(histogram);
        if (!total.find()) {
            throw new IOException("jcmd says: " + histogram.lines().findFirst().orElse(""));
        }
        return Long.parseLong(total.group(1));
    }
}
