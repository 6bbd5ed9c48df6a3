package khos.workbench;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import khos.account.Administration;
import khos.account.InvalidEntry;
import khos.account.Role;

/** Gives somebody an account; its password is shown this once. */
final class NewAccountDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    private final transient Administration administration;
    private final transient Words words;
    private final transient Runnable changed;
    private final TextField name = new TextField();
    private final TextField displayName = new TextField();
    private final Select<Role> role = new Select<>();
    private final Paragraph error = new Paragraph();
    private final Div form = Parts.div("stack", error, name, displayName, role);
    private final NativeButton create;

    NewAccountDialog(Administration administration, Words words, Runnable changed) {
        this.administration = administration;
        this.words = words;
        this.changed = changed;
        setId("new-account");
        addClassName("dlg");
        setWidth("480px");
        setHeaderTitle(words.of("people.new"));
        prepare(name, "account-name", "people.name");
        name.setHelperText(words.of("people.name-help"));
        prepare(displayName, "account-display-name", "people.display-name");
        role.setId("account-role");
        role.setLabel(words.of("people.role"));
        role.setItems(Role.values());
        role.setItemLabelGenerator(words::of);
        role.setValue(Role.TRANSLATOR);
        role.setHelperText(words.of("people.role-help"));
        error.setId("account-error");
        error.addClassName("bad");
        error.getElement().setAttribute("role", "alert");
        error.setVisible(false);
        create = Parts.button("account-create", "p", words.of("people.create"), "Enter", click -> create());
        add(form);
        getFooter().add(Parts.button("account-close", "q", words.of("close"), "Esc", click -> close()), create);
        name.focus();
    }

    private void prepare(TextField field, String id, String label) {
        field.setId(id);
        field.setLabel(words.of(label));
        field.setMaxLength(100);
        field.addKeyPressListener(Key.ENTER, press -> create());
    }

    private void create() {
        if (!create.isVisible()) {
            return;
        }
        try {
            Administration.Given given =
                    administration.create(name.getValue(), displayName.getValue(), role.getValue());
            create.setVisible(false);
            form.removeAll();
            form.add(new Shown(
                    "given-password",
                    words.of(
                            "people.given",
                            given.account().displayName(),
                            given.account().name()),
                    given.password()));
            changed.run();
        } catch (InvalidEntry refused) {
            error.setText(words.of(refused));
            error.setVisible(true);
        }
    }
}
