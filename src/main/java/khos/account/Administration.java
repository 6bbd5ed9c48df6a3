package khos.account;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import khos.account.Roles.ForAdministrators;
import khos.account.Roles.ForTranslators;
import khos.storage.Ids;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who has an account: given, changed and closed by administrators; everybody changes their own password. */
@Service
public class Administration {
    /** An account as administrators see it; {@code oneTime} while it still has the password it was given. */
    public record Entry(Account account, boolean disabled, boolean oneTime) {}

    /** A new account or password, shown once. */
    public record Given(Account account, String password) {}

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,49}");
    private static final int LONGEST_DISPLAY_NAME = 100;
    /** As many characters as bcrypt takes of them all. */
    private static final int LONGEST_PASSWORD = 72;

    private final AccountRepository repository;
    private final PasswordEncoder encoder;
    private final Clock clock;

    Administration(AccountRepository repository, PasswordEncoder encoder, Clock clock) {
        this.repository = repository;
        this.encoder = encoder;
        this.clock = clock;
    }

    /** All accounts by name. */
    @ForAdministrators
    @Transactional(readOnly = true)
    public List<Entry> accounts() {
        return repository.all().stream().map(Administration::entry).toList();
    }

    /**
     * A new account with a password made for it, which is to be changed after signing in.
     *
     * @param name 1 to 50 small letters, digits, dots, hyphens and underscores
     * @throws InvalidEntry {@code refused.account-name} or {@code refused.account-taken}
     */
    @ForAdministrators
    @Transactional
    public Given create(String name, String displayName, Role role) {
        String small = name.strip().toLowerCase(Locale.ROOT);
        if (!NAME.matcher(small).matches() || small.equals(SystemActor.NAME)) {
            throw new InvalidEntry("refused.account-name", name);
        }
        if (repository.find(small).isPresent()) {
            throw new InvalidEntry("refused.account-taken", small);
        }
        var account = new Account(Ids.next(), small, displayName(displayName, small), role);
        String password = Accounts.newPassword();
        try {
            repository.insert(account, encoder.encode(password), true, clock.millis());
        } catch (DuplicateKeyException e) {
            throw new InvalidEntry("refused.account-taken", small);
        }
        return new Given(account, password);
    }

    /**
     * Changes role and displayed name, and whether the account can sign in.
     *
     * @throws InvalidEntry {@code refused.last-administrator} when nobody would be left who may do this
     */
    @ForAdministrators
    @Transactional
    public Entry change(String name, String displayName, Role role, boolean disabled) {
        AccountRepository.Secured before = require(name);
        boolean lost = before.account().role() == Role.ADMINISTRATOR
                && !before.disabled()
                && (role != Role.ADMINISTRATOR || disabled);
        if (lost && repository.administrators() <= 1) {
            throw new InvalidEntry("refused.last-administrator");
        }
        repository.change(name, displayName(displayName, name), role, disabled);
        return entry(require(name));
    }

    /** Gives an account a new password made for it, to be changed after signing in. */
    @ForAdministrators
    @Transactional
    public Given resetPassword(String name) {
        AccountRepository.Secured secured = require(name);
        String password = Accounts.newPassword();
        repository.setPassword(name, encoder.encode(password), true);
        return new Given(secured.account(), password);
    }

    /** Whether whoever is signed in still has a password that was made for them. */
    @ForTranslators
    @Transactional(readOnly = true)
    public boolean mustChangePassword() {
        return repository
                .find(Accounts.actor())
                .map(AccountRepository.Secured::oneTime)
                .orElse(false);
    }

    /**
     * Changes the password of whoever is signed in.
     *
     * @throws InvalidEntry {@code refused.wrong-password}, {@code refused.password-length}
     */
    @ForTranslators
    @Transactional
    public void changePassword(String current, String changed) {
        AccountRepository.Secured secured = require(Accounts.actor());
        if (!encoder.matches(current, secured.password())) {
            throw new InvalidEntry("refused.wrong-password");
        }
        if (changed.length() < Accounts.SHORTEST_PASSWORD
                || changed.getBytes(StandardCharsets.UTF_8).length > LONGEST_PASSWORD) {
            throw new InvalidEntry("refused.password-length", Accounts.SHORTEST_PASSWORD, LONGEST_PASSWORD);
        }
        repository.setPassword(secured.account().name(), encoder.encode(changed), false);
    }

    private AccountRepository.Secured require(String name) {
        return repository.find(name).orElseThrow(() -> new InvalidEntry("refused.no-account", name));
    }

    private static Entry entry(AccountRepository.Secured secured) {
        return new Entry(secured.account(), secured.disabled(), secured.oneTime());
    }

    private static String displayName(String given, String name) {
        String shown = given.strip();
        return shown.isEmpty() ? name : shown.substring(0, Math.min(shown.length(), LONGEST_DISPLAY_NAME));
    }
}
