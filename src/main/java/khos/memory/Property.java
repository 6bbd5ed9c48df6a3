package khos.memory;

import java.util.ArrayList;
import java.util.List;

/**
 * What another program said of a unit, kept for it: an attribute of TMX's {@code tu}, named {@code @usagecount}, or a
 * {@code prop}, named by its type.
 */
public record Property(String name, String value) {
    /** Begins the names of attributes. */
    static final String ATTRIBUTE = "@";

    /** As one text, {@code name<tab>value<line feed>} for each, what would part them written with backslashes. */
    static String joined(List<Property> properties) {
        var text = new StringBuilder();
        for (Property property : properties) {
            escape(property.name, text);
            text.append('\t');
            escape(property.value, text);
            text.append('\n');
        }
        return text.toString();
    }

    private static void escape(String value, StringBuilder text) {
        for (int i = 0; i < value.length(); i++) {
            switch (value.charAt(i)) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                default -> text.append(value.charAt(i));
            }
        }
    }

    /** What {@link #joined} made. */
    static List<Property> split(String joined) {
        if (joined.isEmpty()) {
            return List.of();
        }
        List<Property> properties = new ArrayList<>();
        var text = new StringBuilder();
        String name = "";
        for (int i = 0; i < joined.length(); i++) {
            char c = joined.charAt(i);
            if (c == '\t') {
                name = text.toString();
                text.setLength(0);
            } else if (c == '\n') {
                properties.add(new Property(name, text.toString()));
                text.setLength(0);
            } else if (c == '\\') {
                char next = joined.charAt(++i);
                text.append(next == 't' ? '\t' : next == 'n' ? '\n' : next);
            } else {
                text.append(c);
            }
        }
        return List.copyOf(properties);
    }
}
