package khos.site;

import java.util.List;
import java.util.Optional;
import khos.search.SentencePair;

/**
 * How words are said in the other language: sentence pairs that hold them.
 *
 * @param query as typed; empty before the first question
 * @param examples pairs of short sentences to begin with
 * @param instead questions that pairs answer, when this one has none
 * @param texts how many whole texts hold the words, when no pair does
 */
record ConcordancePage(
        Frame frame,
        String query,
        int total,
        List<SentencePair> pairs,
        List<Pair> examples,
        List<Choice> instead,
        int texts,
        Paging paging)
        implements Page {
    /** A longer sentence is found by its beginning and its end. */
    private static final int LONGEST_PLACE = 60;

    private static final int ENDS = 16;

    @Override
    public String template() {
        return "concordance";
    }

    boolean asked() {
        return !query.isEmpty();
    }

    /** The address that asks for {@code text}. */
    String asking(String text) {
        return frame.to("concordance") + "?q=" + Question.encoded(text);
    }

    /** Where whole texts are searched for the same. */
    String search() {
        return Question.of(query).address(frame.to("search"));
    }

    static List<Piece> pieces(SentencePair.Half half) {
        return Piece.of(half.language(), half.text(), half.marks());
    }

    /** As {@link Pair#listClass}. */
    String listClass() {
        return Pair.listClass(pairs.stream()
                .map(pair -> new Pair(
                        pair.number(),
                        Optional.of(pair.chinese().text()),
                        Optional.of(pair.mongolian().text())))
                .toList());
    }

    /** Whether any mark on this page is only likely. */
    boolean guesses() {
        return pairs.stream().anyMatch(pair -> guessed(pair.chinese()) || guessed(pair.mongolian()));
    }

    private static boolean guessed(SentencePair.Half half) {
        return !half.asked() && !half.marks().isEmpty();
    }

    /**
     * The address of the sentence. Where it has no anchor, as what is said in no caption of a film, the sentence itself is the
     * place (WICG, "URL Fragment Text Directives").
     */
    static String address(SentencePair.Half half) {
        return half.url().contains("#") ? half.url() : half.url() + "#:~:text=" + fragment(half.text());
    }

    private static String fragment(String text) {
        if (text.length() <= LONGEST_PLACE) {
            return escaped(text);
        }
        return escaped(text.substring(0, text.offsetByCodePoints(0, ENDS))) + ","
                + escaped(text.substring(text.offsetByCodePoints(text.length(), -ENDS)));
    }

    private static String escaped(String text) {
        return Question.encoded(text).replace("+", "%20").replace("-", "%2D");
    }
}
