package khos.workbench;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import javax.xml.stream.XMLStreamException;
import khos.account.Accounts;
import khos.language.Language;
import khos.mongolian.Connector;
import khos.terminology.Concept;
import khos.terminology.Status;
import khos.terminology.Tbx;
import khos.terminology.Term;
import khos.terminology.TermCsv;
import khos.terminology.Termbase;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** The agreed terms: find, add, change, take in, give out. */
@Route("terms")
@PermitAll
@JsModule("context://js/workbench/workbench.js")
class TermsView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient Termbase termbase;
    private final transient Words words = Words.current();
    private final Connector connector;
    private final boolean reviewer;
    private final Grid<Concept> grid = new Grid<>();
    private final Span count = Parts.span("muted", "");
    private final TextField search = new TextField();
    private final Select<Status> status = new Select<>();
    private final Div list = Parts.div("list-area");
    private transient @Nullable Concept focused;

    TermsView(
            Termbase termbase,
            Accounts accounts,
            AuthenticationContext authentication,
            @Value("${khos.connector}") String connector) {
        this.termbase = termbase;
        this.connector = Connector.of(connector);
        this.reviewer = authentication.hasAnyRole("REVIEWER", "EDITOR", "ADMINISTRATOR");
        setId("termbase");
        addClassName("page");
        add(new TopBar(words, authentication, TopBar.places(words, accounts, "terms"), Parts.div("grow")));
        add(new Main(createHead(), createTools(), list));
        createColumns();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        search.setValue(
                event.getLocation().getQueryParameters().getSingleParameter("q").orElse(""));
        refresh();
    }

    private Component createHead() {
        var create = Parts.button(
                "new",
                "p",
                words.of("terms.new"),
                "N",
                click -> new ConceptDialog(termbase, words, connector, "", "", this::refresh).open());
        create.addComponentAsFirst(new Glyph("plus"));
        var take = Parts.button(
                "import",
                "",
                words.of("terms.import"),
                "",
                click -> new TermImportDialog(termbase, words, this::refresh).open());
        return Parts.div(
                "pt",
                new H1(words.of("terms")),
                count,
                Parts.div("grow"),
                createExport("CSV", "terms.csv", "text/csv;charset=utf-8", TermCsv::write),
                createExport("TBX", "terms.tbx", "application/xml", TermsView::writeTbx),
                take,
                create);
    }

    /** Writes terms in one format. */
    private interface Writer {
        void write(Iterable<Concept> concepts, OutputStream out) throws IOException;
    }

    private static void writeTbx(Iterable<Concept> concepts, OutputStream out) throws IOException {
        try {
            Tbx.write(concepts, out);
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private Component createExport(String format, String file, String type, Writer writer) {
        DownloadHandler download = event -> {
            event.setFileName(file);
            event.setContentType(type);
            try (OutputStream out = event.getOutputStream()) {
                writer.write(termbase.all(), out);
            }
        };
        var link = new Anchor(download, words.of("terms.export", format));
        link.setId("export-" + format.toLowerCase(Locale.ROOT));
        link.addClassNames("b", "q");
        link.getElement().setAttribute("download", file);
        return link;
    }

    private Component createTools() {
        search.setId("search");
        search.setPlaceholder(words.of("terms.search"));
        search.setAriaLabel(words.of("terms.search"));
        search.setPrefixComponent(new Glyph("search"));
        search.setSuffixComponent(Parts.key("/"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                filter();
            }
        });
        status.setItems(Status.values());
        status.setEmptySelectionAllowed(true);
        status.setEmptySelectionCaption(words.of("terms.all-statuses"));
        status.setItemLabelGenerator(value -> value == null ? words.of("terms.all-statuses") : words.of(value));
        status.setAriaLabel(words.of("terms.by-status"));
        status.addValueChangeListener(change -> filter());
        return Parts.div("tools", search, status);
    }

    private void createColumns() {
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addClassNames("docs", "terms");
        grid.getElement().getClassList().set("fixed", !reviewer);
        grid.addColumn(LitRenderer.<Concept>of("""
                        <div class="term-mn">${item.terms.map(t => html`<span class="tt ${t.look}"
                          ><span class="mn" lang="mn-Mong">${t.text}</span><small>${t.status}</small></span>`)}</div>""")
                        .withProperty("terms", concept -> shown(concept, TermsView::isUpright)))
                .setHeader(words.of("terms.column.mongolian"))
                .setWidth("300px")
                .setFlexGrow(0);
        grid.addColumn(LitRenderer.<Concept>of("""
                        <div class="term-zh">${item.terms.map(t => html`<span class="tt ${t.look}"
                          ><b lang=${t.lang}>${t.text}</b><small>${t.status}</small></span>`)}</div>""")
                        .withProperty("terms", concept -> shown(concept, term -> !isUpright(term))))
                .setHeader(words.of("terms.column.chinese"))
                .setFlexGrow(2);
        grid.addColumn(LitRenderer.<Concept>of("""
                        <div class="term-def"><div>${item.definition}</div><small>${item.note}</small></div>""")
                        .withProperty("definition", Concept::definition)
                        .withProperty("note", TermsView::note))
                .setHeader(words.of("terms.definition"))
                .setFlexGrow(3);
        grid.addColumn(Concept::subject)
                .setHeader(words.of("terms.subject"))
                .setWidth("150px")
                .setFlexGrow(0);
        if (reviewer) {
            grid.addItemClickListener(click -> change(click.getItem()));
            grid.addCellFocusListener(focus -> focused = focus.getItem().orElse(null));
            grid.getElement()
                    .addEventListener("keydown", event -> {
                        if (focused != null) {
                            change(focused);
                        }
                    })
                    .setFilter("event.key === 'Enter'");
        }
    }

    private static boolean isUpright(Term term) {
        return term.language() == Language.MONGOLIAN && !term.isCyrillic();
    }

    private static String note(Concept concept) {
        return String.join(
                " · ",
                List.of(concept.note(), concept.source()).stream()
                        .filter(text -> !text.isEmpty())
                        .toList());
    }

    private ArrayNode shown(Concept concept, Predicate<Term> which) {
        ArrayNode shown = JsonMapper.shared().createArrayNode();
        concept.terms().stream()
                .filter(which)
                .forEach(term -> shown.addObject()
                        .put("text", term.text())
                        .put("lang", term.language() == Language.CHINESE ? Language.CHINESE.tag() : "mn-Cyrl")
                        .put("status", words.of(term.status()))
                        .put("look", term.status().isUsable() ? "" : "unusable"));
        return shown;
    }

    /** Opens the concept as it is now: the list may be older. */
    private void change(Concept concept) {
        termbase.find(concept.id())
                .ifPresentOrElse(
                        now -> new ConceptDialog(termbase, words, connector, now, this::refresh).open(), () -> {
                            Parts.warn(words.of("terms.gone"));
                            refresh();
                        });
    }

    private void refresh() {
        boolean empty = termbase.count("", Optional.empty()) == 0;
        if (empty || grid.getParent().isEmpty()) {
            list.removeAll();
            list.add(empty ? createEmptyState() : grid);
        }
        filter();
    }

    /** Shows what is wanted, of which the database gives the rows that are looked at. */
    private void filter() {
        String text = search.getValue();
        Optional<Status> wanted = Optional.ofNullable(status.getValue());
        int found = termbase.count(text, wanted);
        grid.setItems(DataProvider.fromCallbacks(
                query -> termbase.search(text, wanted, query.getOffset(), query.getLimit()).stream(), query -> found));
        count.setText(words.of("terms.count", found));
        grid.setEmptyStateText(words.of("terms.nothing-found"));
        String query =
                search.getValue().isEmpty() ? "" : "?q=" + URLEncoder.encode(search.getValue(), StandardCharsets.UTF_8);
        getElement().executeJs("history.replaceState(history.state, '', $0)", "/workbench/terms" + query);
    }

    private Component createEmptyState() {
        var word = Parts.in(Language.MONGOLIAN, Parts.div("big", new Span("ᠬᠣᠣᠰ")));
        return Parts.div(
                "empty",
                word,
                Parts.div(
                        "text",
                        new H2(words.of("terms.empty")),
                        new Paragraph(words.of("terms.empty-help")),
                        Parts.button(
                                "first",
                                "p",
                                words.of("terms.new"),
                                "N",
                                click -> new ConceptDialog(termbase, words, connector, "", "", this::refresh).open())));
    }

    @Override
    public String getPageTitle() {
        return words.of("terms") + " · Khos";
    }
}
