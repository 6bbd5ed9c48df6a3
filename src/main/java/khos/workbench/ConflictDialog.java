package khos.workbench;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ModalityMode;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import khos.language.LanguagePair;
import khos.translation.Segment;

/** Shows both texts when somebody else changed the segment meanwhile; one is chosen, or writing goes on. */
final class ConflictDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    /**
     * @param current the segment as it is stored
     * @param mine the text that was typed upon an older version of it
     * @param keepMine goes on writing with {@code mine}
     * @param takeTheirs goes on with {@code current}
     */
    ConflictDialog(
            Segment current, String mine, LanguagePair pair, Words words, Runnable keepMine, Runnable takeTheirs) {
        setId("conflict");
        addClassName("dlg");
        setWidth("1120px");
        setModality(ModalityMode.STRICT);
        setCloseOnOutsideClick(false);
        setHeaderTitle(words.of("conflict.title", Integer.toString(current.number())));
        String theirs = current.working();
        add(new Paragraph(words.of("conflict.what", current.changedBy())));
        add(Parts.in(pair.source(), Parts.div("zsrc", new Span(current.source()))));
        add(Parts.div(
                "three",
                createVersion(words.of("conflict.theirs", current.changedBy()), mine, theirs, pair),
                createVersion(words.of("conflict.mine"), theirs, mine, pair)));
        addDialogCloseActionListener(escape -> choose(keepMine));
        getFooter()
                .add(
                        Parts.button(
                                "conflict-theirs",
                                "",
                                words.of("conflict.take-theirs"),
                                "",
                                click -> choose(takeTheirs)),
                        Parts.button(
                                "conflict-mine",
                                "p",
                                words.of("conflict.keep-mine"),
                                "Esc",
                                click -> choose(keepMine)));
    }

    private void choose(Runnable choice) {
        close();
        choice.run();
    }

    /** One text, with what the other has not marked. */
    private static Component createVersion(String title, String other, String text, LanguagePair pair) {
        List<Difference.Run> runs = Difference.between(other, text).stream()
                .filter(run -> run.kind() != Difference.Kind.REMOVED)
                .toList();
        Div box = Parts.in(pair.target(), Parts.difference(runs));
        box.addClassName("vbox");
        box.getElement().setAttribute("tabindex", "0");
        return Parts.div("opt", new H2(title), box);
    }
}
