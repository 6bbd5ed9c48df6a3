package khos.language;

import java.util.Optional;
import khos.mongolian.Connector;

/** The names by which settings and commands choose the connector of suffixes: {@code mvs} and {@code nnbsp}. */
public final class Connectors {
    private Connectors() {}

    /** {@code mvs} gives U+180E, {@code nnbsp} U+202F; nothing for any other name. */
    public static Optional<Connector> find(String name) {
        return switch (name) {
            case "mvs" -> Optional.of(Connector.VOWEL_SEPARATOR);
            case "nnbsp" -> Optional.of(Connector.NARROW_NO_BREAK_SPACE);
            default -> Optional.empty();
        };
    }

    /**
     * The connector of the setting {@code khos.connector}.
     *
     * @throws IllegalArgumentException when it names none
     */
    public static Connector of(String setting) {
        return find(setting)
                .orElseThrow(() ->
                        new IllegalArgumentException("khos.connector is '" + setting + "', neither mvs nor nnbsp"));
    }
}
