package khos.search;

import java.util.List;
import java.util.Map;
import khos.translation.TextKind;

/**
 * A page of answers.
 *
 * @param total of all answers, this page or not
 * @param kinds how many of each kind answer, whatever kind was asked for
 */
public record Hits(String query, int total, Map<TextKind, Integer> kinds, List<Hit> hits) {}
