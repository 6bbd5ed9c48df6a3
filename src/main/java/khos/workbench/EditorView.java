package khos.workbench;

import com.vaadin.flow.component.Component;
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
import khos.language.Language;
import khos.memory.TranslationMemory;
import khos.mongolian.Connector;
import khos.publication.Publications;
import khos.publication.Status;
import khos.search.Concordance;
import khos.terminology.Termbase;
import khos.translation.Progress;
import khos.translation.Segment;
import khos.translation.Translation;
import khos.translation.Translations;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;

/**
 * The translator's editor: the document's segments on the left, the one that is worked on in the middle, what the memory
 * knows on the right.
 */
@Route("documents/:id")
@PermitAll
@JsModule("context://js/workbench/workbench.js")
class EditorView extends Div implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

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
    private final Div progress = Parts.div("prog-area");
    private final Span published = Parts.span("badge", "");

    private transient @Nullable Translation document;
    private transient @Nullable Editing editing;
    private transient @Nullable HelpSide side;

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
        var work = new Editing(
                translations, found, connector, words, reviewer, this::showHelp, () -> refreshProgress(found));
        var help = new HelpSide(memory, termbase, concordance, found.pair(), words, work);
        editing = work;
        side = help;
        removeAll();
        add(createTopBar(found, work));
        add(Parts.div("ed", work.list(), work.stage(), help));
        EditorKeys.add(this, work, help, reviewer);
        refreshProgress(found);
        refreshPublished(found);
        work.openFirst(event.getLocation()
                .getQueryParameters()
                .getSingleParameter("s")
                .map(EditorView::place)
                .orElse(-1));
    }

    private static int place(String number) {
        return number.matches("\\d{1,6}") ? Integer.parseInt(number) - 1 : -1;
    }

    private void showHelp(Segment opened) {
        if (side != null) {
            side.show(opened);
        }
    }

    /** Whoever leaves with a text that could not be saved stays, and sees why. */
    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (editing != null && !editing.saveDraft()) {
            event.postpone();
        }
    }

    private Component createTopBar(Translation of, Editing work) {
        var title = new H1(Parts.title(of));
        var facts = Parts.span("facts", words.of("kind." + of.kind().path()) + " · " + of.slug());
        var back = Parts.button(
                "back", "q ico", "", "", click -> getUI().ifPresent(ui -> ui.navigate(DocumentsView.class)));
        back.addComponentAsFirst(new Glyph("back"));
        back.getElement().setAttribute("aria-label", words.of("back"));
        var publish = Parts.button("publishing", "", words.of("publish.open"), "", click -> openPublishing(of, work));
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

    private void refreshProgress(Translation of) {
        Progress now = translations.document(of.id()).map(Translation::progress).orElse(of.progress());
        progress.removeAll();
        progress.add(Parts.progress(now, words));
    }

    private void refreshPublished(Translation of) {
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

    private void openPublishing(Translation of, Editing work) {
        if (work.saveDraft()) {
            new PublishDialog(publications, of, words, () -> {
                        refreshPublished(of);
                        refreshProgress(of);
                        work.reread();
                    })
                    .open();
        }
    }

    @Override
    public String getPageTitle() {
        return (document == null ? "" : Parts.title(document) + " · ") + "Khos";
    }
}
