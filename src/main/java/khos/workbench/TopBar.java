package khos.workbench;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
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
        var me = Parts.span("av me", name.isEmpty() ? "" : name.substring(0, 1).toUpperCase(Locale.ROOT));
        me.getElement().setAttribute("title", name);
        add(me);
        add(Parts.button("sign-out", "q s", words.of("sign-out"), "", click -> authentication.logout()));
    }

    /** The ways to the screens, of which {@code current} is shown: {@code documents} or {@code terms}. */
    static Nav nav(Words words, String current) {
        var nav = new Nav();
        Map<String, String> screens = new LinkedHashMap<>();
        screens.put("documents", "/workbench");
        screens.put("terms", "/workbench/terms");
        screens.forEach((screen, address) -> {
            var link = new Anchor(address, words.of(screen));
            link.setRouterIgnore(false);
            if (screen.equals(current)) {
                link.getElement().setAttribute("aria-current", "page");
            }
            nav.add(link);
        });
        return nav;
    }
}
