package khos.workbench;

import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import khos.language.Language;
import org.springframework.security.web.csrf.CsrfToken;

/** Where staff sign in. A plain form, so that browsers and password managers know what it is. */
@Route("login")
@AnonymousAllowed
@JsModule("context://js/workbench/workbench.js")
class LoginView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final Words words = Words.current();
    private final Paragraph error = new Paragraph();

    LoginView() {
        setId("login");
        addClassName("lgn");
        add(createPair(), createForm());
    }

    /** The two scripts, side by side. */
    private Div createPair() {
        var mongolian = Parts.in(Language.MONGOLIAN, new Div(new Span("ᠬᠣᠣᠰ")));
        mongolian.addClassName("w");
        var line = Parts.in(Language.MONGOLIAN, new Div(new Span("ᠮᠣᠩᠭᠣᠯ ᠬᠡᠯᠡ ᠪᠢᠴᠢᠭ")));
        var chinese = new Paragraph(words.of("login.line"));
        chinese.getElement().setAttribute("lang", Language.CHINESE.tag());
        return Parts.div("a", mongolian, line, chinese);
    }

    private Div createForm() {
        var form = new Element("form");
        form.setAttribute("method", "post").setAttribute("action", "/workbench/login");
        form.setAttribute("class", "lf");
        addCsrfToken(form);
        form.appendChild(field("username", "text", "username", words.of("login.name"), true));
        form.appendChild(field("password", "password", "current-password", words.of("login.password"), false));
        var submit = new Element("button");
        submit.setAttribute("type", "submit").setAttribute("class", "b p full").setText(words.of("login.submit"));
        form.appendChild(submit);
        error.setId("login-error");
        error.addClassName("bad");
        error.getElement().setAttribute("role", "alert");
        error.setVisible(false);
        var panel = Parts.div(
                "f", new H1(words.of("login.title")), Parts.div("muted", new Span(words.of("login.what"))), error);
        panel.getElement().appendChild(form);
        panel.add(Parts.div("sm muted", new Span(words.of("login.help"))));
        return panel;
    }

    private static Element field(String name, String type, String autocomplete, String label, boolean first) {
        var input = new Element("input");
        input.setAttribute("name", name)
                .setAttribute("type", type)
                .setAttribute("autocomplete", autocomplete)
                .setAttribute("required", true)
                .setAttribute("autofocus", first);
        var text = new Element("span").setText(label);
        var field = new Element("label");
        field.appendChild(text, input);
        return field;
    }

    private static void addCsrfToken(Element form) {
        Object token = VaadinServletRequest.getCurrent().getAttribute(CsrfToken.class.getName());
        if (token instanceof CsrfToken csrf) {
            form.appendChild(new Element("input")
                    .setAttribute("type", "hidden")
                    .setAttribute("name", csrf.getParameterName())
                    .setAttribute("value", csrf.getToken()));
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        boolean failed =
                event.getLocation().getQueryParameters().getParameters().containsKey("error");
        error.setVisible(failed);
        error.setText(failed ? words.of("login.failed") : "");
    }

    @Override
    public String getPageTitle() {
        return words.of("login.title") + " · Khos";
    }
}
