package khos.site;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import khos.language.Language;
import khos.language.Messages;
import khos.publication.Headline;

/** What came out in a language, as an Atom feed (RFC 4287). */
final class Feed {
    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private Feed() {}

    /**
     * @param origin scheme and host for absolute addresses
     * @param headlines newest first
     */
    static byte[] write(Language language, Messages words, String origin, List<Headline> headlines) {
        var xml = new Xml("feed", "xmlns", ATOM, "xml:lang", language.tag());
        xml.element("id", id("feed/" + language.code()))
                .element("title", words.text("site.name"))
                .element("subtitle", words.text("site.description"))
                .element("updated", updated(headlines).toString());
        link(xml, "self", "application/atom+xml", origin + Frame.address(language, "feed.atom"));
        link(xml, "alternate", "text/html", origin + Frame.address(language, ""));
        xml.start("author").element("name", words.text("site.name")).end();
        headlines.forEach(headline -> entry(xml, origin, headline));
        return xml.bytes();
    }

    private static Instant updated(List<Headline> headlines) {
        return headlines.stream()
                .map(Headline::changedAt)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    private static void entry(Xml xml, String origin, Headline headline) {
        xml.start("entry")
                .element(
                        "id",
                        id(headline.publicationId() + "/" + headline.language().code()))
                .element("title", headline.title());
        link(xml, "alternate", "text/html", origin + Frame.address(headline.language(), headline.item()));
        xml.element("published", headline.publishedAt().toString())
                .element("updated", headline.changedAt().toString())
                .element("summary", headline.summary());
        if (!headline.author().isEmpty()) {
            xml.start("author").element("name", headline.author()).end();
        }
        headline.tags().forEach(tag -> xml.empty("category", "term", tag));
        xml.end();
    }

    /** A name that stays when the address of the site changes. */
    static String id(String name) {
        return "urn:uuid:" + UUID.nameUUIDFromBytes(("khos/" + name).getBytes(StandardCharsets.UTF_8));
    }

    private static void link(Xml xml, String rel, String type, String href) {
        xml.empty("link", "rel", rel, "type", type, "href", href);
    }
}
