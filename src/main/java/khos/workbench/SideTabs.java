package khos.workbench;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The right side of the editor: one of its panels at a time. */
final class SideTabs extends Aside {
    private static final long serialVersionUID = 1L;

    /** The panels. */
    enum Tab {
        HELP,
        COMMENTS,
        HISTORY,
        PREVIEW
    }

    private final Div bar = Parts.div("tabs");
    private final Map<Tab, Component> panels = new EnumMap<>(Tab.class);
    private final Map<Tab, NativeButton> buttons = new EnumMap<>(Tab.class);
    private final Map<Tab, Span> counts = new EnumMap<>(Tab.class);
    private final transient Words words;
    private final transient Consumer<Tab> shown;
    private Tab current = Tab.HELP;

    /** @param shown is told which panel is to be seen now */
    SideTabs(Words words, Consumer<Tab> shown) {
        this.words = words;
        this.shown = shown;
        addClassNames("pane", "beside");
        getElement().setAttribute("aria-label", words.of("side"));
        bar.getElement().setAttribute("role", "tablist");
        add(bar);
    }

    /** @param key the key that shows it; empty for none */
    void add(Tab tab, Component panel, String key) {
        String name = tab.name().toLowerCase(Locale.ROOT);
        var count = Parts.span("count", "");
        var button = new NativeButton("", click -> show(tab));
        button.add(new Span(words.of("side." + name)), count);
        button.setId("tab-" + name);
        button.getElement().setAttribute("type", "button").setAttribute("role", "tab");
        if (!key.isEmpty()) {
            button.getElement().setAttribute("title", key);
        }
        bar.add(button);
        buttons.put(tab, button);
        counts.put(tab, count);
        panels.put(tab, panel);
        add(panel);
        mark();
    }

    void show(Tab tab) {
        current = tab;
        mark();
        shown.accept(tab);
    }

    boolean isShown(Tab tab) {
        return current == tab;
    }

    /** How many there are to be found in a panel; nothing for none. */
    void count(Tab tab, int number) {
        Optional.ofNullable(counts.get(tab))
                .ifPresent(count -> count.setText(number == 0 ? "" : Integer.toString(number)));
    }

    private void mark() {
        panels.forEach((tab, panel) -> panel.setVisible(tab == current));
        buttons.forEach(
                (tab, button) -> button.getElement().setAttribute("aria-selected", Boolean.toString(tab == current)));
    }
}
