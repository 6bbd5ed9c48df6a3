package khos.translation;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import khos.markdown.FrontMatter;
import khos.markdown.Markdown;
import org.jspecify.annotations.Nullable;

/** Text from outside, taken only when it is whole. */
public final class TextInput {
    /** The largest text taken, in bytes. */
    public static final int LARGEST = 20 * 1024 * 1024;

    private TextInput() {}

    /**
     * The text of UTF-8 bytes, without a byte order mark.
     *
     * @throws Refused {@code refused.not-utf8} with the line that holds the first wrong byte; {@code refused.too-large}
     *     over 20 MB; {@code refused.binary} when a NUL shows that it is no text
     */
    public static String decode(byte[] bytes) {
        if (bytes.length > LARGEST) {
            throw new Refused("refused.too-large", LARGEST / 1024 / 1024);
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer input = ByteBuffer.wrap(bytes);
        CharBuffer output = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(input, output, true);
        output.flip();
        if (result.isError()) {
            throw new Refused(
                    "refused.not-utf8",
                    1 + output.chars().filter(c -> c == '\n').count());
        }
        String text = output.toString();
        if (text.indexOf('\0') >= 0) {
            throw new Refused("refused.binary");
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** {@code text} with a title in its front matter, when it has neither front matter nor a heading and is given one. */
    public static String titled(String text, @Nullable String title) {
        FrontMatter.File file = FrontMatter.split(text);
        boolean hasOwn = !file.head().isEmpty()
                || MarkdownText.firstHeading(new Markdown(file.body())).isPresent();
        return title == null || title.isBlank() || hasOwn
                ? text
                : "---\n" + new FrontMatter(Map.of("title", title)).yaml() + "---\n\n" + file.body();
    }
}
