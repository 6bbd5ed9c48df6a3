package khos.site;

import java.util.List;
import java.util.Optional;
import khos.publication.Edition;
import khos.publication.Episode;
import khos.publication.Headline;
import org.jspecify.annotations.Nullable;

/**
 * An episode: film, captions, transcript.
 *
 * @param other its edition in the other language
 * @param shelf the series it belongs to
 * @param lines the transcript, from the captions
 * @param chapters in the language of the page when it has its own
 * @param related texts of other places with the same terms or tags
 * @param pairs the sentences of its text, for an episode without captions
 */
record EpisodePage(
        Frame frame,
        Episode episode,
        Edition edition,
        Optional<Edition> other,
        Shelf shelf,
        List<Line> lines,
        List<Chapter> chapters,
        List<Pair> pairs,
        Glossary glossary,
        List<Headline> related)
        implements Page {
    private static final int NEAR = 7;

    @Override
    public String template() {
        return "episode";
    }

    boolean hasCaptions(Edition edition) {
        return !edition.captions().isBlank();
    }

    /** The path of the captions of an edition. */
    String captions(Edition edition) {
        String place = frame.preview()
                .map(bar -> bar.address(edition.language()))
                .orElseGet(() -> Frame.address(edition.language(), episode.item()));
        return place + "/captions.vtt";
    }

    /** The caption that stands beside the picture before the film starts. */
    String firstChinese() {
        return lines.stream()
                .flatMap(line -> line.chinese().stream())
                .findFirst()
                .orElse("");
    }

    /** As {@link #firstChinese()}. */
    String firstMongolian() {
        return lines.stream()
                .flatMap(line -> line.mongolian().stream())
                .findFirst()
                .orElse("");
    }

    boolean chineseInTranscript() {
        return lines.stream().anyMatch(line -> line.chinese().isPresent());
    }

    boolean mongolianInTranscript() {
        return lines.stream().anyMatch(line -> line.mongolian().isPresent());
    }

    boolean bothInTranscript() {
        return chineseInTranscript() && mongolianInTranscript();
    }

    /** The anchor of a chapter in the list of them, for one that begins where no line of the transcript does. */
    @Nullable
    String target(Chapter chapter) {
        return lines.stream().anyMatch(line -> line.start() == chapter.start()) ? null : chapter.anchor();
    }

    /** This episode as the lists of its series show it. */
    Headline headline() {
        return shelf.episodes().stream()
                .filter(one -> one.number() == episode.number())
                .findFirst()
                .orElseGet(shelf::newest);
    }

    /** The episode to watch after this one. */
    Optional<Headline> next() {
        return shelf.episodes().stream()
                .filter(one -> one.number() > episode.number())
                .findFirst();
    }

    /** Whether there is something in both languages to practise with. */
    boolean practicable() {
        return lines.stream()
                        .anyMatch(line ->
                                line.chinese().isPresent() && line.mongolian().isPresent())
                || lines.isEmpty() && Pair.practicable(pairs);
    }

    /** Episodes around this one, newest first. */
    List<Headline> near() {
        List<Headline> all = shelf.newestFirst();
        int at = Math.max(0, all.indexOf(headline()));
        int from = Math.clamp(at - NEAR / 2, 0, Math.max(0, all.size() - NEAR));
        return all.subList(from, Math.min(all.size(), from + NEAR));
    }
}
