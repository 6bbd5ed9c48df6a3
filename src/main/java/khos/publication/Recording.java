package khos.publication;

import java.util.List;
import java.util.Optional;
import khos.media.Media;

/**
 * A text that is read aloud.
 *
 * @param sentences when each is said: the id of a cue is the number of a sentence
 */
public record Recording(Media sound, List<Cue> sentences) {
    /** When a sentence is said. */
    public Optional<Cue> of(int number) {
        String id = Integer.toString(number);
        return sentences.stream().filter(cue -> cue.id().equals(id)).findFirst();
    }
}
