package khos.workbench;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import khos.translation.Work;
import khos.translation.Worklists;

/** Narrows the list of segments to what there is to do, each with how many; and goes to a segment by its number. */
final class WorkFilter extends Div {
    private static final long serialVersionUID = 1L;

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
        add(select, number);
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
            select.getListDataView().refreshAll();
        }
    }

    private void countAll() {
        counts.putAll(worklists.counts(documentId));
        if (counts.getOrDefault(Work.ALL, 0) <= CHECKED_AT_ONCE) {
            counts.put(Work.ISSUES, worklists.places(documentId, Work.ISSUES).size());
        }
        select.getListDataView().refreshAll();
    }

    private void narrow() {
        if (select.getValue() == Work.ALL) {
            list.narrow(null);
        } else {
            List<Integer> places = worklists.places(documentId, select.getValue());
            counts.put(select.getValue(), places.size());
            select.getListDataView().refreshAll();
            list.narrow(places);
            if (!places.isEmpty()) {
                editing.goTo(places.getFirst());
            }
        }
    }

    void focusFilter() {
        select.focus();
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
