package khos.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import khos.account.Tokens;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;

/**
 * REST without sessions and cookies: what the public may ask is open; all else wants {@code Authorization: Bearer} with a
 * token (RFC 6750), and what that one's owner may do, the domain decides.
 */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {
    private static final Pattern BEARER = Pattern.compile("Bearer +(\\S+) *", Pattern.CASE_INSENSITIVE);

    @Bean
    @Order(2)
    SecurityFilterChain apiSecurityFilterChain(
            HttpSecurity http, Tokens tokens, ObjectProvider<SecurityContextHolderStrategy> contexts) throws Exception {
        var bearer = new AuthenticationFilter(
                (Authentication given) -> owner(String.valueOf(given.getCredentials()), tokens), ApiSecurity::token);
        // The workbench's framework brings its own; what the filters ask is not what is current when this is made.
        bearer.setSecurityContextHolderStrategy(
                contexts.getIfAvailable(SecurityContextHolder::getContextHolderStrategy));
        bearer.setSuccessHandler((request, response, owner) -> {});
        bearer.setFailureHandler(
                (request, response, failure) -> unauthorized("invalid_token").commence(request, response, failure));
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/api/v1/input",
                                "/api/v1/search",
                                "/api/v1/suggest",
                                "/api/v1/concordance",
                                "/api/v1/views",
                                "/api/v1/openapi.json")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .addFilterBefore(bearer, UsernamePasswordAuthenticationFilter.class)
                .exceptionHandling(errors -> errors.authenticationEntryPoint(unauthorized("")))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'"))
                        .cacheControl(cache -> cache.disable()))
                .build();
    }

    /** What a request brings as its key; nothing, not even a wrong key, when it brings none. */
    private static @Nullable Authentication token(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            return null;
        }
        Matcher bearer = BEARER.matcher(header);
        return UsernamePasswordAuthenticationToken.unauthenticated("", bearer.matches() ? bearer.group(1) : "");
    }

    private static Authentication owner(String token, Tokens tokens) {
        return tokens.owner(token)
                .map(owner -> UsernamePasswordAuthenticationToken.authenticated(
                        owner.getUsername(), "", owner.getAuthorities()))
                .orElseThrow(() -> new BadCredentialsException("the token is not known"));
    }

    /** 401 as RFC 6750, section 3, with a problem that says what to do. */
    private static AuthenticationEntryPoint unauthorized(String error) {
        String challenge = error.isEmpty() ? "Bearer" : "Bearer error=\"" + error + "\"";
        String detail =
                error.isEmpty() ? "send Authorization: Bearer with a token" : "the token is not known, or was revoked";
        return (request, response, failure) -> {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge);
            write(response, detail);
        };
    }

    private static void write(HttpServletResponse response, String detail) throws IOException {
        response.setContentType("application/problem+json");
        response.getOutputStream().print("{\"title\":\"Unauthorized\",\"status\":401,\"detail\":\"" + detail + "\"}");
    }
}
