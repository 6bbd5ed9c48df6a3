package khos.site;

import java.util.Map;
import java.util.Optional;
import khos.language.Language;
import khos.publication.Cue;
import khos.publication.Recording;

/** The recordings of a text, by language. */
record Voices(Map<Language, Recording> recordings) {
    static final Voices NONE = new Voices(Map.of());

    /** When the half of a pair is said; nothing when it is not. */
    Optional<Cue> of(Pair pair, Language language) {
        return Optional.ofNullable(recordings.get(language)).flatMap(recording -> recording.of(pair.number()));
    }

    /** The path of a recording that is there. */
    String address(Language language) {
        return Optional.ofNullable(recordings.get(language))
                .map(recording -> MediaController.address(recording.sound()))
                .orElse("");
    }
}
