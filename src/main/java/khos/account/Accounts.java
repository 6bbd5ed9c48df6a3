package khos.account;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import khos.account.Roles.ForTranslators;
import khos.storage.Ids;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who signs in. After five wrong passwords in a row an account is locked for fifteen minutes
 * (OWASP ASVS 5.0, 6.3.1).
 */
@Service
public class Accounts implements UserDetailsService {
    static final int MOST_FAILURES = 5;
    static final Duration LOCK = Duration.ofMinutes(15);
    /** ASVS 5.0, 6.2.1. */
    static final int SHORTEST_PASSWORD = 8;

    /** No letters that are taken for one another. */
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

    private static final int GENERATED_LENGTH = 20;

    private final AccountRepository repository;
    private final PasswordEncoder encoder;
    private final Clock clock;

    Accounts(AccountRepository repository, PasswordEncoder encoder, Clock clock) {
        this.repository = repository;
        this.encoder = encoder;
        this.clock = clock;
    }

    /**
     * A new account.
     *
     * @throws IllegalArgumentException when the password has fewer than 8 characters
     */
    @Transactional
    public Account create(String name, String displayName, Role role, String password) {
        if (password.length() < SHORTEST_PASSWORD) {
            throw new IllegalArgumentException("a password needs at least " + SHORTEST_PASSWORD + " characters");
        }
        var account = new Account(Ids.next(), name.toLowerCase(Locale.ROOT), displayName, role);
        repository.insert(account, encoder.encode(password), false, clock.millis());
        return account;
    }

    /** Whether nobody can sign in yet. */
    @Transactional(readOnly = true)
    public boolean isEmpty() {
        return repository.isEmpty();
    }

    /** Whether there is an account of that name. */
    @Transactional(readOnly = true)
    public boolean exists(String name) {
        return repository.find(name).isPresent();
    }

    /** Everybody who can sign in, by name. */
    @Transactional(readOnly = true)
    public List<Account> all() {
        return repository.all().stream()
                .filter(secured -> !secured.disabled())
                .map(AccountRepository.Secured::account)
                .toList();
    }

    /** A password of 20 letters and digits, about 100 bits. */
    public static String newPassword() {
        var random = new SecureRandom();
        var password = new StringBuilder();
        for (int i = 0; i < GENERATED_LENGTH; i++) {
            password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return password.toString();
    }

    /** Whoever is signed in on this thread. */
    @Transactional(readOnly = true)
    public Optional<Account> current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null
                ? Optional.empty()
                : repository.find(authentication.getName()).map(AccountRepository.Secured::account);
    }

    /** What accounts are called by others, by their names; those that are not there are missing. */
    @ForTranslators
    @Transactional(readOnly = true)
    public Map<String, String> displayNames(Collection<String> names) {
        return names.stream()
                .distinct()
                .flatMap(name -> repository.find(name).stream())
                .map(AccountRepository.Secured::account)
                .collect(Collectors.toMap(Account::name, Account::displayName));
    }

    /** The name to write beside a change: of whoever is signed in, else {@code khos}. */
    public static String actor() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null ? SystemActor.NAME : authentication.getName();
    }

    @Override
    @Transactional(readOnly = true)
    public UserDetails loadUserByUsername(String name) {
        var secured = repository
                .find(name.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> UsernameNotFoundException.fromUsername(name));
        return User.withUsername(secured.account().name())
                .password(secured.password())
                .roles(secured.account().role().name())
                .accountLocked(secured.lockedUntil() > clock.millis())
                .disabled(secured.disabled())
                .build();
    }

    @EventListener
    @Transactional
    void onFailure(AuthenticationFailureBadCredentialsEvent event) {
        repository.countFailure(name(event), MOST_FAILURES, clock.millis() + LOCK.toMillis());
    }

    @EventListener
    @Transactional
    void onSuccess(AuthenticationSuccessEvent event) {
        repository.forgetFailures(event.getAuthentication().getName());
    }

    private static String name(AbstractAuthenticationFailureEvent event) {
        return event.getAuthentication().getName().toLowerCase(Locale.ROOT);
    }
}
