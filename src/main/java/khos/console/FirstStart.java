package khos.console;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import khos.account.Accounts;
import khos.account.Role;
import khos.language.Messages;
import khos.memory.MemoryFiles;
import khos.publication.ContentFolder;
import khos.terminology.Termbase;
import khos.translation.Translations;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What happens once on an empty database: an administrator, and the texts of the content folder. */
@Component
class FirstStart implements ApplicationRunner {
    private static final String ADMINISTRATOR = "admin";

    private final Accounts accounts;
    private final Translations translations;
    private final ContentFolder contentFolder;
    private final Termbase termbase;
    private final MemoryFiles memory;
    private final String password;
    private final Path content;
    private final Messages messages;

    FirstStart(
            Accounts accounts,
            Translations translations,
            ContentFolder contentFolder,
            Termbase termbase,
            MemoryFiles memory,
            @Value("${khos.admin-password}") String password,
            @Value("${khos.content}") Path content) {
        this.accounts = accounts;
        this.translations = translations;
        this.contentFolder = contentFolder;
        this.termbase = termbase;
        this.memory = memory;
        this.password = password;
        this.content = content;
        this.messages = CommandLine.messages();
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!accounts.isEmpty()) {
            return;
        }
        boolean given = !password.isEmpty();
        String first = given ? password : Accounts.newPassword();
        if (Files.isDirectory(content)) {
            new Import(contentFolder, translations, termbase, memory).takeIn(content, messages);
        }
        accounts.create(ADMINISTRATOR, ADMINISTRATOR, Role.ADMINISTRATOR, first);
        if (!given) {
            System.out.println(messages.text("console.first-password", ADMINISTRATOR, first));
        }
    }

    @EventListener
    void onReady(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext context
                && context.getWebServer() != null) {
            // For people and scripts alike, so never translated.
            System.out.printf(
                    Locale.ROOT,
                    "Khos is ready at http://localhost:%d%n",
                    context.getWebServer().getPort());
        }
    }
}
