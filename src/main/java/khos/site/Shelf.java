package khos.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import khos.language.Language;
import khos.publication.Edition;
import khos.publication.Episode;
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

    /** The same with {@code episode} in its place, when it is not there yet. */
    Shelf with(Episode episode, Edition edition) {
        if (episodes.stream().anyMatch(one -> one.number() == episode.number())) {
            return this;
        }
        List<Headline> all = new ArrayList<>(episodes);
        all.add(headline(episode, edition));
        all.sort(Comparator.comparingInt(Headline::number));
        return new Shelf(series, language, List.copyOf(all));
    }

    private static Headline headline(Episode episode, Edition edition) {
        return new Headline(
                episode.id(),
                episode.kind(),
                episode.slug(),
                edition.language(),
                edition.title(),
                edition.summary(),
                edition.category(),
                edition.date(),
                edition.author(),
                edition.tags(),
                edition.level(),
                edition.topic(),
                episode.edition(edition.language().other()).map(Edition::title),
                episode.series(),
                episode.number(),
                episode.poster(),
                edition.sentences().size(),
                edition.publishedAt(),
                edition.publishedAt());
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
