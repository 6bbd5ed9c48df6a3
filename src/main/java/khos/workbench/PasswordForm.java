package khos.workbench;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import khos.account.Administration;
import khos.account.InvalidEntry;

/** The password one has, and twice the one to have. */
final class PasswordForm extends Div {
    private static final long serialVersionUID = 1L;

    private final transient Administration administration;
    private final transient Words words;
    private final transient Runnable changed;
    private final PasswordField current = new PasswordField();
    private final PasswordField wanted = new PasswordField();
    private final PasswordField again = new PasswordField();
    private final Paragraph error = new Paragraph();

    PasswordForm(Administration administration, Words words, Runnable changed) {
        this.administration = administration;
        this.words = words;
        this.changed = changed;
        addClassNames("stack", "password-form");
        prepare(current, "password-current", words.of("password.current"), Autocomplete.CURRENT_PASSWORD);
        prepare(wanted, "password-new", words.of("password.new"), Autocomplete.NEW_PASSWORD);
        prepare(again, "password-again", words.of("password.again"), Autocomplete.NEW_PASSWORD);
        wanted.setHelperText(words.of("password.help"));
        error.setId("password-error");
        error.addClassName("bad");
        error.getElement().setAttribute("role", "alert");
        error.setVisible(false);
        var change = Parts.button("password-change", "p", words.of("password.change"), "Enter", click -> change());
        add(error, current, wanted, again, Parts.div("row-end", change));
    }

    private void prepare(PasswordField field, String id, String label, Autocomplete autocomplete) {
        field.setId(id);
        field.setLabel(label);
        field.setAutocomplete(autocomplete);
        field.addKeyPressListener(Key.ENTER, press -> change());
    }

    private void change() {
        if (!wanted.getValue().equals(again.getValue())) {
            refuse(words.of("password.differ"));
            return;
        }
        try {
            administration.changePassword(current.getValue(), wanted.getValue());
        } catch (InvalidEntry refused) {
            refuse(words.of(refused));
            return;
        }
        error.setVisible(false);
        current.clear();
        wanted.clear();
        again.clear();
        Parts.tell(words.of("password.changed"));
        changed.run();
    }

    private void refuse(String why) {
        error.setText(why);
        error.setVisible(true);
    }
}
