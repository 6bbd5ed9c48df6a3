package khos.workbench;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import khos.language.Language;
import khos.language.LanguagePair;
import khos.language.Span;
import khos.memory.Occurrence;
import khos.memory.TranslationMemory;
import khos.memory.TranslationUnit;
import khos.search.Concordance;
import khos.search.SentencePair;
import khos.terminology.TermOccurrence;
import khos.terminology.Termbase;
import khos.translation.LikelyWords;
import khos.translation.Origins;

/**
 * How words were said before, in what is published or in the whole memory, in the place of the other panels until it is
 * closed.
 */
final class ConcordancePanel extends Section {
    private static final long serialVersionUID = 1L;

    private static final int MOST = 20;
    private static final int LONGEST_QUESTION = 200;
    private static final int KEYS = 5;

    /** Where it is looked. */
    record Sources(Concordance published, TranslationMemory memory, Termbase termbase, Origins origins) {}

    private final transient Sources sources;
    private final transient LanguagePair pair;
    private final transient Words words;
    private final transient Consumer<String> insert;
    private final Div list = Parts.div("tp");
    private final H2 heading = new H2();
    private final NativeButton published;
    private final NativeButton whole;
    private final transient List<String> targets = new ArrayList<>();
    private String asked = "";
    private boolean inMemory;

    /**
     * @param insert takes the text that is to be put at the caret
     * @param close goes back to the text
     */
    ConcordancePanel(Sources sources, LanguagePair pair, Words words, Consumer<String> insert, Runnable close) {
        this.sources = sources;
        this.pair = pair;
        this.words = words;
        this.insert = insert;
        setId("concordance");
        setVisible(false);
        getElement().setAttribute("aria-label", words.of("concordance"));
        list.getElement().setAttribute("tabindex", "0");
        published = Parts.button("in-published", "s", words.of("concordance.published"), "", click -> look(false));
        whole = Parts.button("in-memory", "s", words.of("concordance.memory"), "", click -> look(true));
        add(
                Parts.div(
                        "ph",
                        heading,
                        Parts.div("grow"),
                        Parts.button("concordance-close", "q s", words.of("close"), "Esc", click -> close.run())),
                Parts.div("ph switch", Parts.div("seg3", published, whole), Parts.div("grow"), Parts.key("Alt W")),
                list);
    }

    /** Shows the pairs of which one side holds {@code text}. */
    void show(String text) {
        asked = text.substring(0, Math.min(LONGEST_QUESTION, text.length()));
        setVisible(true);
        refresh();
    }

    /** Looks in the other of the two. */
    void turn() {
        if (isVisible()) {
            look(!inMemory);
        }
    }

    /** Inserts the target of that pair, from 0; nothing when there is none. */
    void insert(int number) {
        if (number < targets.size()) {
            insert.accept(targets.get(number));
        }
    }

    private void look(boolean memory) {
        inMemory = memory;
        refresh();
    }

    private void refresh() {
        published.getElement().setAttribute("aria-pressed", Boolean.toString(!inMemory));
        whole.getElement().setAttribute("aria-pressed", Boolean.toString(inMemory));
        targets.clear();
        list.removeAll();
        Language language = language();
        list.add(Parts.in(language, Parts.div("asked", Parts.span("words", asked))));
        if (inMemory) {
            showMemory(language);
        } else {
            showPublished();
        }
        list.getElement().callJsFunction("focus");
    }

    private Language language() {
        return asked.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.MONGOLIAN)
                ? Language.MONGOLIAN
                : Language.CHINESE;
    }

    private void showPublished() {
        Concordance.Pairs found = sources.published().find(asked, 0, MOST);
        heading.setText(words.of("concordance.title", found.total()));
        if (found.pairs().isEmpty()) {
            list.add(Parts.div("none", Parts.span("sm", words.of("concordance.none"))));
        }
        found.pairs().forEach(pair -> list.add(create(pair)));
    }

    private void showMemory(Language language) {
        List<Occurrence> found = sources.memory().concordance(asked, language, MOST);
        heading.setText(
                found.size() < MOST
                        ? words.of("concordance.title", found.size())
                        : words.of("concordance.latest", found.size()));
        if (found.isEmpty()) {
            list.add(Parts.div("none", Parts.span("sm", words.of("concordance.none-memory"))));
        }
        Set<String> concepts = concepts(language);
        LikelyWords likely = LikelyWords.learn(asked, language, sources.memory());
        found.forEach(occurrence -> list.add(create(occurrence, concepts, likely)));
    }

    private Set<String> concepts(Language language) {
        return sources.termbase().recognize(asked, language).stream()
                .map(term -> term.concept().id())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Component create(SentencePair found) {
        SentencePair.Half source = found.half(pair.source());
        SentencePair.Half target = found.half(pair.target());
        var link = new Anchor(source.url(), source.title());
        link.setTarget("_blank");
        return create(
                target.text(),
                text(source.language(), source.text(), source.marks()),
                text(target.language(), target.text(), target.marks()),
                Parts.div("mf", link));
    }

    private Component create(Occurrence occurrence, Set<String> concepts, LikelyWords likely) {
        TranslationUnit unit = occurrence.unit();
        Language language = unit.pair().source();
        List<Span> marks = terms(unit.target(), language.other(), concepts);
        Component here = text(language, unit.source(), occurrence.spans());
        Component there = text(language.other(), unit.target(), marks.isEmpty() ? likely.in(unit.target()) : marks);
        boolean forth = language == pair.source();
        return create(
                forth ? unit.target() : unit.source(),
                forth ? here : there,
                forth ? there : here,
                new OriginLine(unit, sources.origins(), words));
    }

    /** Where the other side says the terms that were asked for. */
    private List<Span> terms(String text, Language language, Set<String> concepts) {
        return concepts.isEmpty()
                ? List.of()
                : sources.termbase().recognize(text, language).stream()
                        .filter(term -> concepts.contains(term.concept().id()))
                        .map(TermOccurrence::span)
                        .toList();
    }

    private Component create(String target, Component sourceText, Component targetText, Component line) {
        int number = targets.size();
        targets.add(target);
        boolean keyed = number < KEYS;
        var header = new Header(
                Parts.div("grow"),
                Parts.button(
                        "pair-" + (number + 1),
                        "q s",
                        words.of("matches.insert"),
                        keyed ? "Alt " + (number + 1) : "",
                        click -> insert.accept(target)));
        if (keyed) {
            header.addComponentAsFirst(Parts.span("key", Integer.toString(number + 1)));
        }
        var article = new Article(header, sourceText, targetText, line);
        article.addClassName("mt");
        return article;
    }

    private static Component text(Language language, String whole, List<Span> marks) {
        Div text = Parts.in(language, Parts.div("mbox"));
        MarkedText.add(text, whole, language, marks, (word, number) -> new Marked(word));
        return text;
    }
}
