package khos.account;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.access.hierarchicalroles.RoleHierarchyImpl;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Roles, each including the one before; checked where the domain's methods ask for them with {@code @Secured}. */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity(securedEnabled = true, prePostEnabled = false)
class Permissions {
    @Bean
    static RoleHierarchy roleHierarchy() {
        var hierarchy = RoleHierarchyImpl.withDefaultRolePrefix();
        Role[] roles = Role.values();
        for (int i = roles.length - 1; i > 0; i--) {
            hierarchy.role(roles[i].name()).implies(roles[i - 1].name());
        }
        return hierarchy.build();
    }

    @Bean
    static PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }
}
