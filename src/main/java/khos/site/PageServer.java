package khos.site;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Renders pages and answers requests with them. */
@Component
class PageServer {
    private final PageCache cache;
    private final TransactionTemplate reading;
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(
            null, ContentType.Html, PageServer.class.getClassLoader(), PageServer.class.getPackageName());

    PageServer(PageCache cache, PlatformTransactionManager transactions) {
        this.cache = cache;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /**
     * The page of {@code path} from the cache, or made now from what is there at one moment.
     *
     * @param path the key: what the page depends on and nothing else
     */
    ResponseEntity<byte[]> cached(HttpServletRequest request, String path, Supplier<Page> page) {
        return cache.get(path, () -> Rendering.of(Rendering.HTML, render(read(page))))
                .answer(request);
    }

    /** In one transaction, as a page that waits for a connection once for each thing it names waits long among many. */
    private Page read(Supplier<Page> page) {
        return Objects.requireNonNull(reading.execute(transaction -> page.get()));
    }

    /** A page for this one request, to be kept by nobody. */
    ResponseEntity<byte[]> once(HttpStatus status, Page page) {
        return ResponseEntity.status(status)
                .contentType(Rendering.HTML)
                .cacheControl(CacheControl.noStore())
                .body(render(page));
    }

    byte[] render(Page page) {
        Utf8ByteOutput out = new Utf8ByteOutput();
        String direction = page.frame().vertical() ? "Vertical" : "";
        templates.render(page.template() + direction + ".jte", page, out);
        return out.toByteArray();
    }
}
