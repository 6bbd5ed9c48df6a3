package khos.site;

import java.util.List;
import java.util.OptionalInt;
import khos.translation.TextKind;
import org.jspecify.annotations.Nullable;

/**
 * What a reader searched for, and the answers.
 *
 * @param facets by which the answers can be narrowed
 * @param orders in which they can stand
 * @param active what narrows them now, each leading to the same without it
 * @param help what to ask instead; without anything where there are answers
 * @param indexed how much of what is published is searched, in percent, while that is clearly not all
 */
record SearchPage(
        Frame frame,
        Question question,
        int total,
        List<Facet> facets,
        List<Choice> orders,
        List<Choice> active,
        List<Result> results,
        Help help,
        OptionalInt indexed,
        Paging paging)
        implements Page {
    /**
     * Ways out of a question without an answer.
     *
     * @param meant questions that sound or look like it
     * @param shorter it with a word less
     * @param wider it with fewer filters
     */
    record Help(List<Choice> meant, List<Choice> shorter, List<Choice> wider) {
        static final Help NONE = new Help(List.of(), List.of(), List.of());
    }

    @Override
    public String template() {
        return "search";
    }

    boolean asked() {
        return !question.isEmpty();
    }

    /** The kind that the next question is asked of too. */
    @Nullable
    String kind() {
        return question.filter().kind().map(TextKind::path).orElse(null);
    }

    /** Whether there is anything to choose. */
    boolean narrows() {
        return !facets.isEmpty();
    }

    /** Where the sentence pairs are that say it. */
    String pairs() {
        return frame.to("concordance") + "?q=" + Question.encoded(question.text());
    }
}
