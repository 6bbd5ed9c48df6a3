package khos.search;

import java.util.Optional;
import java.util.OptionalInt;
import khos.language.Language;
import khos.translation.TextKind;

/**
 * What a reader asks.
 *
 * @param text anything at all; never a syntax error
 * @param page from 0
 * @param size answers on a page, 1 to 100
 */
public record Query(String text, Filter filter, Order order, int page, int size) {
    /** What answers come first. */
    public enum Order {
        /** Those that fit best; of two that fit alike the newer. */
        RELEVANCE,
        /** The newest. */
        DATE
    }

    /**
     * Which publications may answer.
     *
     * @param language those that are out in it; empty for all, as everywhere here
     * @param kind of this kind
     * @param series episodes of the series of this slug
     * @param topic a lesson's topic or a tag
     * @param year dated in it
     */
    public record Filter(
            Optional<Language> language,
            Optional<TextKind> kind,
            Optional<String> series,
            Optional<String> topic,
            OptionalInt year) {
        public static final Filter NONE =
                new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty());

        public Filter with(Optional<Language> only) {
            return new Filter(only, kind, series, topic, year);
        }

        public Filter ofKind(Optional<TextKind> only) {
            return new Filter(language, only, series, topic, year);
        }

        public Filter ofSeries(Optional<String> only) {
            return new Filter(language, kind, only, topic, year);
        }

        public Filter ofTopic(Optional<String> only) {
            return new Filter(language, kind, series, only, year);
        }

        public Filter ofYear(OptionalInt only) {
            return new Filter(language, kind, series, topic, only);
        }
    }

    /** {@code text} in everything, the first answers. */
    public static Query of(String text, int size) {
        return new Query(text, Filter.NONE, Order.RELEVANCE, 0, size);
    }
}
