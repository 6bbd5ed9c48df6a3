package khos.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Public pages as readers ask for them: requests a second and the slowest of a hundred answers at 64 connections, beside
 * nginx that sends the same bytes from a file, both on this machine, in turns. Khos runs in a process of its own on a fresh
 * data folder with the project's content.
 */
final class PagesBenchmark {
    private static final int CONNECTIONS = 64;
    private static final int ROUNDS = Integer.getInteger("khos.bench.rounds", 3);
    private static final double SECONDS = Double.parseDouble(System.getProperty("khos.bench.seconds", "5"));
    private static final int WARM_RUNS = 20;
    /** So many runs after another are no longer {@value #WARM} times as quick as the best when a server is warm. */
    private static final int ALIKE = 3;

    private static final double WARM = 1.03;

    private static final int WAIT_SECONDS = 120;
    private static final String PATH = "/zh/articles/how-a-word-is-translated";
    private static final String READY = "Khos is ready";
    private static final String BROWSER = "Accept-Encoding: gzip, deflate, br\r\n";

    private PagesBenchmark() {}

    static Report run() {
        try {
            return measure();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Report measure() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("khos-bench-pages");
        int port = freePort();
        var report = new Report("pages");
        Process khos = startKhos(folder.resolve("data"), port);
        try {
            awaitReady(khos);
            HttpResponse<byte[]> page = await(port, PATH);
            report.add("the page, plain", page.body().length, "bytes");
            Optional<Nginx> nginx = Nginx.start(folder, page.body());
            try {
                compare(report, port, nginx, page);
            } finally {
                nginx.ifPresent(Nginx::stop);
            }
        } finally {
            khos.destroy();
            khos.waitFor(WAIT_SECONDS, TimeUnit.SECONDS);
        }
        renderEachTime(report, folder.resolve("data"));
        return report;
    }

    /** The same page from a Khos that keeps none. */
    private static void renderEachTime(Report report, Path data) throws IOException, InterruptedException {
        int port = freePort();
        ProcessBuilder builder = khos(data, port);
        builder.environment().put("KHOS_PAGES_KEPT", "0B");
        Process khos = builder.start();
        try {
            awaitReady(khos);
            await(port, PATH);
            var rendered = new LoadGenerator(port, PATH, "");
            warm(rendered);
            add(report, "the article rendered each time", rendered.run(CONNECTIONS, SECONDS), "");
        } finally {
            khos.destroy();
            khos.waitFor(WAIT_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** Asks until it is no longer answered quicker: what is repeated is compiled meanwhile. */
    private static void warm(LoadGenerator load) {
        double best = 0;
        int alike = 0;
        for (int run = 0; run < WARM_RUNS && alike < ALIKE; run++) {
            double rate = load.run(CONNECTIONS, SECONDS).requestsPerSecond();
            alike = rate < best * WARM ? alike + 1 : 0;
            best = Math.max(best, rate);
        }
    }

    private static void compare(Report report, int port, Optional<Nginx> nginx, HttpResponse<byte[]> page) {
        var plain = new LoadGenerator(port, PATH, "");
        var packed = new LoadGenerator(port, PATH, BROWSER);
        String tag = page.headers().firstValue("ETag").orElse("");
        var unchanged = new LoadGenerator(port, PATH, "If-None-Match: " + tag + "\r\n");
        var rendered = new LoadGenerator(port, "/zh/search?q=%E7%BF%BB%E8%AF%91", "");
        warm(plain);
        packed.run(CONNECTIONS, 1);
        List<LoadGenerator.Result> ours = new ArrayList<>();
        List<LoadGenerator.Result> theirs = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            ours.add(plain.run(CONNECTIONS, SECONDS));
            nginx.ifPresent(
                    server -> theirs.add(new LoadGenerator(server.port(), "/page.html", "").run(CONNECTIONS, SECONDS)));
        }
        double rate = add(report, "cached page", middle(ours), "");
        if (theirs.isEmpty()) {
            report.add("nginx is not installed; nothing to compare with", 0, "");
        } else {
            double other = add(report, "nginx, the same bytes from a file", middle(theirs), "");
            report.add("cached page beside nginx", rate / other, "×");
        }
        add(report, "cached page as browsers ask, compressed", packed.run(CONNECTIONS, SECONDS), "");
        add(report, "page that did not change (304)", unchanged.run(CONNECTIONS, SECONDS), "");
        warm(rendered);
        add(report, "page rendered each time (a search)", rendered.run(CONNECTIONS, SECONDS), "");
    }

    /** The run whose rate is in the middle. */
    private static LoadGenerator.Result middle(List<LoadGenerator.Result> runs) {
        return runs.stream()
                .sorted((a, b) -> Double.compare(a.requestsPerSecond(), b.requestsPerSecond()))
                .toList()
                .get(runs.size() / 2);
    }

    private static double add(Report report, String what, LoadGenerator.Result result, String beside) {
        report.add(
                what + " (" + result.status() + ", " + result.bodyBytes() + " bytes)",
                result.requestsPerSecond(),
                "requests/s",
                beside);
        report.add(
                "  of a hundred answers the slowest",
                result.percentile(0.99),
                "ms",
                "half within %.2f ms".formatted(result.percentile(0.5)));
        return result.requestsPerSecond();
    }

    static Process startKhos(Path data, int port) throws IOException {
        return khos(data, port).start();
    }

    private static ProcessBuilder khos(Path data, int port) {
        String java = ProcessHandle.current().info().command().orElse("java");
        String classPath = System.getProperty("java.class.path");
        List<String> command = new ArrayList<>(List.of(java, "--enable-native-access=ALL-UNNAMED"));
        command.addAll(
                classPath.endsWith("khos.jar")
                        ? List.of("-jar", classPath)
                        : List.of("-cp", classPath, "khos.Application"));
        command.addAll(List.of("serve", "--port", Integer.toString(port), "--data", data.toString()));
        return new ProcessBuilder(command).redirectErrorStream(true);
    }

    /** Reads what Khos says until it is ready; what it says after that, which is little, stays in the pipe. */
    static void awaitReady(Process khos) throws IOException {
        var said = new StringBuilder();
        BufferedReader lines = khos.inputReader();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.contains(READY)) {
                return;
            }
            said.append(line).append('\n');
        }
        throw new IOException("Khos did not start:\n" + said);
    }

    /** The page, once the server answers. */
    private static HttpResponse<byte[]> await(int port, String path) throws InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .build();
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(WAIT_SECONDS);
            IOException last = new IOException("no answer");
            while (System.nanoTime() < until) {
                try {
                    HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
                    if (answer.statusCode() == 200) {
                        return answer;
                    }
                } catch (IOException e) {
                    last = e;
                }
                Thread.sleep(500);
            }
            throw new UncheckedIOException(last);
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** An nginx with one worker that sends one file. */
    private record Nginx(Process process, int port) {
        private static final List<Path> PLACES = List.of(
                Path.of("/usr/sbin/nginx"),
                Path.of("/usr/bin/nginx"),
                Path.of("/usr/local/sbin/nginx"),
                Path.of("/opt/homebrew/bin/nginx"));

        static Optional<Nginx> start(Path folder, byte[] page) throws IOException, InterruptedException {
            Optional<Path> program = PLACES.stream().filter(Files::isExecutable).findFirst();
            if (program.isEmpty()) {
                return Optional.empty();
            }
            int port = freePort();
            Files.createDirectories(folder.resolve("www"));
            Files.write(folder.resolve("www/page.html"), page);
            Files.writeString(folder.resolve("nginx.conf"), """
                    daemon off;
                    master_process off;
                    pid %1$s/nginx.pid;
                    error_log %1$s/error.log;
                    events { worker_connections 1024; }
                    http {
                      access_log off;
                      sendfile on;
                      tcp_nopush on;
                      open_file_cache max=100;
                      keepalive_requests 1000000;
                      client_body_temp_path %1$s/body;
                      proxy_temp_path %1$s/proxy;
                      fastcgi_temp_path %1$s/fastcgi;
                      uwsgi_temp_path %1$s/uwsgi;
                      scgi_temp_path %1$s/scgi;
                      types { text/html html; }
                      server { listen 127.0.0.1:%2$d; root %1$s/www; }
                    }
                    """.formatted(folder, port));
            Process process = new ProcessBuilder(
                            program.get().toString(),
                            "-p",
                            folder.toString(),
                            "-c",
                            folder.resolve("nginx.conf").toString())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            await(port, "/page.html");
            return Optional.of(new Nginx(process, port));
        }

        void stop() {
            process.destroy();
        }
    }
}
