package khos.site;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A link of the search page that asks the same otherwise.
 *
 * @param chinese whether the label is Chinese whatever the language of the page
 * @param count how many answers there would be; none where it does not matter
 */
record Choice(String label, boolean chinese, OptionalInt count, String address, boolean current) {
    /** {@code true} for what is asked now, else null, which leaves the attribute out. */
    @Nullable
    String ariaCurrent() {
        return current ? "true" : null;
    }

    /** The language of the label on a page that is Mongolian. */
    @Nullable
    String lang() {
        return chinese ? "zh-Hans" : null;
    }
}
