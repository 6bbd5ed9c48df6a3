package khos.markdown;

import java.util.Optional;
import khos.language.Span;

/**
 * An inline mark of Markdown that a translator keeps and does not type: {@code **} and {@code **} around words, the
 * {@code [} and {@code ](/m)} of a link, a whole {@code `code`}.
 *
 * @param opening where it stands, or its first half
 * @param closing its second half; nothing for what stands alone
 * @param before the text of {@code opening}
 * @param after the text of {@code closing}; empty for what stands alone
 * @param face what is shown in its place: {@code **}, the address of a link, the text of a code
 * @param key equal for codes that stand for one another in source and target
 * @param depth how many other codes it stands in
 * @param parent the key of the code it stands in; empty at depth 0
 */
public record Code(
        Type type,
        Span opening,
        Optional<Span> closing,
        String before,
        String after,
        String face,
        String key,
        int depth,
        String parent) {
    /** What a code does. */
    public enum Type {
        EMPHASIS,
        STRONG,
        LINK,
        IMAGE,
        CODE,
        FOOTNOTE,
        HTML,
        BREAK
    }

    /** From the beginning of its first half to the end of its second. */
    public Span span() {
        return new Span(opening.start(), closing.orElse(opening).end());
    }
}
