package khos.site;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import khos.language.Conversion;
import khos.translation.Refused;
import org.springframework.http.MediaType;

/**
 * What a reader asks the converter for. It is read part by part instead of by parameters, whose bytes that are no text the
 * container would have replaced.
 *
 * @param choice the conversion; empty when Khos is to find it
 * @param download whether the answer is to be a file
 * @param file whether {@code bytes} are those of a file
 */
record ConvertForm(Optional<Conversion> choice, boolean download, boolean file, byte[] bytes) {
    /** A text in the field and one in a file, each of the largest size, and what a form adds. */
    private static final long LARGEST_REQUEST = 2L * SentText.LARGEST + 64 * 1024;

    /** @throws Refused {@code refused.too-large} over what a form can hold; {@code refused.form} when it did not arrive whole */
    static ConvertForm of(HttpServletRequest request) {
        if (request.getContentLengthLong() > LARGEST_REQUEST) {
            throw tooLarge();
        }
        try {
            byte[] file = bytes(request, "file");
            return new ConvertForm(
                    Conversion.find(new String(bytes(request, "conversion"), StandardCharsets.UTF_8)),
                    bytes(request, "download").length > 0,
                    file.length > 0,
                    file.length > 0 ? file : bytes(request, "text"));
        } catch (IllegalStateException e) {
            // So the container says that a request, which need not tell its length, is larger than any may be.
            throw tooLarge();
        } catch (IOException | ServletException e) {
            throw new Refused("refused.form");
        }
    }

    private static Refused tooLarge() {
        return new Refused("refused.too-large", SentText.LARGEST / 1024 / 1024);
    }

    /** Of a field or a file, at most one byte more than is taken; of programs that send no parts, a parameter. */
    private static byte[] bytes(HttpServletRequest request, String name) throws IOException, ServletException {
        if (!String.valueOf(request.getContentType()).startsWith(MediaType.MULTIPART_FORM_DATA_VALUE)) {
            String value = request.getParameter(name);
            return value == null ? new byte[0] : value.getBytes(StandardCharsets.UTF_8);
        }
        Part part = request.getPart(name);
        return part == null ? new byte[0] : part.getInputStream().readNBytes(SentText.LARGEST + 1);
    }

    /**
     * What is to be converted. A field has the line ends that forms send, CR LF, in place of its own; a file keeps its.
     *
     * @throws Refused {@code refused.too-large} over 1 MB, {@code refused.no-text} when there is none, else as
     *     {@link SentText#of}
     */
    SentText sent() {
        if (bytes.length > SentText.LARGEST) {
            throw tooLarge();
        }
        if (bytes.length == 0) {
            throw new Refused("refused.no-text");
        }
        SentText sent = SentText.of(bytes);
        return file ? sent : new SentText(sent.text().replace("\r\n", "\n"), sent.charset());
    }
}
