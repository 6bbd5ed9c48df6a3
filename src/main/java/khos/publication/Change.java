package khos.publication;

import khos.language.Language;

/** One entry of the record of publishing: something came out or was taken back; which, its state now tells. */
public record Change(long seq, String publicationId, Language language) {}
