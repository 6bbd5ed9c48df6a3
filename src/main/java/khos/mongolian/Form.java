package khos.mongolian;

import java.util.List;

/**
 * A shape that a letter is written in: its written units, such as {@code A I} for an initial i.
 *
 * <p>{@link #strokes} are the units with those made one that differ in the model and not on paper.
 */
final class Form {
    private final String units;
    private final byte[] strokes;
    private final byte[] medialStrokes;
    private final String last;

    Form(String units) {
        this.units = units;
        List<String> names = List.of(units.split(" "));
        last = names.getLast();
        strokes = Strokes.of(names, false);
        medialStrokes = Strokes.of(names, true);
    }

    /** The written units as UTN #57 names them, {@code A I}. */
    String units() {
        return units;
    }

    byte[] strokes(boolean medial) {
        return medial ? medialStrokes : strokes;
    }

    boolean is(String other) {
        return units.equals(other);
    }

    /** The last of the units. */
    String last() {
        return last;
    }

    boolean endsIn(String unit) {
        return last.equals(unit);
    }
}
