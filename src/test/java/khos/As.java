package khos;

import java.util.Locale;
import java.util.function.Supplier;
import khos.account.Role;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/** Runs part of a test as somebody with a role. */
public final class As {
    private As() {}

    /** Signs in on this thread as an account named like its role, {@code editor} for {@link Role#EDITOR}. */
    public static void signIn(Role role) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        role.name().toLowerCase(Locale.ROOT), "", AuthorityUtils.createAuthorityList("ROLE_" + role)));
    }

    public static void signOut() {
        SecurityContextHolder.clearContext();
    }

    public static <T> T role(Role role, Supplier<T> action) {
        var before = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(SecurityContextHolder.createEmptyContext());
        signIn(role);
        try {
            return action.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
