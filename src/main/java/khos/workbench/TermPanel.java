package khos.workbench;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import khos.language.LanguagePair;
import khos.terminology.Term;
import khos.terminology.TermOccurrence;

/** The agreed terms of the open segment: what each is to be called, and what it may not be called. */
final class TermPanel extends Section {
    private static final long serialVersionUID = 1L;

    /** So many have a key. */
    static final int KEYS = 5;

    private final transient LanguagePair pair;
    private final transient Words words;
    private final transient Consumer<String> insert;
    private final Div list = Parts.div("tp");
    private final Span count = Parts.span("xs muted tn", "");
    private final transient List<String> usable = new ArrayList<>();

    /**
     * @param insert takes the term that is to be put at the caret
     * @param add begins a new term
     * @param ask shows how what is selected was said before
     */
    TermPanel(LanguagePair pair, Words words, Consumer<String> insert, Runnable add, Runnable ask) {
        this.pair = pair;
        this.words = words;
        this.insert = insert;
        setId("terms");
        getElement().setAttribute("aria-label", words.of("terms"));
        list.getElement().setAttribute("tabindex", "0");
        var adding = Parts.button("term-add", "q s", words.of("terms.add"), "Alt T", click -> add.run());
        adding.addComponentAsFirst(new Glyph("plus"));
        var asking = Parts.button("ask", "q s", words.of("concordance"), "Alt F", click -> ask.run());
        add(Parts.div("ph", new H2(words.of("terms")), count, Parts.div("grow"), asking, adding), list);
    }

    /** Shows the concepts of {@code found}, each once, in the order of the text. */
    void show(List<TermOccurrence> found) {
        Map<String, TermOccurrence> concepts = new LinkedHashMap<>();
        found.forEach(occurrence -> concepts.putIfAbsent(occurrence.concept().id(), occurrence));
        usable.clear();
        list.removeAll();
        count.setText(concepts.isEmpty() ? "" : Integer.toString(concepts.size()));
        if (concepts.isEmpty()) {
            list.add(Parts.div("none", new Span(words.of("terms.none"))));
        }
        concepts.values().forEach(occurrence -> list.add(create(occurrence)));
    }

    /** Inserts the term of that number, from 0; nothing when there is none. */
    void insert(int number) {
        if (number < usable.size()) {
            insert.accept(usable.get(number));
        }
    }

    private Component create(TermOccurrence occurrence) {
        Term source = occurrence.term();
        var name = Parts.in(pair.source(), Parts.span("term-s", source.text()));
        name.getElement().getClassList().set("unusable", !source.status().isUsable());
        var head = Parts.div("term-h", name, Parts.span("xs muted", words.of(source.status())));
        var facts = Parts.div("term-f", head);
        addFact(facts, occurrence.concept().definition());
        addFact(facts, occurrence.concept().note());
        addFact(facts, occurrence.concept().subject());
        var targets = Parts.div("term-t");
        for (Term term : occurrence.concept().terms(pair.target())) {
            if (!term.isCyrillic()) {
                targets.add(createTarget(term));
            }
        }
        if (targets.getChildren().findAny().isEmpty()) {
            targets.add(Parts.span("xs muted", words.of("terms.no-target")));
        }
        var article = new Article(facts, targets);
        article.addClassName("term");
        return article;
    }

    private static void addFact(Div facts, String text) {
        if (!text.isEmpty()) {
            var fact = new Paragraph(text);
            fact.addClassNames("xs", "muted");
            facts.add(fact);
        }
    }

    /** A button that inserts a term that may be used; one that may not is struck through and says so. */
    private Component createTarget(Term term) {
        Span text = Parts.in(pair.target(), Parts.span("term-w", term.text()));
        Span status = Parts.span("xs muted", words.of(term.status()));
        if (!term.status().isUsable()) {
            text.addClassName("unusable");
            return Parts.div("term-b", text, status);
        }
        int number = usable.size();
        usable.add(term.text());
        var button = new NativeButton();
        button.addClassName("term-b");
        button.addClickListener(click -> insert.accept(term.text()));
        button.getElement().setAttribute("type", "button");
        button.setTitle(words.of("terms.insert"));
        if (number < KEYS) {
            button.setId("term-" + (number + 1));
            button.add(Parts.span("key", Integer.toString(number + 1)));
        }
        button.add(text, status);
        return button;
    }
}
