package khos.site;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import khos.language.Language;
import khos.mongolian.Connector;
import khos.translation.Refused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Converts a text that a reader pastes or sends as a file. Nothing of it is kept or logged. */
@Controller
class ConvertController {
    private static final MediaType TEXT = MediaType.parseMediaType("text/plain;charset=UTF-8");
    private static final int PATIENCE_SECONDS = 10;

    private final Frames frames;
    private final PageServer pages;
    private final Connector connector;
    /** A conversion keeps a processor busy and, of the largest text, some tens of megabytes. */
    private final Semaphore seats =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));

    ConvertController(Frames frames, PageServer pages, @Value("${khos.connector:mvs}") String connector) {
        this.frames = frames;
        this.pages = pages;
        this.connector = Connector.of(connector);
    }

    @GetMapping("/{lang:zh|mn}/tools/convert")
    ResponseEntity<byte[]> form(
            @PathVariable String lang, @RequestParam(defaultValue = "") String sample, HttpServletRequest request) {
        ConvertPage page = ConvertPage.empty(frame(Language.of(lang)));
        return Sample.find(sample)
                .map(one -> pages.cached(
                        request, page.frame().path() + "?sample=" + one.code(), () -> page.with(one, connector)))
                .orElseGet(() -> pages.cached(request, page.frame().path(), () -> page));
    }

    @PostMapping("/{lang:zh|mn}/tools/convert")
    ResponseEntity<byte[]> convert(@PathVariable String lang, HttpServletRequest request) throws InterruptedException {
        ConvertPage page = ConvertPage.empty(frame(Language.of(lang)));
        try {
            ConvertForm form = ConvertForm.of(request);
            page = page.choosing(form.choice());
            SentText sent = form.sent();
            if (!seats.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return pages.once(HttpStatus.SERVICE_UNAVAILABLE, page.refusing(new Refused("refused.busy")));
            }
            try {
                return answer(page.with(sent, connector), form.download());
            } finally {
                seats.release();
            }
        } catch (Refused refused) {
            HttpStatus status =
                    refused.key().equals("refused.too-large") ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.BAD_REQUEST;
            return pages.once(status, page.refusing(refused));
        }
    }

    private Frame frame(Language language) {
        return frames.everywhere(
                language,
                Section.TOOLS,
                frames.words(language).text("site.convert"),
                frames.words(Language.CHINESE).text("site.convert.what"),
                "tools/convert");
    }

    private ResponseEntity<byte[]> answer(ConvertPage page, boolean download) {
        if (!download || page.converted().isEmpty()) {
            return pages.once(HttpStatus.OK, page);
        }
        Converted converted = page.converted().get();
        ContentDisposition file = ContentDisposition.attachment()
                .filename("khos-" + converted.conversion().code() + ".txt")
                .build();
        return ResponseEntity.ok()
                .contentType(TEXT)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .body(converted.result().getBytes(StandardCharsets.UTF_8));
    }
}
