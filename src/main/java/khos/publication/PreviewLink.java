package khos.publication;

import java.time.Instant;
import khos.language.Language;

/**
 * A link by which a text can be seen before it is published; the secret in it is not kept.
 *
 * @param language that it opens the text in
 * @param by who made it
 */
public record PreviewLink(
        String id, String documentId, Language language, String by, Instant createdAt, Instant expiresAt) {}
