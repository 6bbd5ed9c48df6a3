package khos.audience;

import java.util.regex.Pattern;
import khos.language.Language;

/**
 * What a reader's page reports.
 *
 * @param item as {@code Publication#item()} gives it: {@code articles/old-books-tour}
 * @param id 32 hexadecimal digits, made by the page and sent again when no answer came: counted once
 * @param kind a page seen, or a film played
 * @param watched seconds of the film watched so far; 0 for a page
 */
public record View(String item, Language language, String id, Kind kind, int watched) {
    public enum Kind {
        VIEW,
        PLAY
    }

    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

    public View {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("an id has 32 hexadecimal digits");
        }
        if (watched < 0) {
            throw new IllegalArgumentException("watched is " + watched);
        }
    }
}
