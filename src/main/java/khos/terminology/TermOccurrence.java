package khos.terminology;

import khos.language.Span;

/**
 * A place of a text where a term stands.
 *
 * @param term the one that was recognised; the text may write it otherwise, with suffixes or in another spelling of its look
 */
public record TermOccurrence(Span span, Term term, Concept concept) {}
