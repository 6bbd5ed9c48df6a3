package khos.site;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.function.IntPredicate;
import khos.translation.Refused;

/**
 * A text as a reader sent it, taken only when it is whole.
 *
 * @param charset in which it was read
 */
record SentText(String text, Charset charset) {
    /** The largest text taken, in bytes. */
    static final int LARGEST = 1024 * 1024;

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final char MARK = 0xFEFF;
    private static final char REPLACEMENT = 0xFFFD;

    /**
     * The text of {@code bytes} in UTF-8, in UTF-16 when a byte order mark says so, else in GB18030 when all of it can be read so.
     *
     * @throws Refused {@code refused.not-utf8-at} or {@code refused.not-utf16-at} with line and byte offset of what is no text;
     *     {@code refused.binary} when a NUL shows that it is none
     */
    static SentText of(byte[] bytes) {
        SentText sent;
        if (startsWith(bytes, 0xFF, 0xFE)) {
            sent = read(bytes, StandardCharsets.UTF_16LE, "refused.not-utf16-at");
        } else if (startsWith(bytes, 0xFE, 0xFF)) {
            sent = read(bytes, StandardCharsets.UTF_16BE, "refused.not-utf16-at");
        } else if (isGb18030(bytes)) {
            sent = read(bytes, GB18030, "refused.not-utf8-at");
        } else {
            sent = read(bytes, StandardCharsets.UTF_8, "refused.not-utf8-at");
        }
        if (sent.text().indexOf('\0') >= 0) {
            throw new Refused("refused.binary");
        }
        return sent;
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }

    /**
     * Whether bytes are GB18030 rather than UTF-8 with an error: that often makes sense in GB18030 too, but most of it is whole
     * in UTF-8, and of a text in GB18030 little.
     */
    private static boolean isGb18030(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        long wrong = count(text, c -> c == REPLACEMENT);
        long ascii = count(text, c -> c < 0x80);
        long right = bytes.length - ascii - wrong;
        return wrong > right && decoded(bytes, GB18030).wrong() < 0;
    }

    private static long count(String text, IntPredicate wanted) {
        return text.chars().filter(wanted).count();
    }

    private static SentText read(byte[] bytes, Charset charset, String refusal) {
        Decoded decoded = decoded(bytes, charset);
        String text = decoded.text();
        if (decoded.wrong() >= 0) {
            long line = 1 + count(text, c -> c == '\n');
            throw new Refused(refusal, Long.toString(line), Integer.toString(decoded.wrong()));
        }
        return new SentText(!text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text, charset);
    }

    /** @param wrong where bytes are that are no text; negative when there are none */
    private record Decoded(String text, int wrong) {}

    private static Decoded decoded(byte[] bytes, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer source = ByteBuffer.wrap(bytes);
        CharBuffer text = CharBuffer.allocate(bytes.length + 1);
        boolean wrong = decoder.decode(source, text, true).isError();
        return new Decoded(text.flip().toString(), wrong ? source.position() : -1);
    }
}
