package khos.workbench;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import khos.account.Accounts;
import khos.account.Project;
import khos.account.Projects;
import khos.translation.Translations;
import org.jspecify.annotations.Nullable;

/** The projects one has a role in, and their documents; open one for its settings and members. */
@Route("projects")
@PermitAll
@JsModule("context://js/workbench/workbench.js")
class ProjectsView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient Projects projects;
    private final transient Translations translations;
    private final transient Accounts accounts;
    private final Words words = Words.current();
    private final Grid<Project> grid = new Grid<>();
    private final Span count = Parts.span("muted", "");
    private transient Map<String, Long> documents = Map.of();
    private transient @Nullable Project focused;

    ProjectsView(
            Projects projects, Translations translations, Accounts accounts, AuthenticationContext authentication) {
        this.projects = projects;
        this.translations = translations;
        this.accounts = accounts;
        setId("projects");
        addClassName("page");
        add(new TopBar(words, authentication, TopBar.places(words, accounts, "projects"), Parts.div("grow")));
        add(new Main(createHead(), grid));
        createColumns();
        refresh();
    }

    private Component createHead() {
        var create = Parts.button(
                "new",
                "p",
                words.of("projects.new"),
                "N",
                click -> new NewProjectDialog(projects, words, this::created).open());
        create.addComponentAsFirst(new Glyph("plus"));
        create.setVisible(TopBar.isForAdministrators(accounts));
        return Parts.div("pt", new H1(words.of("projects")), count, Parts.div("grow"), create);
    }

    private void createColumns() {
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addClassNames("docs", "lines");
        grid.addComponentColumn(project -> Parts.span("strong", project.name()))
                .setHeader(words.of("projects.name"))
                .setFlexGrow(3);
        grid.addColumn(project -> words.of(project.pair().source()) + " → "
                        + words.of(project.pair().target()))
                .setHeader(words.of("projects.pair"))
                .setFlexGrow(1);
        grid.addColumn(project -> projects.role(project.id()).map(words::of).orElse(""))
                .setHeader(words.of("projects.my-role"))
                .setFlexGrow(1);
        grid.addColumn(project -> words.of(project.reviewerDiffers() ? "projects.differs" : "projects.may-be-same"))
                .setHeader(words.of("projects.review"))
                .setFlexGrow(2);
        grid.addComponentColumn(this::createDocuments)
                .setHeader(words.of("documents"))
                .setFlexGrow(1);
        grid.addItemClickListener(click -> open(click.getItem()));
        grid.addCellFocusListener(focus -> focused = focus.getItem().orElse(null));
        grid.getElement().addEventListener("keydown", event -> openFocused()).setFilter("event.key === 'Enter'");
    }

    private Component createDocuments(Project project) {
        var link = new Anchor(
                "/workbench/documents?project=" + project.id(),
                words.of("projects.documents", documents.getOrDefault(project.id(), 0L)));
        link.addClassName("in-row");
        return link;
    }

    private void openFocused() {
        if (focused != null) {
            open(focused);
        }
    }

    private void open(Project project) {
        new ProjectDialog(projects, accounts, project, words, this::refresh).open();
    }

    private void created(Project project) {
        refresh();
        open(project);
    }

    private void refresh() {
        List<Project> all = projects.all();
        documents = translations.projectsOfDocuments().values().stream()
                .collect(Collectors.groupingBy(id -> id, Collectors.counting()));
        grid.setItems(all);
        count.setText(words.of("projects.count", all.size()));
    }

    @Override
    public String getPageTitle() {
        return words.of("projects") + " · Khos";
    }
}
