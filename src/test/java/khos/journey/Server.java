package khos.journey;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import khos.Application;

/** Khos in a process of its own; closing it kills it without warning. */
record Server(Process process, String url) implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("Khos is ready at (http://localhost:\\d+)");

    /** Runs a command of Khos on a data folder. */
    static Process run(Path data, Map<String, String> settings, String... command) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                Application.class.getName()));
        line.addAll(List.of(command));
        line.addAll(List.of("--data", data.toString()));
        var builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().putAll(settings);
        return builder.start();
    }

    /** Serves at a free port; returns when it is ready. */
    static Server start(Path data, Map<String, String> settings) throws IOException {
        Process process = run(data, settings, "serve", "--port", "0");
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

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
