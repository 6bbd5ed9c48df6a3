package khos.site;

/** The words that a reader kept; the page is the same for all, a script fills in what the device remembers. */
record WordsPage(Frame frame) implements Page {
    @Override
    public String template() {
        return "words";
    }
}
