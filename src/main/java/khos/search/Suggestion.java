package khos.search;

import khos.language.Language;

/**
 * What a reader may be about to type.
 *
 * @param url of the page that has this title; empty for a question that others asked
 */
public record Suggestion(String text, Language language, String url) {}
