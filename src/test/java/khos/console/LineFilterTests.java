package khos.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import khos.language.Messages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LineFilterTests {
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private PrintStream standardError = System.err;

    @BeforeEach
    void listen() {
        standardError = System.err;
        System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void stopListening() {
        System.setErr(standardError);
    }

    private int run(byte[] input) {
        return run(new ByteArrayInputStream(input));
    }

    private int run(InputStream input) {
        return new LineFilter(
                        input, new PrintStream(output, false, StandardCharsets.UTF_8), Messages.of(Locale.ENGLISH))
                .run((line, number) -> line.replace('a', '马'));
    }

    private String filtered(String input) {
        output.reset();
        assertThat(run(input.getBytes(StandardCharsets.UTF_8))).isZero();
        return output.toString(StandardCharsets.UTF_8);
    }

    @Test
    void endsOfLinesStayAsTheyAre() {
        assertThat(filtered("a\r\nb\n\na")).isEqualTo("马\r\nb\n\n马");
        assertThat(filtered("a\n")).isEqualTo("马\n");
        assertThat(filtered("\r\n")).isEqualTo("\r\n");
        assertThat(filtered("a\rb\r")).isEqualTo("马\rb\r");
        assertThat(filtered("")).isEmpty();
    }

    @Test
    void aByteOrderMarkGoesThroughAndIsNoText() {
        output.reset();
        int status = new LineFilter(
                        new ByteArrayInputStream("\uFEFFx\n\uFEFFx".getBytes(StandardCharsets.UTF_8)),
                        new PrintStream(output, false, StandardCharsets.UTF_8),
                        Messages.of(Locale.ENGLISH))
                .run((line, number) -> "<" + line + ">");
        assertThat(status).isZero();
        assertThat(output.toString(StandardCharsets.UTF_8)).isEqualTo("\uFEFF<x>\n<\uFEFFx>");
    }

    @Test
    void linesAreNumberedFromOne() {
        var numbers = new StringBuilder();
        new LineFilter(
                        new ByteArrayInputStream("x\ny\n\nz".getBytes(StandardCharsets.UTF_8)),
                        new PrintStream(output, false, StandardCharsets.UTF_8),
                        Messages.of(Locale.ENGLISH))
                .run((line, number) -> {
                    numbers.append(number);
                    return line;
                });
        assertThat(numbers).hasToString("1234");
    }

    @Test
    void bytesThatAreNoTextAreRefusedWithTheirPlace() {
        assertThat(run(new byte[] {'a', '\n', 'b', (byte) 0xE9, (byte) 0xA9, '\n', 'a'}))
                .isOne();
        assertThat(output.toString(StandardCharsets.UTF_8)).isEqualTo("马\n");
        assertThat(errors.toString(StandardCharsets.UTF_8)).contains("line 2").contains("byte offset 3");
    }

    @Test
    void gbkIsRefused() {
        assertThat(run("翻译\n".getBytes(Charset.forName("GBK")))).isOne();
        assertThat(errors.toString(StandardCharsets.UTF_8)).contains("byte offset 0");
    }

    @Test
    void halfACharacterIsRefused() {
        assertThat(run(new byte[] {'x', (byte) 0xED, (byte) 0xA0, (byte) 0x80})).isOne();
        assertThat(errors.toString(StandardCharsets.UTF_8)).contains("byte offset 1");
    }

    @Test
    void aTextThatIsNotRewrittenStaysToTheByte() {
        long seed = 20_261_125;
        var random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            String text = random.ints(random.nextInt(300), 0, 6)
                    .mapToObj(i -> new String[] {"\n", "\r", "\r\n", "ᠮᠣᠷᠢ", "𠮷", "\0"}[i])
                    .reduce("", String::concat);
            assertThat(filtered(text)).as("seed %d, round %d", seed, round).isEqualTo(text);
        }
    }

    @Test
    void aLineIsWrittenBeforeTheNextIsWaitedFor() {
        var slow = new InputStream() {
            private int read;

            @Override
            public int read() {
                throw new UnsupportedOperationException();
            }

            @Override
            public int read(byte[] buffer) {
                read++;
                if (read == 2) {
                    assertThat(output.toString(StandardCharsets.UTF_8)).isEqualTo("马\n");
                }
                buffer[0] = 'a';
                buffer[1] = '\n';
                return read <= 2 ? 2 : -1;
            }
        };
        assertThat(run(slow)).isZero();
        assertThat(output.toString(StandardCharsets.UTF_8)).isEqualTo("马\n马\n");
    }
}
