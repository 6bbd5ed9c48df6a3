package khos.workbench;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import khos.language.Language;
import khos.translation.Finding;
import khos.translation.Refused;
import khos.translation.Replacements;
import khos.translation.Translation;
import org.jspecify.annotations.Nullable;

/** Finds in a document, shows each place as it would become, replaces the chosen ones, and takes that back as one. */
final class FindDialog extends Dialog {
    private static final long serialVersionUID = 1L;
    private static final int TYPED_MILLIS = 150;

    private final transient Replacements replacements;
    private final transient Translation document;
    private final transient Words words;
    private final transient Runnable changed;
    private final TextArea what = new TextArea();
    private final TextArea with = new TextArea();
    private final Checkbox pattern = new Checkbox();
    private final Checkbox folded = new Checkbox();
    private final Checkbox lookAlike = new Checkbox();
    private final Select<Boolean> side = new Select<>();
    private final Paragraph error = new Paragraph();
    private final Div count = Parts.div("muted sm");
    private final HitList hits;
    private final NativeButton replace;
    private final NativeButton undo;
    private transient @Nullable Finding found;

    /**
     * @param changed the texts have changed
     * @param open goes to the segment at a place
     */
    FindDialog(Replacements replacements, Translation document, Words words, Runnable changed, IntConsumer open) {
        this.replacements = replacements;
        this.document = document;
        this.words = words;
        this.changed = changed;
        setId("find");
        addClassName("dlg");
        setWidth("1120px");
        setHeaderTitle(words.of("find.title"));
        hits = new HitList(words, place -> {
            close();
            open.accept(place);
        });
        error.setId("find-error");
        error.addClassName("bad");
        error.getElement().setAttribute("role", "alert");
        count.setId("find-count");
        count.getElement().setAttribute("role", "status");
        replace = Parts.button("find-replace", "p", words.of("find.replace"), "Ctrl Enter", click -> replace());
        undo = Parts.button("find-undo", "", words.of("find.undo"), "Alt U", click -> undo());
        add(Parts.div("stack find", createFields(), createOptions(), error, count, hits));
        getFooter()
                .add(
                        undo,
                        Parts.div("grow"),
                        Parts.button("find-close", "q", words.of("close"), "Esc", click -> close()),
                        replace);
        on(this::replace, Key.ENTER, KeyModifier.CONTROL);
        on(this::undo, Key.KEY_U, KeyModifier.ALT);
        on(() -> what.focus(), Key.KEY_F, KeyModifier.CONTROL);
        on(() -> with.focus(), Key.KEY_H, KeyModifier.CONTROL);
        dress();
        show(List.of());
    }

    private void on(Runnable action, Key key, KeyModifier modifier) {
        Shortcuts.addShortcutListener(this, action::run, key, modifier).listenOn(this);
    }

    /** Begins with a text to be found. */
    void begin(String selected, boolean replacing) {
        open();
        what.setValue(selected);
        (replacing && !selected.isEmpty() ? with : what).focus();
        if (!selected.isEmpty()) {
            find();
        }
    }

    private Component createFields() {
        prepare(what, "find-what", "find.what");
        prepare(with, "find-with", "find.with");
        return Parts.div(
                "find-fields", what, with, Parts.button("find-go", "", words.of("find.go"), "Enter", click -> find()));
    }

    private void prepare(TextArea field, String id, String label) {
        field.setId(id);
        field.setLabel(words.of(label));
        field.setMaxLength(1_000);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(TYPED_MILLIS);
        field.addValueChangeListener(change -> {
            if (change.isFromClient() && field == with && found != null) {
                find();
            }
        });
    }

    private Component createOptions() {
        side.setId("find-side");
        side.setItems(false, true);
        side.setItemLabelGenerator(source -> words.of(
                source ? "find.in-source" : "find.in-target",
                words.of(source ? document.pair().source() : document.pair().target())));
        side.setValue(false);
        side.setAriaLabel(words.of("find.side"));
        side.addValueChangeListener(change -> dress());
        prepare(folded, "find-folded", "find.folded");
        prepare(lookAlike, "find-look", "find.look-alike");
        prepare(pattern, "find-pattern", "find.pattern");
        return Parts.div("find-options", side, folded, lookAlike, pattern);
    }

    private void prepare(Checkbox box, String id, String label) {
        box.setId(id);
        box.setLabel(words.of(label));
        box.addValueChangeListener(change -> dress());
    }

    /** Shows the fields as the language asks for, and what goes with what. */
    private void dress() {
        Language language =
                side.getValue() ? document.pair().source() : document.pair().target();
        for (TextArea field : List.of(what, with)) {
            field.getElement().setAttribute("lang", language.tag());
            field.getElement().getClassList().set("mn-field", Parts.isVertical(language));
        }
        with.setEnabled(!side.getValue());
        lookAlike.setVisible(language == Language.MONGOLIAN);
        lookAlike.setEnabled(!pattern.getValue());
        found = null;
        show(List.of());
    }

    private void find() {
        error.setVisible(false);
        try {
            var finding = new Finding(
                    what.getValue(),
                    pattern.getValue(),
                    folded.getValue(),
                    lookAlike.getValue() && lookAlike.isVisible() && !pattern.getValue(),
                    side.getValue());
            Replacements.Hits all = replacements.find(document.id(), finding);
            found = finding;
            List<HitList.Row> rows = HitList.rows(all.hits(), finding, with.getValue());
            show(rows);
            count.setText(words.of(
                    all.complete() ? "find.count" : "find.count-more",
                    all.places(),
                    all.hits().size()));
        } catch (Refused refused) {
            refuse(refused);
        }
    }

    private void show(List<HitList.Row> rows) {
        hits.show(rows, !side.getValue());
        count.setText("");
        error.setVisible(false);
        replace.setEnabled(!rows.isEmpty() && !side.getValue());
        undo.setVisible(replacements.last(document.id()).isPresent());
    }

    private void replace() {
        Finding finding = found;
        if (finding == null || !replace.isEnabled()) {
            return;
        }
        try {
            Replacements.Outcome outcome = replacements.replace(document.id(), finding, with.getValue(), hits.chosen());
            changed.run();
            find();
            count.setText(words.of(
                    "find.replaced", outcome.replaced().size(), outcome.stale().size()));
        } catch (Refused refused) {
            refuse(refused);
        }
    }

    private void undo() {
        Optional<String> last = replacements.last(document.id());
        try {
            int restored = last.map(replacements::undo).orElse(0);
            changed.run();
            if (found != null) {
                find();
            }
            show(hits.rows());
            count.setText(words.of("find.undone", restored));
        } catch (Refused refused) {
            refuse(refused);
        }
    }

    private void refuse(Refused refused) {
        error.setText(words.of(refused));
        error.setVisible(true);
        hits.show(List.of(), true);
        replace.setEnabled(false);
    }
}
