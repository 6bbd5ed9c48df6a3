package khos.site;

import java.util.List;
import java.util.Optional;
import khos.publication.Headline;

/**
 * The front page.
 *
 * @param lead the newest feature or article; without any, the newest lesson or episode
 * @param partner what stands on the other side of the spine when the lead has no title in the other language: a lesson
 *     that has one
 * @param news articles other than the lead
 * @param briefs those of the news that have a title in both languages
 */
record HomePage(
        Frame frame,
        Optional<Headline> lead,
        Optional<Headline> partner,
        Optional<Shelf> classroom,
        List<Headline> news,
        List<Headline> briefs,
        List<Headline> lessons)
        implements Page {
    @Override
    public String template() {
        return "home";
    }
}
