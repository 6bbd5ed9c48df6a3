package khos.site;

import java.util.List;

/** The series that have episodes in a language. */
record AllSeriesPage(Frame frame, List<Shelf> shelves) implements Page {
    @Override
    public String template() {
        return "allSeries";
    }
}
