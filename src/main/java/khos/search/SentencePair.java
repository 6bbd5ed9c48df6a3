package khos.search;

import java.util.List;
import khos.language.Language;
import khos.language.Span;
import khos.translation.TextKind;

/**
 * A published sentence in both languages.
 *
 * @param number of the sentence in its text
 */
public record SentencePair(TextKind kind, String slug, int number, Half chinese, Half mongolian) {
    /**
     * The sentence in one language.
     *
     * @param marks where the words stand that were asked for; in the other language those that most likely say them
     * @param asked whether the marks are words that were asked for
     * @param title of the text it stands in
     * @param url of its place
     */
    public record Half(Language language, String text, List<Span> marks, boolean asked, String title, String url) {}

    public Half half(Language language) {
        return language == Language.CHINESE ? chinese : mongolian;
    }
}
