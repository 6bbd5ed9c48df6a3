package khos.site;

import java.util.List;
import java.util.Optional;
import khos.language.Language;
import khos.publication.Headline;
import khos.publication.Series;

/**
 * A series with its episodes that are out in a language.
 *
 * @param episodes by number
 */
record Shelf(Series series, Language language, List<Headline> episodes) {
    boolean isEmpty() {
        return episodes.isEmpty();
    }

    Headline newest() {
        return episodes.getLast();
    }

    /** The episodes, newest first. */
    List<Headline> newestFirst() {
        return episodes.reversed();
    }

    /** The language that the name is in: that of the shelf, or the other one when there is no name in it. */
    Language nameLanguage() {
        return series.names().containsKey(language) ? language : language.other();
    }

    String title() {
        return name(nameLanguage()).map(Series.Name::title).orElse(series.slug());
    }

    String summary() {
        return name(nameLanguage()).map(Series.Name::summary).orElse("");
    }

    /** The title in the other language, when the series has one in both. */
    Optional<String> otherTitle() {
        return series.names().containsKey(language) ? name(language.other()).map(Series.Name::title) : Optional.empty();
    }

    private Optional<Series.Name> name(Language language) {
        return Optional.ofNullable(series.names().get(language));
    }

    String place() {
        return "series/" + series.slug();
    }
}
