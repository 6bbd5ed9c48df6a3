package khos.publication;

/** A sentence of a published body; the same {@code number} stands for the same sentence in the other language. */
public record Sentence(int number, int unit, String text) {}
