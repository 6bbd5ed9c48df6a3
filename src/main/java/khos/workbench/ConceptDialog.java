package khos.workbench;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.ModalityMode;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import khos.language.Language;
import khos.mongolian.Connector;
import khos.terminology.Concept;
import khos.terminology.StaleConcept;
import khos.terminology.Status;
import khos.terminology.Term;
import khos.terminology.Termbase;

/** A concept with its terms, to be added, changed or removed. What is refused leaves the form as it is. */
final class ConceptDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    private static final int LONGEST = 200;

    private final transient Termbase termbase;
    private final transient Words words;
    private final Connector connector;
    private final transient Runnable done;
    private final transient Optional<Concept> concept;
    private final transient List<TermRow> rows = new ArrayList<>();
    private final TextField subject = new TextField();
    private final TextArea definition = new TextArea();
    private final TextField note = new TextField();
    private final TextField origin = new TextField();
    private final Paragraph error = new Paragraph();
    private final Div leaving = Parts.div("leaving");
    /** What stood in the form when it was opened. */
    private transient List<String> begun;

    /** How a column of terms is written. */
    private enum Column {
        CHINESE,
        MONGOLIAN,
        CYRILLIC;

        Language language() {
            return this == CHINESE ? Language.CHINESE : Language.MONGOLIAN;
        }

        static Column of(Term term) {
            return term.language() == Language.CHINESE ? CHINESE : term.isCyrillic() ? CYRILLIC : MONGOLIAN;
        }
    }

    /** A term as it is being written. */
    private record TermRow(Column column, TextFieldBase<?, String> text, Select<Status> status) {
        String written() {
            return text.getValue()
                    .replaceAll("^[ \\t\\r\\n\\u3000]+|[ \\t\\r\\n\\u3000]+$", "")
                    .replaceAll("[\\r\\n]+", " ");
        }
    }

    /** For a new concept with these words to begin with, which may be empty. */
    ConceptDialog(
            Termbase termbase, Words words, Connector connector, String chinese, String mongolian, Runnable done) {
        this(termbase, words, connector, Optional.empty(), false, done);
        rows.get(0).text().setValue(shortened(chinese));
        rows.get(1).text().setValue(shortened(mongolian));
        begun = written();
    }

    /** For a concept that is there. */
    ConceptDialog(Termbase termbase, Words words, Connector connector, Concept concept, Runnable done) {
        this(termbase, words, connector, Optional.of(concept), true, done);
    }

    private ConceptDialog(
            Termbase termbase,
            Words words,
            Connector connector,
            Optional<Concept> concept,
            boolean removable,
            Runnable done) {
        this.termbase = termbase;
        this.words = words;
        this.connector = connector;
        this.done = done;
        this.concept = concept;
        setId("concept");
        addClassName("dlg");
        setWidth("720px");
        setModality(ModalityMode.STRICT);
        setCloseOnOutsideClick(false);
        setHeaderTitle(words.of(concept.isPresent() ? "terms.change" : "terms.new"));
        var columns = Parts.div("term-cols");
        for (Column column : Column.values()) {
            columns.add(createColumn(column));
        }
        add(Parts.div("stack", columns, createFacts(), error));
        error.setId("concept-error");
        error.addClassName("bad");
        error.getElement().setAttribute("role", "alert");
        error.setVisible(false);
        if (removable) {
            getFooter().add(createRemove());
        }
        leaving.setId("concept-leaving");
        leaving.getElement().setAttribute("role", "alert");
        leaving.setVisible(false);
        getFooter()
                .add(
                        leaving,
                        Parts.button("concept-cancel", "q", words.of("cancel"), "Esc", click -> leave()),
                        Parts.button("concept-save", "p", words.of("terms.save"), "Ctrl Enter", click -> save()));
        addDialogCloseActionListener(escape -> leave());
        Shortcuts.addShortcutListener(this, this::save, Key.ENTER, KeyModifier.CONTROL)
                .listenOn(this);
        rows.get(0).text().focus();
        begun = written();
    }

    /** All that stands in the form. */
    private List<String> written() {
        return Stream.concat(
                        rows.stream()
                                .filter(row -> !row.written().isEmpty())
                                .map(row -> row.text().getValue() + "\n"
                                        + row.status().getValue()),
                        Stream.of(subject.getValue(), definition.getValue(), note.getValue(), origin.getValue()))
                .toList();
    }

    /** Closes the form; when something was written into it, only after asking. */
    private void leave() {
        if (written().equals(begun)) {
            close();
            return;
        }
        leaving.removeAll();
        leaving.add(
                new Span(words.of("terms.leaving")),
                Parts.button("concept-discard", "s", words.of("terms.discard"), "", click -> close()),
                Parts.button("concept-stay", "q s", words.of("terms.stay"), "", click -> leaving.setVisible(false)));
        leaving.setVisible(true);
        leaving.getChildren()
                .filter(child -> child.getId().filter("concept-stay"::equals).isPresent())
                .forEach(stay -> stay.getElement().callJsFunction("focus"));
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(LONGEST, text.length()));
    }

    private Component createColumn(Column column) {
        String name = words.of("terms.column." + column.name().toLowerCase(Locale.ROOT));
        var list = Parts.div("term-rows");
        concept.stream()
                .flatMap(known -> known.terms().stream())
                .filter(term -> Column.of(term) == column)
                .forEach(term -> addRow(list, column, name, term.text(), term.status()));
        if (list.getChildren().findAny().isEmpty()) {
            addRow(list, column, name, "", Status.PREFERRED);
        }
        var another = Parts.button("", "q s", words.of("terms.another"), "", click -> {
            addRow(list, column, name, "", Status.ADMITTED);
            rows.getLast().text().focus();
        });
        another.addComponentAsFirst(new Glyph("plus"));
        another.getElement().removeAttribute("id").setAttribute("aria-label", words.of("terms.another") + " " + name);
        var block = Parts.div("term-col", new H2(name), list, another);
        block.addClassName(column.name().toLowerCase(Locale.ROOT));
        return block;
    }

    private void addRow(Div list, Column column, String name, String text, Status known) {
        var field = column == Column.MONGOLIAN ? upright() : level();
        field.setValue(text);
        field.getElement()
                .setAttribute("aria-label", name)
                .setAttribute("lang", column.language().tag());
        field.getElement().setProperty("accessibleName", name);
        var status = new Select<Status>();
        status.setItems(Status.values());
        status.setItemLabelGenerator(words::of);
        status.setValue(known);
        status.setAriaLabel(words.of("terms.status"));
        rows.add(new TermRow(column, field, status));
        list.add(Parts.div("term-row", field, status));
        if (column == Column.MONGOLIAN) {
            list.add(createInput(field));
        }
    }

    private static TextFieldBase<?, String> upright() {
        var area = new TextArea();
        area.addClassName("mn-field");
        area.setValueChangeMode(ValueChangeMode.EAGER);
        return area;
    }

    /** Where typing Mongolian into a field is switched on and off. */
    private Component createInput(TextFieldBase<?, String> field) {
        var input = Parts.div("term-input");
        field.getElement()
                .executeJs("window.khosWorkbench.input($0, JSON.parse($1), this)", input, words.input(connector));
        return input;
    }

    private static TextFieldBase<?, String> level() {
        var field = new TextField();
        field.setValueChangeMode(ValueChangeMode.EAGER);
        return field;
    }

    private Component createFacts() {
        subject.setLabel(words.of("terms.subject"));
        definition.setLabel(words.of("terms.definition"));
        note.setLabel(words.of("terms.note"));
        origin.setLabel(words.of("terms.source"));
        subject.setId("concept-subject");
        definition.setId("concept-definition");
        definition.setMaxLength(2_000);
        for (TextField field : List.of(subject, note, origin)) {
            field.setMaxLength(LONGEST);
            field.setValueChangeMode(ValueChangeMode.EAGER);
        }
        definition.setValueChangeMode(ValueChangeMode.EAGER);
        concept.ifPresent(known -> {
            set(subject, known.subject());
            set(definition, known.definition());
            set(note, known.note());
            set(origin, known.source());
        });
        return Parts.div("term-facts", subject, origin, definition, note);
    }

    private static void set(HasValue<?, String> field, String value) {
        field.setValue(value);
    }

    /** Removing asks once more, in the place of the button. */
    private Component createRemove() {
        var asked = new boolean[1];
        NativeButton remove = Parts.button("concept-remove", "q", words.of("terms.remove"), "", click -> {
            if (asked[0]) {
                termbase.remove(concept.orElseThrow().id());
                finish(words.of("terms.removed"));
            } else {
                asked[0] = true;
                click.getSource().removeAll();
                click.getSource().add(new Glyph("warning"), new Span(words.of("terms.remove-really")));
                click.getSource().addClassName("bad");
            }
        });
        remove.getStyle().set("margin-inline-end", "auto");
        return remove;
    }

    private void save() {
        List<Term> terms = new ArrayList<>();
        for (Column column : Column.values()) {
            for (TermRow row : rows) {
                if (row.column() == column && !row.written().isBlank()) {
                    if (row.written().length() > LONGEST) {
                        tell(words.of("terms.too-long", LONGEST));
                        return;
                    }
                    terms.add(new Term(
                            column.language(), row.written(), row.status().getValue()));
                }
            }
        }
        if (terms.isEmpty()) {
            tell(words.of("terms.empty-concept"));
            return;
        }
        store(new Concept(
                concept.map(Concept::id).orElse(""),
                subject.getValue(),
                definition.getValue(),
                note.getValue(),
                origin.getValue(),
                terms,
                concept.map(Concept::version).orElse(0L)));
    }

    private void store(Concept written) {
        if (concept.isEmpty()) {
            termbase.add(written);
        } else if (termbase.find(written.id()).isEmpty()) {
            tell(words.of("terms.gone"));
            return;
        } else {
            try {
                termbase.change(written);
            } catch (StaleConcept stale) {
                tell(words.of("terms.stale"));
                return;
            }
        }
        finish(words.of("terms.saved"));
    }

    private void finish(String told) {
        close();
        Parts.tell(told);
        done.run();
    }

    private void tell(String text) {
        error.removeAll();
        error.add(new Glyph("warning"), new Span(text));
        error.setVisible(true);
        error.scrollIntoView();
    }
}
