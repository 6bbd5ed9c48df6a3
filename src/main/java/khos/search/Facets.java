package khos.search;

import java.util.Map;
import khos.language.Language;
import khos.translation.TextKind;

/**
 * How many publications would answer if one thing were asked otherwise: each facet counts under all filters but its own.
 * What nothing answers is left out.
 *
 * @param series by slug, most first
 * @param topics topics of lessons and tags, most first
 * @param years newest first
 */
public record Facets(
        Map<Language, Integer> languages,
        Map<TextKind, Integer> kinds,
        Map<String, Integer> series,
        Map<String, Integer> topics,
        Map<Integer, Integer> years) {
    public static final Facets NONE = new Facets(Map.of(), Map.of(), Map.of(), Map.of(), Map.of());
}
