package khos.site;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import khos.publication.Headline;
import khos.publication.Selection;
import org.springframework.web.util.UriUtils;

/** What has a tag, a topic, a name or a month in common, latest dated first. */
record CollectionPage(Frame frame, Selection selection, String heading, List<Headline> headlines, Paging paging)
        implements Page {
    @Override
    public String template() {
        return "collection";
    }

    /** {@code tag}, {@code topic}, {@code person}, {@code month}. */
    String by() {
        return selection.by().name().toLowerCase(Locale.ROOT);
    }

    /** The place of a collection: {@code tags} and {@code 词语} give {@code tags/%E8%AF%8D%E8%AF%AD}. */
    static String place(String folder, String value) {
        return folder + "/" + UriUtils.encodePathSegment(value, StandardCharsets.UTF_8);
    }
}
