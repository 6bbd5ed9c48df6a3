package khos.workbench;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import khos.language.LanguagePair;
import khos.translation.Previews;
import khos.translation.Segment;

/** The paragraph of the open segment, and what stands around it, as readers would see it. */
final class PreviewPanel extends Section {
    private static final long serialVersionUID = 1L;

    private final transient Previews previews;
    private final Div page = Parts.div("page");

    PreviewPanel(Previews previews, LanguagePair pair, Words words) {
        this.previews = previews;
        setId("preview");
        getElement().setAttribute("aria-label", words.of("preview"));
        page.getElement().setAttribute("tabindex", "0");
        Parts.in(pair.target(), page);
        add(Parts.div("preview-note xs muted", new Span(words.of("preview.help"))), page);
    }

    /** @param target of the segment as it stands in the box */
    void show(Segment of, String target) {
        page.getElement()
                .setProperty(
                        "innerHTML", previews.around(of.id(), target).toHtml().toString());
    }
}
