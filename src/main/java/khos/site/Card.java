package khos.site;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import khos.language.Language;
import khos.media.Media;

/**
 * What stands on the picture that represents a page where it is shared.
 *
 * @param line what kind of text it is, or the series it belongs to, in the language of the page
 * @param other the title in the other language
 */
record Card(Language language, String title, String line, Optional<String> other, Optional<Media> poster) {
    /** Changes when cards are drawn in another way. */
    private static final String DESIGN = "1";

    Optional<String> title(Language in) {
        return in == language ? Optional.of(title) : other;
    }

    /** Sixteen hexadecimal digits that change with what is drawn, and with the fonts it is drawn with. */
    String fingerprint(String fonts) {
        List<String> parts = List.of(
                DESIGN,
                fonts,
                language.tag(),
                title,
                line,
                other.orElse(""),
                poster.map(Media::id).orElse(""));
        return Digests.of(String.join("\0", parts).getBytes(StandardCharsets.UTF_8))
                .substring(0, 16);
    }
}
