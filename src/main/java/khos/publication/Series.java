package khos.publication;

import java.util.Map;
import java.util.Optional;
import khos.language.Language;

/**
 * Episodes under one roof.
 *
 * @param kind {@code classroom} or {@code documentary}
 * @param names title and summary by language
 * @param baseline plays counted elsewhere before Khos, shown apart and never mixed with its own counts
 */
public record Series(String id, String slug, String kind, Map<Language, Name> names, Optional<Baseline> baseline) {
    public record Name(String title, String summary) {}

    /** @param asOf ISO date of the count; @param source where the figure comes from */
    public record Baseline(long plays, String asOf, String source) {}
}
