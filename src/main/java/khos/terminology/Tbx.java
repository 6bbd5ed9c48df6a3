package khos.terminology;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import khos.language.Language;
import khos.terminology.ReadTerms.Refusal;

/**
 * TermBase eXchange, TBX-Basic: reads version 2 ({@code martif}, {@code termEntry}) and version 3 ({@code tbx},
 * {@code conceptEntry}; ISO 30042:2019), writes version 3.
 *
 * <p>A concept that cannot be taken does not stop the file. Languages are told by their first subtag: {@code zh}, {@code zh-CN}
 * and {@code zh-Hans} are Chinese, {@code mn}, {@code mn-Mong} and {@code mn-Cyrl} Mongolian; terms of others are left out.
 */
public final class Tbx {
    private static final int DEEPEST = 64;
    private static final int LONGEST_TEXT = 100_000;
    private static final String PRESERVE = "preserve";
    private static final Pattern OWN_ID = Pattern.compile("c([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    private Tbx() {}

    /** The concepts of a file. What is no XML any more ends the reading with a {@link Refusal} of its line. */
    public static ReadTerms read(InputStream in) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        var reader = new Reader();
        try {
            reader.read(factory.createXMLStreamReader(in));
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
            reader.refused.add(new Refusal(line, "refused.xml", String.valueOf(e.getMessage())));
        }
        return new ReadTerms(reader.concepts, reader.refused);
    }

    private static final class Reader {
        private final List<Concept> concepts = new ArrayList<>();
        private final List<Refusal> refused = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private boolean inEntry;
        private int line;
        private String id = "";
        private String type = "";
        private boolean preserved;
        private String subject = "";
        private String definition = "";
        private String note = "";
        private String source = "";
        private Optional<Language> language = Optional.empty();
        private final List<Term> terms = new ArrayList<>();
        private String term = "";
        private Status status = Status.ADMITTED;
        private Optional<Refusal> problem = Optional.empty();

        void read(XMLStreamReader xml) throws XMLStreamException {
            int depth = 0;
            boolean any = false;
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        depth++;
                        if (depth > DEEPEST) {
                            refused.add(new Refusal(xml.getLocation().getLineNumber(), "refused.too-deep", ""));
                            return;
                        }
                        any |= isRoot(xml.getLocalName());
                        start(xml);
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        depth--;
                        end(xml.getLocalName());
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                        if (inEntry) {
                            append(xml.getText());
                        }
                    }
                    case XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new XMLStreamException("&" + xml.getLocalName() + ";", xml.getLocation());
                    default -> {}
                }
            }
            if (!any) {
                refused.add(new Refusal(1, "refused.no-tbx", ""));
            }
        }

        private void append(String more) {
            if (text.length() + more.length() > LONGEST_TEXT) {
                problem = Optional.of(new Refusal(line, "refused.text-length", Integer.toString(LONGEST_TEXT)));
            } else {
                text.append(more);
            }
        }

        private static boolean isRoot(String name) {
            return name.equals("tbx") || name.equals("martif");
        }

        private void start(XMLStreamReader xml) {
            switch (xml.getLocalName()) {
                case "termEntry", "conceptEntry" -> {
                    inEntry = true;
                    line = xml.getLocation().getLineNumber();
                    Matcher own = OWN_ID.matcher(attribute(xml, "id"));
                    id = own.matches() ? own.group(1) : "";
                    subject = "";
                    definition = "";
                    note = "";
                    source = "";
                    terms.clear();
                    problem = Optional.empty();
                }
                case "langSet", "langSec" -> language = language(attribute(xml, "lang"));
                case "tig", "ntig", "termSec" -> {
                    term = "";
                    status = Status.ADMITTED;
                }
                case "hi", "foreign", "ph", "sc", "ec" -> {
                    return;
                }
                default -> {}
            }
            type = attribute(xml, "type");
            preserved = attribute(xml, "space").equals(PRESERVE);
            text.setLength(0);
        }

        private static String attribute(XMLStreamReader xml, String name) {
            for (int i = 0; i < xml.getAttributeCount(); i++) {
                if (xml.getAttributeLocalName(i).equals(name)) {
                    return xml.getAttributeValue(i);
                }
            }
            return "";
        }

        private static Optional<Language> language(String tag) {
            return Language.find(tag.split("[-_]", 2)[0].toLowerCase(Locale.ROOT));
        }

        private void end(String name) {
            switch (name) {
                case "term" -> term = content();
                case "termNote" -> {
                    if (type.equals("administrativeStatus")) {
                        status = Status.of(content());
                    }
                }
                case "descrip" -> {
                    if (type.equals("definition")) {
                        definition = content();
                    } else if (type.equals("subjectField")) {
                        subject = content();
                    }
                }
                // TBX 3 in the style DCT names elements by what DCA names types.
                case "definition" -> definition = content();
                case "subjectField" -> subject = content();
                case "source" -> source = content();
                case "administrativeStatus" -> status = Status.of(line(text));
                case "note" -> note = content();
                case "admin" -> {
                    if (type.equals("source")) {
                        source = content();
                    }
                }
                case "tig", "ntig", "termSec" -> language.ifPresent(this::add);
                case "termEntry", "conceptEntry" -> finish();
                default -> {}
            }
        }

        private String content() {
            return preserved ? text.toString() : line(text);
        }

        /** One line: the white space that XML breaks long text with is a space; U+202F and U+180E are none. */
        private static String line(CharSequence text) {
            return text.toString().replaceAll("[ \\t\\r\\n]+", " ").replaceAll("^ | $", "");
        }

        /** An empty term is a language that nothing is known in yet. */
        private void add(Language of) {
            if (term.isBlank()) {
                return;
            }
            try {
                terms.add(new Term(of, term, status));
            } catch (IllegalArgumentException e) {
                problem = Optional.of(new Refusal(line, "refused.term-length", ""));
            }
        }

        private void finish() {
            inEntry = false;
            if (problem.isEmpty() && terms.isEmpty()) {
                problem = Optional.of(new Refusal(line, "refused.no-term", ""));
            }
            problem.ifPresentOrElse(
                    refused::add,
                    () -> concepts.add(new Concept(id, subject, definition, note, source, List.copyOf(terms), 0)));
        }
    }

    /** Writes {@code concepts} as a file that {@link #read} reads back, UTF-8. */
    public static void write(Iterable<Concept> concepts, OutputStream out) throws XMLStreamException {
        XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("tbx");
        xml.writeDefaultNamespace("urn:iso:std:iso:30042:ed-2");
        xml.writeAttribute("type", "TBX-Basic");
        xml.writeAttribute("style", "dca");
        xml.writeAttribute("xml:lang", Language.CHINESE.tag());
        xml.writeStartElement("tbxHeader");
        xml.writeStartElement("fileDesc");
        xml.writeStartElement("sourceDesc");
        element(xml, "p", "", "Khos");
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeStartElement("text");
        xml.writeStartElement("body");
        for (Concept concept : concepts) {
            write(xml, concept);
        }
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.close();
    }

    private static void write(XMLStreamWriter xml, Concept concept) throws XMLStreamException {
        xml.writeStartElement("conceptEntry");
        if (!concept.id().isEmpty()) {
            xml.writeAttribute("id", "c" + concept.id());
        }
        element(xml, "descrip", "subjectField", concept.subject());
        element(xml, "descrip", "definition", concept.definition());
        element(xml, "note", "", concept.note());
        element(xml, "admin", "source", concept.source());
        for (Term term : concept.terms()) {
            xml.writeStartElement("langSec");
            xml.writeAttribute("xml:lang", term.tag());
            xml.writeStartElement("termSec");
            element(xml, "term", "", term.text());
            element(xml, "termNote", "administrativeStatus", term.status().tbx());
            xml.writeEndElement();
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String type, String content)
            throws XMLStreamException {
        if (!content.isEmpty()) {
            xml.writeStartElement(name);
            if (!type.isEmpty()) {
                xml.writeAttribute("type", type);
            }
            String text = allowed(content);
            if (!text.equals(Reader.line(text))) {
                xml.writeAttribute("xml:space", PRESERVE);
            }
            xml.writeCharacters(text);
            xml.writeEndElement();
        }
    }

    /** What XML 1.0 can hold (production 2), with the line breaks it has (section 2.11). */
    private static String allowed(String text) {
        return text.replaceAll("\r\n?", "\n")
                .replaceAll("[^\\t\\n\\x20-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "\uFFFD");
    }
}
