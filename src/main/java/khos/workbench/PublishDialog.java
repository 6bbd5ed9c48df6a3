package khos.workbench;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import khos.language.Language;
import khos.publication.PreviewLinks;
import khos.publication.Publications;
import khos.publication.Schedules;
import khos.translation.Translation;

/** Publishes and takes back a document, each language on its own, now or later; and makes links to what is not out yet. */
final class PublishDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    /** What it asks of the room of publications. */
    @org.springframework.stereotype.Component
    record Craft(Publications publications, Schedules schedules, PreviewLinks links) {}

    PublishDialog(Craft craft, Translation document, Words words, Runnable changed) {
        setId("publish");
        addClassName("dlg");
        setWidth("680px");
        setHeaderTitle(words.of("publish.title"));
        add(new Paragraph(words.of("publish.what")));
        for (Language language : Language.values()) {
            add(new PublishRow(craft, document, language, words, changed));
        }
        add(new PreviewLinkList(craft.links(), document, words));
        getFooter().add(Parts.button("publish-close", "q", words.of("close"), "Esc", click -> close()));
    }
}
