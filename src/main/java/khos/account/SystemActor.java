package khos.account;

import java.util.concurrent.Callable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** Khos itself, for what is done from the command line by whoever holds the machine, and for what it does by the clock. */
public final class SystemActor {
    /** What changes are signed with that no account made. */
    public static final String NAME = "khos";

    private SystemActor() {}

    /** Runs {@code action} with every right. */
    public static <T> T call(Callable<T> action) throws Exception {
        return call(NAME, action);
    }

    /** As above, changes being signed with {@code name}: for what somebody asked to be done later. */
    public static <T> T call(String name, Callable<T> action) throws Exception {
        SecurityContext before = SecurityContextHolder.getContext();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                name, "", AuthorityUtils.createAuthorityList("ROLE_" + Role.ADMINISTRATOR.name())));
        try {
            SecurityContextHolder.setContext(context);
            return action.call();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
