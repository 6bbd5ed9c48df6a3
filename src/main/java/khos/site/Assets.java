package khos.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Style sheets, scripts, fonts and icons, at addresses that change with their content, so that browsers may keep them for ever. */
@Component
class Assets {
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    private static final Pattern PATH = Pattern.compile("/(?:css|js|fonts|icons)(?:/[a-z0-9-]+)+\\.(css|js|woff2|png)");
    private final Map<String, String> addresses = new ConcurrentHashMap<>();
    /** No more than there are files in the program. */
    private final Map<String, Rendering> renderings = new ConcurrentHashMap<>();

    /**
     * {@code /css/khos.css} gives {@code /css/khos.css?v=} and the first digits of its hash.
     *
     * @param path below {@code META-INF/resources}
     */
    String address(String path) {
        return addresses.computeIfAbsent(path, Assets::stamped);
    }

    private static String stamped(String path) {
        return read(path)
                .map(content -> path + "?v=" + Digests.of(content).substring(0, 10))
                .orElse(path);
    }

    /** What is at {@code path}; nothing where the program has no such file. */
    Optional<Rendering> find(String path) {
        Rendering known = renderings.get(path);
        if (known != null) {
            return Optional.of(known);
        }
        Matcher asset = PATH.matcher(path);
        if (!asset.matches()) {
            return Optional.empty();
        }
        Optional<Rendering> made = read(path).map(content -> Rendering.of(type(asset.group(1)), FOR_EVER, content));
        made.ifPresent(one -> renderings.put(path, one));
        return made;
    }

    private static MediaType type(String ending) {
        return MediaType.parseMediaType(
                switch (ending) {
                    case "css" -> "text/css;charset=UTF-8";
                    case "js" -> "text/javascript;charset=UTF-8";
                    case "png" -> "image/png";
                    default -> "font/" + ending;
                });
    }

    /** The bytes of a file of the program. */
    static Optional<byte[]> read(String path) {
        try (InputStream in = Assets.class.getResourceAsStream("/META-INF/resources" + path)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
