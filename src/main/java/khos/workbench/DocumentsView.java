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
import com.vaadin.flow.data.provider.ListDataProvider;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import khos.account.Accounts;
import khos.account.Projects;
import khos.language.Language;
import khos.mongolian.Connector;
import khos.publication.Publications;
import khos.publication.Schedule;
import khos.publication.Schedules;
import khos.publication.Status;
import khos.translation.Comment;
import khos.translation.Comments;
import khos.translation.TextKind;
import khos.translation.Translation;
import khos.translation.Translations;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;

/** The documents with how far each has come; open one, take a new one in. */
@Route("")
@RouteAlias("documents")
@PermitAll
@JsModule("context://js/workbench/workbench.js")
class DocumentsView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** What the list can be narrowed to. */
    private enum Filter {
        ALL,
        OPEN,
        TO_REVIEW,
        DONE,
        SCHEDULED
    }

    private final Translations translations;
    private final Publications publications;
    private final Schedules schedules;
    private final Comments comments;
    private final Connector connector;
    private final Words words = Words.current();
    private final Grid<Translation> grid = new Grid<>();
    private final Span count = Parts.span("muted", "");
    private final TextField search = new TextField();
    private final Select<Filter> state = new Select<>();
    private final Select<TextKind> kind = new Select<>();
    private final ProjectChoice project;
    private final Div list = Parts.div("list-area");
    private Map<String, Map<Language, Status>> statuses = Map.of();
    private Map<String, List<Schedule>> plans = Map.of();
    private Map<String, String> projectsOf = Map.of();
    /** How many comments are open in a document, and how many of them mention whoever is signed in. */
    private Map<String, Integer> said = Map.of();

    private Map<String, Long> mentions = Map.of();
    private @Nullable Translation focused;
    private ListDataProvider<Translation> documents = new ListDataProvider<>(List.of());

    DocumentsView(
            Translations translations,
            Publications publications,
            Schedules schedules,
            Comments comments,
            Accounts accounts,
            Projects projects,
            AuthenticationContext authentication,
            @Value("${khos.connector}") String connector) {
        this.translations = translations;
        this.publications = publications;
        this.schedules = schedules;
        this.comments = comments;
        this.connector = Connector.of(connector);
        this.project = new ProjectChoice(projects, translations, words, this::refresh);
        setId("documents");
        add(new TopBar(words, authentication, TopBar.places(words, accounts, "documents"), Parts.div("grow")));
        add(new Main(createHead(), createTools(), list));
        createColumns();
        refresh();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.getLocation().getQueryParameters().getSingleParameter("project").ifPresent(project::choose);
    }

    private Component createHead() {
        var upload = Parts.button("new", "p", words.of("new"), "N", click -> upload());
        upload.addComponentAsFirst(new Glyph("plus"));
        var convert = new Anchor("/zh/tools/convert", words.of("convert"));
        convert.setTarget("_blank");
        convert.addClassNames("b", "q");
        return Parts.div("pt", new H1(words.of("documents")), count, Parts.div("grow"), convert, upload);
    }

    private Component createTools() {
        search.setId("search");
        search.setPlaceholder(words.of("documents.search"));
        search.setAriaLabel(words.of("documents.search"));
        search.setPrefixComponent(new Glyph("search"));
        search.setSuffixComponent(Parts.key("/"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> filter());
        state.setItems(Filter.values());
        state.setItemLabelGenerator(
                filter -> words.of("documents.filter." + filter.name().toLowerCase(Locale.ROOT)));
        state.setValue(Filter.ALL);
        state.setAriaLabel(words.of("documents.by-state"));
        state.addValueChangeListener(change -> filter());
        kind.setItems(TextKind.values());
        kind.setEmptySelectionAllowed(true);
        kind.setItemLabelGenerator(value -> value == null ? words.of("kind.all") : words.of("kind." + value.path()));
        kind.setEmptySelectionCaption(words.of("kind.all"));
        kind.setAriaLabel(words.of("documents.by-kind"));
        kind.addValueChangeListener(change -> filter());
        project.addValueChangeListener(change -> filter());
        return Parts.div("tools", search, state, kind, project);
    }

    private void createColumns() {
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addClassName("docs");
        grid.addComponentColumn(this::createMongolianTitle)
                .setHeader(words.of("documents.mongolian-title"))
                .setWidth("134px")
                .setFlexGrow(0);
        grid.addComponentColumn(this::createTitle)
                .setHeader(words.of("documents.chinese-title"))
                .setFlexGrow(3);
        grid.addComponentColumn(document -> Parts.progress(document.progress(), words))
                .setHeader(words.of("documents.progress"))
                .setFlexGrow(3);
        grid.addComponentColumn(this::createStatus)
                .setHeader(words.of("documents.published"))
                .setWidth("224px")
                .setFlexGrow(0);
        grid.addColumn(document -> changedAt(document, words))
                .setHeader(words.of("documents.changed"))
                .setWidth("160px")
                .setFlexGrow(0);
        grid.addItemClickListener(click -> open(click.getItem()));
        grid.addCellFocusListener(focus -> focused = focus.getItem().orElse(null));
        grid.getElement().addEventListener("keydown", event -> openFocused()).setFilter("event.key === 'Enter'");
    }

    private void openFocused() {
        if (focused != null) {
            open(focused);
        }
    }

    private void open(Translation document) {
        getUI().ifPresent(ui -> ui.navigate(EditorView.class, new RouteParameters("id", document.id())));
    }

    private static String changedAt(Translation document, Words words) {
        return DateTimeFormatter.ofPattern(words.of("date-time")).withZone(ZONE).format(document.changedAt());
    }

    private Component createMongolianTitle(Translation document) {
        String title = Parts.title(document, Language.MONGOLIAN);
        if (title.isEmpty()) {
            return Parts.div("no-title", new Span(words.of("documents.no-title")));
        }
        return Parts.in(Language.MONGOLIAN, Parts.div("mt-title", new Span(title)));
    }

    private Component createTitle(Translation document) {
        var link = new Anchor("/workbench/documents/" + document.id(), Parts.title(document));
        link.addClassName("ti");
        link.getElement().setAttribute("lang", Language.CHINESE.tag());
        var facts = Parts.div(
                "pl",
                new Span(words.of("kind." + document.kind().path())),
                new Span(words.of("sentences", document.progress().total())),
                Parts.span("slug", document.slug()),
                project.move(document, projectsOf.getOrDefault(document.id(), "")));
        if (said.containsKey(document.id())) {
            facts.add(createSaid("said", "comments.open", said.get(document.id())));
        }
        if (mentions.containsKey(document.id())) {
            facts.add(createSaid("said me", "comments.mention", mentions.get(document.id())));
        }
        return Parts.div("ti-cell", link, facts);
    }

    private Component createSaid(String className, String key, long count) {
        return Parts.div(className, new Glyph("said"), new Span(words.of(key, count)));
    }

    private Component createStatus(Translation document) {
        var cell = Parts.div("st-cell");
        Map<Language, Status> status = statuses.getOrDefault(document.id(), Map.of());
        for (Language language : Language.values()) {
            Status of = status.getOrDefault(language, Status.DRAFT);
            cell.add(Parts.span(
                    "lang " + of.name().toLowerCase(Locale.ROOT),
                    words.of("status." + of.name().toLowerCase(Locale.ROOT), words.of(language))));
            plans.getOrDefault(document.id(), List.of()).stream()
                    .filter(plan -> plan.language() == language)
                    .forEach(plan -> cell.add(createPlan(plan)));
        }
        return cell;
    }

    private Component createPlan(Schedule plan) {
        var text = Parts.div(plan.isFailed() ? "plan failed" : "plan", new Span(words.of(plan)));
        plan.failure().ifPresent(refused -> text.add(Parts.span("xs", words.of(refused))));
        return text;
    }

    private void refresh() {
        List<Translation> found = translations.documents();
        statuses = publications.statuses();
        plans = schedules.all().stream().collect(Collectors.groupingBy(Schedule::documentId));
        projectsOf = translations.projectsOfDocuments();
        said = comments.openCounts(found.stream().map(Translation::id).toList());
        mentions = comments.mentioningMe().stream()
                .collect(Collectors.groupingBy(Comment::documentId, Collectors.counting()));
        this.documents = new ListDataProvider<>(found);
        grid.setItems(this.documents);
        count.setText(words.of("documents.count", found.size()));
        list.removeAll();
        list.add(found.isEmpty() ? createEmptyState() : grid);
        filter();
    }

    private Component createEmptyState() {
        var word = Parts.in(Language.MONGOLIAN, Parts.div("big", new Span("ᠬᠣᠣᠰ")));
        return Parts.div(
                "empty",
                word,
                Parts.div(
                        "text",
                        new H2(words.of("documents.empty")),
                        new Paragraph(words.of("documents.empty-help")),
                        Parts.button("first", "p", words.of("new"), "N", click -> upload())));
    }

    private void filter() {
        String wanted = search.getValue().strip().toLowerCase(Locale.ROOT);
        documents.setFilter(document -> (document.title() + " " + document.targetTitle() + " " + document.slug())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted)
                && (kind.isEmpty() || kind.getValue() == document.kind())
                && project.takes(projectsOf.getOrDefault(document.id(), ""))
                && matches(document, state.getValue()));
    }

    private boolean matches(Translation document, Filter filter) {
        return switch (filter) {
            case ALL -> true;
            case OPEN -> document.progress().initial() > 0;
            case TO_REVIEW -> document.progress().translated() > 0;
            case DONE -> document.progress().initial() + document.progress().translated() == 0;
            case SCHEDULED -> plans.containsKey(document.id());
        };
    }

    private void upload() {
        new UploadDialog(translations, project.chosenFirst(), connector, words, this::open).open();
    }

    @Override
    public String getPageTitle() {
        return words.of("documents") + " · Khos";
    }
}
