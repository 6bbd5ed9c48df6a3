package khos.site;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import khos.language.Language;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.json.JsonMapper;

/** The site as an application on a device: what installs it, what works in it without a network, and what that page says. */
@Controller
class OfflineController {
    private static final MediaType SCRIPT = MediaType.parseMediaType("text/javascript;charset=UTF-8");
    private static final MediaType MANIFEST = MediaType.parseMediaType("application/manifest+json;charset=UTF-8");
    private static final String WORKER = "/js/worker.js";

    /** What every text needs, whichever was read. The fonts' address is the one that style sheet and head name. */
    private static final List<String> SHELL = List.of(
            "/css/khos.css",
            "/js/theme.js",
            "/js/khos.js",
            "/js/views.js",
            "/js/offline.js",
            "/js/lesson.js",
            "/js/episode.js",
            "/js/suggest.js",
            "/js/practice.js",
            "/favicon.svg");

    private final Frames frames;
    private final PageServer pages;
    private final Assets assets;
    private final Rendering worker;

    OfflineController(Frames frames, PageServer pages, Assets assets) {
        this.frames = frames;
        this.pages = pages;
        this.assets = assets;
        this.worker = Rendering.of(SCRIPT, CacheControl.noCache(), worker());
    }

    /**
     * The worker, at the root so that all pages are in its scope (Service Workers, W3C, section 5.1.2); it begins with what
     * it is to store, and so changes with every file of that.
     */
    @GetMapping("/worker.js")
    ResponseEntity<byte[]> worker(HttpServletRequest request) {
        return worker.answer(request);
    }

    private byte[] worker() {
        String source = new String(Assets.read(WORKER).orElseThrow(), StandardCharsets.UTF_8);
        List<String> addresses =
                new ArrayList<>(SHELL.stream().map(assets::address).toList());
        addresses.add("/fonts/noto-sans-mongolian.woff2?v=3.002");
        Stream.of(Language.values()).map(one -> Frame.address(one, "offline")).forEach(addresses::add);
        String shell = JsonMapper.shared().writeValueAsString(addresses);
        String version =
                Digests.of((shell + source).getBytes(StandardCharsets.UTF_8)).substring(0, 10);
        return "const VERSION = '%s';\nconst SHELL = %s;\n%s"
                .formatted(version, shell, source)
                .getBytes(StandardCharsets.UTF_8);
    }

    @GetMapping("/{lang:zh|mn}/manifest.webmanifest")
    ResponseEntity<byte[]> manifest(@PathVariable String lang, HttpServletRequest request) {
        return Rendering.of(MANIFEST, Manifest.write(Language.of(lang), frames.words(Language.of(lang)), assets))
                .answer(request);
    }

    @GetMapping("/{lang:zh|mn}/offline")
    ResponseEntity<byte[]> offline(@PathVariable String lang, HttpServletRequest request) {
        Language language = Language.of(lang);
        return pages.cached(
                request,
                Frame.address(language, "offline"),
                () -> new OfflinePage(frames.everywhere(
                        language, Section.NONE, frames.words(language).text("site.offline"), "", "offline")));
    }
}
