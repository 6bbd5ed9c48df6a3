package khos.workbench;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import khos.language.Language;
import khos.language.Span;
import khos.mongolian.Letters;
import khos.translation.Finding;
import khos.translation.Replacements;
import khos.translation.Segment;
import org.jspecify.annotations.Nullable;

/** The places that were found, each as it would become; space takes one out and in again, Enter goes to it. */
final class HitList extends Div {
    private static final long serialVersionUID = 1L;

    /** How many characters are shown before and behind a place. */
    private static final int AROUND = 36;

    /** @param number of the place in its segment, from 0 */
    record Row(Segment segment, boolean inSource, int number, Span span, String replacement) {
        String text() {
            return inSource ? segment.source() : segment.working();
        }

        private String key() {
            return segment.id() + " " + number;
        }
    }

    private final transient Words words;
    private final transient IntConsumer open;
    private final Grid<Row> grid = new Grid<>();
    private final transient Set<String> left = new HashSet<>();
    private transient List<Row> rows = List.of();
    private transient @Nullable Row focused;
    private boolean choosing;

    HitList(Words words, IntConsumer open) {
        this.words = words;
        this.open = open;
        addClassName("hits");
        grid.setId("hits");
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addClassNames("docs", "lines");
        grid.addComponentColumn(this::createChoice).setWidth("76px").setFlexGrow(0);
        grid.addComponentColumn(this::createText).setFlexGrow(1);
        // A click, or the space bar in a row.
        grid.addItemClickListener(click -> turn(click.getItem()));
        grid.addCellFocusListener(focus -> focused = focus.getItem().orElse(null));
        grid.getElement()
                .addEventListener("keydown", event -> openFocused())
                .setFilter("event.key === 'Enter' && !event.ctrlKey");
        grid.setAriaLabel(words.of("find.hits"));
        add(grid);
    }

    /** A row for each place. */
    static List<Row> rows(List<Replacements.Hit> hits, Finding finding, String replacement) {
        List<Row> rows = new ArrayList<>();
        for (Replacements.Hit hit : hits) {
            List<String> texts =
                    finding.inSource() ? List.of() : Replacements.replacements(hit.segment(), finding, replacement);
            for (int i = 0; i < hit.spans().size(); i++) {
                rows.add(new Row(
                        hit.segment(),
                        finding.inSource(),
                        i,
                        hit.spans().get(i),
                        i < texts.size() ? texts.get(i) : ""));
            }
        }
        return rows;
    }

    /** @param choosing whether places can be chosen to be replaced */
    void show(List<Row> all, boolean choosing) {
        rows = all;
        this.choosing = choosing;
        left.clear();
        focused = null;
        grid.setItems(all);
        setVisible(!all.isEmpty());
    }

    List<Row> rows() {
        return rows;
    }

    /** What is chosen, by segment. */
    List<Replacements.Chosen> chosen() {
        Map<String, Set<Integer>> places = new HashMap<>();
        Map<String, Segment> segments = new HashMap<>();
        for (Row row : rows) {
            if (!left.contains(row.key())) {
                segments.put(row.segment().id(), row.segment());
                places.computeIfAbsent(row.segment().id(), id -> new HashSet<>())
                        .add(row.number());
            }
        }
        return segments.values().stream()
                .map(segment -> new Replacements.Chosen(
                        segment.id(), segment.version(), places.getOrDefault(segment.id(), Set.of())))
                .toList();
    }

    private void turn(Row row) {
        if (choosing) {
            if (!left.remove(row.key())) {
                left.add(row.key());
            }
            grid.getDataProvider().refreshItem(row);
        }
    }

    private void openFocused() {
        if (focused != null) {
            open.accept(focused.segment().ordinal());
        }
    }

    private Component createChoice(Row row) {
        var choice = Parts.div("hit-n tn");
        if (choosing) {
            boolean taken = !left.contains(row.key());
            var box = Parts.span(taken ? "box on" : "box", "");
            box.getElement()
                    .setAttribute("role", "checkbox")
                    .setAttribute("aria-checked", Boolean.toString(taken))
                    .setAttribute("aria-label", words.of("find.take"));
            choice.add(box);
        }
        choice.add(Parts.span("muted", Integer.toString(row.segment().number())));
        return choice;
    }

    private Component createText(Row row) {
        String text = row.text();
        List<Difference.Run> runs = new ArrayList<>();
        runs.add(
                new Difference.Run(Difference.Kind.KEPT, before(text, row.span().start())));
        String hit = text.substring(row.span().start(), row.span().end());
        boolean replaced = choosing && !left.contains(row.key());
        runs.add(new Difference.Run(replaced ? Difference.Kind.REMOVED : Difference.Kind.ADDED, hit));
        if (replaced) {
            runs.add(new Difference.Run(Difference.Kind.ADDED, row.replacement()));
        }
        runs.add(
                new Difference.Run(Difference.Kind.KEPT, behind(text, row.span().end())));
        Div shown = Parts.difference(
                runs.stream().filter(run -> !run.text().isEmpty()).toList());
        boolean mongolian = text.chars().anyMatch(Letters::isLetter);
        return Parts.in(mongolian ? Language.MONGOLIAN : Language.CHINESE, Parts.div("hit", shown));
    }

    private static String before(String text, int end) {
        int from = Math.max(0, end - AROUND);
        return (from == 0 ? "" : "…") + text.substring(whole(text, from), end);
    }

    private static String behind(String text, int start) {
        int to = Math.min(text.length(), start + AROUND);
        return text.substring(start, whole(text, to)) + (to == text.length() ? "" : "…");
    }

    /** {@code at}, or the place before it when that would part a character. */
    private static int whole(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }
}
