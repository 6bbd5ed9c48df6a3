package khos.workbench;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.ListDataProvider;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Locale;
import khos.account.Accounts;
import khos.account.Administration;
import org.jspecify.annotations.Nullable;

/** Who has an account; for administrators. */
@Route("people")
@PermitAll
@JsModule("context://js/workbench/workbench.js")
class PeopleView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient Accounts accounts;
    private final transient Administration administration;
    private final Words words = Words.current();
    private final Grid<Administration.Entry> grid = new Grid<>();
    private final Span count = Parts.span("muted", "");
    private final TextField search = new TextField();
    private transient @Nullable ListDataProvider<Administration.Entry> entries;
    private transient Administration.@Nullable Entry focused;

    PeopleView(Accounts accounts, Administration administration, AuthenticationContext authentication) {
        this.accounts = accounts;
        this.administration = administration;
        setId("people");
        addClassName("page");
        add(new TopBar(words, authentication, TopBar.places(words, accounts, "people"), Parts.div("grow")));
        add(new Main(createHead(), createTools(), grid));
        createColumns();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!TopBar.isForAdministrators(accounts)) {
            Parts.warn(words.of("denied"));
            event.forwardTo(DocumentsView.class);
            return;
        }
        refresh();
    }

    private Component createHead() {
        var create = Parts.button(
                "new",
                "p",
                words.of("people.new"),
                "N",
                click -> new NewAccountDialog(administration, words, this::refresh).open());
        create.addComponentAsFirst(new Glyph("plus"));
        return Parts.div("pt", new H1(words.of("people")), count, Parts.div("grow"), create);
    }

    private Component createTools() {
        search.setId("search");
        search.setPlaceholder(words.of("people.search"));
        search.setAriaLabel(words.of("people.search"));
        search.setPrefixComponent(new Glyph("search"));
        search.setSuffixComponent(Parts.key("/"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> filter());
        return Parts.div("tools", search);
    }

    private void createColumns() {
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addClassNames("docs", "lines");
        grid.addComponentColumn(PeopleView::createName)
                .setHeader(words.of("people.name"))
                .setFlexGrow(3);
        grid.addColumn(entry -> words.of(entry.account().role()))
                .setHeader(words.of("people.role"))
                .setFlexGrow(1);
        grid.addComponentColumn(this::createState)
                .setHeader(words.of("people.state"))
                .setFlexGrow(2);
        grid.addItemClickListener(click -> open(click.getItem()));
        grid.addCellFocusListener(focus -> focused = focus.getItem().orElse(null));
        grid.getElement().addEventListener("keydown", event -> openFocused()).setFilter("event.key === 'Enter'");
    }

    private static Component createName(Administration.Entry entry) {
        var avatar = Parts.span("av", Person.initial(entry.account().displayName()));
        avatar.getElement().setAttribute("aria-hidden", "true");
        return Parts.div(
                "who",
                avatar,
                Parts.div(
                        "ti-cell",
                        Parts.span("strong", entry.account().displayName()),
                        Parts.div("pl", Parts.span("slug", entry.account().name()))));
    }

    private Component createState(Administration.Entry entry) {
        String state = entry.disabled() ? "disabled" : entry.oneTime() ? "one-time" : "active";
        return Parts.span(entry.disabled() ? "badge bad" : "muted", words.of("people.state." + state));
    }

    private void openFocused() {
        if (focused != null) {
            open(focused);
        }
    }

    private void open(Administration.Entry entry) {
        new AccountDialog(administration, entry, words, this::refresh).open();
    }

    private void refresh() {
        List<Administration.Entry> all = administration.accounts();
        entries = new ListDataProvider<>(all);
        grid.setItems(entries);
        count.setText(words.of("people.count", all.size()));
        filter();
    }

    private void filter() {
        String wanted = search.getValue().strip().toLowerCase(Locale.ROOT);
        if (entries != null) {
            entries.setFilter(entry -> (entry.account().name() + " "
                            + entry.account().displayName() + " "
                            + words.of(entry.account().role()))
                    .toLowerCase(Locale.ROOT)
                    .contains(wanted));
        }
    }

    @Override
    public String getPageTitle() {
        return words.of("people") + " · Khos";
    }
}
