package khos.site;

/** What a template prints. */
interface Page {
    /** What this page has in common with all pages. */
    Frame frame();

    /** The template for horizontal pages; the one for vertical pages is called the same with {@code Vertical} after it. */
    String template();
}
