package khos.workbench;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import khos.account.Account;
import khos.account.Accounts;
import khos.account.Administration;
import khos.account.Token;
import khos.account.Tokens;

/** One's own account: the password, and the keys of programs that act for it. */
@Route("account")
@PermitAll
class AccountView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final transient Tokens tokens;
    private final Words words = Words.current();
    private final TextField label = new TextField();
    private final Div made = new Div();
    private final Div list = Parts.div("rows-list");

    AccountView(Accounts accounts, Administration administration, Tokens tokens, AuthenticationContext authentication) {
        this.tokens = tokens;
        setId("account");
        addClassName("page");
        add(new TopBar(words, authentication, TopBar.places(words, accounts, "account"), Parts.div("grow")));
        String name = authentication.getPrincipalName().orElse("");
        String shown = accounts.current().map(Account::displayName).orElse(name);
        String role =
                accounts.current().map(account -> words.of(account.role())).orElse("");
        var password =
                Parts.div("fig", new H2(words.of("password.title")), new PasswordForm(administration, words, () -> {}));
        add(new Main(
                Parts.div("pt", new H1(shown), Parts.span("muted", name + " · " + role)),
                Parts.div("account-cols", password, createTokens())));
        refresh();
    }

    private Component createTokens() {
        label.setId("token-label");
        label.setLabel(words.of("tokens.label"));
        label.setPlaceholder(words.of("tokens.label-example"));
        label.setMaxLength(100);
        label.addKeyPressListener(Key.ENTER, press -> create());
        var make = Parts.button("token-create", "p", words.of("tokens.create"), "", click -> create());
        return Parts.div(
                "fig",
                new H2(words.of("tokens")),
                Parts.div("muted sm", new Span(words.of("tokens.what"))),
                Parts.div("line-form", label, make),
                made,
                list);
    }

    private void create() {
        if (label.getValue().isBlank()) {
            label.setErrorMessage(words.of("tokens.no-label"));
            label.setInvalid(true);
            return;
        }
        label.setInvalid(false);
        String token = tokens.create(label.getValue());
        label.clear();
        made.removeAll();
        made.add(new Shown("token-made", words.of("tokens.made"), token));
        refresh();
    }

    private void refresh() {
        list.removeAll();
        List<Token> own = tokens.own();
        if (own.isEmpty()) {
            list.add(new Paragraph(words.of("tokens.none")));
        }
        own.forEach(token -> list.add(createRow(token)));
    }

    private Component createRow(Token token) {
        var text = Parts.div(
                "grow",
                Parts.span("strong", token.label()),
                Parts.span(
                        "xs muted",
                        words.of("tokens.dates", at(token.createdAt()))
                                + " · "
                                + token.usedAt()
                                        .map(used -> words.of("tokens.used", at(used)))
                                        .orElse(words.of("tokens.unused"))));
        var revoke = Parts.button("", "s", words.of("tokens.revoke"), "", click -> {
            tokens.revoke(token.id());
            Parts.tell(words.of("tokens.revoked", token.label()));
            refresh();
        });
        revoke.addClassName("revoke");
        return Parts.div("pub-row", text, revoke);
    }

    private String at(Instant time) {
        return DateTimeFormatter.ofPattern(words.of("date-time")).withZone(ZONE).format(time);
    }

    @Override
    public String getPageTitle() {
        return words.of("account") + " · Khos";
    }
}
