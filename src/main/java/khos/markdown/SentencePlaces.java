package khos.markdown;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds where the sentences of a block begin in it: {@code 甲。(乙)丙。丁。} with {@code *甲。}, {@code (乙)丙。*} and {@code 丁。} gives
 * 0, 2 and 6.
 *
 * <p>The sentences follow one another, but their texts were read apart from their block, where an emphasis may begin in one
 * and end in another: signs that can be marks and white space are left out of the comparison. A sentence of which only the
 * beginning is found begins there; one that is not found at all begins where the one before it ends.
 */
final class SentencePlaces {
    private static final String MARKS = "*_`[]()<>\\!";
    /** So far beyond the sentence before it a sentence is looked for, in letters. */
    private static final int WINDOW = 1_000;
    /** Fewer letters of a longer sentence may stand there by chance. */
    private static final int LEAST = 4;

    private final String text;
    private final String letters;
    /** For each letter its place in the text, and for the end that of the end. */
    private final List<Integer> places = new ArrayList<>();

    private int from;

    SentencePlaces(String text) {
        this.text = text;
        this.letters = letters(text);
        for (int i = 0; i < text.length(); i++) {
            if (isLetter(text.charAt(i))) {
                places.add(i);
            }
        }
        places.add(text.length());
    }

    /** The places of {@code sentences}, never falling. */
    int[] of(List<String> sentences) {
        int[] starts = new int[sentences.size()];
        int least = 0;
        for (int i = 0; i < starts.length; i++) {
            int place = places.get(find(letters(sentences.get(i))));
            least = withMarks(sentences.get(i), place, least);
            starts[i] = least;
        }
        return starts;
    }

    private int find(String sentence) {
        int least = Math.clamp(sentence.length(), 1, LEAST);
        for (int length = sentence.length(); length >= least; length /= 2) {
            int end = Math.min(letters.length(), from + WINDOW + length);
            int found = letters.indexOf(sentence.substring(0, length), from, end);
            if (found >= 0) {
                from = found + length;
                return found;
            }
        }
        return from;
    }

    /** The place of the first of the signs before {@code place} that the sentence begins with and that are shown. */
    private int withMarks(String sentence, int place, int least) {
        int marks = 0;
        while (marks < sentence.length() && !isLetter(sentence.charAt(marks))) {
            marks++;
        }
        int start = place;
        while (marks > 0 && start > least) {
            marks--;
            if (text.charAt(start - 1) == sentence.charAt(marks)) {
                start--;
            }
        }
        return start;
    }

    private static String letters(String text) {
        var letters = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (isLetter(text.charAt(i))) {
                letters.append(text.charAt(i));
            }
        }
        return letters.toString();
    }

    private static boolean isLetter(char c) {
        return !Character.isWhitespace(c) && MARKS.indexOf(c) < 0;
    }
}
