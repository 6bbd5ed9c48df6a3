package khos.search;

import java.util.List;

/**
 * What to ask instead when nothing was found.
 *
 * @param meant questions that sound or look like it and have answers
 * @param shorter the question with a word less, as far as that has answers
 */
public record Advice(List<Instead> meant, List<Instead> shorter) {
    /** @param found how many answers it has */
    public record Instead(String text, int found) {}
}
