package khos.site;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.filter.UrlHandlerFilter;

/** What the public may do, which is read. */
@Configuration(proxyBeanMethods = false)
class SiteSecurity {
    /** Everything that neither the interface for programs nor the workbench claims. */
    @Bean
    @Order(3)
    SecurityFilterChain siteFilterChain(HttpSecurity http, SiteHeaders siteHeaders) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers ->
                        headers.defaultsDisabled().addHeaderWriter((request, response) -> siteHeaders.write(response)))
                .build();
    }

    /** An address has one form: {@code /zh/articles/} leads to {@code /zh/articles} for good. */
    @Bean
    UrlHandlerFilter trailingSlashes() {
        return UrlHandlerFilter.trailingSlashHandler("/zh/**", "/mn/**")
                .redirect(HttpStatus.PERMANENT_REDIRECT)
                .build();
    }
}
