package khos.site;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import khos.language.Language;
import khos.publication.Publications;

/**
 * What a preview says of itself above its page.
 *
 * @param open how many sentences are not reviewed yet
 */
record PreviewBar(String token, Instant until, int open) {
    private static final DateTimeFormatter UNTIL =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.CHINESE).withZone(Publications.ZONE);

    /** Where the same text is seen in a language. */
    String address(Language language) {
        return "/preview/" + token + "/" + language.code();
    }

    /** Till when it can be seen, for the Chinese sentence that says so: {@code 2026年12月1日 16:00}. */
    String untilWhen() {
        return UNTIL.format(until);
    }
}
