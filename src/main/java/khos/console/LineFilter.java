package khos.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.BiFunction;
import khos.language.Messages;

/**
 * Writes each line of UTF-8 input otherwise and leaves its end as it is: {@code \n}, {@code \r\n}, or none behind the last one. A
 * byte order mark goes through.
 *
 * <p>Bytes that are no UTF-8 end the work with their place; the lines before them are written.
 */
final class LineFilter {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream input;
    private final PrintStream output;
    private final Messages messages;
    private final byte[] buffer = new byte[1 << 16];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int at;
    private int filled;
    /** Of the line, in bytes. */
    private long offset;

    private int number;

    LineFilter(InputStream input, PrintStream output, Messages messages) {
        this.input = input;
        this.output = new PrintStream(output, false, StandardCharsets.UTF_8);
        this.messages = messages;
    }

    /** As {@link #run(BiFunction)}, from standard input to standard output. */
    static int run(Messages messages, BiFunction<String, Integer, String> work) {
        return new LineFilter(System.in, System.out, messages).run(work);
    }

    /**
     * @param work given a line without its end and its number from 1
     * @return the exit status
     */
    int run(BiFunction<String, Integer, String> work) {
        try {
            while (readLine()) {
                number++;
                byte[] bytes = line.toByteArray();
                int start = number == 1 && startsWithMark(bytes) ? BYTE_ORDER_MARK.length : 0;
                int end = withoutEnd(bytes, start);
                CharBuffer text = CharBuffer.allocate(end - start);
                ByteBuffer source = ByteBuffer.wrap(bytes, start, end - start);
                if (decode(source, text).isError()) {
                    output.flush();
                    System.err.println(messages.text(
                            "refused.not-utf8-at",
                            Integer.toString(number),
                            Long.toString(offset + source.position())));
                    return CommandLine.status(true);
                }
                output.write(bytes, 0, start);
                output.print(work.apply(text.flip().toString(), number));
                output.write(bytes, end, bytes.length - end);
                offset += bytes.length;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return CommandLine.status(output.checkError());
    }

    /** Reads one line with its end; false behind the last, and when nobody reads the output any more. */
    private boolean readLine() throws IOException {
        line.reset();
        while (at < filled || fill()) {
            int end = at;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            boolean ended = end < filled;
            int behind = ended ? end + 1 : end;
            line.write(buffer, at, behind - at);
            at = behind;
            if (ended) {
                return true;
            }
        }
        return line.size() > 0;
    }

    /** Waits for more input; what is written is given out before. */
    private boolean fill() throws IOException {
        if (output.checkError()) {
            return false;
        }
        at = 0;
        filled = input.read(buffer);
        return filled > 0;
    }

    private static boolean startsWithMark(byte[] bytes) {
        return bytes.length >= BYTE_ORDER_MARK.length
                && Arrays.equals(bytes, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
    }

    private static int withoutEnd(byte[] bytes, int start) {
        int end = bytes.length;
        if (end > start && bytes[end - 1] == '\n') {
            end--;
            if (end > start && bytes[end - 1] == '\r') {
                end--;
            }
        }
        return end;
    }

    private static CoderResult decode(ByteBuffer bytes, CharBuffer text) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        return decoder.decode(bytes, text, true);
    }
}
