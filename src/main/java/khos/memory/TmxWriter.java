package khos.memory;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import khos.language.Language;

/**
 * Writes TMX 1.4b in UTF-8, unit by unit; {@link TmxReader} gives the same units again.
 *
 * <p>What XML cannot hold, U+0001 for example, is written as U+FFFD.
 */
public final class TmxWriter implements AutoCloseable {
    private static final int MILLIS = 1000;

    private final Writer out;

    /** Begins a file; {@link #close} ends it and closes {@code output}. */
    public TmxWriter(OutputStream output) throws IOException {
        out = new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8));
        out.write("""
                <?xml version="1.0" encoding="UTF-8"?>
                <tmx version="1.4">
                <header creationtool="Khos" creationtoolversion="0.1" segtype="sentence" o-tmf="Khos" adminlang="en" \
                srclang="*all*" datatype="plaintext"/>
                <body>
                """);
    }

    public void write(TranslationUnit unit) throws IOException {
        out.write("<tu");
        attribute("srclang", unit.pair().source().tag());
        attributes(unit);
        out.write(">");
        property(TmxReader.ORIGIN, unit.origin());
        long millis = Math.floorMod(unit.createdAt().toEpochMilli(), MILLIS);
        if (millis != 0) {
            property(TmxReader.MILLIS, Long.toString(millis));
        }
        if (unit.context() != 0) {
            property(TmxReader.CONTEXT, Long.toHexString(unit.context()));
        }
        if (unit.provenance() != Provenance.REVIEWED) {
            property(TmxReader.PROVENANCE, unit.provenance().name());
        }
        for (Property property : unit.properties()) {
            if (!property.name().startsWith(Property.ATTRIBUTE)) {
                property(property.name(), property.value());
            }
        }
        variant(unit.pair().source(), unit.source());
        variant(unit.pair().target(), unit.target());
        out.write("</tu>\n");
    }

    /** Who made the unit and when; of a changed one who changed it last, and who made it as it is kept. */
    private void attributes(TranslationUnit unit) throws IOException {
        Optional<String> creator = value(unit, TmxReader.CREATOR);
        Optional<String> created = value(unit, TmxReader.CREATED);
        String date = TmxReader.DATE.format(unit.createdAt());
        attribute("creationid", creator.orElse(unit.author()));
        attribute("creationdate", created.orElse(date));
        if (creator.isPresent()) {
            attribute("changeid", unit.author());
        }
        if (created.isPresent()) {
            attribute("changedate", date);
        }
        for (Property property : unit.properties()) {
            String name = property.name().substring(Math.min(1, property.name().length()));
            if (property.name().startsWith(Property.ATTRIBUTE) && TmxReader.KEPT.contains(name)) {
                attribute(name, property.value());
            }
        }
    }

    private static Optional<String> value(TranslationUnit unit, String name) {
        return unit.properties().stream()
                .filter(property -> property.name().equals(name))
                .map(Property::value)
                .findFirst();
    }

    private void attribute(String name, String value) throws IOException {
        out.write(' ' + name + "=\"");
        escape(value);
        out.write('"');
    }

    private void property(String type, String value) throws IOException {
        out.write("<prop type=\"");
        escape(type);
        out.write("\">");
        escape(value);
        out.write("</prop>");
    }

    private void variant(Language language, String text) throws IOException {
        out.write("<tuv xml:lang=\"" + language.tag() + "\"><seg>");
        escape(text);
        out.write("</seg></tuv>");
    }

    private void escape(String text) throws IOException {
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            switch (c) {
                case '<' -> out.write("&lt;");
                case '>' -> out.write("&gt;");
                case '&' -> out.write("&amp;");
                case '"' -> out.write("&quot;");
                case '\t', '\n', '\r' -> out.write("&#" + c + ";");
                default -> out.write(isAllowed(c) ? Character.toString(c) : "\uFFFD");
            }
        }
    }

    /** XML 1.0, production 2. */
    private static boolean isAllowed(int c) {
        return c >= 0x20 && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) && c != 0xFFFE && c != 0xFFFF;
    }

    @Override
    public void close() throws IOException {
        try (out) {
            out.write("</body>\n</tmx>\n");
        }
    }
}
