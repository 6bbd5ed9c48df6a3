package khos.workbench;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.function.Consumer;
import khos.language.LanguagePair;
import khos.translation.Segment;
import khos.translation.StaleSegment;

/** Shows both texts when somebody else changed the segment meanwhile; one is chosen, or writing goes on. */
final class ConflictDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    /**
     * @param keepMine continues on the segment as it is now with the text that was refused
     * @param takeTheirs continues with the text that is stored
     */
    ConflictDialog(
            StaleSegment stale,
            LanguagePair pair,
            Words words,
            Consumer<Segment> keepMine,
            Consumer<Segment> takeTheirs) {
        Segment current = stale.current();
        setId("conflict");
        addClassName("dlg");
        setWidth("980px");
        setModal(true);
        setCloseOnOutsideClick(false);
        setHeaderTitle(words.of("conflict.title", Integer.toString(current.number())));
        add(new Paragraph(words.of("conflict.what", current.changedBy())));
        add(Parts.in(pair.source(), Parts.div("zsrc", new Span(current.source()))));
        add(Parts.div(
                "three",
                version(words.of("conflict.theirs", current.changedBy()), current.working(), pair),
                version(words.of("conflict.mine"), stale.refused(), pair)));
        getFooter()
                .add(
                        Parts.button("conflict-theirs", "", words.of("conflict.take-theirs"), "", click -> {
                            close();
                            takeTheirs.accept(current);
                        }),
                        Parts.button("conflict-mine", "p", words.of("conflict.keep-mine"), "", click -> {
                            close();
                            keepMine.accept(current);
                        }));
    }

    private static Component version(String title, String text, LanguagePair pair) {
        Div box = Parts.in(pair.target(), Parts.div("vbox", new Span(text)));
        box.getElement().setAttribute("tabindex", "0");
        return Parts.div("opt", new H2(title), box);
    }
}
