package khos.site;

import java.util.List;
import khos.language.Language;
import khos.language.Messages;
import khos.publication.Headline;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What came out in a language, as JSON Feed 1.1 (jsonfeed.org). */
final class JsonFeed {
    private JsonFeed() {}

    /** As {@link Feed#write}. */
    static byte[] write(Language language, Messages words, String origin, List<Headline> headlines) {
        ObjectNode feed = JsonMapper.shared().createObjectNode();
        feed.put("version", "https://jsonfeed.org/version/1.1")
                .put("title", words.text("site.name"))
                .put("description", words.text("site.description"))
                .put("home_page_url", origin + Frame.address(language, ""))
                .put("feed_url", origin + Frame.address(language, "feed.json"))
                .put("language", language.tag());
        ArrayNode items = feed.putArray("items");
        headlines.forEach(headline -> item(items.addObject(), origin, headline));
        return JsonMapper.shared().writeValueAsBytes(feed);
    }

    private static void item(ObjectNode item, String origin, Headline headline) {
        item.put(
                        "id",
                        Feed.id(headline.publicationId() + "/"
                                + headline.language().code()))
                .put("url", origin + Frame.address(headline.language(), headline.item()))
                .put("title", headline.title())
                .put("content_text", headline.summary())
                .put("date_published", headline.publishedAt().toString())
                .put("date_modified", headline.changedAt().toString())
                .put("language", headline.language().tag());
        headline.poster().ifPresent(poster -> item.put("image", origin + MediaController.address(poster)));
        if (!headline.author().isEmpty()) {
            item.putArray("authors").addObject().put("name", headline.author());
        }
        if (!headline.tags().isEmpty()) {
            headline.tags().forEach(item.putArray("tags")::add);
        }
    }
}
