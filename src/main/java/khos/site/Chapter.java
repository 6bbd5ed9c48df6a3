package khos.site;

import java.util.List;
import java.util.Optional;
import khos.language.Language;
import khos.publication.Edition;
import khos.publication.Episode;
import khos.publication.WebVtt;

/**
 * A part of an episode.
 *
 * @param start in milliseconds of the film
 * @param end as {@code start}
 * @param language of the title
 */
record Chapter(long start, long end, String title, Language language) implements Timed {
    /** The chapters to show on a page in {@code language}: its own, or else those of the other language as they are. */
    static List<Chapter> of(Episode episode, Language language) {
        List<Chapter> own = own(episode, language);
        return own.isEmpty() ? own(episode, language.other()) : own;
    }

    /** The chapters that the edition of {@code language} names itself. */
    static List<Chapter> own(Episode episode, Language language) {
        Optional<String> file = episode.edition(language).map(Edition::chapters);
        return file.map(WebVtt::chapters).orElse(List.of()).stream()
                .map(cue -> new Chapter(cue.start(), cue.end(), cue.text(), language))
                .toList();
    }
}
