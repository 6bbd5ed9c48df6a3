package khos.site;

/** Page numbers of lists, as addresses give them. */
final class PageNumbers {
    private static final int LARGEST = 10_000;

    private PageNumbers() {}

    /** The number that {@code text} writes; 1 for what is none, so that a mistyped address shows the first page. */
    static int read(String text) {
        return text.matches("[0-9]{1,6}") ? Math.clamp(Integer.parseInt(text), 1, LARGEST) : 1;
    }
}
