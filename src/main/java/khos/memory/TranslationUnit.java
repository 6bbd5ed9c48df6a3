package khos.memory;

import java.time.Instant;
import khos.language.LanguagePair;

/**
 * A sentence and its reviewed translation; TMX's {@code tu}.
 *
 * @param origin the segment it came from, unique in the memory: a second unit of the same origin replaces the first
 * @param author who translated or reviewed it
 */
public record TranslationUnit(
        LanguagePair pair, String source, String target, String origin, String author, Instant createdAt) {}
