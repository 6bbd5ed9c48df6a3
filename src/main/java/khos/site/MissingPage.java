package khos.site;

import java.util.List;
import java.util.Optional;
import khos.publication.Headline;
import org.springframework.http.HttpStatus;

/**
 * Tells that there is nothing here, and where to go instead.
 *
 * @param status 404, 410 for what was taken back, or another one when something went wrong
 * @param other the path of the same text in the other language, when it is published there
 * @param newest what came out last
 */
record MissingPage(Frame frame, HttpStatus status, Optional<String> other, List<Headline> newest) implements Page {
    @Override
    public String template() {
        return "missing";
    }

    /** The key of the words that say what happened: {@code 404}, {@code 410}, {@code 500}. */
    String words() {
        return switch (status) {
            case GONE -> "410";
            case NOT_FOUND ->
                other.isPresent() ? "untranslated." + frame.language().code() : "404";
            default -> status.is4xxClientError() ? "400" : "500";
        };
    }
}
