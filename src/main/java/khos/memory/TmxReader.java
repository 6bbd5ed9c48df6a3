package khos.memory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import khos.language.Language;
import khos.language.LanguagePair;

/**
 * Reads TMX 1.4b (Translation Memory eXchange, LISA OSCAR) and what came before it, unit by unit.
 *
 * <p>Inline codes are kept as the text they hold: {@code 按<bpt i="1">**</bpt>确定} gives {@code 按**确定}. A unit that cannot be
 * taken is reported with its line and the next one read. Nothing outside the file is looked at; entities that the file
 * declares are refused.
 */
public final class TmxReader {
    /** Why a unit, or all from a line on, was not taken: a key of the messages with its arguments. */
    public record Refusal(int line, String key, List<Object> arguments) {}

    static final String ORIGIN = "x-khos-origin";
    static final String MILLIS = "x-khos-millis";
    static final String CONTEXT = "x-khos-context";
    static final String PROVENANCE = "x-khos-provenance";
    /** What programs write for the translator when it was a machine. */
    private static final Set<String> MACHINES = Set.of("mt", "mt!");
    /** Attributes of {@code tu} that are kept as they are, beside those with a meaning here. */
    static final List<String> KEPT = List.of(
            "tuid",
            "o-encoding",
            "datatype",
            "usagecount",
            "lastusagedate",
            "creationtool",
            "creationtoolversion",
            "segtype",
            "o-tmf");
    /** Of a changed unit who made it first and when. */
    static final String CREATOR = "@creationid";

    static final String CREATED = "@creationdate";
    static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final String FORBIDDEN = String.valueOf(XmlCharacters.FORBIDDEN);
    /** What is seen as nothing, beside white space. */
    private static final String UNSEEN = "\u00A0\u180E\u200B\u202F\u2060\uFEFF";

    private static final int DEEPEST = 100;
    private static final int LONGEST_SEGMENT = 100_000;
    private static final int MOST_PROPERTIES = 100;

    private static final int LONGEST_NAME = 200;

    private final String name;
    private final Consumer<TranslationUnit> units;
    private final Consumer<Refusal> refusals;
    private final Map<Language, String> segments = new EnumMap<>(Language.class);
    private final StringBuilder text = new StringBuilder();
    private Optional<Language> first = Optional.empty();
    private Optional<Language> language = Optional.empty();
    private Optional<Language> mainSource = Optional.empty();
    private Optional<Language> source = Optional.empty();
    private String tag = "";
    private String author = "";
    private String mainAuthor = "";
    private final List<Property> properties = new ArrayList<>();
    private Optional<Provenance> provenance = Optional.empty();
    private boolean inUnit;
    private boolean inVariant;
    private String date = "";
    private String property = "";
    private Optional<String> origin = Optional.empty();
    private long millis;
    private long context;
    private int line;
    private boolean inText;
    private String problem = "";

    private TmxReader(String name, Consumer<TranslationUnit> units, Consumer<Refusal> refusals) {
        this.name = name.substring(0, Math.min(name.length(), LONGEST_NAME));
        this.units = units;
        this.refusals = refusals;
    }

    /**
     * Reads a file to its end, or as far as it is XML; UTF-8, UTF-16 with or without a byte order mark, or what the
     * declaration says.
     *
     * @throws IOException when {@code input} cannot be read
     */
    public static void read(InputStream input, Consumer<TranslationUnit> units, Consumer<Refusal> refusals)
            throws IOException {
        read(input, "", units, refusals);
    }

    /**
     * As above.
     *
     * @param name of the file, said of units that name no origin; may be empty
     */
    public static void read(InputStream input, String name, Consumer<TranslationUnit> units, Consumer<Refusal> refusals)
            throws IOException {
        var reader = new TmxReader(name, units, refusals);
        try (XmlCharacters characters = XmlCharacters.of(input)) {
            reader.read(characters);
        } catch (UnsupportedCharsetException | IllegalCharsetNameException e) {
            refusals.accept(new Refusal(1, "tmx.encoding", List.of(String.valueOf(e.getMessage()))));
        }
    }

    /** The language of a tag: by its primary part, and by script or region where those tell the script. */
    static Optional<Language> language(String tag) {
        List<String> parts = List.of(tag.toLowerCase(Locale.ROOT).split("[-_]"));
        return switch (parts.getFirst()) {
            case "zh", "cmn", "zho", "chi" ->
                parts.contains("hant") || (!parts.contains("hans") && isTraditional(parts))
                        ? Optional.empty()
                        : Optional.of(Language.CHINESE);
            case "mn", "mvf", "mon" ->
                parts.contains("cyrl")
                                || (parts.contains("mn") && parts.lastIndexOf("mn") > 0 && !parts.contains("mong"))
                        ? Optional.empty()
                        : Optional.of(Language.MONGOLIAN);
            default -> Optional.empty();
        };
    }

    private static boolean isTraditional(List<String> parts) {
        return parts.contains("tw") || parts.contains("hk") || parts.contains("mo");
    }

    private void read(XmlCharacters characters) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        int last = 1;
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(characters);
            boolean tmx = false;
            int depth = 0;
            while (xml.hasNext()) {
                int event = xml.next();
                last = xml.getLocation().getLineNumber();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    if (!tmx && !xml.getLocalName().equals("tmx")) {
                        refuse(last, "tmx.none");
                        return;
                    }
                    tmx = true;
                    if (++depth > DEEPEST) {
                        refuse(last, "tmx.deep", DEEPEST);
                        return;
                    }
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    depth--;
                }
                take(xml, event);
            }
        } catch (XMLStreamException e) {
            refuse(
                    e.getLocation() == null ? last : Math.max(1, e.getLocation().getLineNumber()),
                    "tmx.broken",
                    reason(e));
        }
    }

    /** The last line of what the parser says; before it stands the place. */
    private static String reason(XMLStreamException e) {
        String message = String.valueOf(e.getMessage());
        return message.substring(message.lastIndexOf('\n') + 1).replaceFirst("^Message: ", "");
    }

    private void refuse(int line, String key, Object... arguments) {
        refusals.accept(new Refusal(line, key, List.of(arguments)));
    }

    private void take(XMLStreamReader xml, int event) {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> begin(xml);
            case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> append(xml);
            case XMLStreamConstants.ENTITY_REFERENCE -> problem = "tmx.entity";
            default -> {
                // Comments and instructions say nothing about units.
            }
        }
    }

    private void append(XMLStreamReader xml) {
        if (!inText) {
            return;
        }
        if (text.length() + xml.getTextLength() > LONGEST_SEGMENT) {
            problem = "tmx.long";
            return;
        }
        int begin = text.length();
        text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
        if (text.indexOf(FORBIDDEN, begin) >= 0) {
            problem = "tmx.character";
        }
    }

    private void begin(XMLStreamReader xml) {
        switch (xml.getLocalName()) {
            case "header" -> {
                mainSource = language(attribute(xml, "srclang"));
                mainAuthor = attribute(xml, "creationid");
            }
            case "tu" -> beginUnit(xml);
            case "tuv" -> {
                String own = xml.getAttributeValue(XMLConstants.XML_NS_URI, "lang");
                tag = own == null ? attribute(xml, "lang") : own;
                language = language(tag);
                inVariant = true;
                String changed = attribute(xml, "changeid");
                String last = !changed.isEmpty() ? changed : attribute(xml, "creationid");
                author = author.isEmpty() ? last : author;
                date = date.isEmpty() ? attribute(xml, "changedate") : date;
                date = date.isEmpty() ? attribute(xml, "creationdate") : date;
            }
            case "seg", "prop" -> {
                property = attribute(xml, "type");
                text.setLength(0);
                inText = true;
            }
            default -> {
                // Inline codes are the text they hold; what else there is does not matter here.
            }
        }
    }

    private void beginUnit(XMLStreamReader xml) {
        line = xml.getLocation().getLineNumber();
        segments.clear();
        first = Optional.empty();
        source = language(attribute(xml, "srclang")).or(() -> mainSource);
        String changed = attribute(xml, "changeid");
        String created = attribute(xml, "creationid");
        author = changed.isEmpty() ? created : changed;
        date = attribute(xml, "changedate").isEmpty() ? attribute(xml, "creationdate") : attribute(xml, "changedate");
        properties.clear();
        keep(CREATOR, changed.isEmpty() ? "" : created);
        keep(CREATED, attribute(xml, "changedate").isEmpty() ? "" : attribute(xml, "creationdate"));
        KEPT.forEach(name -> keep(Property.ATTRIBUTE + name, attribute(xml, name)));
        provenance = Optional.empty();
        inUnit = true;
        inVariant = false;
        origin = Optional.empty();
        millis = 0;
        context = 0;
        problem = "";
    }

    private void keep(String name, String value) {
        if (!value.isEmpty()) {
            properties.add(new Property(name, value));
        }
    }

    private static String attribute(XMLStreamReader xml, String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    private void end(String name) {
        switch (name) {
            case "seg" -> {
                inText = false;
                language.ifPresent(known -> {
                    first = first.isEmpty() ? language : first;
                    segments.putIfAbsent(known, text.toString());
                });
            }
            case "prop" -> {
                inText = false;
                property(text.toString());
            }
            case "tuv" -> inVariant = false;
            case "tu" -> {
                inUnit = false;
                endUnit();
            }
            default -> {
                // As at its beginning.
            }
        }
    }

    private void property(String value) {
        if (!inUnit || inVariant) {
            return;
        }
        try {
            switch (property) {
                case ORIGIN -> origin = Optional.of(value);
                case MILLIS -> millis = Long.parseLong(value);
                case CONTEXT -> context = Long.parseUnsignedLong(value, 16);
                case PROVENANCE -> provenance = Optional.of(Provenance.valueOf(value));
                default -> keepProperty(value);
            }
        } catch (IllegalArgumentException e) {
            problem = "tmx.property";
        }
    }

    private void keepProperty(String value) {
        int held = properties.stream()
                .mapToInt(kept -> kept.name().length() + kept.value().length())
                .sum();
        if (property.startsWith(Property.ATTRIBUTE) || properties.size() >= MOST_PROPERTIES) {
            return;
        }
        if (held + value.length() > LONGEST_SEGMENT) {
            problem = "tmx.long";
            return;
        }
        properties.add(new Property(property, value));
    }

    private void endUnit() {
        if (!problem.isEmpty()) {
            refuse(line, problem, LONGEST_SEGMENT);
        } else if (segments.size() < Language.values().length) {
            refuse(line, "tmx.languages", tag);
        } else if (segments.values().stream().anyMatch(TmxReader::isEmpty)) {
            refuse(line, "tmx.empty");
        } else {
            var pair = pair(source.or(() -> first).orElse(Language.CHINESE));
            String from = segments.getOrDefault(pair.source(), "");
            String to = segments.getOrDefault(pair.target(), "");
            if (origin.isEmpty() && !name.isEmpty()) {
                properties.removeIf(said -> said.name().equals(TranslationUnit.FILE));
                properties.add(new Property(TranslationUnit.FILE, name));
            }
            String own = origin.orElseGet(() -> "tmx:" + Long.toHexString(Hash.of(from, to)));
            units.accept(new TranslationUnit(
                    pair,
                    from,
                    to,
                    own,
                    author.isEmpty() ? mainAuthor : author,
                    date(),
                    context,
                    provenance.orElseGet(this::provenance),
                    properties));
        }
    }

    private static boolean isEmpty(String segment) {
        return segment.chars().allMatch(c -> Character.isWhitespace(c) || UNSEEN.indexOf(c) >= 0);
    }

    /** Of a unit that does not say it: what bears our own mark was reviewed here. */
    private Provenance provenance() {
        if (MACHINES.contains(author.toLowerCase(Locale.ROOT))) {
            return Provenance.MACHINE;
        }
        return origin.isPresent() ? Provenance.REVIEWED : Provenance.IMPORTED;
    }

    private static LanguagePair pair(Language source) {
        return new LanguagePair(source, source.other());
    }

    /** The epoch where there is no date or a wrong one. */
    private Instant date() {
        try {
            return date.isEmpty()
                    ? Instant.EPOCH
                    : Instant.from(DATE.parse(date)).plusMillis(millis);
        } catch (DateTimeException e) {
            return Instant.EPOCH;
        }
    }
}
