package khos.translation;

import java.util.List;
import khos.language.LanguagePair;

/**
 * A document as it is kept outside of the database: its texts, and its segments where the texts alone do not tell them.
 *
 * @param text in the source language, Markdown with its front matter
 * @param segments in order
 */
public record KeptDocument(
        TextKind kind, String slug, LanguagePair pair, String text, String translator, List<KeptSegment> segments) {
    public KeptDocument {
        segments = List.copyOf(segments);
    }
}
