package khos.workbench;

import com.vaadin.flow.component.ModalityMode;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;

/** Asks before something is done by which a text would be lost. */
final class AskDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    /** @param what is done; says so on the button */
    AskDialog(String what, String why, Words words, Runnable action) {
        setId("ask");
        addClassName("dlg");
        setWidth("480px");
        setModality(ModalityMode.STRICT);
        setHeaderTitle(what);
        add(new Paragraph(why));
        var apply = Parts.button("ask-apply", "p", what, "Enter", click -> {
            close();
            action.run();
        });
        getFooter().add(Parts.button("ask-cancel", "q", words.of("cancel"), "Esc", click -> close()), apply);
        apply.focus();
    }
}
