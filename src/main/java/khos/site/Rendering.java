package khos.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * The bytes of a page, plain and in each encoding that was asked for, each with its strong entity tag (RFC 9110, section
 * 8.8.3: representations of different encodings have different tags).
 */
final class Rendering {
    static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");
    /** Readers and caches between may keep it, but ask each time. */
    static final CacheControl ASK_EACH_TIME =
            CacheControl.maxAge(Duration.ZERO).cachePublic().mustRevalidate();

    private static final int OVERHEAD = 400;

    private record Packed(byte[] bytes, String tag, String length) {
        static Packed of(byte[] bytes) {
            return new Packed(bytes, "\"" + Digests.of(bytes) + "\"", Integer.toString(bytes.length));
        }
    }

    private final String type;
    private final MediaType mediaType;
    private final CacheControl caching;
    private final String cachingValue;
    private final byte[] plain;
    private final AtomicReferenceArray<Packed> packed = new AtomicReferenceArray<>(Encoding.values().length);

    private Rendering(MediaType type, CacheControl caching, byte[] content) {
        this.type = type.toString();
        this.mediaType = type;
        this.caching = caching;
        this.cachingValue = String.valueOf(caching.getHeaderValue());
        this.plain = content;
    }

    static Rendering of(MediaType type, byte[] content) {
        return new Rendering(type, ASK_EACH_TIME, content);
    }

    static Rendering of(MediaType type, CacheControl caching, byte[] content) {
        return new Rendering(type, caching, content);
    }

    byte[] plain() {
        return plain;
    }

    /** The most that this takes in memory, in bytes. */
    int weight() {
        return 2 * plain.length + OVERHEAD;
    }

    private Packed packed(Encoding encoding) {
        Packed known = packed.get(encoding.ordinal());
        if (known != null) {
            return known;
        }
        Packed made = Packed.of(encoding.encode(plain));
        packed.set(encoding.ordinal(), made);
        return made;
    }

    private Encoding encoding(HttpServletRequest request) {
        return plain.length == 0 ? Encoding.IDENTITY : Encoding.of(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
    }

    /** The answer to {@code request}; Spring turns it into 304 when the reader has this representation. */
    ResponseEntity<byte[]> answer(HttpServletRequest request) {
        Encoding encoding = encoding(request);
        Packed content = packed(encoding);
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .contentType(mediaType)
                .cacheControl(caching)
                .eTag(content.tag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (encoding != Encoding.IDENTITY) {
            answer.header(HttpHeaders.CONTENT_ENCODING, encoding.token());
        }
        return answer.body(content.bytes());
    }

    /** Writes the same answer as {@link #answer}, without anything between. */
    void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Encoding encoding = encoding(request);
        Packed content = packed(encoding);
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        response.setHeader(HttpHeaders.CACHE_CONTROL, cachingValue);
        response.setHeader(HttpHeaders.ETAG, content.tag());
        if (request.getHeader(HttpHeaders.IF_NONE_MATCH) != null
                && new ServletWebRequest(request, response).checkNotModified(content.tag())) {
            return;
        }
        response.setContentType(type);
        response.setHeader(HttpHeaders.CONTENT_LENGTH, content.length());
        if (encoding != Encoding.IDENTITY) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, encoding.token());
        }
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(content.bytes());
        }
    }
}
