package khos.translation;

import java.util.stream.Stream;

/** How like the best match of a sentence is, in the steps that are counted and paid by. */
public enum Band {
    CONTEXT(101, "102–101"),
    EXACT(100, "100"),
    NEARLY_EXACT(95, "95–99"),
    HIGH(85, "85–94"),
    MEDIUM(75, "75–84"),
    LOW(50, "50–74"),
    NONE(0, "");

    private final int least;
    private final String label;

    Band(int least, String label) {
        this.least = least;
        this.label = label;
    }

    /** The similarity it begins at. */
    public int least() {
        return least;
    }

    /** {@code 95–99}; empty for {@link #NONE}. */
    public String label() {
        return label;
    }

    public static Band of(int similarity) {
        return Stream.of(values())
                .filter(band -> similarity >= band.least)
                .findFirst()
                .orElse(NONE);
    }
}
