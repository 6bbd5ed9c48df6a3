package khos.translation;

/**
 * A sentence with its translation, as a text and its translation would be taken in.
 *
 * @param target empty where there is none
 * @param isWhole whether it is a block of several sentences kept as one, as its translation has fewer or more of them
 */
public record Paired(String source, String target, boolean isWhole) {}
