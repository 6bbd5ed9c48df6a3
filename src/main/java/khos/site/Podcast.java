package khos.site;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import khos.language.Language;
import khos.language.Messages;
import khos.publication.Edition;
import khos.publication.Episode;

/**
 * A series for programs that play films and keep up with them: RSS 2.0 with the namespaces of Apple and of
 * podcastindex.org, with the captions of both languages as transcripts and the chapters of the language of the feed.
 */
final class Podcast {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    /** The name space of {@code podcast:guid}, as podcastindex.org gives it. */
    private static final UUID NAMESPACE = UUID.fromString("ead4c236-bf58-58c6-a2c6-a6b28d128cb6");

    private static final int SHA1_VERSION = 0x5000;

    private Podcast() {}

    /**
     * @param origin scheme and host for absolute addresses
     * @param episodes those that are out in the language of the shelf
     */
    static byte[] write(Shelf shelf, Messages words, String origin, List<Episode> episodes) {
        Language language = shelf.language();
        String address = Frame.address(language, shelf.place());
        String feed = origin + address + "/podcast.rss";
        var xml = new Xml(
                "rss",
                "version",
                "2.0",
                "xmlns:atom",
                "http://www.w3.org/2005/Atom",
                "xmlns:itunes",
                "http://www.itunes.com/dtds/podcast-1.0.dtd",
                "xmlns:podcast",
                "https://podcastindex.org/namespace/1.0");
        xml.start("channel")
                .element("title", shelf.title())
                .element("link", origin + address)
                .element("description", shelf.summary().isEmpty() ? shelf.title() : shelf.summary())
                .element("language", language.tag())
                .empty("atom:link", "rel", "self", "type", "application/rss+xml", "href", feed)
                .element("itunes:author", words.text("site.name"))
                .element("itunes:type", "serial")
                .element("itunes:explicit", "false")
                .element("podcast:guid", guid(feed))
                .element("podcast:medium", shelf.series().kind().equals("classroom") ? "course" : "video")
                .element("podcast:locked", "no");
        shelf.newest()
                .poster()
                .ifPresent(poster -> xml.empty("itunes:image", "href", origin + MediaController.address(poster)));
        episodes.reversed().forEach(episode -> item(xml, origin, episode, language));
        return xml.bytes();
    }

    private static void item(Xml xml, String origin, Episode episode, Language language) {
        Edition edition = episode.edition(language).orElseThrow();
        String address = origin + Frame.address(language, episode.item());
        xml.start("item")
                .element("title", edition.title())
                .element("link", address)
                .element("guid", Feed.id(episode.id() + "/" + language.code()), "isPermaLink", "false")
                .element("pubDate", DATE.format(edition.publishedAt()))
                .element("description", edition.summary())
                .element("itunes:episode", Integer.toString(episode.number()))
                .element("podcast:episode", Integer.toString(episode.number()));
        episode.video()
                .ifPresent(video -> xml.empty(
                        "enclosure",
                        "url",
                        origin + MediaController.address(video),
                        "length",
                        Long.toString(video.size()),
                        "type",
                        video.type()));
        episode.poster()
                .ifPresent(poster -> xml.empty("itunes:image", "href", origin + MediaController.address(poster)));
        if (!Chapter.own(episode, language).isEmpty()) {
            xml.empty(
                    "podcast:chapters",
                    "url",
                    origin + JsonChapters.address(language, episode),
                    "type",
                    JsonChapters.TYPE);
        }
        for (Edition one : episode.editions().values()) {
            if (!one.captions().isBlank()) {
                xml.empty(
                        "podcast:transcript",
                        "url",
                        origin + Frame.address(one.language(), episode.item()) + "/captions.vtt",
                        "type",
                        "text/vtt",
                        "language",
                        one.language().tag(),
                        "rel",
                        "captions");
            }
        }
        xml.end();
    }

    /** The name of a feed: UUID version 5 (RFC 9562, section 5.5) of its address without the scheme. */
    static String guid(String feed) {
        byte[] name =
                feed.replaceFirst("^[a-z]+://", "").replaceFirst("/+$", "").getBytes(StandardCharsets.UTF_8);
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            digest.update(ByteBuffer.allocate(2 * Long.BYTES)
                    .putLong(NAMESPACE.getMostSignificantBits())
                    .putLong(NAMESPACE.getLeastSignificantBits())
                    .array());
            ByteBuffer hash = ByteBuffer.wrap(digest.digest(name));
            long most = hash.getLong() & ~0xF000L | SHA1_VERSION;
            long least = hash.getLong() & ~(3L << 62) | 1L << 63;
            return new UUID(most, least).toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
