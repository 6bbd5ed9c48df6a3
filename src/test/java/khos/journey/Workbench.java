package khos.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What everybody does in the workbench: signs in, takes a text in, writes into the target. */
final class Workbench {
    private Workbench() {}

    /** The list of documents, seen by the administrator. */
    static Page signIn(Journey journey, int width, int height, ColorScheme scheme) {
        return signIn(journey, "admin", width, height, scheme);
    }

    /** As above, seen by somebody with the same password. */
    static Page signIn(Journey journey, String name, int width, int height, ColorScheme scheme) {
        Page page = Browser.page(width, height, scheme);
        enter(page, journey, name, Journey.PASSWORD);
        page.waitForSelector("#documents");
        return page;
    }

    /** Writes name and password into the form. */
    static void enter(Page page, Journey journey, String name, String password) {
        enter(page, journey.url("/workbench"), name, password);
    }

    /** As above, into the form at an address. */
    static void enter(Page page, String url, String name, String password) {
        page.navigate(url);
        page.fill("input[name=username]", name);
        page.fill("input[name=password]", password);
        page.keyboard().press("Enter");
    }

    /** Takes a text in from the list of documents; its editor opens. */
    static void upload(Page page, Path folder, String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        page.click("#new");
        page.setInputFiles("#upload-source input[type=file]", file);
        PlaywrightAssertions.assertThat(page.locator("#slug input"))
                .hasValue(name.replace(".zh.md", "").replace(".md", ""));
        page.click("#upload-submit");
    }

    static Locator target(Page page) {
        return page.locator("#target textarea");
    }

    static void expectSentence(Page page, int number) {
        PlaywrightAssertions.assertThat(page.locator(".sh h2")).hasText("第 " + number + " 句");
    }

    /** Writes a translation of the open sentence and confirms it. */
    static void translate(Page page, int number, String text) {
        expectSentence(page, number);
        target(page).fill(text);
        target(page).press("Control+Enter");
    }
}
