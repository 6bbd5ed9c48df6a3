package khos.workbench;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Inline;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.shared.ui.Transport;
import com.vaadin.flow.theme.lumo.Lumo;

/** What every page of the workbench has in its head. */
@StyleSheet(Lumo.STYLESHEET)
@StyleSheet("context://css/workbench.css")
@Push(transport = Transport.WEBSOCKET_XHR)
@Viewport("width=device-width, initial-scale=1")
class WorkbenchShell implements AppShellConfigurator {
    private static final long serialVersionUID = 1L;

    /** Before anything is drawn, so that who chose light or dark never sees the other flash by. */
    private static final String THEME = """
            try {
              const theme = localStorage.getItem('khos-workbench-theme');
              if (theme === 'dark' || theme === 'light') document.documentElement.setAttribute('theme', theme);
            } catch { /* storage is switched off: the system's choice holds */ }
            """;

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addInlineWithContents(THEME, Inline.Wrapping.JAVASCRIPT);
        settings.addFavIcon("icon", "/favicon.ico", "48x48");
    }
}
