package khos.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import khos.language.Language;
import khos.publication.Series;
import khos.search.Facets;
import khos.search.Query;
import khos.translation.TextKind;

/** The links of a search page that ask its question of less, of more, or in another order. */
final class Narrowing {
    private final Frame frame;
    private final String path;
    private final Question question;
    private final Facets facets;
    private final Map<String, String> titles = new LinkedHashMap<>();

    Narrowing(Frame frame, Question question, Facets facets, List<Series> series) {
        this.frame = frame;
        this.path = frame.to("search");
        this.question = question;
        this.facets = facets;
        for (Series one : series) {
            titles.put(one.slug(), new Shelf(one, frame.language(), List.of()).title());
        }
    }

    /** {@code filter} without what no answer has: a series, a topic or a year that nobody knows. */
    static Query.Filter known(Query.Filter filter, Facets facets) {
        return filter.ofSeries(filter.series().filter(facets.series()::containsKey))
                .ofTopic(filter.topic().filter(facets.topics()::containsKey))
                .ofYear(
                        filter.year().isPresent()
                                        && facets.years()
                                                .containsKey(filter.year().getAsInt())
                                ? filter.year()
                                : OptionalInt.empty());
    }

    List<Facet> facets() {
        List<Facet> all = new ArrayList<>();
        all.add(new Facet(frame.text("category"), false, kinds()));
        all.add(new Facet(frame.text("facet.language"), false, languages()));
        all.add(new Facet(frame.chinese("facet.series"), true, series()));
        all.add(new Facet(frame.text("facet.topic"), false, topics()));
        all.add(new Facet(frame.text("facet.year"), false, years()));
        all.removeIf(Facet::isEmpty);
        return List.copyOf(all);
    }

    private List<Choice> kinds() {
        Optional<TextKind> now = question.filter().kind();
        List<Choice> choices = new ArrayList<>();
        for (TextKind kind : TextKind.values()) {
            if (facets.kinds().containsKey(kind)) {
                Optional<TextKind> one = Optional.of(kind);
                choices.add(choice(
                        frame.text(kind.path()),
                        false,
                        facets.kinds().get(kind),
                        question.filter().ofKind(one),
                        one.equals(now)));
            }
        }
        return withAll(choices, question.filter().ofKind(Optional.empty()), now.isEmpty());
    }

    private List<Choice> languages() {
        Optional<Language> now = question.filter().language();
        List<Choice> choices = new ArrayList<>();
        for (Language language : Language.values()) {
            if (facets.languages().containsKey(language)) {
                Optional<Language> one = Optional.of(language);
                choices.add(choice(
                        frame.text("language." + language.code()),
                        language == Language.CHINESE,
                        facets.languages().get(language),
                        question.filter().with(one),
                        one.equals(now)));
            }
        }
        return withAll(choices, question.filter().with(Optional.empty()), now.isEmpty());
    }

    private List<Choice> withAll(List<Choice> choices, Query.Filter filter, boolean current) {
        if (!choices.isEmpty()) {
            choices.addFirst(new Choice(frame.text("all"), false, OptionalInt.empty(), address(filter), current));
        }
        return choices;
    }

    private List<Choice> series() {
        List<Choice> choices = new ArrayList<>();
        facets.series().forEach((slug, count) -> {
            boolean current = question.filter().series().equals(Optional.of(slug));
            Optional<String> then = current ? Optional.empty() : Optional.of(slug);
            String title = titles.getOrDefault(slug, slug);
            choices.add(choice(
                    title, !Piece.isMongolian(title), count, question.filter().ofSeries(then), current));
        });
        return choices;
    }

    private List<Choice> topics() {
        List<Choice> choices = new ArrayList<>();
        facets.topics().forEach((topic, count) -> {
            boolean current = question.filter().topic().equals(Optional.of(topic));
            Optional<String> then = current ? Optional.empty() : Optional.of(topic);
            choices.add(choice(
                    topic, !Piece.isMongolian(topic), count, question.filter().ofTopic(then), current));
        });
        return choices;
    }

    private List<Choice> years() {
        List<Choice> choices = new ArrayList<>();
        facets.years().forEach((year, count) -> {
            boolean current = question.filter().year().equals(OptionalInt.of(year));
            OptionalInt then = current ? OptionalInt.empty() : OptionalInt.of(year);
            choices.add(
                    choice(String.valueOf(year), false, count, question.filter().ofYear(then), current));
        });
        return choices;
    }

    List<Choice> orders() {
        List<Choice> choices = new ArrayList<>();
        for (Query.Order order : Query.Order.values()) {
            String key = order == Query.Order.DATE ? "order.date" : "order.relevance";
            choices.add(new Choice(
                    frame.text(key),
                    false,
                    OptionalInt.empty(),
                    question.in(order).address(path),
                    order == question.order()));
        }
        return List.copyOf(choices);
    }

    /** The filters that hold, each leading to the question without it. */
    List<Choice> active() {
        Query.Filter filter = question.filter();
        List<Choice> active = new ArrayList<>();
        filter.kind()
                .ifPresent(
                        kind -> active.add(without(frame.text(kind.path()), false, filter.ofKind(Optional.empty()))));
        filter.language()
                .ifPresent(language -> active.add(without(
                        frame.text("language." + language.code()),
                        language == Language.CHINESE,
                        filter.with(Optional.empty()))));
        filter.series()
                .ifPresent(series -> active.add(
                        without(titles.getOrDefault(series, series), true, filter.ofSeries(Optional.empty()))));
        filter.topic().ifPresent(topic -> active.add(without(topic, true, filter.ofTopic(Optional.empty()))));
        filter.year()
                .ifPresent(
                        year -> active.add(without(String.valueOf(year), false, filter.ofYear(OptionalInt.empty()))));
        return List.copyOf(active);
    }

    private Choice without(String label, boolean chinese, Query.Filter filter) {
        return new Choice(label, chinese && !Piece.isMongolian(label), OptionalInt.empty(), address(filter), true);
    }

    /** What the filters hide: answers in the other language, and those without any filter. */
    List<Choice> wider(int everywhere) {
        List<Choice> wider = new ArrayList<>();
        question.filter().language().ifPresent(language -> {
            int count = facets.languages().getOrDefault(language.other(), 0);
            if (count > 0) {
                wider.add(choice(
                        frame.text("language." + language.other().code()),
                        language == Language.MONGOLIAN,
                        count,
                        question.filter().with(Optional.of(language.other())),
                        false));
            }
        });
        if (everywhere > 0) {
            wider.add(choice(frame.text("filters.clear"), false, everywhere, Query.Filter.NONE, false));
        }
        return List.copyOf(wider);
    }

    private Choice choice(String label, boolean chinese, int count, Query.Filter filter, boolean current) {
        return new Choice(label, chinese, OptionalInt.of(count), address(filter), current);
    }

    private String address(Query.Filter filter) {
        return question.with(filter).address(path);
    }
}
