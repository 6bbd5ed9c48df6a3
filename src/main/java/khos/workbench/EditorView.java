package khos.workbench;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khos.account.Projects;
import khos.account.Role;
import khos.language.Language;
import khos.memory.Context;
import khos.memory.TranslationMemory;
import khos.mongolian.Connector;
import khos.publication.Schedule;
import khos.publication.Status;
import khos.search.Concordance;
import khos.terminology.Termbase;
import khos.translation.Acceptances;
import khos.translation.Coverages;
import khos.translation.Fillings;
import khos.translation.Origins;
import khos.translation.Pretranslations;
import khos.translation.Progress;
import khos.translation.Propagations;
import khos.translation.Replacements;
import khos.translation.Segment;
import khos.translation.Translation;
import khos.translation.Translations;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The translator's editor: the document's segments on the left, the one that is worked on in the middle, what the memory
 * knows on the right.
 */
@Route("documents/:id")
@PermitAll
@JsModule("context://js/workbench/workbench.js")
@JsModule("context://js/workbench/marks.js")
class EditorView extends Div implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient Craft craft;
    private final transient Desk.Craft deskCraft;
    private final transient PublishDialog.Craft publishing;
    private final transient ConcordancePanel.Sources sources;
    private final transient AuthenticationContext authentication;
    private final Connector connector;
    private final transient Words words = Words.current();
    private boolean reviewer;
    private boolean editor;
    private final Div progress = Parts.div("prog-area");
    private final Span published = Parts.span("badge", "");

    private transient @Nullable Translation document;
    private transient @Nullable Editing editing;

    /** The craft's use cases. */
    @Component
    record Craft(
            Translations translations,
            Propagations propagations,
            Pretranslations pretranslations,
            Coverages coverages,
            Fillings fillings,
            Acceptances acceptances,
            Origins origins,
            Projects projects,
            Replacements replacements,
            Company.Craft company) {}

    EditorView(
            Craft craft,
            Desk.Craft deskCraft,
            PublishDialog.Craft publishing,
            TranslationMemory memory,
            Termbase termbase,
            Concordance concordance,
            AuthenticationContext authentication,
            @Value("${khos.connector}") String connector) {
        this.connector = Connector.of(connector);
        this.craft = craft;
        this.deskCraft = deskCraft;
        this.publishing = publishing;
        this.sources = new ConcordancePanel.Sources(concordance, memory, termbase, craft.origins());
        this.authentication = authentication;
        setId("editor");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String id = event.getRouteParameters().get("id").orElse("");
        Translation found = craft.translations().document(id).orElseThrow(NotFoundException::new);
        document = found;
        Optional<Role> role = craft.translations().projectOf(id).flatMap(craft.projects()::role);
        reviewer = role.filter(mine -> mine.includes(Role.REVIEWER)).isPresent();
        editor = role.filter(mine -> mine.includes(Role.EDITOR)).isPresent();
        var screen = new Screen(found);
        editing = screen.work;
        removeAll();
        add(createTopBar(found, screen));
        add(Parts.div("ed", screen.work.list(), screen.work.stage(), screen.desk.side()));
        EditorKeys.add(this, screen.work, screen.side, screen.bar, screen.acceptance, reviewer);
        EditorKeys.add(this, screen.desk);
        EditorKeys.on(this, () -> openMemory(found, screen.work), Key.KEY_B, KeyModifier.ALT);
        EditorKeys.on(this, () -> find(found, screen.work, false), Key.KEY_F, KeyModifier.CONTROL);
        EditorKeys.on(this, () -> find(found, screen.work, true), Key.KEY_H, KeyModifier.CONTROL);
        refreshProgress(found);
        refreshPublished(found);
        screen.work.openFirst(event.getLocation()
                .getQueryParameters()
                .getSingleParameter("s")
                .map(EditorView::place)
                .orElse(-1));
    }

    private static int place(String number) {
        return number.matches("\\d{1,6}") ? Integer.parseInt(number) - 1 : -1;
    }

    /** The parts of the screen for one document, which tell each other what happens. */
    private final class Screen implements Editing.Listener {
        private final Translation of;
        private final Editing work;
        private final HelpSide side;
        private final PropagationBar bar;
        private final AcceptanceBar acceptance;
        private final Company company;
        private final Desk desk;

        Screen(Translation of) {
            this.of = of;
            work = new Editing(
                    new Editing.Craft(craft.translations(), craft.fillings(), craft.origins()),
                    of,
                    connector,
                    words,
                    reviewer,
                    this);
            side = new HelpSide(sources, of.pair(), words, connector, work);
            bar = new PropagationBar(craft.propagations(), craft.fillings(), words, work::refilled);
            work.stage().addBar(bar);
            acceptance = new AcceptanceBar(craft.acceptances(), of, words, work::refreshAll);
            work.stage().addBar(acceptance);
            company = new Company(
                    craft.company(), of.id(), authentication.getPrincipalName().orElse(""), words, work);
            work.stage().addBar(company.bar());
            desk = new Desk(deskCraft, of, words, work, side);
        }

        @Override
        public void opened(Segment segment, Context context) {
            side.show(segment, context);
            company.entered(segment);
            desk.opened(segment);
        }

        @Override
        public void typed(String text) {
            side.showTyped(text);
            company.typed();
            desk.typed(text);
        }

        @Override
        public void progressed() {
            // Counting reads the whole document; the next segment does not wait for it.
            work.stage().later(() -> refreshProgress(of));
        }

        @Override
        public void confirmed(Segment segment) {
            // Who looks for the same sentence reads the whole document; the next segment does not wait for it.
            work.stage().later(() -> bar.offer(segment));
        }

        @Override
        public void commented(Segment segment) {
            desk.commentsChanged(segment);
        }

        @Override
        public String name(String account) {
            return company.name(account);
        }

        @Override
        public boolean mayConfirm(Segment segment, String text) {
            return desk.mayConfirm(segment, text);
        }

        @Override
        public void returning() {
            desk.returning();
        }

        @Override
        public void acceptingAll() {
            getUI().ifPresent(acceptance::begin);
        }
    }

    private void openMemory(Translation of, Editing work) {
        if (work.saveDraft()) {
            var asked = new MemoryDialog.Craft(craft.coverages(), craft.pretranslations(), craft.fillings());
            getUI().ifPresent(ui -> new MemoryDialog(asked, of, words, work::refilled).begin(ui));
        }
    }

    private void find(Translation of, Editing work, boolean replacing) {
        if (work.saveDraft()) {
            var dialog = new FindDialog(craft.replacements(), of, words, work::refilled, work::goTo);
            work.stage().selected(selection -> dialog.begin(selection.inTarget(), replacing));
        }
    }

    private void openSource(Translation of, Editing work) {
        if (work.saveDraft()) {
            new SourceDialog(deskCraft.sourceChanges(), of.id(), words, () -> work.rearranged(0)).open();
        }
    }

    /** Whoever leaves with a text that could not be saved stays, and sees why. */
    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (editing != null && !editing.saveDraft()) {
            event.postpone();
        }
    }

    private TopBar createTopBar(Translation of, Screen screen) {
        Editing work = screen.work;
        var title = new H1(Parts.title(of));
        var facts = Parts.span("facts", words.of("kind." + of.kind().path()) + " · " + of.slug());
        var back = Parts.button(
                "back", "q ico", "", "", click -> getUI().ifPresent(ui -> ui.navigate(DocumentsView.class)));
        back.addComponentAsFirst(new Glyph("back"));
        back.getElement().setAttribute("aria-label", words.of("back"));
        var memory = Parts.button("open-memory", "", words.of("memory.open"), "Alt B", click -> openMemory(of, work));
        var source = Parts.button("new-source", "q", words.of("new-source"), "", click -> openSource(of, work));
        source.setVisible(editor);
        var publish = Parts.button("publishing", "", words.of("publish.open"), "", click -> openPublishing(of, work));
        publish.setVisible(editor);
        return new TopBar(
                words,
                authentication,
                back,
                Parts.div("dt", title, facts),
                Parts.div("grow"),
                progress,
                screen.company,
                published,
                source,
                memory,
                publish);
    }

    private void refreshProgress(Translation of) {
        Progress now = craft.translations()
                .document(of.id())
                .map(Translation::progress)
                .orElse(of.progress());
        progress.removeAll();
        progress.add(Parts.progress(now, words));
    }

    private void refreshPublished(Translation of) {
        Map<Language, Status> statuses = publishing.publications().statuses(of.id());
        Map<Language, List<Schedule>> plans =
                publishing.schedules().of(of.id()).stream().collect(Collectors.groupingBy(Schedule::language));
        published.setText(Stream.of(Language.values())
                .map(language -> words.of(
                        "status." + status(statuses.get(language), plans.getOrDefault(language, List.of())),
                        words.of(language)))
                .collect(Collectors.joining(" · ")));
    }

    private static String status(@Nullable Status status, List<Schedule> plans) {
        if (plans.stream().anyMatch(Schedule::isFailed)) {
            return "failed";
        }
        return plans.isEmpty() ? String.valueOf(status).toLowerCase(Locale.ROOT) : "planned";
    }

    private void openPublishing(Translation of, Editing work) {
        if (work.saveDraft()) {
            new PublishDialog(publishing, of, words, () -> {
                        refreshPublished(of);
                        refreshProgress(of);
                        work.reopen();
                    })
                    .open();
        }
    }

    @Override
    public String getPageTitle() {
        return (document == null ? "" : Parts.title(document) + " · ") + "Khos";
    }
}
