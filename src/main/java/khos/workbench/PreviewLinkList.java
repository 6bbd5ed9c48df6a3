package khos.workbench;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.net.URI;
import khos.language.Language;
import khos.publication.PreviewLink;
import khos.publication.PreviewLinks;
import khos.translation.Refused;
import khos.translation.Translation;

/** The links by which a document is seen before it is published: made, copied, revoked. */
final class PreviewLinkList extends Div {
    private static final long serialVersionUID = 1L;
    private static final Integer[] DAYS = {1, 7, 30, 90};
    private static final int USUAL_DAYS = 7;

    private final transient PreviewLinks links;
    private final transient Translation document;
    private final transient Words words;
    private final Select<Language> language = new Select<>();
    private final Select<Integer> days = new Select<>();
    private final Div made = new Div();
    private final Div list = Parts.div("rows-list");

    PreviewLinkList(PreviewLinks links, Translation document, Words words) {
        this.links = links;
        this.document = document;
        this.words = words;
        setId("preview-links");
        addClassName("pub");
        language.setItems(Language.values());
        language.setItemLabelGenerator(words::of);
        language.setValue(document.pair().target());
        language.setLabel(words.of("preview-links.language"));
        days.setItems(DAYS);
        days.setItemLabelGenerator(count -> words.of("preview-links.days", count));
        days.setValue(USUAL_DAYS);
        days.setLabel(words.of("preview-links.until"));
        var make = Parts.button("preview-make", "", words.of("preview-links.make"), "", click -> make());
        add(
                new H2(words.of("preview-links")),
                Parts.div("muted sm", new Span(words.of("preview-links.what"))),
                Parts.div("line-form", language, days, make),
                made,
                list);
        refresh();
    }

    private void make() {
        try {
            String path = links.create(document.id(), language.getValue(), days.getValue())
                    .path();
            getUI().ifPresent(ui -> ui.getPage().fetchCurrentURL(here -> show(URI.create(here.toString()), path)));
        } catch (Refused refused) {
            Parts.warn(words.of(refused));
        }
        refresh();
    }

    private void show(URI here, String path) {
        String link = here.resolve(path).toString();
        var copy = Parts.button("preview-copy", "s", words.of("preview-links.copy"), "", click -> copy(link));
        made.removeAll();
        var shown = new Shown("preview-made", words.of("preview-links.made"), link);
        shown.add(copy);
        made.add(shown);
    }

    /** Browsers give pages without TLS no clipboard; there the field is selected and copied from. */
    private void copy(String link) {
        getElement()
                .executeJs("""
                        const field = this.querySelector('#preview-made input');
                        field.select();
                        if (navigator.clipboard) return navigator.clipboard.writeText($0).then(() => true, () => false);
                        return document.execCommand('copy');
                        """, link)
                .then(
                        Boolean.class,
                        copied -> Parts.tell(words.of(copied ? "preview-links.copied" : "preview-links.copy-by-hand")));
    }

    private void refresh() {
        list.removeAll();
        links.of(document.id()).forEach(link -> list.add(createRow(link)));
    }

    private Component createRow(PreviewLink link) {
        var text = Parts.div(
                "grow",
                new Span(words.of("preview-links.row", words.of(link.language()), words.of(link.expiresAt()))),
                Parts.span("xs muted", words.of("preview-links.by", link.by(), words.of(link.createdAt()))));
        var revoke = Parts.button("", "s", words.of("preview-links.revoke"), "", click -> {
            links.revoke(link.id());
            made.removeAll();
            Parts.tell(words.of("preview-links.revoked"));
            refresh();
        });
        revoke.addClassName("revoke");
        return Parts.div("pub-row", text, revoke);
    }
}
