package khos.check;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import khos.language.Span;

/**
 * Something a check found.
 *
 * @param source the place in the source that it is about, if there is one
 * @param target the place in the target; the first, where one issue tells of several
 * @param key of the sentence that explains it, in {@code messages_*.properties}: {@code check.number-missing}
 * @param arguments of that sentence
 * @param fix the repair, where there is one that is safe to make with one key
 */
public record Issue(
        Kind kind,
        Severity severity,
        Optional<Span> source,
        Optional<Span> target,
        String key,
        List<Object> arguments,
        Optional<Fix> fix) {
    public Issue {
        arguments = List.copyOf(arguments);
    }

    Issue withoutFix() {
        return new Issue(kind, severity, source, target, key, arguments, Optional.empty());
    }

    /**
     * What tells it from others of a segment, by the text it is about and not by its place: it stays the same while the
     * translator types elsewhere.
     *
     * @param sourceText the whole source it was found in
     * @param targetText the whole target
     */
    public String fingerprint(String sourceText, String targetText) {
        String matched = key
                + '\0'
                + source.map(span -> span.of(sourceText)).orElse("")
                + '\0'
                + target.map(span -> span.of(targetText)).orElse("");
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(matched.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
