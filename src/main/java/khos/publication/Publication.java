package khos.publication;

import java.util.Map;
import java.util.Optional;
import khos.language.Language;
import khos.translation.TextKind;

/** Something the public can read or watch, with the edition that is out in each language. */
public sealed interface Publication permits Article, Lesson, Episode {
    String id();

    /** Its name in addresses: {@code old-books-tour}, for an episode {@code cloud-classroom/01}. */
    String slug();

    TextKind kind();

    /** The editions that are published now, by language; never empty. */
    Map<Language, Edition> editions();

    default Optional<Edition> edition(Language language) {
        return Optional.ofNullable(editions().get(language));
    }

    /** Its name in counts and addresses, without the language: {@code articles/old-books-tour}. */
    default String item() {
        return kind().path() + "/" + slug();
    }
}
