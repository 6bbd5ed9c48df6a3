package khos.site;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing by which answers can be narrowed, with its values.
 *
 * @param label what the values are, for example {@code 年份}
 * @param chinese as {@link Choice#chinese}
 */
record Facet(String label, boolean chinese, List<Choice> choices) {
    /** More values than these are folded away. */
    private static final int SHOWN = 6;

    boolean isEmpty() {
        return choices.isEmpty();
    }

    /** The values that are always to be seen; all of them when only one would be left. */
    List<Choice> first() {
        return folds() ? choices.subList(0, SHOWN) : choices;
    }

    List<Choice> rest() {
        return folds() ? choices.subList(SHOWN, choices.size()) : List.of();
    }

    private boolean folds() {
        return choices.size() > SHOWN + 1;
    }

    /** Whether what is chosen now is among those folded away. */
    boolean isOpen() {
        return rest().stream().anyMatch(Choice::current);
    }

    @Nullable
    String lang() {
        return chinese ? "zh-Hans" : null;
    }
}
