package khos.search;

import java.util.List;

/**
 * A page of answers.
 *
 * @param total of all answers, this page or not
 */
public record Hits(String query, int total, Facets facets, List<Hit> hits) {}
