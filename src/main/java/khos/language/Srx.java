package khos.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Rules of segmentation in SRX 2.0 (Segmentation Rules eXchange, LISA OSCAR): a rule says of a place, by what stands
 * before and after it, that a sentence ends there or does not. With {@code cascade="yes"} the rules of every map whose
 * pattern matches a language apply in order, else those of the first.
 *
 * <p>Both sides of a rule must have a greatest length ({@code \s{0,3}}, not {@code \s*}), so that no text can make one
 * slow.
 */
final class Srx {
    private static final String NAMESPACE = "http://www.lisa.org/srx20";
    private static final Pattern CHARACTER = Pattern.compile("\\\\.|\\[(?:\\\\.|[^\\]])*]");
    private static final Pattern ENDLESS = Pattern.compile("[*+]|\\{\\d*,}");

    /** One rule; {@code place} matches the empty string at each place it speaks of. */
    record Rule(boolean breaks, Pattern place) {
        /** Adds the places where this rule breaks to {@code ends}, or removes those where it does not let break. */
        void apply(String text, BitSet ends) {
            Matcher matcher = place.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
            if (breaks) {
                while (matcher.find()) {
                    ends.set(matcher.start());
                }
                return;
            }
            for (int i = ends.nextSetBit(0); i >= 0; i = ends.nextSetBit(i + 1)) {
                if (matcher.region(i, text.length()).lookingAt()) {
                    ends.clear(i);
                }
            }
        }
    }

    private record LanguageMap(Pattern tags, List<Rule> rules) {}

    private final boolean cascade;
    private final List<LanguageMap> maps;

    private Srx(boolean cascade, List<LanguageMap> maps) {
        this.cascade = cascade;
        this.maps = maps;
    }

    /** The rules of {@code file}, a resource beside this class. */
    static Srx load(String file) {
        try (InputStream in = Srx.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing");
            }
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalArgumentException naming what is wrong when this is no SRX 2.0 or has rules that cannot be applied */
    static Srx read(InputStream in) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            return new Reader(factory.createXMLStreamReader(in)).read();
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException("no SRX: " + e.getMessage(), e);
        }
    }

    /** The rules for a language by its BCP 47 tag, the ones that decide first first. */
    List<Rule> rules(String tag) {
        return maps.stream()
                .filter(map -> map.tags().matcher(tag).matches())
                .limit(cascade ? maps.size() : 1)
                .flatMap(map -> map.rules().stream())
                .toList();
    }

    private static final class Reader {
        private final XMLStreamReader xml;
        private boolean cascade;
        private final Map<String, List<Rule>> languageRules = new HashMap<>();
        private final List<LanguageMap> maps = new ArrayList<>();
        private List<Rule> rules = new ArrayList<>();
        private boolean breaks;
        private String before = "";
        private String after = "";

        Reader(XMLStreamReader xml) {
            this.xml = xml;
        }

        Srx read() throws XMLStreamException {
            xml.nextTag();
            if (!NAMESPACE.equals(xml.getNamespaceURI()) || !"2.0".equals(attribute("version", ""))) {
                throw new IllegalArgumentException("no SRX 2.0 but <" + xml.getLocalName() + ">");
            }
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamReader.START_ELEMENT -> start();
                    case XMLStreamReader.END_ELEMENT -> end();
                    default -> {}
                }
            }
            return new Srx(cascade, maps);
        }

        private void start() throws XMLStreamException {
            switch (xml.getLocalName()) {
                case "header" -> cascade = attribute("cascade", "no").equals("yes");
                case "languagerule" -> {
                    rules = new ArrayList<>();
                    languageRules.put(attribute("languagerulename", ""), rules);
                }
                case "rule" -> {
                    breaks = attribute("break", "yes").equals("yes");
                    before = "";
                    after = "";
                }
                case "beforebreak" -> before = bounded(xml.getElementText());
                case "afterbreak" -> after = bounded(xml.getElementText());
                case "languagemap" -> map(attribute("languagepattern", ""), attribute("languagerulename", ""));
                default -> {}
            }
        }

        private void end() {
            if (xml.getLocalName().equals("rule")) {
                rules.add(new Rule(breaks, pattern("(?<=" + before + ")(?=" + after + ")")));
            }
        }

        private void map(String tags, String languageRule) {
            List<Rule> named = languageRules.get(languageRule);
            if (named == null) {
                throw new IllegalArgumentException("there are no rules named '" + languageRule + "'");
            }
            maps.add(new LanguageMap(pattern(tags), named));
        }

        private String bounded(String regex) {
            if (ENDLESS.matcher(CHARACTER.matcher(regex).replaceAll("x")).find()) {
                throw new IllegalArgumentException("line " + line() + ": no greatest length in " + regex);
            }
            return regex;
        }

        private Pattern pattern(String regex) {
            try {
                return Pattern.compile(regex);
            } catch (PatternSyntaxException e) {
                throw new IllegalArgumentException("line " + line() + ": " + e.getDescription() + " in " + regex, e);
            }
        }

        private int line() {
            return xml.getLocation().getLineNumber();
        }

        private String attribute(String name, String otherwise) {
            String value = xml.getAttributeValue(null, name);
            return value == null ? otherwise : value;
        }
    }
}
