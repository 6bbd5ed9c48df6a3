package khos.publication;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import khos.media.Media;

/**
 * A text that is read aloud.
 *
 * @param sentences when each is said, by the number of the sentence as it is written in the file
 */
public record Recording(Media sound, Map<String, Cue> sentences) {
    /** @param file WebVTT: the id of a cue is the number of a sentence; of two with the same number the first counts */
    public static Recording of(Media sound, String file) {
        Map<String, Cue> sentences = new HashMap<>();
        WebVtt.parse(file).forEach(cue -> sentences.putIfAbsent(cue.id(), cue));
        return new Recording(sound, sentences);
    }

    /** When a sentence is said. */
    public Optional<Cue> of(int number) {
        return Optional.ofNullable(sentences.get(Integer.toString(number)));
    }
}
