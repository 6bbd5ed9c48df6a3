package khos.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a benchmark found, a line for each figure. */
final class Report {
    /**
     * @param value in {@code unit}
     * @param beside the same figure as a ratio to another of this run, {@code "0.31 × copying"}; may be empty
     */
    record Figure(String what, double value, String unit, String beside) {}

    private final String name;
    private final List<Figure> figures = new ArrayList<>();

    Report(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    List<Figure> figures() {
        return List.copyOf(figures);
    }

    void add(String what, double value, String unit) {
        add(what, value, unit, "");
    }

    void add(String what, double value, String unit, String beside) {
        figures.add(new Figure(what, value, unit, beside));
    }

    /** {@code 0.31 × copying}. */
    static String times(double ratio, String other) {
        return "%s × %s".formatted(number(ratio), other);
    }

    /** The figures in columns. */
    String table() {
        int widest = figures.stream()
                .mapToInt(figure -> figure.what().length())
                .max()
                .orElse(0);
        var table = new StringBuilder(name).append('\n');
        for (Figure figure : figures) {
            table.append("  %s  %10s %-12s %s"
                    .formatted(
                            figure.what() + " ".repeat(widest - figure.what().length()),
                            number(figure.value()),
                            figure.unit(),
                            figure.beside())
                    .stripTrailing());
            table.append('\n');
        }
        return table.toString();
    }

    private static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        int digits = Math.abs(value) >= 100 ? 1 : Math.abs(value) >= 1 ? 2 : 4;
        return String.format(Locale.ROOT, "%,." + digits + "f", value);
    }
}
