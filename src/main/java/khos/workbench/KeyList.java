package khos.workbench;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Span;

/** What each key of the editor does. */
final class KeyList extends Dialog {
    private static final long serialVersionUID = 1L;

    KeyList(Words words) {
        setId("key-list");
        addClassName("dlg");
        setHeaderTitle(words.of("keys"));
        var rows = Parts.div("key-rows");
        for (String line : words.of("keys.list").split("\n")) {
            String[] parts = line.split("\\|", 2);
            rows.add(Parts.div("key-row", Parts.key(parts[0]), new Span(parts[1])));
        }
        add(rows);
        getFooter().add(Parts.button("keys-close", "q", words.of("close"), "Esc", click -> close()));
    }
}
