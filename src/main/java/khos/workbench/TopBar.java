package khos.workbench;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.spring.security.AuthenticationContext;
import khos.account.Accounts;
import khos.account.Role;
import khos.language.Language;

/** The bar above every screen: home, what the screen puts there, light or dark, sign out. */
final class TopBar extends Header {
    private static final long serialVersionUID = 1L;

    TopBar(Words words, AuthenticationContext authentication, Component... middle) {
        addClassName("top");
        var mark = new Anchor("/workbench", Parts.in(Language.MONGOLIAN, new Span("ᠬᠣᠣᠰ")), new Span("Khos"));
        mark.addClassName("logo");
        mark.getElement().setAttribute("aria-label", words.of("home"));
        mark.setRouterIgnore(false);
        add(mark);
        add(middle);
        var theme = new NativeButton();
        theme.addClassNames("b", "q", "ico");
        theme.add(new Glyph("moon"));
        theme.getElement().setAttribute("data-theme-toggle", "").setAttribute("aria-label", words.of("theme"));
        add(theme);
        String name = authentication.getPrincipalName().orElse("");
        var me = new Anchor("/workbench/account", Person.initial(name));
        me.addClassNames("av", "me");
        me.setId("me");
        me.getElement().setAttribute("title", name).setAttribute("aria-label", words.of("account"));
        add(me);
        add(Parts.button("sign-out", "q s", words.of("sign-out"), "", click -> authentication.logout()));
    }

    /** Links to the screens that whoever is signed in may see; {@code current} is the one that is shown. */
    static Nav places(Words words, Accounts accounts, String current) {
        var nav = new Nav(createPlace("documents", "/workbench", words, current));
        nav.add(createPlace("terms", "/workbench/terms", words, current));
        nav.add(createPlace("projects", "/workbench/projects", words, current));
        if (isForEditors(accounts)) {
            nav.add(createPlace("searches", "/workbench/searches", words, current));
        }
        if (isForAdministrators(accounts)) {
            nav.add(createPlace("people", "/workbench/people", words, current));
        }
        return nav;
    }

    private static Anchor createPlace(String place, String address, Words words, String current) {
        var link = new Anchor(address, words.of(place));
        if (place.equals(current)) {
            link.getElement().setAttribute("aria-current", "page");
        }
        return link;
    }

    /** Whether to offer what editors may do; whether they may, the domain decides. */
    static boolean isForEditors(Accounts accounts) {
        return accounts.current()
                .filter(account -> account.role().includes(Role.EDITOR))
                .isPresent();
    }

    /** As above, what administrators may do. */
    static boolean isForAdministrators(Accounts accounts) {
        return accounts.current()
                .filter(account -> account.role() == Role.ADMINISTRATOR)
                .isPresent();
    }
}
