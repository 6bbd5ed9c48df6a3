package khos.site;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import khos.language.Language;
import khos.search.Query;
import khos.translation.TextKind;

/**
 * What a reader asks, as an address writes it: {@code q=书&kind=lessons&year=2024&order=date}. Values that mean nothing are
 * as if they were not there.
 *
 * @param text as typed, without spaces around it, at most 200 characters; may be empty
 */
record Question(String text, Query.Filter filter, Query.Order order) {
    private static final int LONGEST = 200;
    private static final int LONGEST_VALUE = 100;
    /** What a page repeats of it in its own sentences. */
    private static final int LONGEST_SHOWN = 40;

    static Question read(Map<String, String> parameters) {
        var filter = Query.Filter.NONE
                .with(Language.find(value(parameters, "lang")))
                .ofKind(kind(value(parameters, "kind")))
                .ofSeries(name(value(parameters, "series")))
                .ofTopic(name(value(parameters, "topic")))
                .ofYear(year(value(parameters, "year")));
        boolean newest = value(parameters, "order").equals("date");
        return new Question(text(value(parameters, "q")), filter, newest ? Query.Order.DATE : Query.Order.RELEVANCE);
    }

    private static String value(Map<String, String> parameters, String name) {
        return parameters.getOrDefault(name, "");
    }

    /** {@code typed} as far as it is asked, never ending in half a character. */
    static String text(String typed) {
        String text = typed.strip();
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end);
    }

    /** {@code text} with an ellipsis for what goes beyond a line, never ending within a character and its marks. */
    static String shown(String text) {
        if (text.length() <= LONGEST_SHOWN) {
            return text;
        }
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        return text.substring(0, characters.preceding(LONGEST_SHOWN + 1)).stripTrailing() + "…";
    }

    private static Optional<TextKind> kind(String path) {
        return Arrays.stream(TextKind.values())
                .filter(kind -> kind.path().equals(path))
                .findFirst();
    }

    private static Optional<String> name(String value) {
        return value.isBlank() || value.length() > LONGEST_VALUE ? Optional.empty() : Optional.of(value);
    }

    private static OptionalInt year(String value) {
        return value.matches("[0-9]{4}") ? OptionalInt.of(Integer.parseInt(value)) : OptionalInt.empty();
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    boolean isFiltered() {
        return !filter.equals(Query.Filter.NONE);
    }

    Question with(Query.Filter other) {
        return new Question(text, other, order);
    }

    Question in(Query.Order other) {
        return new Question(text, filter, other);
    }

    /** Another text, asked of everything. */
    static Question of(String text) {
        return new Question(text, Query.Filter.NONE, Query.Order.RELEVANCE);
    }

    Query query(int page, int size) {
        return new Query(text, filter, order, page, size);
    }

    /** {@code path} with this as its query, always in the same order. */
    String address(String path) {
        var address = new StringBuilder(path).append("?q=").append(encoded(text));
        filter.kind().ifPresent(kind -> address.append("&kind=").append(kind.path()));
        filter.language().ifPresent(language -> address.append("&lang=").append(language.code()));
        filter.series().ifPresent(series -> address.append("&series=").append(encoded(series)));
        filter.topic().ifPresent(topic -> address.append("&topic=").append(encoded(topic)));
        filter.year().ifPresent(year -> address.append("&year=").append(year));
        return order == Query.Order.DATE ? address.append("&order=date").toString() : address.toString();
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
