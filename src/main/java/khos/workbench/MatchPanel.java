package khos.workbench;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Consumer;
import khos.language.LanguagePair;
import khos.memory.Match;
import khos.memory.TranslationMemory;
import khos.translation.Segment;

/** The matches that the memory has for a segment: how like, what differs, who and when. */
final class MatchPanel extends Section {
    private static final long serialVersionUID = 1L;

    private static final int THRESHOLD = 70;
    private static final int MOST = 5;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final transient TranslationMemory memory;
    private final transient LanguagePair pair;
    private final transient Words words;
    private final transient Consumer<String> insert;
    private final Div list = Parts.div("tp");
    private transient List<Match> matches = List.of();

    /** @param insert takes the text that is to be put into the target */
    MatchPanel(TranslationMemory memory, LanguagePair pair, Words words, Consumer<String> insert) {
        this.memory = memory;
        this.pair = pair;
        this.words = words;
        this.insert = insert;
        setId("matches");
        getElement().setAttribute("aria-label", words.of("matches"));
        list.getElement().setAttribute("tabindex", "0");
        add(Parts.div("ph", new H2(words.of("matches"))), list);
    }

    void show(Segment segment) {
        matches = memory.lookup(segment.source(), pair, THRESHOLD, MOST).stream()
                .filter(match -> !match.unit().origin().equals(segment.id()))
                .toList();
        list.removeAll();
        if (matches.isEmpty()) {
            list.add(Parts.div("none", new Span(words.of("matches.none"))));
        }
        for (int i = 0; i < matches.size(); i++) {
            list.add(create(i, matches.get(i), segment));
        }
    }

    /** Inserts the match of that number, from 0; nothing when there is none. */
    void insert(int number) {
        if (number < matches.size()) {
            insert.accept(matches.get(number).unit().target());
        }
    }

    private Component create(int number, Match match, Segment segment) {
        var share = Parts.div("sim", Parts.div(match.type() == Match.Type.FUZZY ? "f" : "f hi"));
        share.getElement().getChild(0).getStyle().set("width", Math.min(100, match.similarity()) + "%");
        share.getElement().setAttribute("aria-hidden", "true");
        var header = new Header(
                Parts.span("key", Integer.toString(number + 1)),
                Parts.span("pct", match.similarity() + "%"),
                share,
                Parts.div("grow"),
                Parts.button(
                        "match-" + (number + 1),
                        "q s",
                        words.of("matches.insert"),
                        "Alt " + (number + 1),
                        click -> insert(number)));
        Div source = Parts.in(
                pair.source(), Parts.difference(Difference.between(match.unit().source(), segment.source())));
        Div target =
                Parts.in(pair.target(), Parts.div("mbox", new Span(match.unit().target())));
        String when = DateTimeFormatter.ISO_LOCAL_DATE
                .withZone(ZONE)
                .format(match.unit().createdAt());
        var article = new Article(
                header,
                source,
                target,
                Parts.div("mf", new Span(words.of("matches.from", match.unit().author(), when))));
        article.addClassName("mt");
        return article;
    }
}
