package khos.console;

import khos.account.SystemActor;
import khos.account.Tokens;
import khos.language.Messages;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/** Prints a new token of an account, alone on its line, for scripts. */
final class NewToken {
    private NewToken() {}

    /** Returns the exit status: 1 when there is no account of that name. */
    static int print(Tokens tokens, String user, Messages messages) {
        try {
            System.out.println(SystemActor.call(() -> tokens.createFor(user, "khos token")));
            return CommandLine.status(false);
        } catch (UsernameNotFoundException e) {
            System.err.println(messages.text("console.no-account", user));
            return CommandLine.status(true);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
