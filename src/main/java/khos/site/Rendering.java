package khos.site;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * The bytes of a page, plain and compressed, each with its strong entity tag (RFC 9110, section 8.8.3: representations of
 * different encodings have different tags).
 */
record Rendering(MediaType type, byte[] plain, String plainTag, byte[] compressed, String compressedTag) {
    static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

    static Rendering of(MediaType type, byte[] content) {
        byte[] compressed = compress(content);
        return new Rendering(type, content, tag(content), compressed, tag(compressed));
    }

    /** The weight of this in memory, in bytes. */
    int weight() {
        return plain.length + compressed.length + 200;
    }

    /**
     * The answer to {@code request}; Spring turns it into 304 when the reader has this representation. Readers and caches
     * between may keep it, but ask each time.
     */
    ResponseEntity<byte[]> answer(HttpServletRequest request) {
        boolean compress = acceptsGzip(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.maxAge(Duration.ZERO).cachePublic().mustRevalidate())
                .eTag(compress ? compressedTag : plainTag)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (compress) {
            answer.header(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        return answer.body(compress ? compressed : plain);
    }

    /** Whether an {@code Accept-Encoding} header allows gzip (RFC 9110, section 12.5.3). */
    static boolean acceptsGzip(@Nullable String header) {
        if (header == null) {
            return false;
        }
        for (String coding : header.toLowerCase(Locale.ROOT).split(",")) {
            String[] parts = coding.split(";", 2);
            String name = parts[0].strip();
            if (name.equals("gzip") || name.equals("x-gzip") || name.equals("*")) {
                return parts.length == 1 || !parts[1].replace(" ", "").matches("q=0(\\.0*)?");
            }
        }
        return false;
    }

    private static String tag(byte[] content) {
        return "\"" + Digests.of(content) + "\"";
    }

    private static byte[] compress(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(content.length / 3 + 64);
        try (OutputStream gzip = new BestGzip(out)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static final class BestGzip extends GZIPOutputStream {
        BestGzip(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
