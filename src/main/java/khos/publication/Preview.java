package khos.publication;

import java.time.Instant;
import java.util.Map;
import khos.language.Language;

/**
 * A text as it stands now, for whoever has a link to it.
 *
 * @param publication as it would be if it were published now, in every language there is some of it in
 * @param language that the link opens it in
 * @param until when the link ends
 * @param open how many sentences of a language are not reviewed yet
 */
public record Preview(Publication publication, Language language, Instant until, Map<Language, Integer> open) {}
