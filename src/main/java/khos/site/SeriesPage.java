package khos.site;

/** A series and its episodes. */
record SeriesPage(Frame frame, Shelf shelf) implements Page {
    @Override
    public String template() {
        return "series";
    }
}
