package khos.account;

import java.time.Instant;
import java.util.Optional;

/**
 * A key with which a program acts for an account; the key itself is not kept.
 *
 * @param label what its owner calls it, for example {@code 网站同步}
 * @param usedAt the hour it was last used in
 */
public record Token(String id, String label, Instant createdAt, Optional<Instant> usedAt) {}
