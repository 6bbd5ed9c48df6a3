package khos.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole of Khos in this process over a measured index, and clients that ask it over HTTP. */
final class ServedSearch implements AutoCloseable {
    private static final int WARMING = 5;

    private final ConfigurableApplicationContext context;

    /** @param index stands at change 0, so that the empty database of the new {@code data} folder does not contradict it */
    ServedSearch(Class<?> application, Path data, Path index) {
        context = new SpringApplication(application)
                .run(
                        "--server.port=0",
                        "--khos.data=" + data,
                        "--khos.index=" + index,
                        "--spring.main.banner-mode=off",
                        "--logging.level.root=warn");
    }

    /**
     * Milliseconds of each question when so many clients ask without a pause, each all of them, after all have been asked
     * some times: a server that has just started has not compiled its templates' code yet.
     */
    double[] times(int clients, String path, List<String> questions) {
        for (int round = 0; round < WARMING; round++) {
            run(clients, path, questions);
        }
        return run(clients, path, questions);
    }

    private double[] run(int clients, String path, List<String> questions) {
        try (var pool = Executors.newFixedThreadPool(clients)) {
            List<Future<double[]>> running = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                int first = i * questions.size() / clients;
                running.add(pool.submit(() -> ask(path, questions, first)));
            }
            List<double[]> times = new ArrayList<>();
            for (Future<double[]> client : running) {
                times.add(client.get());
            }
            return times.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private double[] ask(String path, List<String> questions, int first) throws IOException, InterruptedException {
        String port = context.getEnvironment().getRequiredProperty("local.server.port");
        double[] times = new double[questions.size()];
        try (var client = HttpClient.newHttpClient()) {
            for (int i = 0; i < times.length; i++) {
                String question = questions.get((first + i) % times.length);
                var address = URI.create("http://localhost:" + port + path + "?q="
                        + URLEncoder.encode(question, StandardCharsets.UTF_8));
                long start = System.nanoTime();
                int status = client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray())
                        .statusCode();
                times[i] = (System.nanoTime() - start) / 1e6;
                if (status != 200) {
                    throw new IllegalStateException(address + " is answered with " + status);
                }
            }
        }
        return times;
    }

    @Override
    public void close() {
        context.close();
    }
}
