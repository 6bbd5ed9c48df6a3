package khos.site;

import java.io.ByteArrayOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * An XML document on its way out, in UTF-8. Attributes follow the name of an element in pairs: {@code empty("link", "href",
 * "/zh")} writes {@code <link href="/zh"/>}. What XML cannot hold is left out, see {@link XmlText}.
 */
final class Xml {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final XMLStreamWriter xml;

    /** Begins a document with its outermost element. */
    Xml(String name, String... attributes) {
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
        } catch (XMLStreamException e) {
            throw impossible(e);
        }
        start(name, attributes);
    }

    Xml start(String name, String... attributes) {
        return write(() -> {
            xml.writeStartElement(name);
            attributes(attributes);
        });
    }

    Xml end() {
        return write(xml::writeEndElement);
    }

    /** An element with text in it; nothing where the text is empty. */
    Xml element(String name, String text, String... attributes) {
        return text.isEmpty()
                ? this
                : write(() -> {
                    xml.writeStartElement(name);
                    attributes(attributes);
                    xml.writeCharacters(XmlText.of(text));
                    xml.writeEndElement();
                });
    }

    Xml empty(String name, String... attributes) {
        return write(() -> {
            xml.writeEmptyElement(name);
            attributes(attributes);
        });
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            xml.writeAttribute(attributes[i], XmlText.of(attributes[i + 1]));
        }
    }

    /** Ends every open element; the document whole. */
    byte[] bytes() {
        write(() -> {
            xml.writeEndDocument();
            xml.close();
        });
        return out.toByteArray();
    }

    private interface Step {
        void run() throws XMLStreamException;
    }

    private Xml write(Step step) {
        try {
            step.run();
            return this;
        } catch (XMLStreamException e) {
            throw impossible(e);
        }
    }

    private static IllegalStateException impossible(XMLStreamException e) {
        return new IllegalStateException("cannot write XML to memory", e);
    }
}
