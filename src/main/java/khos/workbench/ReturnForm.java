package khos.workbench;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Predicate;

/** Asks a reviewer why a segment is returned; what is usual is one click. */
final class ReturnForm extends Div {
    private static final long serialVersionUID = 1L;

    private static final int LONGEST = 2_000;

    private final TextArea reason = new TextArea();
    private final transient Predicate<String> give;
    private final transient Runnable closed;

    /**
     * @param give returns the segment for a reason; whether it did
     * @param closed is run when the form goes
     */
    ReturnForm(Words words, Predicate<String> give, Runnable closed) {
        this.give = give;
        this.closed = closed;
        setId("return-form");
        addClassName("return-form");
        reason.setId("return-reason");
        reason.setAriaLabel(words.of("return.reason"));
        reason.setPlaceholder(words.of("return.reason"));
        reason.setMaxLength(LONGEST);
        var usual = Parts.div("usual");
        for (String one : words.of("return.usual").split("\\|")) {
            usual.add(Parts.button("", "s", one, "", click -> take(one)));
        }
        add(
                usual,
                reason,
                Parts.div(
                        "form-act",
                        Parts.span("xs muted grow", words.of("return.help")),
                        Parts.button("return-cancel", "q s", words.of("cancel"), "Esc", click -> close()),
                        Parts.button("return-submit", "p s", words.of("return"), "Ctrl Enter", click -> submit())));
        Shortcuts.addShortcutListener(this, this::submit, Key.ENTER, KeyModifier.CONTROL)
                .listenOn(this);
        Shortcuts.addShortcutListener(this, this::close, Key.ESCAPE).listenOn(this);
        setVisible(false);
    }

    private void take(String one) {
        reason.setValue(reason.isEmpty() ? one : reason.getValue() + "；" + one);
        reason.focus();
    }

    void open() {
        setVisible(true);
        reason.clear();
        reason.focus();
    }

    void close() {
        if (isVisible()) {
            setVisible(false);
            closed.run();
        }
    }

    private void submit() {
        if (give.test(reason.getValue())) {
            close();
        } else {
            reason.focus();
        }
    }
}
