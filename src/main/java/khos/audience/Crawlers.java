package khos.audience;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells robots from readers by the name their program gives.
 *
 * <p>COUNTER's published list taken word for word counts one in six Chinese readers as a robot ({@code core} is in
 * HMSCore, {@code baidu} in the Baidu app). So the words of {@code readers.txt} are asked first: they name browsers and
 * apps that people read with. Then {@code robots.txt}, a list of our own.
 */
final class Crawlers {
    private static final int REMEMBERED = 10_000;
    private static final int LONGEST = 1_000;
    /** A word that no reader's program has in its name, whatever else stands there. */
    private static final Pattern CONFESSED =
            Pattern.compile("(?i)spider|crawler|\\bbot\\b|bot/|bot;|-bot|googlebot|https?://");

    private static final Pattern BROWSER = Pattern.compile("^(?:Mozilla|Opera|Dalvik)/");

    private final Pattern readers = words("readers.txt");
    private final Pattern robots = words("robots.txt");
    private final Cache<String, Boolean> verdicts =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    /** Whether a program of that name is no reader; nameless ones are not. */
    boolean isRobot(String userAgent) {
        String name = userAgent.length() > LONGEST ? userAgent.substring(0, LONGEST) : userAgent;
        return verdicts.get(name, this::judge);
    }

    private boolean judge(String name) {
        if (name.isBlank() || CONFESSED.matcher(name).find()) {
            return true;
        }
        if (BROWSER.matcher(name).find() && readers.matcher(name).find()) {
            return false;
        }
        return !BROWSER.matcher(name).find() || robots.matcher(name).find();
    }

    /** One expression of a file with a literal word a line; lines that begin with # are notes. */
    private static Pattern words(String file) {
        try (InputStream in = Crawlers.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing");
            }
            String words = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(Pattern::quote)
                    .collect(Collectors.joining("|"));
            return Pattern.compile(words, Pattern.CASE_INSENSITIVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
