package khos.workbench;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.virtuallist.VirtualList;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import khos.language.Conversion;
import khos.language.Language;
import khos.language.WritingMode;
import khos.memory.TranslationMemory;
import khos.mongolian.Connector;
import khos.mongolian.Rewriting;
import khos.publication.Publications;
import khos.publication.Status;
import khos.search.Concordance;
import khos.terminology.TermOccurrence;
import khos.terminology.Termbase;
import khos.translation.Progress;
import khos.translation.Refused;
import khos.translation.Segment;
import khos.translation.StaleSegment;
import khos.translation.State;
import khos.translation.Translation;
import khos.translation.Translations;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import tools.jackson.databind.JsonNode;

/**
 * The translator's editor: the document's segments on the left, the one that is worked on in the middle, what the memory
 * knows on the right.
 */
@Route("documents/:id")
@PermitAll
@JsModule("context://js/workbench/workbench.js")
class EditorView extends Div implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int DRAFT_AFTER_MILLIS = 400;
    private static final int MATCH_KEYS = 5;
    /** How many characters of a segment are shown where it is not worked on. */
    private static final int GLIMPSE = 90;

    private final transient Translations translations;
    private final transient Publications publications;
    private final transient TranslationMemory memory;
    private final transient Termbase termbase;
    private final transient Concordance concordance;
    private final transient AuthenticationContext authentication;
    private final Connector connector;
    private final transient Words words = Words.current();
    private final boolean reviewer;
    private final boolean editor;

    /** The rows are places; what stands there is read from {@link #rows}, so that one place never has two versions. */
    private final VirtualList<Integer> list = new VirtualList<>();

    private final transient Rows rows = new Rows();
    private final TextArea target = new TextArea();
    private final Div source = Parts.div("src");
    private final H2 heading = new H2();
    private final Span state = Parts.span("st", "");
    private final Span saved = Parts.span("xs muted", "");
    /** Where the text before the open segment ends, and where it goes on. */
    private final Div before = Parts.div("nb nb-before");

    private final Div after = Parts.div("nb nb-after");
    private final Span away = Parts.span("xs bad", "");
    private final Div progress = Parts.div("prog-area");
    private final Span published = Parts.span("badge", "");
    private final Div reviewTools = Parts.div("review-tools");

    private transient @Nullable Translation document;
    private transient @Nullable Segment segment;
    private transient @Nullable MatchPanel matches;
    private transient @Nullable TermPanel terms;
    private transient @Nullable ConcordancePanel pairs;

    /** Two texts of the open segment wait for a choice. */
    private boolean conflict;

    EditorView(
            Translations translations,
            Publications publications,
            TranslationMemory memory,
            Termbase termbase,
            Concordance concordance,
            AuthenticationContext authentication,
            @Value("${khos.connector}") String connector) {
        this.connector = Connector.of(connector);
        this.translations = translations;
        this.publications = publications;
        this.memory = memory;
        this.termbase = termbase;
        this.concordance = concordance;
        this.authentication = authentication;
        this.reviewer = authentication.hasAnyRole("REVIEWER", "EDITOR", "ADMINISTRATOR");
        this.editor = authentication.hasAnyRole("EDITOR", "ADMINISTRATOR");
        setId("editor");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String id = event.getRouteParameters().get("id").orElse("");
        Translation found = translations.document(id).orElseThrow(NotFoundException::new);
        document = found;
        removeAll();
        add(createTopBar(found));
        add(createFrame(found));
        addShortcuts();
        refreshProgress();
        refreshPublished();
        int wanted = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("s")
                .map(EditorView::place)
                .orElse(-1);
        openFirst(found, wanted);
    }

    private static int place(String number) {
        return number.matches("\\d{1,6}") ? Integer.parseInt(number) - 1 : -1;
    }

    private void openFirst(Translation of, int wanted) {
        Optional<Segment> asked = wanted < 0
                ? Optional.empty()
                : translations.segments(of.id(), wanted, 1).stream().findFirst();
        asked.or(() -> translations.nextOpen(of.id(), -1))
                .or(() -> translations.segments(of.id(), 0, 1).stream().findFirst())
                .ifPresent(this::open);
    }

    /** Whoever leaves with a text that could not be saved stays, and sees why. */
    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (!saveDraft(target.getValue())) {
            event.postpone();
        }
    }

    private Component createTopBar(Translation of) {
        var title = new H1(Parts.title(of));
        var facts = Parts.span("facts", words.of("kind." + of.kind().path()) + " · " + of.slug());
        var back = Parts.button(
                "back", "q ico", "", "", click -> getUI().ifPresent(ui -> ui.navigate(DocumentsView.class)));
        back.addComponentAsFirst(new Glyph("back"));
        back.getElement().setAttribute("aria-label", words.of("back"));
        var publish = Parts.button("publishing", "", words.of("publish.open"), "", click -> openPublishing());
        publish.setVisible(editor);
        return new TopBar(
                words,
                authentication,
                back,
                Parts.div("dt", title, facts),
                Parts.div("grow"),
                progress,
                published,
                publish);
    }

    private Component createFrame(Translation of) {
        return Parts.div("ed", createList(of), createStage(of), createSide(of));
    }

    /** What is known of the open segment: matches, terms, and, while asked for, how words were said before. */
    private Component createSide(Translation of) {
        var matchPanel = new MatchPanel(memory, of.pair(), words, this::insert);
        var termPanel = new TermPanel(of.pair(), words, this::insertAtCaret, this::addTerm, this::askConcordance);
        var concordancePanel = new ConcordancePanel(concordance, of.pair(), words, this::closeConcordance);
        matches = matchPanel;
        terms = termPanel;
        pairs = concordancePanel;
        var side = new Aside(matchPanel, termPanel, concordancePanel);
        side.addClassNames("pane", "side");
        side.getElement().setAttribute("aria-label", words.of("side"));
        return side;
    }

    private Component createList(Translation of) {
        list.setId("segments");
        list.addClassName("segs");
        list.setRenderer(LitRenderer.<Integer>of("""
                        <button class="seg" type="button" ?data-current="${item.current}" @click="${open}" tabindex="-1">
                          <span class="n tn"><b>${item.number}</b><span class="gl gl-${item.glyph}" title="${item.state}"></span></span>
                          <span class="s ${item.sourceClass}" lang="${item.sourceLang}">${item.source}</span>
                          <span class="t ${item.targetClass}" lang="${item.targetLang}">${item.target}</span>
                        </button>""")
                .withProperty("number", place -> row(place).number())
                .withProperty("current", this::isCurrent)
                .withProperty("glyph", place -> glyph(row(place)))
                .withProperty("state", place -> words.of(row(place)))
                .withProperty("source", place -> shortened(row(place).source()))
                .withProperty("sourceLang", place -> of.pair().source().tag())
                .withProperty("sourceClass", place -> vertical(of.pair().source()))
                .withProperty(
                        "target",
                        place -> isEmpty(place)
                                ? words.of("state.initial")
                                : shortened(row(place).working()))
                .withProperty(
                        "targetLang",
                        place -> isEmpty(place) ? "" : of.pair().target().tag())
                .withProperty(
                        "targetClass",
                        place -> isEmpty(place) ? "e" : vertical(of.pair().target()))
                .withFunction("open", this::switchTo));
        int total = of.progress().total();
        list.setDataProvider(new CallbackDataProvider<Integer, Void>(
                query -> {
                    List<Segment> page = translations.segments(of.id(), query.getOffset(), query.getLimit());
                    page.forEach(rows::put);
                    return page.stream().map(Segment::ordinal);
                },
                query -> {
                    query.getOffset();
                    query.getLimit();
                    return total;
                }));
        var section = new Section(Parts.div("ph", Parts.span("muted", words.of("sentences", total))), list);
        section.addClassNames("pane", "list");
        section.getElement().setAttribute("aria-label", words.of("segments"));
        return section;
    }

    private static String vertical(Language language) {
        return language.writingMode() == WritingMode.VERTICAL_LR ? "mn" : "";
    }

    /** What fits a row of the list; the whole stands on the stage. */
    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= GLIMPSE
                ? text
                : text.substring(0, text.offsetByCodePoints(0, GLIMPSE)) + "…";
    }

    private static String ending(String text) {
        return text.codePointCount(0, text.length()) <= GLIMPSE
                ? text
                : "…" + text.substring(text.offsetByCodePoints(text.length(), -GLIMPSE));
    }

    private static String glyph(Segment segment) {
        return segment.draft().isPresent() ? "draft" : segment.state().name().toLowerCase(Locale.ROOT);
    }

    private Segment row(int place) {
        Segment known = rows.get(place);
        if (known != null) {
            return known;
        }
        Segment read = translations.segments(requireDocument().id(), place, 1).getFirst();
        rows.put(read);
        return read;
    }

    private boolean isEmpty(int place) {
        return row(place).working().isEmpty();
    }

    private boolean isCurrent(int place) {
        return segment != null && segment.ordinal() == place;
    }

    private Translation requireDocument() {
        return Objects.requireNonNull(document);
    }

    /** Shows a segment's row as the segment is now. */
    private void refreshRow(Segment changed) {
        rows.put(changed);
        list.getDataProvider().refreshItem(changed.ordinal());
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

    private Component createStage(Translation of) {
        source.setId("source");
        source.getElement().setAttribute("tabindex", "0");
        Parts.in(of.pair().source(), source);
        target.setId("target");
        target.setAriaLabel(words.of("target"));
        target.getElement().setAttribute("lang", of.pair().target().tag());
        target.addClassName(of.pair().target().writingMode() == WritingMode.VERTICAL_LR ? "upright" : "level");
        target.setValueChangeMode(ValueChangeMode.LAZY);
        target.setValueChangeTimeout(DRAFT_AFTER_MILLIS);
        target.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                saveDraft(change.getValue());
            }
        });
        for (Div neighbour : List.of(before, after)) {
            Parts.in(of.pair().target(), neighbour);
            neighbour.getElement().setAttribute("aria-hidden", "true");
            neighbour.setVisible(of.pair().target().writingMode() == WritingMode.VERTICAL_LR);
        }
        saved.setId("saved");
        saved.getElement().setAttribute("role", "status");
        away.setId("away");
        away.setText(words.of("away"));
        away.getElement().setAttribute("role", "alert").setAttribute("hidden", true);
        var up = icon("previous", "up", words.of("previous"), -1);
        var down = icon("next", "down", words.of("next"), 1);
        var repair = Parts.button("repair", "q s", words.of("repair"), "Alt N", click -> repair());
        repair.setVisible(of.pair().target() == Language.MONGOLIAN);
        var keys = Parts.button("keys", "q s", words.of("keys"), "?", click -> showKeys());
        var stage = new Main(
                Parts.div("sh", heading, state, Parts.div("grow"), keys, up, down),
                Parts.div("sc", source, Parts.div("tgt", before, target, after), createInput(of)),
                Parts.div(
                        "act",
                        Parts.button("copy", "q s", words.of("copy-source"), "Alt C", click -> copySource()),
                        repair,
                        reviewTools,
                        Parts.div("grow"),
                        away,
                        saved,
                        Parts.button("confirm", "p", words.of("confirm"), "Ctrl Enter", click -> confirm())));
        stage.addClassName("stage");
        if (reviewer) {
            reviewTools.add(
                    Parts.button("accept", "s", words.of("accept"), "Alt A", click -> accept()),
                    Parts.button("return", "s", words.of("return"), "Alt R", click -> giveBack()),
                    Parts.button("accept-all", "q s", words.of("accept-all"), "", click -> acceptAll()));
        }
        return stage;
    }

    /** Where typing Mongolian is switched on and off; what is in it, the browser makes. */
    private Component createInput(Translation of) {
        var input = Parts.div("input");
        input.setId("input");
        if (of.pair().target() == Language.MONGOLIAN) {
            input.getElement().executeJs("window.khosWorkbench.input(this, JSON.parse($0))", words.input(connector));
        }
        return input;
    }

    private NativeButton icon(String id, String glyph, String label, int step) {
        var button = Parts.button(id, "ico", "", "", click -> move(step));
        button.addComponentAsFirst(new Glyph(glyph));
        button.getElement().setAttribute("aria-label", label);
        return button;
    }

    private void addShortcuts() {
        on(this::confirm, Key.ENTER, KeyModifier.CONTROL);
        on(() -> saveDraft(target.getValue()), Key.KEY_S, KeyModifier.CONTROL);
        on(() -> move(1), Key.ARROW_DOWN, KeyModifier.ALT);
        on(() -> move(-1), Key.ARROW_UP, KeyModifier.ALT);
        on(this::copySource, Key.KEY_C, KeyModifier.ALT);
        on(this::repair, Key.KEY_N, KeyModifier.ALT);
        on(this::addTerm, Key.KEY_T, KeyModifier.ALT);
        on(this::askConcordance, Key.KEY_F, KeyModifier.ALT);
        on(this::closeConcordance, Key.ESCAPE);
        if (reviewer) {
            on(this::accept, Key.KEY_A, KeyModifier.ALT);
            on(this::giveBack, Key.KEY_R, KeyModifier.ALT);
        }
        Key[] digits = {Key.DIGIT_1, Key.DIGIT_2, Key.DIGIT_3, Key.DIGIT_4, Key.DIGIT_5};
        for (int i = 0; i < MATCH_KEYS; i++) {
            int number = i;
            on(
                    () -> {
                        if (matches != null) {
                            matches.insert(number);
                        }
                    },
                    digits[i],
                    KeyModifier.ALT);
            on(
                    () -> {
                        if (terms != null) {
                            terms.insert(number);
                        }
                    },
                    digits[i],
                    KeyModifier.ALT,
                    KeyModifier.SHIFT);
        }
    }

    private void on(Runnable action, Key key, KeyModifier... modifiers) {
        Shortcuts.addShortcutListener(this, action::run, key, modifiers).listenOn(this);
    }

    private void switchTo(int place) {
        if (saveDraft(target.getValue())) {
            translations.segments(requireDocument().id(), place, 1).forEach(this::open);
        }
    }

    private void move(int step) {
        Segment from = segment;
        if (from != null && from.ordinal() + step >= 0) {
            switchTo(from.ordinal() + step);
        }
    }

    private void open(Segment next) {
        Segment last = segment;
        segment = next;
        if (last != null && last.ordinal() != next.ordinal()) {
            refreshRow(last);
        }
        refreshRow(next);
        heading.setText(words.of("sentence-number", Integer.toString(next.number())));
        showTerms(next);
        source.getElement().getClassList().set("long", next.source().length() > 200);
        target.setValue(next.working());
        saved.setText("");
        showState(next);
        showNeighbours(next);
        if (matches != null) {
            matches.show(next);
        }
        target.focus();
        getElement()
                .executeJs(
                        "window.khosWorkbench.opened(this, $0, $1, $2, $3, $4)",
                        next.id(),
                        next.version(),
                        next.working(),
                        next.ordinal(),
                        "/workbench/documents/" + next.documentId() + "?s=" + (next.ordinal() + 1));
    }

    /** Marks the terms in the source and lists them. */
    private void showTerms(Segment of) {
        Language language = requireDocument().pair().source();
        List<TermOccurrence> found = termbase.recognize(of.source(), language);
        source.removeAll();
        MarkedText.add(
                source,
                of.source(),
                language,
                found.stream().map(TermOccurrence::span).toList(),
                (text, number) -> {
                    var term = Parts.span("tm", text);
                    term.setTitle(found.get(number).concept().definition());
                    return term;
                });
        if (terms != null) {
            terms.show(found);
        }
    }

    private void showNeighbours(Segment of) {
        before.removeAll();
        after.removeAll();
        int first = Math.max(0, of.ordinal() - 1);
        for (Segment near : translations.segments(of.documentId(), first, of.ordinal() - first + 2)) {
            if (near.ordinal() < of.ordinal()) {
                before.add(new Span(ending(near.working())));
            } else if (near.ordinal() > of.ordinal()) {
                after.add(new Span(shortened(near.working())));
            }
        }
    }

    private void showState(Segment of) {
        state.removeAll();
        state.add(new Glyph(glyph(of)), new Span(words.of(of)));
        boolean translated = of.state() == State.TRANSLATED && of.draft().isEmpty();
        reviewTools.getChildren().forEach(tool -> {
            if (tool.getId().filter("accept"::equals).isPresent()) {
                ((NativeButton) tool).setEnabled(translated);
            } else if (tool.getId().filter("return"::equals).isPresent()) {
                ((NativeButton) tool).setEnabled(of.state() != State.INITIAL);
            }
        });
    }

    /** Does something with the open segment; a conflict or a refusal is shown, and nothing that was typed is lost. */
    private Optional<Segment> attempt(String text, Supplier<Segment> action) {
        try {
            Segment changed = action.get();
            segment = changed;
            refreshRow(changed);
            showState(changed);
            return Optional.of(changed);
        } catch (StaleSegment stale) {
            if (text.equals(stale.current().working())) {
                open(stale.current());
                Parts.tell(words.of(
                        "changed-meanwhile",
                        Integer.toString(stale.current().number()),
                        stale.current().changedBy()));
            } else {
                showConflict(stale.current(), text);
            }
        } catch (Refused refused) {
            Parts.warn(words.of(refused));
        }
        return Optional.empty();
    }

    /** Shows the segment as it is now beside {@code mine}; until one is chosen nothing more is saved. */
    private void showConflict(Segment current, String mine) {
        conflict = true;
        new ConflictDialog(current, mine, requireDocument().pair(), words, () -> continueWith(current, mine), () -> {
                    conflict = false;
                    forget(current);
                    open(current);
                })
                .open();
    }

    /** Goes on from the segment as it is now, with what stands in the box: more may have been typed than was refused. */
    private void continueWith(Segment current, String mine) {
        segment = current;
        refreshRow(current);
        target.getElement()
                .executeJs("return window.khosWorkbench.typed($0) ?? $1", current.id(), mine)
                .then(String.class, text -> {
                    conflict = false;
                    target.setValue(text);
                    saveDraft(text);
                    target.focus();
                });
    }

    /** The browser need not keep what was typed into a segment any longer. */
    private void forget(Segment of) {
        getElement().executeJs("window.khosWorkbench.forget($0)", of.id());
    }

    /** Keeps what was typed; whether there is nothing left that only the browser knows. */
    private boolean saveDraft(String text) {
        Segment of = segment;
        if (conflict) {
            return false;
        }
        if (of == null || text.equals(of.working())) {
            return true;
        }
        Optional<Segment> stored = attempt(text, () -> translations.saveDraft(of.id(), text, of.version()));
        stored.ifPresent(this::acknowledge);
        return stored.isPresent();
    }

    private void acknowledge(Segment stored) {
        String time = DateTimeFormatter.ofPattern("HH:mm:ss").format(LocalTime.now(ZONE));
        saved.setText(words.of("saved", time));
        getElement()
                .executeJs("window.khosWorkbench.saved($0, $1, $2)", stored.id(), stored.version(), stored.working());
    }

    private void confirm() {
        Segment of = segment;
        String text = target.getValue();
        if (of == null || conflict) {
            return;
        }
        if (of.state() != State.INITIAL && of.draft().isEmpty() && text.equals(of.target())) {
            // Confirmed as it stands already; confirming once more would only undo its review.
            openNext(of);
            return;
        }
        attempt(text, () -> translations.translate(of.id(), text, of.version())).ifPresent(stored -> {
            acknowledge(stored);
            refreshProgress();
            openNext(stored);
        });
    }

    private void openNext(Segment after) {
        translations
                .nextOpen(after.documentId(), after.ordinal())
                .ifPresentOrElse(this::open, () -> Parts.tell(words.of("all-translated")));
    }

    private void accept() {
        review(of -> translations.review(of.id(), of.version()), accepted -> move(1));
    }

    private void giveBack() {
        review(of -> translations.reopen(of.id(), of.version()), given -> target.setValue(given.working()));
    }

    private void review(UnaryOperator<Segment> verdict, Consumer<Segment> then) {
        if (!saveDraft(target.getValue())) {
            return;
        }
        Segment of = segment;
        if (of != null) {
            attempt(of.working(), () -> verdict.apply(of)).ifPresent(changed -> {
                refreshProgress();
                then.accept(changed);
            });
        }
    }

    private void acceptAll() {
        Translation of = document;
        Segment open = segment;
        if (of == null || open == null) {
            return;
        }
        if (!saveDraft(target.getValue())) {
            return;
        }
        int accepted = translations.reviewAll(of.id());
        Parts.tell(words.of("accepted", accepted));
        refreshProgress();
        rows.clear();
        list.getDataProvider().refreshAll();
        translations.segments(of.id(), open.ordinal(), 1).forEach(this::open);
    }

    private void copySource() {
        if (segment != null) {
            insert(segment.source());
        }
    }

    /** Shows what the canonical spelling of the open text changes; of one with Menksoft codes, their conversion. */
    private void repair() {
        if (segment == null || conflict || requireDocument().pair().target() != Language.MONGOLIAN) {
            return;
        }
        String text = target.getValue();
        Rewriting rewriting =
                Conversion.neededBy(text).orElse(Conversion.REPAIR).apply(text, connector);
        if (rewriting.changes().isEmpty()) {
            Parts.tell(words.of("repair.none"));
            return;
        }
        new RepairDialog(text, rewriting, words, () -> type(rewriting.text())).open();
    }

    /** Puts {@code text} into the box as if it was typed, so that the browser can take it back. */
    private void type(String text) {
        target.getElement().executeJs("window.khosWorkbench.type(this, $0)", text);
    }

    private void insertAtCaret(String text) {
        if (!conflict) {
            target.getElement().executeJs("window.khosWorkbench.insert(this, $0)", text);
        }
    }

    /** Adds a term, beginning with what is selected in the source and in the target. */
    private void addTerm() {
        selected(selection -> {
            boolean fromChinese = requireDocument().pair().source() == Language.CHINESE;
            var dialog = new ConceptDialog(
                    termbase,
                    words,
                    fromChinese ? selection.inSource() : selection.inTarget(),
                    fromChinese ? selection.inTarget() : selection.inSource(),
                    () -> {
                        if (segment != null) {
                            showTerms(segment);
                        }
                    });
            dialog.addOpenedChangeListener(change -> {
                if (!change.isOpened()) {
                    target.focus();
                }
            });
            dialog.open();
        });
    }

    /** Shows how what is selected was said before. */
    private void askConcordance() {
        selected(selection -> {
            if (selection.last().isEmpty()) {
                Parts.tell(words.of("concordance.nothing"));
            } else if (pairs != null && matches != null && terms != null) {
                pairs.show(selection.last());
                matches.setVisible(false);
                terms.setVisible(false);
            }
        });
    }

    private void closeConcordance() {
        if (pairs != null && matches != null && terms != null && pairs.isVisible()) {
            pairs.setVisible(false);
            matches.setVisible(true);
            terms.setVisible(true);
            target.focus();
        }
    }

    /**
     * What is selected of the open segment.
     *
     * @param last where the caret is, else on the other side
     */
    private record Selection(String inSource, String inTarget, String last) {}

    private void selected(Consumer<Selection> then) {
        if (segment != null && !conflict) {
            getElement()
                    .executeJs("return window.khosWorkbench.selected()")
                    .then(
                            JsonNode.class,
                            selection -> then.accept(new Selection(
                                    selection.path(0).asString(),
                                    selection.path(1).asString(),
                                    selection.path(2).asString())));
        }
    }

    private void insert(String text) {
        if (conflict) {
            return;
        }
        target.setValue(text);
        saveDraft(text);
        target.focus();
    }

    /**
     * What the browser kept of a text whose saving was never acknowledged.
     *
     * @param version of the segment that it was typed upon
     */
    @ClientCallable
    void recover(String segmentId, int version, String text) {
        Segment of = segment;
        if (of == null || conflict || !of.id().equals(segmentId) || text.equals(of.working())) {
            return;
        }
        if (of.version() == version) {
            target.setValue(text);
            saveDraft(text);
            Parts.tell(words.of("recovered"));
        } else {
            showConflict(of, text);
        }
    }

    private void refreshProgress() {
        Translation of = document;
        if (of != null) {
            Progress now =
                    translations.document(of.id()).map(Translation::progress).orElse(of.progress());
            progress.removeAll();
            progress.add(Parts.progress(now, words));
        }
    }

    private void refreshPublished() {
        Translation of = document;
        if (of != null) {
            Map<Language, Status> statuses = publications.statuses(of.id());
            published.setText(String.join(
                    " · ",
                    List.of(Language.values()).stream()
                            .map(language -> words.of(
                                    "status."
                                            + statuses.getOrDefault(language, Status.DRAFT)
                                                    .name()
                                                    .toLowerCase(Locale.ROOT),
                                    words.of(language)))
                            .toList()));
        }
    }

    private void openPublishing() {
        Translation of = document;
        if (of != null && saveDraft(target.getValue())) {
            new PublishDialog(publications, of, words, () -> {
                        refreshPublished();
                        refreshProgress();
                        rows.clear();
                        list.getDataProvider().refreshAll();
                        reread();
                    })
                    .open();
        }
    }

    /** The open segment as it is now: publishing makes segments final. */
    private void reread() {
        Segment open = segment;
        if (open != null) {
            translations.segments(open.documentId(), open.ordinal(), 1).forEach(now -> {
                segment = now;
                showState(now);
            });
        }
    }

    private void showKeys() {
        var dialog = new Dialog();
        dialog.setId("key-list");
        dialog.addClassName("dlg");
        dialog.setHeaderTitle(words.of("keys"));
        var rows = Parts.div("key-rows");
        for (String line : words.of("keys.list").split("\n")) {
            String[] parts = line.split("\\|", 2);
            rows.add(Parts.div("key-row", Parts.key(parts[0]), new Span(parts[1])));
        }
        dialog.add(rows);
        dialog.getFooter().add(Parts.button("keys-close", "q", words.of("close"), "Esc", click -> dialog.close()));
        dialog.open();
    }

    @Override
    public String getPageTitle() {
        return (document == null ? "" : Parts.title(document) + " · ") + "Khos";
    }
}
