package khos.workbench;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Locale;
import java.util.Map;
import khos.language.Language;
import khos.publication.Publications;
import khos.publication.Status;
import khos.translation.Refused;
import khos.translation.Translation;

/** Publishes and withdraws a document, each language on its own. */
final class PublishDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    private final transient Publications publications;
    private final transient Translation document;
    private final transient Words words;
    private final transient Runnable changed;
    private final Div rows = Parts.div("pub-rows");

    PublishDialog(Publications publications, Translation document, Words words, Runnable changed) {
        this.publications = publications;
        this.document = document;
        this.words = words;
        this.changed = changed;
        setId("publish");
        addClassName("dlg");
        setWidth("640px");
        setHeaderTitle(words.of("publish.title"));
        add(new Paragraph(words.of("publish.what")), rows);
        getFooter().add(Parts.button("publish-close", "q", words.of("close"), "Esc", click -> close()));
        refresh();
    }

    private void refresh() {
        rows.removeAll();
        Map<Language, Status> statuses = publications.statuses(document.id());
        for (Language language : Language.values()) {
            rows.add(createRow(language, statuses.getOrDefault(language, Status.DRAFT)));
        }
    }

    private Component createRow(Language language, Status status) {
        boolean out = status == Status.PUBLISHED;
        var text = Parts.div(
                "grow",
                new H2(words.of(language)),
                Parts.span("muted", words.of("publish." + status.name().toLowerCase(Locale.ROOT))));
        if (out) {
            String path = "/" + language.code() + "/" + document.kind().path() + "/" + document.slug();
            var link = new Anchor(path, path);
            link.setTarget("_blank");
            link.setRouterIgnore(true);
            link.setId("link-" + language.code());
            text.add(link);
        }
        var row = Parts.div("pub-row", text);
        row.add(Parts.button(
                "publish-" + language.code(),
                out ? "" : "p",
                words.of(out ? "publish.again" : "publish.now"),
                "",
                click -> publish(language)));
        if (out) {
            row.add(Parts.button(
                    "withdraw-" + language.code(), "", words.of("publish.withdraw"), "", click -> withdraw(language)));
        }
        return row;
    }

    private void publish(Language language) {
        try {
            publications.publish(document.id(), language);
            Parts.tell(words.of("publish.done", words.of(language)));
        } catch (Refused refused) {
            Parts.warn(words.of(refused));
            return;
        }
        refresh();
        changed.run();
    }

    private void withdraw(Language language) {
        publications.withdraw(document.id(), language);
        Parts.tell(words.of("publish.withdrawn-now", words.of(language)));
        refresh();
        changed.run();
    }
}
