package khos.site;

import java.util.List;
import java.util.Optional;
import khos.markdown.Html;
import khos.publication.Edition;
import khos.publication.Headline;

/**
 * An article.
 *
 * @param other its edition in the other language
 * @param related texts with the same terms or tags
 * @param more articles to read next
 */
record ArticlePage(
        Frame frame, Edition edition, Optional<Edition> other, Html body, List<Headline> related, List<Headline> more)
        implements Page {
    /** What people read of Chinese in a minute, in characters. */
    private static final int CHARACTERS_A_MINUTE = 400;

    @Override
    public String template() {
        return "article";
    }

    int minutes() {
        return Math.max(1, Math.round((float) edition.body().length() / CHARACTERS_A_MINUTE));
    }
}
