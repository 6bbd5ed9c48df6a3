package khos.workbench;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import khos.account.Administration;
import khos.language.Language;

/** Where a password of one's own is chosen in the place of the one that was given, before anything else. */
@Route("password")
@PermitAll
class PasswordView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final Words words = Words.current();

    PasswordView(Administration administration, AuthenticationContext authentication) {
        setId("own-password");
        addClassName("lgn");
        var mongolian = Parts.in(Language.MONGOLIAN, new Div(new Span("ᠬᠣᠣᠰ")));
        mongolian.addClassName("w");
        var form = new PasswordForm(
                administration, words, () -> getUI().ifPresent(ui -> ui.navigate(DocumentsView.class)));
        add(
                Parts.div(
                        "a",
                        mongolian,
                        new Paragraph(authentication.getPrincipalName().orElse(""))),
                Parts.div(
                        "f",
                        new H1(words.of("password.title")),
                        Parts.div("muted", new Span(words.of("password.first"))),
                        form,
                        Parts.button("sign-out", "q", words.of("sign-out"), "", click -> authentication.logout())));
    }

    @Override
    public String getPageTitle() {
        return words.of("password.title") + " · Khos";
    }
}
