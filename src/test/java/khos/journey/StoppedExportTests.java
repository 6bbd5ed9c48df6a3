package khos.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An export that is stopped, or killed, while it writes. */
class StoppedExportTests {
    @TempDir
    static Path data;

    @TempDir
    static Path made;

    private static Map<String, String> whole = Map.of();
    private static int lines;

    @TempDir
    Path temp;

    @BeforeAll
    static void exportOnce() throws Exception {
        assertThat(run(data, "import", "content")).isNotEmpty();
        lines = run(data, "export", made.resolve("out").toString()).size();
        whole = files(made.resolve("out"));
        assertThat(whole).containsKeys("export.txt", "terms.tbx", "memory.tmx");
    }

    private static List<String> run(Path data, String... command) throws Exception {
        Process process = Server.run(data, Map.of(), command);
        List<String> output = process.inputReader().lines().toList();
        assertThat(process.waitFor()).as(String.join("\n", output)).isZero();
        return output;
    }

    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), HexFormat.of().formatHex(Files.readAllBytes(file)));
            }
        }
        return files;
    }

    /** Sends {@code signal} once the export has told of {@code line} items; what it said. */
    private List<String> export(String signal, int line) throws Exception {
        Process process =
                Server.run(data, Map.of(), "export", temp.resolve("out").toString(), "--replace");
        List<String> output = new ArrayList<>();
        try (BufferedReader reader = process.inputReader()) {
            for (String said = reader.readLine(); said != null; said = reader.readLine()) {
                output.add(said);
                if (output.size() == line) {
                    new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                            .start()
                            .waitFor();
                }
            }
        }
        process.waitFor();
        return output;
    }

    private List<Path> beside() throws IOException {
        try (Stream<Path> all = Files.list(temp)) {
            return all.filter(path -> !path.endsWith("out")).toList();
        }
    }

    /** @param part of the lines that an export says, in hundredths */
    @ParameterizedTest
    @CsvSource({"INT,1", "INT,40", "INT,90", "INT,100", "TERM,60", "KILL,1", "KILL,50", "KILL,100"})
    void whatIsThereIsWhole(String signal, int part) throws Exception {
        List<String> output = export(signal, Math.max(1, lines * part / 100));
        if (Files.exists(temp.resolve("out"))) {
            assertThat(files(temp.resolve("out"))).isEqualTo(whole);
        }
        if (!signal.equals("KILL")) {
            assertThat(beside()).as(String.join("\n", output)).isEmpty();
            assertThat(String.join("\n", output)).doesNotContain("Exception");
        }
        assertThat(beside()).allMatch(path -> path.getFileName().toString().startsWith(".out."));
    }

    @ParameterizedTest
    @CsvSource({"INT,50", "KILL,50"})
    void aFormerExportStaysWhereItIs(String signal, int part) throws Exception {
        run(data, "export", temp.resolve("out").toString());
        export(signal, Math.max(1, lines * part / 100));
        assertThat(files(temp.resolve("out"))).isEqualTo(whole);
    }

    @Test
    void afterAKilledOneTheNextIsWhole() throws Exception {
        export("KILL", lines / 2);
        run(data, "export", temp.resolve("out").toString());
        assertThat(files(temp.resolve("out"))).isEqualTo(whole);
    }
}
