package khos.translation;

/**
 * Where somebody is in a document.
 *
 * @param ordinal of the segment, as {@link Segment#ordinal}; -1 at none in particular
 * @param number of the segment, as {@link Segment#number}
 * @param holds whether it is theirs by lease
 */
public record Whereabouts(String account, String segmentId, int ordinal, int number, boolean holds) {}
