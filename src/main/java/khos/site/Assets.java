package khos.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Addresses of style sheets and scripts that change with their content, so that browsers may keep them for ever. */
@Component
class Assets {
    private final Map<String, String> addresses = new ConcurrentHashMap<>();

    /**
     * {@code /css/khos.css} gives {@code /css/khos.css?v=} and the first digits of its hash.
     *
     * @param path below {@code META-INF/resources}
     */
    String address(String path) {
        return addresses.computeIfAbsent(path, Assets::stamped);
    }

    private static String stamped(String path) {
        try (InputStream in = Assets.class.getResourceAsStream("/META-INF/resources" + path)) {
            return in == null
                    ? path
                    : path + "?v=" + Digests.of(in.readAllBytes()).substring(0, 10);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
