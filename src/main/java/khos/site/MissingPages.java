package khos.site;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import khos.language.Language;
import khos.publication.Headline;
import khos.publication.Publications;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/** Pages for addresses without one, in the language of the reader. */
@ControllerAdvice
class MissingPages implements ErrorViewResolver {
    private static final int NEWEST = 4;

    private final Publications publications;
    private final Frames frames;
    private final PageServer pages;
    private final SiteHeaders headers;

    MissingPages(Publications publications, Frames frames, PageServer pages, SiteHeaders headers) {
        this.publications = publications;
        this.frames = frames;
        this.pages = pages;
        this.headers = headers;
    }

    @ExceptionHandler
    ResponseEntity<byte[]> missing(PageMissing missing) {
        HttpStatus status = missing.withdrawn() ? HttpStatus.GONE : HttpStatus.NOT_FOUND;
        return pages.once(status, page(missing.language(), status, missing.other()));
    }

    /** An address with broken escapes, as {@code ?q=%zz}, or with bytes that are no text. */
    @ExceptionHandler
    ResponseEntity<byte[]> unreadable(InvalidParameterException unreadable, HttpServletRequest request) {
        return pages.once(
                HttpStatus.BAD_REQUEST,
                page(language(request.getRequestURI(), request), HttpStatus.BAD_REQUEST, Optional.empty()));
    }

    /** What went wrong outside of our own pages; staff and programs have answers of their own. */
    @Override
    public @Nullable ModelAndView resolveErrorView(
            HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
        String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        if (path.startsWith("/api/") || path.startsWith("/workbench")) {
            return null;
        }
        byte[] body = pages.render(page(language(path, request), status, Optional.empty()));
        ModelAndView view = new ModelAndView(new Bytes(body, headers));
        view.setStatus(status);
        return view;
    }

    private static Language language(String path, HttpServletRequest request) {
        return path.matches("/(zh|mn)(/.*)?")
                ? Language.of(path.substring(1, 3))
                : HomeController.preferred(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    private MissingPage page(Language language, HttpStatus status, Optional<String> other) {
        Frame frame = frames.frame(
                language, Section.NONE, frames.words(language).text("site.missing.title"), "", "", "", Set.of());
        List<Headline> newest = status.is5xxServerError() ? List.of() : publications.latest(language, 0, NEWEST);
        return new MissingPage(frame, status, other, newest);
    }

    private record Bytes(byte[] body, SiteHeaders headers) implements View {
        @Override
        public String getContentType() {
            return Rendering.HTML.toString();
        }

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            headers.write(response);
            response.setContentType(getContentType());
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        }
    }
}
