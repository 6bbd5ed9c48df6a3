package khos.site;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
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
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(ATOM);
            xml.writeAttribute("xml:lang", language.tag());
            element(xml, "id", id("feed/" + language.code()));
            element(xml, "title", words.text("site.name"));
            element(xml, "subtitle", words.text("site.description"));
            element(
                    xml,
                    "updated",
                    headlines.stream()
                            .map(Headline::changedAt)
                            .max(Comparator.naturalOrder())
                            .orElse(Instant.EPOCH)
                            .toString());
            link(xml, "self", "application/atom+xml", origin + Frame.address(language, "feed.atom"));
            link(xml, "alternate", "text/html", origin + Frame.address(language, ""));
            xml.writeStartElement("author");
            element(xml, "name", words.text("site.name"));
            xml.writeEndElement();
            for (Headline headline : headlines) {
                entry(xml, origin, headline);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("cannot write XML to memory", e);
        }
        return out.toByteArray();
    }

    private static void entry(XMLStreamWriter xml, String origin, Headline headline) throws XMLStreamException {
        xml.writeStartElement("entry");
        element(
                xml,
                "id",
                id(headline.publicationId() + "/" + headline.language().code()));
        element(xml, "title", headline.title());
        link(xml, "alternate", "text/html", origin + Frame.address(headline.language(), headline.item()));
        element(xml, "published", headline.publishedAt().toString());
        element(xml, "updated", headline.changedAt().toString());
        if (!headline.summary().isEmpty()) {
            element(xml, "summary", headline.summary());
        }
        if (!headline.author().isEmpty()) {
            xml.writeStartElement("author");
            element(xml, "name", headline.author());
            xml.writeEndElement();
        }
        for (String tag : headline.tags()) {
            xml.writeEmptyElement("category");
            xml.writeAttribute("term", XmlText.of(tag));
        }
        xml.writeEndElement();
    }

    /** A name that stays when the address of the site changes. */
    private static String id(String name) {
        return "urn:uuid:" + UUID.nameUUIDFromBytes(("khos/" + name).getBytes(StandardCharsets.UTF_8));
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(XmlText.of(text));
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String rel, String type, String href) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", rel);
        xml.writeAttribute("type", type);
        xml.writeAttribute("href", href);
    }
}
