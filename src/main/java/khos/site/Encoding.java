package khos.site;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** How the bytes of an answer are packed (RFC 9110, section 8.4.1); the best first. */
enum Encoding {
    BROTLI("br"),
    GZIP("gzip"),
    IDENTITY("identity");

    /** At 11, the best, a page takes ten times as long and is five per cent smaller. */
    private static final int BROTLI_QUALITY = 9;

    private static final boolean BROTLI_RUNS = Brotli4jLoader.isAvailable();

    /** What browsers send; all else is read part by part. */
    private static final Set<String> BROWSERS = Set.of("gzip, deflate, br, zstd", "gzip, deflate, br");

    /** Among the parameters of a coding: {@code q=0}, {@code q=0.000}. */
    private static final Pattern NO_WEIGHT = Pattern.compile(";\\s*q\\s*=\\s*0(?:\\.0*)?\\s*(?:;|$)");

    private final String token;

    Encoding(String token) {
        this.token = token;
    }

    /** As headers call it: {@code br}. */
    String token() {
        return token;
    }

    byte[] encode(byte[] content) {
        try {
            return switch (this) {
                case BROTLI -> Encoder.compress(content, Encoder.Parameters.create(BROTLI_QUALITY));
                case GZIP -> gzip(content);
                case IDENTITY -> content;
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(content.length / 3 + 64);
        try (OutputStream gzip = new BestGzip(out)) {
            gzip.write(content);
        }
        return out.toByteArray();
    }

    private static final class BestGzip extends GZIPOutputStream {
        BestGzip(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }

    /**
     * The best of those that an {@code Accept-Encoding} header allows (RFC 9110, section 12.5.3): {@code gzip, br;q=0} gives
     * gzip. How much a reader likes one more than another does not count.
     */
    static Encoding of(@Nullable String accepted) {
        if (accepted == null || accepted.isEmpty()) {
            return IDENTITY;
        }
        if (BROWSERS.contains(accepted)) {
            return BROTLI_RUNS ? BROTLI : GZIP;
        }
        String header = accepted.toLowerCase(Locale.ROOT);
        boolean any = allows(header, "*").orElse(false);
        if (BROTLI_RUNS && allows(header, BROTLI.token).orElse(any)) {
            return BROTLI;
        }
        return allows(header, GZIP.token).or(() -> allows(header, "x-gzip")).orElse(any) ? GZIP : IDENTITY;
    }

    /** Whether a header names the coding and gives it any weight; nothing when it does not name it. */
    private static Optional<Boolean> allows(String header, String name) {
        for (String coding : header.split(",")) {
            int end = coding.indexOf(';');
            if ((end < 0 ? coding : coding.substring(0, end)).strip().equals(name)) {
                return Optional.of(
                        end < 0 || !NO_WEIGHT.matcher(coding.substring(end)).find());
            }
        }
        return Optional.empty();
    }
}
