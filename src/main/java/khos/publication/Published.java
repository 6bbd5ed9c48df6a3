package khos.publication;

import khos.language.Language;

/** A publication came out in a language, or came out anew. Sent inside the transaction; listen after its commit. */
public record Published(String publicationId, Language language, long seq) {}
