package khos.markdown;

import java.util.regex.Pattern;

/**
 * A sentence that links can lead to: {@code Anchor("s42", 3, "马跑得很快。")} stands in the fourth block.
 *
 * @param id {@code s} and a number
 * @param block its place in {@link Markdown#blocks()}, from 0
 * @param text the sentence without its marks, as {@link Markdown#plainText(String)} gives it
 */
public record Anchor(String id, int block, String text) {
    private static final Pattern ID = Pattern.compile("s\\d{1,9}");

    public Anchor {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("not the id of a sentence: " + id);
        }
    }
}
