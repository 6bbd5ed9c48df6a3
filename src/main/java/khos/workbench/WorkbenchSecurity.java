package khos.workbench;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Sessions, CSRF tokens and the login form: for the workbench alone. What an account may do, the domain decides. */
@Configuration(proxyBeanMethods = false)
class WorkbenchSecurity {
    /** Vaadin evaluates expressions that the server sends, hence 'unsafe-eval' and 'unsafe-inline'; nothing from elsewhere. */
    private static final String POLICY = "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; "
            + "style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; "
            + "object-src 'none'; base-uri 'self'; frame-ancestors 'none'; form-action 'self'";

    @Bean
    @Order(1)
    SecurityFilterChain workbenchSecurityFilterChain(HttpSecurity http) throws Exception {
        return http.securityMatcher("/workbench", "/workbench/**")
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .with(VaadinSecurityConfigurer.vaadin(), vaadin -> vaadin.loginView(LoginView.class, "/workbench"))
                .build();
    }

    /** The session's cookie travels by HTTPS alone where readers come by HTTPS. */
    @Bean
    ServletContextInitializer secureCookie(@Value("${khos.public-url}") String publicUrl) {
        return context -> context.getSessionCookieConfig().setSecure(publicUrl.startsWith("https:"));
    }
}
