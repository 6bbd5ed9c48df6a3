package khos.publication;

import java.util.Map;
import khos.language.Language;
import khos.translation.TextKind;

/** Sentence pairs to learn from. */
public record Lesson(String id, String slug, Map<Language, Edition> editions) implements Publication {
    @Override
    public TextKind kind() {
        return TextKind.LESSON;
    }
}
