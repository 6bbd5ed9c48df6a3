package khos.workbench;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.Consumer;
import khos.language.LanguagePair;
import khos.memory.Context;
import khos.memory.Match;
import khos.memory.TranslationMemory;
import khos.terminology.Termbase;
import khos.translation.Adaptation;
import khos.translation.Origins;
import khos.translation.Segment;

/**
 * The matches that the memory has for a segment: how like, what differs, where from, who and when. What certainly differs is
 * adapted; a match that was inserted so is inserted as the memory has it when it is asked for once more.
 */
final class MatchPanel extends Section {
    private static final long serialVersionUID = 1L;

    private static final int THRESHOLD = 70;
    private static final int MOST = 5;
    private static final int FULL = 100;

    private final transient TranslationMemory memory;
    private final transient Origins origins;
    private final transient Termbase termbase;
    private final transient LanguagePair pair;
    private final transient Words words;
    private final transient Consumer<String> insert;
    private final Div list = Parts.div("tp");
    private transient List<Suggestion> suggestions = List.of();

    /** A match with what would be inserted. */
    private record Suggestion(Match match, Adaptation adaptation) {
        String asStored() {
            return match.unit().target();
        }
    }

    /** @param insert takes the text that is to be put into the target */
    MatchPanel(
            TranslationMemory memory,
            Origins origins,
            Termbase termbase,
            LanguagePair pair,
            Words words,
            Consumer<String> insert) {
        this.memory = memory;
        this.origins = origins;
        this.termbase = termbase;
        this.pair = pair;
        this.words = words;
        this.insert = insert;
        setId("matches");
        getElement().setAttribute("aria-label", words.of("matches"));
        list.getElement().setAttribute("tabindex", "0");
        add(Parts.div("ph", new H2(words.of("matches"))), list);
    }

    /** @param context what stands around the segment in its document */
    void show(Segment segment, Context context) {
        suggestions = memory.lookup(segment.source(), context, pair, THRESHOLD, MOST + 1).stream()
                .filter(match -> !match.unit().origin().equals(segment.id()))
                .limit(MOST)
                .map(match -> new Suggestion(
                        match,
                        Adaptation.of(
                                match.unit().source(),
                                match.unit().target(),
                                segment.source(),
                                pair,
                                termbase::recognize)))
                .toList();
        list.removeAll();
        if (suggestions.isEmpty()) {
            list.add(Parts.div("none", new Span(words.of("matches.none"))));
        }
        for (int i = 0; i < suggestions.size(); i++) {
            list.add(create(i, suggestions.get(i), segment));
        }
    }

    /**
     * Inserts the match of that number, from 0, adapted; as the memory has it when {@code now} is already the adapted one.
     * Nothing when there is none.
     *
     * @param now what stands in the target
     */
    void insert(int number, String now) {
        if (number < suggestions.size()) {
            Suggestion suggestion = suggestions.get(number);
            String adapted = suggestion.adaptation().text();
            insert.accept(now.equals(adapted) ? suggestion.asStored() : adapted);
        }
    }

    private Component create(int number, Suggestion suggestion, Segment segment) {
        Match match = suggestion.match();
        var article = new Article(
                createHead(number, suggestion),
                Parts.in(
                        pair.source(),
                        Parts.difference(Difference.between(match.unit().source(), segment.source()))),
                createTarget(suggestion.adaptation()));
        if (!suggestion.adaptation().changes().isEmpty()) {
            article.add(createAdapted(number, suggestion));
        }
        article.add(new OriginLine(match.unit(), origins, words));
        article.addClassName("mt");
        return article;
    }

    private Component createHead(int number, Suggestion suggestion) {
        Match match = suggestion.match();
        var share = Parts.div("sim", Parts.div(match.type() == Match.Type.FUZZY ? "f" : "f hi"));
        share.getElement().getChild(0).getStyle().set("width", Math.min(FULL, match.similarity()) + "%");
        share.getElement().setAttribute("aria-hidden", "true");
        var header = new Header(
                Parts.span("key", Integer.toString(number + 1)), Parts.span("pct", match.similarity() + "%"), share);
        if (match.type() == Match.Type.CONTEXT) {
            header.add(Parts.span("frag", words.of("matches.context")));
        }
        header.add(
                Parts.div("grow"),
                Parts.button(
                        "match-" + (number + 1),
                        "q s",
                        words.of("matches.insert"),
                        "Alt " + (number + 1),
                        click -> insert.accept(suggestion.adaptation().text())));
        return header;
    }

    private Component createTarget(Adaptation adaptation) {
        Div target = Parts.in(pair.target(), Parts.div("mbox"));
        MarkedText.add(
                target,
                adaptation.text(),
                pair.target(),
                adaptation.changes().stream().map(Adaptation.Change::span).toList(),
                (text, place) -> {
                    var marked = new Marked(text);
                    marked.getElement()
                            .setAttribute(
                                    "title",
                                    words.of(
                                            "matches.was",
                                            adaptation.changes().get(place).was()));
                    return marked;
                });
        return target;
    }

    private Component createAdapted(int number, Suggestion suggestion) {
        return Parts.div(
                "adapted",
                Parts.span(
                        "xs",
                        words.of(
                                "matches.adapted",
                                suggestion.adaptation().changes().size())),
                Parts.div("grow"),
                Parts.button(
                        "match-" + (number + 1) + "-stored",
                        "q s",
                        words.of("matches.stored"),
                        "Alt " + (number + 1) + " ×2",
                        click -> insert.accept(suggestion.asStored())));
    }
}
