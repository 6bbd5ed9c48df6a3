package khos.publication;

import java.util.Map;
import khos.language.Language;
import khos.translation.TextKind;

/**
 * Sentence pairs to learn from.
 *
 * @param recordings of the languages that are read aloud
 */
public record Lesson(String id, String slug, Map<Language, Edition> editions, Map<Language, Recording> recordings)
        implements Publication {
    @Override
    public TextKind kind() {
        return TextKind.LESSON;
    }
}
