package khos.translation;

/**
 * A document in one of its languages as it stands, published or not; what is not translated yet reads as its source.
 *
 * @param open how many sentences are not reviewed yet and keep it from being published
 */
public record Standing(Merged text, int open) {}
