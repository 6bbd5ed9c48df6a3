package khos.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static khos.journey.Workbench.target;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import khos.As;
import khos.Rooms;
import khos.account.Accounts;
import khos.account.Role;
import khos.language.Language;
import khos.language.LanguagePair;
import khos.storage.TestDatabase;
import khos.translation.People;
import khos.translation.TextKind;
import khos.translation.Translations;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two servers, each a process of its own, on one PostgreSQL; one of them is killed without warning. */
@Tag("browser")
class TwoNodesTests {
    private static final LanguagePair PAIR = new LanguagePair(Language.CHINESE, Language.MONGOLIAN);
    /** Editors ask every five seconds what there is; while they do not, only what is told arrives. */
    private static final String ASKING = """
            const repeat = window.setInterval;
            window.setInterval = (task, millis) => repeat(() => millis === 5000 && window.silent || task(), millis);
            """;

    private final String database = TestDatabase.POSTGRESQL.newUrl();

    @TempDir
    Path folder;

    private Server start(String name) {
        try {
            Path content = Files.createDirectories(folder.resolve("content"));
            return Server.start(
                    folder.resolve(name),
                    Map.of(
                            "KHOS_DATABASE_URL", database,
                            "KHOS_MEDIA", folder.resolve("media").toString(),
                            "KHOS_CONTENT", content.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Page open(Server server, String name, String document) {
        Page page = Browser.page(1280, 800, ColorScheme.LIGHT);
        page.addInitScript(ASKING);
        Workbench.enter(page, server.url() + "/workbench", name, Journey.PASSWORD);
        page.waitForSelector("#documents");
        page.navigate(server.url() + "/workbench/documents/" + document + "?s=1");
        Workbench.expectSentence(page, 1);
        return page;
    }

    @Test
    void editorsOfTwoServersAreOneCompanyUntilOneIsKilled() throws InterruptedException {
        try (var seed = TestDatabase.start(database, Rooms.class)) {
            As.signIn(Role.ADMINISTRATOR);
            seed.getBean(Accounts.class).create("admin", "admin", Role.ADMINISTRATOR, Journey.PASSWORD);
            seed.getBean(Accounts.class).create("wuyun", "乌云", Role.REVIEWER, Journey.PASSWORD);
            String document = seed.getBean(Translations.class)
                    .extract(TextKind.ARTICLE, "pair", PAIR, "马。牛。羊。")
                    .id();
            As.signOut();
            CompletableFuture<Server> starting = CompletableFuture.supplyAsync(() -> start("one"));
            try (Server other = start("other");
                    Server one = starting.join()) {
                Page hers = open(one, "wuyun", document);
                Page mine = open(other, "admin", document);
                assertThat(mine.locator("#company .av")).hasText("乌1");
                assertThat(mine.locator("#held")).containsText("乌云");
                assertThat(target(mine)).hasAttribute("readonly", "");

                mine.evaluate("window.silent = true");
                target(hers).fill("ᠮᠣᠷᠢ");
                assertThat(target(mine)).hasValue("ᠮᠣᠷᠢ");
                mine.evaluate("window.silent = false");

                one.kill();
                assertThat(mine.locator("#held")).containsText("乌云");
                letTimePass(seed.getBean(JdbcClient.class));
                assertThat(mine.locator("#company .av"))
                        .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(15_000));
                assertThat(mine.locator("#held")).isHidden();
                assertThat(target(mine)).not().hasAttribute("readonly", "");
                target(mine).fill("ᠮᠣᠷᠢ᠃");
                target(mine).press("Control+Enter");
                Workbench.expectSentence(mine, 2);
                hers.context().close();
                mine.context().close();
            }
        }
    }

    /** As if a minute had gone by since the last sign of life of wuyun. */
    private static void letTimePass(JdbcClient jdbc) {
        jdbc.sql("UPDATE lease SET until = until - :time WHERE account = 'wuyun'")
                .param("time", People.LEASE.toMillis())
                .update();
        jdbc.sql("UPDATE presence SET seen_at = seen_at - :time WHERE account = 'wuyun'")
                .param("time", People.PRESENCE.toMillis())
                .update();
    }
}
