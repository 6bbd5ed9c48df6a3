package khos.site;

/** What can be read without a network; the page is the same for all, a script lists what the device holds. */
record OfflinePage(Frame frame) implements Page {
    @Override
    public String template() {
        return "offline";
    }
}
