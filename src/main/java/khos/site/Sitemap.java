package khos.site;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import khos.language.Language;
import khos.publication.Headline;
import khos.publication.Publications;

/** All pages of the site for search engines (sitemaps.org 0.9), each with its counterpart in the other language. */
final class Sitemap {
    private static final int STEP = 500;
    /** The protocol allows 50,000 addresses in a file. */
    private static final int MOST = 20_000;

    private Sitemap() {}

    static byte[] write(String origin, Publications publications) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("urlset");
            xml.writeDefaultNamespace("http://www.sitemaps.org/schemas/sitemap/0.9");
            xml.writeNamespace("xhtml", "http://www.w3.org/1999/xhtml");
            for (Language language : Language.values()) {
                for (String place : List.of("", "articles", "lessons", "series", "concordance", "tools/convert")) {
                    url(xml, origin, language, place, EnumSet.allOf(Language.class), Optional.empty());
                }
                for (int offset = 0; offset < MOST; offset += STEP) {
                    List<Headline> headlines = publications.latest(language, offset, STEP);
                    for (Headline headline : headlines) {
                        Set<Language> languages = headline.otherTitle().isPresent()
                                ? EnumSet.allOf(Language.class)
                                : EnumSet.of(language);
                        url(xml, origin, language, headline.item(), languages, Optional.of(headline.changedAt()));
                    }
                    if (headlines.size() < STEP) {
                        break;
                    }
                }
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("cannot write XML to memory", e);
        }
        return out.toByteArray();
    }

    private static void url(
            XMLStreamWriter xml,
            String origin,
            Language language,
            String place,
            Set<Language> languages,
            Optional<Instant> changed)
            throws XMLStreamException {
        xml.writeStartElement("url");
        element(xml, "loc", origin + Frame.address(language, place));
        if (changed.isPresent()) {
            element(xml, "lastmod", changed.get().toString());
        }
        if (languages.size() > 1) {
            for (Language one : languages) {
                xml.writeEmptyElement("xhtml:link");
                xml.writeAttribute("rel", "alternate");
                xml.writeAttribute("hreflang", one.tag());
                xml.writeAttribute("href", origin + Frame.address(one, place));
            }
        }
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(XmlText.of(text));
        xml.writeEndElement();
    }
}
