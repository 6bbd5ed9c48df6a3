package khos.account;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.security.access.annotation.Secured;

/** What the domain's methods are marked with; anyone without the role is refused before the method begins. */
public final class Roles {
    private Roles() {}

    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @Secured("ROLE_TRANSLATOR")
    public @interface ForTranslators {}

    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @Secured("ROLE_REVIEWER")
    public @interface ForReviewers {}

    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @Secured("ROLE_EDITOR")
    public @interface ForEditors {}

    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @Secured("ROLE_ADMINISTRATOR")
    public @interface ForAdministrators {}
}
