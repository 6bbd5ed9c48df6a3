package khos.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import khos.Application;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands that open the database, as they are typed. */
class CommandLineTests {
    private static final String TMX = """
            <?xml version="1.0" encoding="UTF-8"?>
            <tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en" \
            srclang="zh" datatype="plaintext"/><body>
            <tu><tuv xml:lang="zh-CN"><seg>一句。</seg></tuv><tuv xml:lang="mn-Mong"><seg>ᠨᠢᠭᠡ᠃</seg></tuv></tu>
            </body></tmx>
            """;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private PrintStream standard = System.out;

    @BeforeEach
    void listen() {
        standard = System.out;
        System.setOut(new PrintStream(output, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void stopListening() {
        System.setOut(standard);
    }

    private int run(String... words) throws InterruptedException {
        Path data = folder.resolve("data");
        return CommandLine.run(
                Application.class,
                Stream.concat(Stream.of(words), Stream.of("--data", data.toString()))
                        .toArray(String[]::new));
    }

    private String said() {
        return output.toString(StandardCharsets.UTF_8);
    }

    private String file(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void filesOfEveryKindAreTakenIn() throws Exception {
        int status = run(
                "import",
                file("text.md", "# 题\n\n一句。\n"),
                file("memory.tmx", TMX),
                file("terms.csv", "zh,mn\n马,ᠮᠣᠷᠢ\n"));
        assertThat(said()).contains("text.md", "memory.tmx", "terms.csv");
        assertThat(status).isZero();
    }

    @Test
    void whatCannotBeTakenInMakesTheCommandFail() throws Exception {
        assertThat(run("import", file("text.docx", "x"))).isEqualTo(1);
        assertThat(run("import", folder.resolve("missing.tmx").toString())).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "", "khos", "' OR 1=1 --"})
    void nobodyIsGivenATokenOfAnAccountThatIsNotThere(String name) throws Exception {
        assertThat(run("token", "--user", name)).isEqualTo(1);
        assertThat(said()).doesNotContain("khos_");
    }
}
