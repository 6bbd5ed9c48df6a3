package khos.publication;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import khos.language.Language;
import khos.media.Media;
import khos.translation.TextKind;

/**
 * A published edition as lists show it.
 *
 * @param otherTitle the title in the other language, when published there too
 * @param series slug of an episode's series; else empty
 * @param number of an episode; else 0
 * @param sentences how many sentences its body has
 * @param publishedAt when this language first came out
 * @param changedAt when the edition shown was published
 */
public record Headline(
        String publicationId,
        TextKind kind,
        String slug,
        Language language,
        String title,
        String summary,
        String category,
        LocalDate date,
        String author,
        List<String> tags,
        int level,
        String topic,
        Optional<String> otherTitle,
        String series,
        int number,
        Optional<Media> poster,
        int sentences,
        Instant publishedAt,
        Instant changedAt) {
    /** As {@link Publication#item()}. */
    public String item() {
        return kind.path() + "/" + slug;
    }
}
