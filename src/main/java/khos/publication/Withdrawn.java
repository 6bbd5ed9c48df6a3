package khos.publication;

import khos.language.Language;

/** A publication was taken back in a language. Sent inside the transaction; listen after its commit. */
public record Withdrawn(String publicationId, Language language, long seq) {}
