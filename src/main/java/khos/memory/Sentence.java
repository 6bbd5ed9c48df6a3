package khos.memory;

/** A sentence that matches are wanted for, with what stands around it. */
public record Sentence(String text, Context context) {}
