package khos.markdown;

/**
 * Markup that is already safe to print: it came out of {@link Markdown#toHtml()} and holds no element, attribute or
 * address outside the allowed list. The only type that templates print unescaped.
 */
public final class Html {
    private final String markup;

    Html(String markup) {
        this.markup = markup;
    }

    /** The markup, for example {@code <p>你好</p>}. */
    @Override
    public String toString() {
        return markup;
    }
}
