package khos.journey;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotCaret;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A real Chromium, started once for the test run, and a fresh profile for each page. */
final class Browser {
    private static final Path PICTURES = Path.of("target", "pictures");
    private static final com.microsoft.playwright.Browser CHROMIUM = launch();

    private Browser() {}

    private static com.microsoft.playwright.Browser launch() {
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var options = new BrowserType.LaunchOptions()
                .setArgs(List.of(
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync"));
        String chromium = System.getenv("KHOS_CHROMIUM");
        if (chromium != null) {
            options.setExecutablePath(Path.of(chromium));
        }
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        return playwright.chromium().launch(options);
    }

    /** What a page complained of: errors on its console, and requests to anywhere but this machine. */
    record Complaints(List<String> messages) {}

    /** A page of a fresh profile, {@code width} by {@code height} CSS pixels. */
    static Page page(int width, int height, ColorScheme scheme) {
        BrowserContext context = CHROMIUM.newContext(new NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(scheme)
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai"));
        return context.newPage();
    }

    /** A page of a fresh profile made as {@code options} say. */
    static Page page(NewContextOptions options) {
        return CHROMIUM.newContext(options).newPage();
    }

    /** Collects what {@code page} complains of from now on. */
    static Complaints complaintsOf(Page page) {
        List<String> messages = new ArrayList<>();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                messages.add(message.text() + " at " + message.location());
            }
        });
        page.onPageError(messages::add);
        page.onRequest(request -> {
            if (!request.url().startsWith("http://localhost:") && !request.url().startsWith("data:")) {
                messages.add("request to " + request.url());
            }
        });
        return new Complaints(messages);
    }

    /** Keeps a picture of the page as {@code target/pictures/<name>.png}. */
    static void picture(Page page, String name) {
        page.evaluate("document.fonts.ready");
        page.screenshot(
                new ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setCaret(ScreenshotCaret.INITIAL));
    }
}
