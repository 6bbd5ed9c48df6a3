package khos.workbench;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.ModalityMode;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import khos.translation.Band;
import khos.translation.Coverage;
import khos.translation.Coverages;
import khos.translation.Filling;
import khos.translation.Fillings;
import khos.translation.Pretranslations;
import khos.translation.Refused;
import khos.translation.Translation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How much of a document the memory covers, and its pre-translation from there. */
final class MemoryDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    private static final Logger LOG = LoggerFactory.getLogger(MemoryDialog.class);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Integer[] THRESHOLDS = {100, 95, 85, 75};

    /** What the dialog asks of the craft. */
    record Craft(Coverages coverages, Pretranslations pretranslations, Fillings fillings) {}

    private final transient Craft craft;
    private final transient Translation document;
    private final transient Words words;
    private final transient Runnable changed;
    private final RadioButtonGroup<Integer> threshold = new RadioButtonGroup<>();
    private final Checkbox adapt = new Checkbox();
    private final Checkbox confirm = new Checkbox();
    private final Div table = Parts.div("bands");
    private final Div form = Parts.div("stack pre");
    private final ProgressBar bar = new ProgressBar();
    private final Span place = Parts.span("xs muted tn", "");
    private final Div running = Parts.div("running", bar, place);
    private final Div told = Parts.div("told-here");
    private final Div last = Parts.div("last-filling");
    private final NativeButton start;
    private final NativeButton close;
    private transient @Nullable Background<?> work;
    private boolean filling;
    /** Whether segments were filled or restored since it was opened. */
    private boolean dirty;

    /** @param changed is run when it is closed and segments were filled or restored meanwhile */
    MemoryDialog(Craft craft, Translation document, Words words, Runnable changed) {
        this.craft = craft;
        this.document = document;
        this.words = words;
        this.changed = changed;
        setId("memory");
        addClassName("dlg");
        setWidth("860px");
        setModality(ModalityMode.STRICT);
        setCloseOnOutsideClick(false);
        setHeaderTitle(words.of("memory.title"));
        start = Parts.button("pretranslate", "p", words.of("memory.start"), "", click -> pretranslate());
        close = Parts.button("memory-close", "q", words.of("close"), "Esc", click -> leave());
        told.getElement().setAttribute("role", "status");
        told.setId("memory-told");
        running.setVisible(false);
        add(Parts.div("stack", Parts.div("memory-cols", createCoverage(), createForm()), running, told, last));
        getFooter().add(close, start);
        addDialogCloseActionListener(escape -> leave());
        // Only now: what shows the segments takes the focus, which belongs here while this is open.
        addOpenedChangeListener(change -> {
            if (!change.isOpened() && dirty) {
                changed.run();
            }
        });
        showLast();
    }

    private Component createCoverage() {
        table.setId("coverage");
        table.getElement().setAttribute("aria-live", "polite");
        return Parts.div("coverage", new H2(words.of("memory.coverage")), table);
    }

    private Component createForm() {
        threshold.setLabel(words.of("memory.threshold"));
        threshold.setItems(THRESHOLDS);
        threshold.setItemLabelGenerator(least -> words.of("memory.from", Integer.toString(least)));
        threshold.setValue(85);
        threshold.setId("threshold");
        adapt.setLabel(words.of("memory.adapt"));
        adapt.setValue(true);
        confirm.setLabel(words.of("memory.confirm"));
        confirm.setId("confirm-exact");
        confirm.setValue(true);
        var what = new Paragraph(words.of("memory.what"));
        what.addClassNames("xs", "muted");
        form.add(new H2(words.of("memory.pretranslate")), what, threshold, adapt, confirm);
        return form;
    }

    /** Opens it and begins to count. */
    void begin(UI ui) {
        open();
        run(ui, watch -> craft.coverages().of(document.id(), watch), coverage -> show(coverage, table, true));
    }

    private void pretranslate() {
        var wish = new Pretranslations.Wish(threshold.getValue(), adapt.getValue(), confirm.getValue());
        getUI().ifPresent(ui -> {
            filling = true;
            form.setEnabled(false);
            told.removeAll();
            run(ui, watch -> craft.pretranslations().pretranslate(document.id(), wish, watch), this::showResult);
        });
    }

    private <T> void run(
            UI ui,
            java.util.function.Function<java.util.function.IntPredicate, T> task,
            java.util.function.Consumer<T> done) {
        int total = Math.max(1, document.progress().total());
        bar.setMax(total);
        running.setVisible(true);
        start.setEnabled(false);
        close.removeAll();
        close.add(new Span(words.of(filling ? "memory.stop" : "close")), Parts.key("Esc"));
        work = Background.start(ui, task, now -> progressed(now, total), (result, error) -> {
            running.setVisible(false);
            start.setEnabled(true);
            form.setEnabled(true);
            filling = false;
            close.removeAll();
            close.add(new Span(words.of("close")), Parts.key("Esc"));
            if (result != null) {
                done.accept(result);
            } else {
                fail(error);
            }
        });
    }

    private void progressed(int now, int total) {
        bar.setValue(Math.min(now, total));
        place.setText(words.of("memory.place", now, total));
    }

    private void fail(@Nullable Throwable error) {
        if (error instanceof Refused refused) {
            tell(words.of(refused));
        } else {
            LOG.error("a document could not be gone through", error);
            tell(words.of("error"));
        }
        showLast();
        dirty = true;
    }

    private void tell(String text) {
        told.removeAll();
        told.add(new Paragraph(text));
    }

    private void show(Coverage coverage, Div where, boolean empty) {
        var rows = new NativeTable();
        rows.addClassName("ep");
        var head = new NativeTableRow();
        boolean mongolian = Parts.isVertical(document.pair().source());
        for (String name : List.of("memory.band", "memory.segments", mongolian ? "memory.words" : "memory.hanzi")) {
            head.add(new NativeTableHeaderCell(words.of(name)));
        }
        rows.add(head);
        for (Band band : Band.values()) {
            Coverage.Count count = coverage.of(band);
            if (empty || count.segments() > 0) {
                rows.add(row(band == Band.NONE ? words.of("memory.none") : band.label(), count));
            }
        }
        rows.add(row(words.of("memory.total"), coverage.total()));
        where.removeAll();
        where.add(rows);
    }

    private static NativeTableRow row(String name, Coverage.Count count) {
        var row = new NativeTableRow(
                new NativeTableCell(name),
                new NativeTableCell(Integer.toString(count.segments())),
                new NativeTableCell(Integer.toString(count.words())));
        row.addClassName("tn");
        return row;
    }

    private void showResult(Pretranslations.Result result) {
        tell(words.of(
                result.isComplete() ? "memory.done" : "memory.stopped",
                result.filled(),
                result.translated(),
                result.filled() - result.translated()));
        if (result.found().total().segments() > 0) {
            var found = Parts.div("bands");
            show(result.found(), found, false);
            told.add(found);
        }
        showLast();
        dirty = true;
    }

    /** What was filled last in this document, with a button to undo it. */
    private void showLast() {
        last.removeAll();
        Optional<Filling> filled = craft.fillings().last(document.id());
        filled.ifPresent(what -> {
            String when = DateTimeFormatter.ofPattern(words.of("date-time"))
                    .withZone(ZONE)
                    .format(what.at());
            last.add(
                    new Span(words.of(
                            "memory.last."
                                    + (what.kind() == Filling.Kind.PROPAGATION ? "propagation" : "pretranslation"),
                            when,
                            what.by(),
                            what.segments())),
                    Parts.div("grow"),
                    Parts.button("filling-undo", "s", words.of("propagation.undo"), "", click -> undo(what)));
        });
        last.setVisible(filled.isPresent());
    }

    private void undo(Filling what) {
        try {
            int restored = craft.fillings().undo(what.id());
            tell(words.of("propagation.undone", restored, what.segments() - restored));
        } catch (Refused refused) {
            tell(words.of(refused));
        }
        showLast();
        dirty = true;
    }

    private void stop() {
        if (work != null) {
            work.stop();
        }
    }

    /** Stops a pre-translation that runs; what was filled stays and can be undone. Else closes. */
    private void leave() {
        stop();
        if (!filling) {
            close();
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        super.onDetach(event);
        if (!filling) {
            stop();
        }
    }
}
