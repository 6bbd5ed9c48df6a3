package khos.workbench;

import com.vaadin.flow.component.ModalityMode;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import khos.mongolian.Rewriting;

/** Shows what the repair of a text would change before it is done. */
final class RepairDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    private static final int MOST_SHOWN = 100;

    /** @param apply takes the repaired text */
    RepairDialog(String text, Rewriting rewriting, Words words, Runnable apply) {
        setId("repair-changes");
        addClassName("dlg");
        setWidth("760px");
        setModality(ModalityMode.STRICT);
        setHeaderTitle(words.of("repair"));
        add(new Paragraph(words.of("repair.what", rewriting.changes().size())));
        add(new ChangeList(text, rewriting.changes(), MOST_SHOWN, words));
        getFooter().add(Parts.button("repair-cancel", "q", words.of("cancel"), "Esc", click -> close()));
        if (!rewriting.isSame()) {
            var applying = Parts.button("repair-apply", "p", words.of("repair.apply"), "Enter", click -> {
                close();
                apply.run();
            });
            getFooter().add(applying);
            applying.focus();
        }
    }
}
