package khos.language;

/** A stretch of a text in UTF-16 units: from {@code start}, inclusive, to {@code end}, exclusive. */
public record Span(int start, int end) {
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("no span runs from " + start + " to " + end);
        }
    }

    public int length() {
        return end - start;
    }

    /** The text of this span: {@code new Span(1, 3).of("abcd")} is {@code "bc"}. */
    public String of(CharSequence text) {
        return text.subSequence(start, end).toString();
    }

    /** This span seen from a text that starts {@code offset} units earlier. */
    public Span shifted(int offset) {
        return new Span(start + offset, end + offset);
    }
}
