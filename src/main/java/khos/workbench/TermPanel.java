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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private final Div wrong = Parts.div("wrong-terms");
    private final transient List<String> usable = new ArrayList<>();
    /** What stands for each term of the target, by concept and text. */
    private final transient Map<String, Component> shown = new HashMap<>();

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
        wrong.getElement().setAttribute("role", "status");
        var adding = Parts.button("term-add", "q s", words.of("terms.add"), "Alt T", click -> add.run());
        adding.addComponentAsFirst(new Glyph("plus"));
        var asking = Parts.button("ask", "q s", words.of("concordance"), "Alt F", click -> ask.run());
        add(Parts.div("ph", new H2(words.of("terms")), count, Parts.div("grow"), asking, adding), list);
    }

    /**
     * Shows the concepts of {@code found}, each once, in the order of the text.
     *
     * @param used the terms that stand in the target
     */
    void show(List<TermOccurrence> found, List<TermOccurrence> used) {
        Map<String, TermOccurrence> concepts = new LinkedHashMap<>();
        found.forEach(occurrence -> concepts.putIfAbsent(occurrence.concept().id(), occurrence));
        usable.clear();
        shown.clear();
        list.removeAll();
        list.add(wrong);
        count.setText(concepts.isEmpty() ? "" : Integer.toString(concepts.size()));
        if (concepts.isEmpty()) {
            list.add(Parts.div("none", new Span(words.of("terms.none"))));
        }
        concepts.values().forEach(occurrence -> list.add(create(occurrence)));
        showUsed(used);
    }

    /** Marks the terms that stand in the target, and tells of those that may not. */
    void showUsed(List<TermOccurrence> used) {
        Set<String> keys = new LinkedHashSet<>();
        Map<String, Term> forbidden = new LinkedHashMap<>();
        for (TermOccurrence occurrence : used) {
            keys.add(key(occurrence));
            if (!occurrence.term().status().isUsable() && isNowhereUsable(occurrence, used)) {
                forbidden.put(occurrence.term().text(), occurrence.term());
            }
        }
        shown.forEach((key, component) -> component.getElement().getClassList().set("used", keys.contains(key)));
        wrong.removeAll();
        forbidden.values().forEach(term -> wrong.add(createWrong(term)));
    }

    private static String key(TermOccurrence occurrence) {
        return occurrence.concept().id() + "\n" + occurrence.term().text();
    }

    /** Whether no other concept agrees to the word that stands there. */
    private static boolean isNowhereUsable(TermOccurrence occurrence, List<TermOccurrence> used) {
        return used.stream()
                .noneMatch(other -> other.span().equals(occurrence.span())
                        && other.term().status().isUsable());
    }

    private Component createWrong(Term term) {
        var word = Parts.in(pair.target(), Parts.span("term-w", term.text()));
        return Parts.div(
                "wrong-term",
                new Glyph("warning"),
                new Span(words.of("terms.used-wrongly", words.of(term.status()))),
                word);
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
                Component target = createTarget(term);
                shown.put(occurrence.concept().id() + "\n" + term.text(), target);
                targets.add(target);
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
