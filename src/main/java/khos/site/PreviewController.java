package khos.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import khos.language.Language;
import khos.publication.Episode;
import khos.publication.Preview;
import khos.publication.PreviewLinks;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Texts that are not out, for whoever has a link to them. Nobody keeps such a page or finds it, and where its links lead learns
 * nothing of it. A link that never was, has ended or was revoked answers in one way.
 */
@Controller
class PreviewController {
    private final PreviewLinks links;
    private final TextPages texts;
    private final PageServer pages;

    PreviewController(PreviewLinks links, TextPages texts, PageServer pages) {
        this.links = links;
        this.texts = texts;
        this.pages = pages;
    }

    @GetMapping("/preview/{token}")
    ResponseEntity<byte[]> opened(
            @PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
        Preview preview = find(token, request, response);
        return page(preview, token, preview.language(), request);
    }

    @GetMapping("/preview/{token}/{lang:zh|mn}")
    ResponseEntity<byte[]> inLanguage(
            @PathVariable String token,
            @PathVariable String lang,
            HttpServletRequest request,
            HttpServletResponse response) {
        return page(find(token, request, response), token, Language.of(lang), request);
    }

    @GetMapping("/preview/{token}/{lang:zh|mn}/captions.vtt")
    ResponseEntity<byte[]> captions(
            @PathVariable String token,
            @PathVariable String lang,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<byte[]> captions = find(token, request, response).publication() instanceof Episode episode
                ? SeriesController.captions(episode, Language.of(lang))
                : Optional.empty();
        return ResponseEntity.ok()
                .contentType(SeriesController.VTT)
                .cacheControl(CacheControl.noStore())
                .body(captions.orElseThrow(() -> missing(request)));
    }

    @GetMapping({"/preview", "/preview/**"})
    ResponseEntity<byte[]> unknown(HttpServletRequest request, HttpServletResponse response) {
        hide(response);
        throw missing(request);
    }

    private Preview find(String token, HttpServletRequest request, HttpServletResponse response) {
        hide(response);
        return links.find(token).orElseThrow(() -> missing(request));
    }

    private ResponseEntity<byte[]> page(Preview preview, String token, Language language, HttpServletRequest request) {
        if (preview.publication().edition(language).isEmpty()) {
            throw missing(request);
        }
        var bar = new PreviewBar(token, preview.until(), preview.open().getOrDefault(language, 0));
        return pages.once(HttpStatus.OK, texts.preview(preview, language, bar));
    }

    private static void hide(HttpServletResponse response) {
        response.setHeader("X-Robots-Tag", "noindex, nofollow, noarchive");
        response.setHeader("Referrer-Policy", "no-referrer");
    }

    private static PageMissing missing(HttpServletRequest request) {
        return PageMissing.in(HomeController.preferred(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
    }
}
