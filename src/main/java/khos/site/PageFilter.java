package khos.site;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Answers for a page or a style sheet that is at hand before anything else looks at the request: no session, no account, no
 * parsing of what was sent. Only what is asked for by its one plain address, without parameters, is answered here; all else
 * goes the long way, which gives the same bytes.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private final transient PageCache pages;
    private final transient Assets assets;
    private final transient SiteHeaders headers;

    PageFilter(PageCache pages, Assets assets, SiteHeaders headers) {
        this.pages = pages;
        this.assets = assets;
        this.headers = headers;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<Rendering> found = find(request);
        if (found.isPresent()) {
            headers.write(response);
            found.get().write(request, response);
        } else {
            // Virtual threads are not preempted: a connection whose next request is there already would keep its
            // processor.
            Thread.yield();
            chain.doFilter(request, response);
        }
    }

    private Optional<Rendering> find(HttpServletRequest request) {
        String method = request.getMethod();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            return Optional.empty();
        }
        String path = request.getRequestURI();
        return request.getQueryString() == null ? pages.find(path).or(() -> assets.find(path)) : assets.find(path);
    }
}
