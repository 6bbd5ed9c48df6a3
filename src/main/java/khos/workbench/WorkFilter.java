package khos.workbench;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import khos.translation.Work;
import khos.translation.Worklists;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Narrows the list of segments to what there is to do, each with how many; and goes to a segment by its number. */
final class WorkFilter extends Div {
    private static final long serialVersionUID = 1L;

    private static final Logger LOG = LoggerFactory.getLogger(WorkFilter.class);

    /** Up to so many segments all are checked when the document opens; of more only when it is asked for. */
    private static final int CHECKED_AT_ONCE = 400;

    private final transient Worklists worklists;
    private final String documentId;
    private final transient Words words;
    private final transient SegmentList list;
    private final transient Editing editing;
    private final Select<Work> select = new Select<>();
    private final TextField number = new TextField();
    private final Map<Work, Integer> counts = new EnumMap<>(Work.class);
    private final ProgressBar bar = new ProgressBar();
    private final Span place = Parts.span("xs muted tn", "");
    private final Div running;
    private transient @Nullable Background<?> checking;

    WorkFilter(Worklists worklists, String documentId, Words words, Editing editing) {
        this.worklists = worklists;
        this.documentId = documentId;
        this.words = words;
        this.editing = editing;
        this.list = editing.list();
        addClassName("work");
        select.setId("work");
        select.setItems(Work.values());
        select.setItemLabelGenerator(this::label);
        select.setValue(Work.ALL);
        select.setAriaLabel(words.of("work"));
        select.addValueChangeListener(change -> narrow());
        select.getElement().addPropertyChangeListener("opened", "opened-changed", change -> countAll());
        number.setId("goto");
        number.setAriaLabel(words.of("goto"));
        number.setPlaceholder(words.of("goto.short"));
        number.setAllowedCharPattern("[0-9]");
        number.setMaxLength(6);
        number.setValueChangeMode(ValueChangeMode.EAGER);
        number.addKeyPressListener(Key.ENTER, press -> go());
        var stop = Parts.button("work-stop", "q s", words.of("work.stop"), "", click -> select.setValue(Work.ALL));
        running = Parts.div("running", bar, place, stop);
        running.setId("checking");
        running.setVisible(false);
        add(select, number, running);
    }

    private String label(Work work) {
        String name = words.of("work." + work.name().toLowerCase(Locale.ROOT));
        return counts.containsKey(work) ? name + " " + counts.get(work) : name;
    }

    /** Counts anew; how many have issues only the first time and when somebody looks. */
    void count() {
        if (counts.isEmpty()) {
            countAll();
        } else {
            counts.putAll(worklists.counts(documentId));
            relabel();
        }
    }

    private void countAll() {
        counts.putAll(worklists.counts(documentId));
        if (counts.getOrDefault(Work.ALL, 0) <= CHECKED_AT_ONCE) {
            counts.put(Work.ISSUES, worklists.places(documentId, Work.ISSUES).size());
        }
        relabel();
    }

    private void relabel() {
        for (Work work : Work.values()) {
            select.getListDataView().refreshItem(work);
        }
    }

    private void narrow() {
        stop();
        Work wanted = select.getValue();
        if (wanted == Work.ALL) {
            list.narrow(null);
        } else if (wanted == Work.ISSUES && counts.getOrDefault(Work.ALL, 0) > CHECKED_AT_ONCE) {
            getUI().ifPresent(this::check);
        } else {
            narrow(wanted, worklists.places(documentId, wanted));
            list.first().ifPresent(editing::goTo);
        }
    }

    private void narrow(Work work, List<Integer> places) {
        counts.put(work, places.size());
        relabel();
        list.narrow(places);
    }

    /** Looks for issues while the list stays as it is and the work goes on. */
    private void check(UI ui) {
        int total = Math.max(1, counts.getOrDefault(Work.ALL, 0));
        bar.setMax(total);
        progressed(0, total);
        running.setVisible(true);
        var begun = new AtomicReference<Background<?>>();
        begun.set(Background.start(
                ui,
                watch -> worklists.places(documentId, Work.ISSUES, watch),
                now -> progressed(now, total),
                (places, error) -> {
                    if (checking == begun.get()) {
                        checked(Optional.ofNullable(places).flatMap(found -> found), error);
                    }
                }));
        checking = begun.get();
    }

    private void progressed(int now, int total) {
        bar.setValue(Math.min(now, total));
        place.setText(words.of("work.checking", now, total));
    }

    private void checked(Optional<List<Integer>> places, @Nullable Throwable error) {
        stop();
        if (error != null) {
            LOG.error("document {} could not be checked", documentId, error);
            Parts.warn(words.of("error"));
            select.setValue(Work.ALL);
        }
        places.ifPresent(found -> {
            narrow(Work.ISSUES, found);
            goToFirst();
        });
    }

    /** Goes to the first that is shown, unless somebody writes by now. */
    private void goToFirst() {
        getElement()
                .executeJs("return !!document.activeElement?.closest('#target')")
                .then(Boolean.class, writing -> {
                    if (Boolean.FALSE.equals(writing)) {
                        list.first().ifPresent(editing::goTo);
                    }
                });
    }

    private void stop() {
        if (checking != null) {
            checking.stop();
            checking = null;
        }
        running.setVisible(false);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        super.onDetach(event);
        stop();
    }

    /** Shows what the list can be narrowed to. */
    void open() {
        select.getElement().executeJs("this.focus(); this.opened = true");
    }

    void focusNumber() {
        number.clear();
        number.focus();
    }

    private void go() {
        if (number.isEmpty()) {
            return;
        }
        worklists
                .placeOf(documentId, Integer.parseInt(number.getValue()))
                .ifPresentOrElse(
                        place -> {
                            number.clear();
                            if (!list.isShown(place)) {
                                select.setValue(Work.ALL);
                            }
                            editing.goTo(place);
                        },
                        () -> Parts.warn(words.of("goto.none", number.getValue())));
    }
}
