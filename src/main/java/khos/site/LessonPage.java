package khos.site;

import java.util.List;
import java.util.Optional;
import khos.publication.Edition;
import khos.publication.Headline;

/**
 * A lesson: sentences in both languages.
 *
 * @param other its edition in the other language; without it the pairs have one side
 * @param related texts with the same terms or tags
 * @param more lessons to read next
 */
record LessonPage(
        Frame frame,
        Edition edition,
        Optional<Edition> other,
        List<Pair> pairs,
        Voices voices,
        Glossary glossary,
        List<Headline> related,
        List<Headline> more)
        implements Page {
    @Override
    public String template() {
        return "lesson";
    }
}
