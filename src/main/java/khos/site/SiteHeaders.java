package khos.site;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What browsers may do with the public pages; on every answer of the site, from the cache or not. Of a site whose address is
 * HTTPS they are told to come by that alone for a year (RFC 6797), whichever way the proxy before it speaks.
 */
@Component
final class SiteHeaders {
    private static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            "media-src 'self'",
            "connect-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
            "manifest-src 'self'",
            "worker-src 'self'");

    private static final Map<String, String> ALL = Map.of(
            "X-Content-Type-Options",
            "nosniff",
            "Content-Security-Policy",
            CONTENT_SECURITY_POLICY,
            "Referrer-Policy",
            "strict-origin-when-cross-origin",
            "Permissions-Policy",
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()");

    private final boolean secure;

    SiteHeaders(@Value("${khos.public-url:}") String publicUrl) {
        secure = publicUrl.startsWith("https:");
    }

    /** Sets them where nothing more special was said, as for media files. */
    void write(HttpServletResponse response) {
        if (secure) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        ALL.forEach((name, value) -> {
            if (!response.containsHeader(name)) {
                response.setHeader(name, value);
            }
        });
    }
}
