package khos.workbench;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import khos.account.Account;
import khos.account.Administration;
import khos.account.InvalidEntry;
import khos.account.Role;

/** An account: what others call it, its role, whether it may sign in, and a new password for whoever forgot theirs. */
final class AccountDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    private final transient Administration administration;
    private final transient Account account;
    private final transient Words words;
    private final transient Runnable changed;
    private final TextField displayName = new TextField();
    private final Select<Role> role = new Select<>();
    private final Checkbox disabled = new Checkbox();
    private final Paragraph error = new Paragraph();
    private final Div given = new Div();

    AccountDialog(Administration administration, Administration.Entry entry, Words words, Runnable changed) {
        this.administration = administration;
        this.account = entry.account();
        this.words = words;
        this.changed = changed;
        setId("change-account");
        addClassName("dlg");
        setWidth("480px");
        setHeaderTitle(account.name());
        displayName.setId("account-display-name");
        displayName.setLabel(words.of("people.display-name"));
        displayName.setMaxLength(100);
        displayName.setValue(account.displayName());
        role.setId("account-role");
        role.setLabel(words.of("people.role"));
        role.setItems(Role.values());
        role.setItemLabelGenerator(words::of);
        role.setHelperText(words.of("people.role-help"));
        role.setValue(account.role());
        disabled.setId("account-disabled");
        disabled.setLabel(words.of("people.disable"));
        disabled.setValue(entry.disabled());
        error.setId("account-error");
        error.addClassName("bad");
        error.getElement().setAttribute("role", "alert");
        error.setVisible(false);
        add(Parts.div("stack", error, displayName, role, disabled, given));
        getFooter()
                .add(
                        Parts.button("account-reset", "", words.of("people.reset"), "", click -> reset()),
                        Parts.div("grow"),
                        Parts.button("account-close", "q", words.of("close"), "Esc", click -> close()),
                        Parts.button("account-save", "p", words.of("people.save"), "", click -> save()));
    }

    private void save() {
        try {
            administration.change(account.name(), displayName.getValue(), role.getValue(), disabled.getValue());
            Parts.tell(words.of("people.saved"));
            changed.run();
            close();
        } catch (InvalidEntry refused) {
            refuse(refused);
        }
    }

    private void reset() {
        try {
            Administration.Given made = administration.resetPassword(account.name());
            given.removeAll();
            given.add(new Shown(
                    "given-password",
                    words.of("people.given", made.account().displayName(), account.name()),
                    made.password()));
            changed.run();
        } catch (InvalidEntry refused) {
            refuse(refused);
        }
    }

    private void refuse(InvalidEntry refused) {
        error.setText(words.of(refused));
        error.setVisible(true);
    }
}
