package khos.publication;

import java.util.Map;
import khos.language.Language;
import khos.translation.TextKind;

/** News, a briefing, a feature or a notice. */
public record Article(String id, String slug, Map<Language, Edition> editions) implements Publication {
    @Override
    public TextKind kind() {
        return TextKind.ARTICLE;
    }
}
