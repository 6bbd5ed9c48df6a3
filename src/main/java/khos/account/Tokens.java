package khos.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import khos.account.Roles.ForAdministrators;
import khos.account.Roles.ForTranslators;
import khos.storage.Ids;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keys with which programs act for an account, with its rights: {@code khos_} and 64 hexadecimal digits, 256 random bits. As
 * nobody can guess one, a fast hash is enough to keep it (OWASP ASVS 5.0, 11.4.2 is about passwords, which people choose).
 */
@Service
public class Tokens {
    /** By it a key is known for what it is where it does not belong, in a public repository for example. */
    static final String PREFIX = "khos_";

    private static final int BYTES = 32;
    private static final int LONGEST_LABEL = 100;
    /** How exactly the last use is kept, in milliseconds: not every request writes. */
    private static final long USE = TimeUnit.HOURS.toMillis(1);

    private final TokenRepository repository;
    private final AccountRepository accounts;
    private final Accounts details;
    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    Tokens(TokenRepository repository, AccountRepository accounts, Accounts details, Clock clock) {
        this.repository = repository;
        this.accounts = accounts;
        this.details = details;
        this.clock = clock;
    }

    /** A new key of whoever is signed in, which is shown this once. */
    @ForTranslators
    @Transactional
    public String create(String label) {
        return create(current(), label);
    }

    /**
     * A new key of the account {@code name}.
     *
     * @throws UsernameNotFoundException when there is none of that name
     */
    @ForAdministrators
    @Transactional
    public String createFor(String name, String label) {
        return create(account(name), label);
    }

    private String create(Account owner, String label) {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        String token = PREFIX + HexFormat.of().formatHex(secret);
        String kept = label.strip();
        repository.insert(
                Ids.next(),
                owner.id(),
                kept.substring(
                        0, kept.offsetByCodePoints(0, Math.min(LONGEST_LABEL, kept.codePointCount(0, kept.length())))),
                hash(token),
                clock.millis());
        return token;
    }

    /** The keys of whoever is signed in, the newest first. */
    @ForTranslators
    @Transactional(readOnly = true)
    public List<Token> own() {
        return repository.of(current().id());
    }

    /** Ends one of the keys of whoever is signed in. */
    @ForTranslators
    @Transactional
    public void revoke(String id) {
        repository.delete(id, current().id());
    }

    /** The account that a key acts for; none when the key was never made or has been revoked. */
    @Transactional
    public Optional<UserDetails> owner(String token) {
        if (!token.startsWith(PREFIX)) {
            return Optional.empty();
        }
        Optional<TokenRepository.Owned> found = repository.find(hash(token));
        found.filter(owned -> owned.usedAt() < clock.millis() - USE)
                .ifPresent(owned -> repository.setUsed(owned.id(), clock.millis()));
        return found.map(owned -> details.loadUserByUsername(owned.owner())).filter(UserDetails::isEnabled);
    }

    private Account current() {
        return account(Accounts.actor());
    }

    private Account account(String name) {
        return accounts.find(name.toLowerCase(Locale.ROOT))
                .map(AccountRepository.Secured::account)
                .orElseThrow(() -> UsernameNotFoundException.fromUsername(name));
    }

    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
