package khos.publication;

import java.util.Map;
import java.util.Optional;
import khos.language.Language;
import khos.media.Media;
import khos.translation.TextKind;

/**
 * One film of a series.
 *
 * @param series slug of the series it belongs to
 * @param number its place in the series, from 1
 */
public record Episode(
        String id,
        String slug,
        String series,
        int number,
        Optional<Media> video,
        Optional<Media> poster,
        Map<Language, Edition> editions)
        implements Publication {
    @Override
    public TextKind kind() {
        return TextKind.EPISODE;
    }
}
