package khos.workbench;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.virtuallist.VirtualList;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import khos.language.Language;
import khos.translation.Segment;
import khos.translation.Translation;
import khos.translation.Translations;
import khos.translation.Worklists;
import org.jspecify.annotations.Nullable;

/** The segments of a document, a row each; the open one is marked. */
final class SegmentList extends Section {
    private static final long serialVersionUID = 1L;

    private static final int MOST_REREAD = 500;

    private final transient Translations translations;
    private final transient Translation document;
    private final transient Words words;
    private final transient IntConsumer open;

    /** The rows are places; what stands there is read from {@link #rows}, so that one place never has two versions. */
    private final VirtualList<Integer> list = new VirtualList<>();

    private final transient Rows rows = new Rows();
    /** Who else is at which place. */
    private transient Map<Integer, List<Person>> people = Map.of();
    /** The places that were read last: those that can be seen are among them. */
    private transient List<Integer> read = List.of();

    private final Div head = Parts.div("ph");
    private transient @Nullable RowMarks marks;
    private transient @Nullable Worklists worklists;

    /** The places that are shown, in order; all while there are none of these. */
    private transient @Nullable List<Integer> shown;

    private int total;
    private int current = -1;

    /** @param open opens the segment at a place */
    SegmentList(Translations translations, Translation document, Words words, IntConsumer open) {
        this.translations = translations;
        this.document = document;
        this.words = words;
        this.open = open;
        addClassNames("pane", "list");
        getElement().setAttribute("aria-label", words.of("segments"));
        list.setId("segments");
        list.addClassName("segs");
        list.setRenderer(createRow());
        total = document.progress().total();
        list.setDataProvider(createData());
        list.addAttachListener(attached -> list.getElement().executeJs("window.khosWorkbench.shortening(this)"));
        add(head, list);
    }

    /** Puts marks beside the rows, and above them what narrows the list. */
    void dress(Worklists listed, RowMarks beside, Component above) {
        worklists = listed;
        marks = beside;
        head.add(above);
    }

    /** Shows the segments at these places alone; all again for null. */
    void narrow(@Nullable List<Integer> places) {
        shown = places;
        list.getDataProvider().refreshAll();
    }

    /** The place of the first row. */
    OptionalInt first() {
        return beside(-1, 1);
    }

    boolean isNarrowed() {
        return shown != null;
    }

    boolean isShown(int place) {
        return shown == null || Collections.binarySearch(shown, place) >= 0;
    }

    /** Where the row of a place stands among those that are shown; of one that is not, where it would. */
    int rowOf(int place) {
        if (shown == null) {
            return place;
        }
        int found = Collections.binarySearch(shown, place);
        return found >= 0 ? found : -found - 1;
    }

    /** The place {@code step} rows on; nothing behind the last or before the first. */
    OptionalInt beside(int place, int step) {
        int row = rowOf(place) + (isShown(place) || step < 0 ? step : step - 1);
        int size = shown == null ? total : shown.size();
        return row < 0 || row >= size ? OptionalInt.empty() : OptionalInt.of(shown == null ? row : shown.get(row));
    }

    private LitRenderer<Integer> createRow() {
        Language source = document.pair().source();
        Language target = document.pair().target();
        return LitRenderer.<Integer>of("""
                        <button class="seg" type="button" data-row="${item.row}" ?data-current="${item.current}" @click="${open}" tabindex="-1">
                          <span class="n tn"><b>${item.number}</b><span class="gl gl-${item.glyph}" title="${item.state}"></span><span class="mk mk-${item.severity}" title="${item.marks}" role="img" aria-label="${item.marks}" ?hidden="${!item.marks}">${item.comments}</span><span class="av xs" title="${item.people}" ?hidden="${!item.people}">${item.initial}</span></span>
                          <span class="s ${item.sourceClass}" lang="${item.sourceLang}">${item.source}</span>
                          <span class="t ${item.targetClass}" lang="${item.targetLang}">${item.target}</span>
                        </button>""")
                .withProperty("number", place -> row(place).number())
                .withProperty("row", this::rowOf)
                .withProperty("current", place -> place == current)
                .withProperty("glyph", place -> mark(place).returned() ? "returned" : Parts.glyph(row(place)))
                .withProperty("severity", this::severity)
                .withProperty("marks", this::marks)
                .withProperty(
                        "comments",
                        place -> mark(place).comments() == 0
                                ? ""
                                : Integer.toString(mark(place).comments()))
                .withProperty("state", place -> words.of(row(place)))
                .withProperty("people", this::people)
                .withProperty(
                        "initial",
                        place -> at(place).stream()
                                .findFirst()
                                .map(Person::initial)
                                .orElse(""))
                .withProperty("source", place -> Parts.beginning(row(place).source()))
                .withProperty("sourceLang", place -> source.tag())
                .withProperty("sourceClass", place -> Parts.isVertical(source) ? "mn" : "")
                .withProperty(
                        "target",
                        place -> isEmpty(place)
                                ? words.of("state.initial")
                                : Parts.beginning(row(place).working()))
                .withProperty("targetLang", place -> isEmpty(place) ? "" : target.tag())
                .withProperty("targetClass", place -> isEmpty(place) ? "e" : Parts.isVertical(target) ? "mn" : "")
                .withFunction("open", open::accept);
    }

    private RowMarks.Mark mark(int place) {
        return marks == null ? RowMarks.Mark.NONE : marks.of(row(place));
    }

    /** The shape of the mark of a row: what is gravest. */
    private String severity(int place) {
        RowMarks.Mark mark = mark(place);
        return mark.severity()
                .map(severity -> severity.name().toLowerCase(Locale.ROOT))
                .orElse(mark.sourceChanged() ? "changed" : mark.comments() > 0 ? "said" : "none");
    }

    /** What the marks of a row mean. */
    private String marks(int place) {
        RowMarks.Mark mark = mark(place);
        List<String> said = new ArrayList<>();
        if (mark.returned()) {
            said.add(words.of("returned"));
        }
        if (mark.sourceChanged()) {
            said.add(words.of("source-changed"));
        }
        if (mark.issues() > 0) {
            said.add(words.of("mark.issues", mark.issues()));
        }
        if (mark.comments() > 0) {
            said.add(words.of("mark.comments", mark.comments()));
        }
        return String.join(" · ", said);
    }

    private CallbackDataProvider<Integer, Void> createData() {
        return new CallbackDataProvider<>(
                query -> {
                    List<Segment> page = page(query.getOffset(), query.getLimit());
                    page.forEach(rows::put);
                    read = page.stream().map(Segment::ordinal).toList();
                    readMarks(page);
                    return read.stream();
                },
                query -> {
                    query.getOffset();
                    query.getLimit();
                    return shown == null ? total : shown.size();
                });
    }

    private List<Person> at(int place) {
        return people.getOrDefault(place, List.of());
    }

    private String people(int place) {
        return String.join(
                words.of("company.and"),
                at(place).stream().map(Person::displayName).toList());
    }

    /** Shows who else is at which place. */
    void showPeople(Map<Integer, List<Person>> now) {
        Map<Integer, List<Person>> before = people;
        people = now;
        Stream.concat(before.keySet().stream(), now.keySet().stream())
                .distinct()
                .filter(place -> !before.getOrDefault(place, List.of()).equals(at(place)))
                .forEach(list.getDataProvider()::refreshItem);
    }

    /** Shows a segment's row as it is now, if the row was looked at. */
    void refreshKnown(Segment changed) {
        Segment known = rows.get(changed.ordinal());
        if (known != null
                && (known.version() != changed.version() || !known.id().equals(changed.id()))) {
            refresh(changed);
            readMarks(List.of(changed));
        }
    }

    /** Reads the marks of a segment's row anew, if the row was looked at. */
    void refreshMarks(Segment of) {
        if (rows.containsKey(of.ordinal())) {
            readMarks(List.of(of));
        }
    }

    /** Reads the rows that can be seen, and shows those anew that have changed. */
    void reread() {
        if (!read.isEmpty()) {
            int first = Collections.min(read);
            int last = Collections.max(read);
            translations
                    .segments(document.id(), first, Math.min(MOST_REREAD, last - first + 1))
                    .forEach(this::refreshKnown);
        }
    }

    private List<Segment> page(int offset, int limit) {
        List<Integer> places = shown;
        return places == null || worklists == null
                ? translations.segments(document.id(), offset, limit)
                : worklists.at(
                        document.id(),
                        places.subList(Math.min(offset, places.size()), Math.min(offset + limit, places.size())));
    }

    /** Reads the marks of a page once its rows are there: they need not wait. */
    private void readMarks(List<Segment> page) {
        RowMarks reading = marks;
        if (reading != null && !page.isEmpty()) {
            getElement()
                    .executeJs("return 0")
                    .then(rowsAreThere -> reading.read(page)
                            .forEach(segment -> list.getDataProvider().refreshItem(segment.ordinal())));
        }
    }

    private Segment row(int place) {
        Segment known = rows.get(place);
        if (known != null) {
            return known;
        }
        Segment read = translations.segments(document.id(), place, 1).getFirst();
        rows.put(read);
        return read;
    }

    private boolean isEmpty(int place) {
        return row(place).working().isEmpty();
    }

    /** Marks the row of {@code segment} as the open one. */
    void open(Segment segment) {
        int last = current;
        current = segment.ordinal();
        if (last >= 0 && last != current) {
            list.getDataProvider().refreshItem(last);
        }
        refresh(segment);
    }

    /** Shows a segment's row as the segment is now. */
    void refresh(Segment changed) {
        rows.put(changed);
        list.getDataProvider().refreshItem(changed.ordinal());
    }

    /** Shows the row of a place anew. */
    void refreshMarks(int place) {
        list.getDataProvider().refreshItem(place);
    }

    /** Reads all rows anew, of which there are {@code now}. */
    void refreshAll(int now) {
        total = now;
        refreshAll();
    }

    /** Reads all rows anew. */
    void refreshAll() {
        rows.clear();
        list.getDataProvider().refreshAll();
    }

    /** The segments of the rows that were looked at last. */
    private static final class Rows extends LinkedHashMap<Integer, Segment> {
        private static final long serialVersionUID = 1L;

        private static final int MOST = 2_000;

        Rows() {
            super(MOST, 0.75f, true);
        }

        void put(Segment segment) {
            put(segment.ordinal(), segment);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Segment> eldest) {
            return size() > MOST;
        }
    }
}
