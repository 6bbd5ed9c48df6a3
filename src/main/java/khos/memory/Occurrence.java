package khos.memory;

import java.util.List;
import khos.language.Span;

/**
 * A unit of the memory that contains what was asked for.
 *
 * @param unit read from the language asked in: its source contains the words
 * @param spans where they stand in the source, in its order, none within another
 */
public record Occurrence(TranslationUnit unit, List<Span> spans) {}
