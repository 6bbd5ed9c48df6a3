package khos.terminology;

import java.util.List;

/**
 * What was read out of a file of terms.
 *
 * @param refused the concepts that could not be taken
 */
public record ReadTerms(List<Concept> concepts, List<Refusal> refused) {
    /**
     * Why a concept or the rest of a file was not taken.
     *
     * @param line of the file, from 1
     * @param key of the words that say why, {@code refused.no-term}
     * @param detail fills {@code {0}} in them; may be empty
     */
    public record Refusal(int line, String key, String detail) {}

    public ReadTerms {
        concepts = List.copyOf(concepts);
        refused = List.copyOf(refused);
    }
}
