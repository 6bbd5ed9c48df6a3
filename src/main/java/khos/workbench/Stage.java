package khos.workbench;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import khos.language.Language;
import khos.language.LanguagePair;
import khos.mongolian.Connector;
import khos.terminology.Concept;
import khos.terminology.TermOccurrence;
import khos.translation.Segment;
import khos.translation.State;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Where the open segment is worked on: its source, the box for its translation between its neighbours, what can be done. */
final class Stage extends Main {
    private static final long serialVersionUID = 1L;

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int DRAFT_AFTER_MILLIS = 400;
    private static final int LONG_SOURCE = 200;

    private final transient LanguagePair pair;
    private final transient Words words;
    private final transient Editing editing;
    private final TextArea target = new TextArea();
    private final Div source = Parts.div("src");
    private final Div scene = Parts.div("sc");
    /** What is agreed of the terms of the source; not in it, so that it is not part of its text. */
    private final Div cards = Parts.div("cards");

    private final H2 heading = new H2();
    private final Span state = Parts.span("st", "");
    private final Span origin = Parts.span("xs muted", "");
    private final Span saved = Parts.span("xs muted", "");
    /** Where the text before the open segment ends, and where it goes on. */
    private final Div before = Parts.div("nb nb-before");

    private final Div after = Parts.div("nb nb-after");
    private final Span away = Parts.span("xs bad", "");
    private final Div reviewTools = Parts.div("review-tools");

    /** @param reviewer whether to offer what reviewers may do */
    Stage(LanguagePair pair, Words words, Connector connector, boolean reviewer, Editing editing) {
        this.pair = pair;
        this.words = words;
        this.editing = editing;
        addClassName("stage");
        prepareTexts();
        prepareNotes();
        add(createHead(), createScene(connector), createActions());
        if (reviewer) {
            reviewTools.add(
                    Parts.button("accept", "s", words.of("accept"), "Alt A", click -> editing.accept()),
                    Parts.button("return", "s", words.of("return"), "Alt R", click -> editing.giveBack()),
                    Parts.button("accept-all", "q s", words.of("accept-all"), "", click -> editing.acceptAll()));
        }
    }

    private void prepareTexts() {
        source.setId("source");
        source.getElement().setAttribute("tabindex", "0");
        Parts.in(pair.source(), source);
        target.setId("target");
        target.setAriaLabel(words.of("target"));
        target.getElement().setAttribute("lang", pair.target().tag());
        target.addClassName(Parts.isVertical(pair.target()) ? "upright" : "level");
        target.setValueChangeMode(ValueChangeMode.LAZY);
        target.setValueChangeTimeout(DRAFT_AFTER_MILLIS);
        target.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                editing.saveDraft(change.getValue());
            }
        });
        for (Div neighbour : List.of(before, after)) {
            Parts.in(pair.target(), neighbour);
            neighbour.getElement().setAttribute("aria-hidden", "true");
            neighbour.setVisible(Parts.isVertical(pair.target()));
        }
    }

    private void prepareNotes() {
        origin.setId("origin");
        saved.setId("saved");
        saved.getElement().setAttribute("role", "status");
        away.setId("away");
        away.setText(words.of("away"));
        away.getElement().setAttribute("role", "alert").setAttribute("hidden", true);
    }

    private Component createHead() {
        var keys = Parts.button("keys", "q s", words.of("keys"), "?", click -> new KeyList(words).open());
        return Parts.div(
                "sh",
                heading,
                state,
                origin,
                Parts.div("grow"),
                keys,
                icon("previous", "up", words.of("previous"), -1),
                icon("next", "down", words.of("next"), 1));
    }

    private NativeButton icon(String id, String glyph, String label, int step) {
        var button = Parts.button(id, "ico", "", "", click -> editing.move(step));
        button.addComponentAsFirst(new Glyph(glyph));
        button.getElement().setAttribute("aria-label", label);
        return button;
    }

    private Component createScene(Connector connector) {
        scene.add(source, Parts.div("tgt", before, target, after), createInput(connector), cards);
        return scene;
    }

    /** Where typing Mongolian is switched on and off; what is in it, the browser makes. */
    private Component createInput(Connector connector) {
        var input = Parts.div("input");
        input.setId("input");
        if (pair.target() == Language.MONGOLIAN) {
            input.getElement().executeJs("window.khosWorkbench.input(this, JSON.parse($0))", words.input(connector));
        }
        return input;
    }

    private Component createActions() {
        var repair = Parts.button("repair", "q s", words.of("repair"), "Alt N", click -> editing.repair());
        repair.setVisible(pair.target() == Language.MONGOLIAN);
        return Parts.div(
                "act",
                Parts.button("copy", "q s", words.of("copy-source"), "Alt C", click -> editing.copySource()),
                repair,
                reviewTools,
                Parts.div("grow"),
                away,
                saved,
                Parts.button("confirm", "p", words.of("confirm"), "Ctrl Enter", click -> editing.confirm()));
    }

    /** Puts a bar above what can be done. */
    void addBar(Component bar) {
        addComponentAtIndex(getComponentCount() - 1, bar);
    }

    /** Puts what is to be known of the segment under it. */
    void addNotes(Component notes) {
        scene.add(notes);
    }

    /** Does something once the browser has shown what it was given. */
    void later(Runnable action) {
        getElement().executeJs("return 0").then(shown -> action.run());
    }

    /**
     * Shows {@code segment}, ready to be written.
     *
     * @param row where it stands in the list
     */
    void open(Segment segment, List<Segment> around, int row) {
        heading.setText(words.of("sentence-number", Integer.toString(segment.number())));
        source.getElement().getClassList().set("long", segment.source().length() > LONG_SOURCE);
        target.setValue(segment.working());
        saved.setText("");
        showState(segment);
        showNeighbours(segment, around);
        target.focus();
        getElement()
                .executeJs(
                        "window.khosWorkbench.opened(this, $0, $1, $2, $3, $4)",
                        segment.id(),
                        segment.version(),
                        segment.working(),
                        row,
                        "/workbench/documents/" + segment.documentId() + "?s=" + (segment.ordinal() + 1));
    }

    /** Shows what somebody else made of the open segment, which nobody here has touched. */
    void update(Segment segment) {
        target.setValue(segment.working());
        showState(segment);
        getElement()
                .executeJs(
                        "window.khosWorkbench.updated(this, $0, $1, $2)",
                        segment.id(),
                        segment.version(),
                        segment.working());
    }

    /** Whether the box can only be looked at. */
    void setReadOnly(boolean readOnly) {
        target.setReadOnly(readOnly);
    }

    /** Shows the source with its terms marked. */
    void showSource(Segment segment, List<TermOccurrence> terms) {
        source.removeAll();
        cards.removeAll();
        SourceText.show(
                source,
                segment.source(),
                pair.source(),
                terms.stream().map(TermOccurrence::span).toList(),
                (text, number) -> {
                    var term = Parts.span("tm", text);
                    term.getElement().setAttribute("tabindex", "0");
                    cards.add(new TermCard(term, concepts(terms, number), words));
                    return term;
                },
                words);
    }

    /** The concepts of all terms that stand at the place of that one. */
    private static List<Concept> concepts(List<TermOccurrence> terms, int number) {
        return terms.stream()
                .filter(term -> term.span().equals(terms.get(number).span()))
                .map(TermOccurrence::concept)
                .distinct()
                .toList();
    }

    /** Goes to the next term of the source, from the last one back to the text; its card opens. */
    void focusNextTerm() {
        getElement().executeJs("window.khosWorkbench.nextTerm()");
    }

    /** Tells where the text comes from that was filled in; empty for none. */
    void showOrigin(String text) {
        origin.setText(text);
    }

    private void showNeighbours(Segment of, List<Segment> around) {
        before.removeAll();
        after.removeAll();
        for (Segment near : around) {
            if (near.ordinal() < of.ordinal()) {
                before.add(new Span(Parts.ending(near.working())));
            } else if (near.ordinal() > of.ordinal()) {
                after.add(new Span(Parts.beginning(near.working())));
            }
        }
    }

    void showState(Segment of) {
        state.removeAll();
        state.add(new Glyph(Parts.glyph(of)), new Span(words.of(of)));
        boolean translated = of.state() == State.TRANSLATED && of.draft().isEmpty();
        reviewTools.getChildren().forEach(tool -> {
            if (tool.getId().filter("accept"::equals).isPresent()) {
                ((NativeButton) tool).setEnabled(translated);
            } else if (tool.getId().filter("return"::equals).isPresent()) {
                ((NativeButton) tool).setEnabled(of.state() != State.INITIAL);
            }
        });
    }

    /** Tells whoever types, and the browser, that {@code stored} is stored. */
    void acknowledge(Segment stored) {
        String time = DateTimeFormatter.ofPattern("HH:mm:ss").format(LocalTime.now(ZONE));
        saved.setText(words.of("saved", time));
        getElement()
                .executeJs("window.khosWorkbench.saved($0, $1, $2)", stored.id(), stored.version(), stored.working());
    }

    /** The browser need not keep what was typed into a segment any longer. */
    void forget(Segment of) {
        getElement().executeJs("window.khosWorkbench.forget($0)", of.id());
    }

    String text() {
        return target.getValue();
    }

    /** Puts {@code text} in the place of all that stands in the box. */
    void write(String text) {
        target.setValue(text);
    }

    void focusText() {
        target.focus();
    }

    /** Puts {@code text} into the box as if it was typed, so that the browser can take it back. */
    void type(String text) {
        target.getElement().executeJs("window.khosWorkbench.type(this, $0)", text);
    }

    void insertAtCaret(String text) {
        target.getElement().executeJs("window.khosWorkbench.insert(this, $0)", text);
    }

    /** Gives what was typed into a segment and not stored, else {@code otherwise}. */
    void typed(Segment of, String otherwise, Consumer<String> then) {
        target.getElement()
                .executeJs("return window.khosWorkbench.typed($0) ?? $1", of.id(), otherwise)
                .then(String.class, text -> then.accept(Objects.requireNonNull(text)));
    }

    /**
     * What is selected of the open segment.
     *
     * @param last where the caret is, else on the other side
     */
    record Selection(String inSource, String inTarget, String last) {}

    void selected(Consumer<Selection> then) {
        getElement()
                .executeJs("return window.khosWorkbench.selected()")
                .then(
                        JsonNode.class,
                        selection -> then.accept(new Selection(
                                selection.path(0).asString(),
                                selection.path(1).asString(),
                                selection.path(2).asString())));
    }

    /**
     * What the browser kept of a text whose saving was never acknowledged.
     *
     * @param version of the segment that it was typed upon
     * @param base what the segment said in that version; null when the browser has not kept it
     */
    @ClientCallable
    void recover(String segmentId, int version, String text, @Nullable String base) {
        editing.recover(segmentId, version, text, base);
    }
}
