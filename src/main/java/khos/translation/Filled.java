package khos.translation;

/**
 * Where the text of a segment comes from that was filled and not touched since.
 *
 * @param origin of the unit of the memory, or the id of the segment that was propagated
 * @param similarity of its source and the segment's, as of a match
 * @param adapted how many places of it were adapted
 */
public record Filled(Filling.Kind kind, String origin, int similarity, int adapted) {}
