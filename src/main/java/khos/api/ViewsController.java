package khos.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import khos.audience.Overloaded;
import khos.audience.Proxies;
import khos.audience.View;
import khos.audience.ViewCount;
import khos.audience.ViewCounter;
import khos.audience.Visitor;
import khos.language.Language;
import khos.publication.Publications;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Views: sent by a page's script, shown by the same. */
@RestController
@RequestMapping("/api/v1/views")
class ViewsController {
    private static final int MOST_ITEMS = 200;
    private static final String RETRY_AFTER_SECONDS = "2";

    /** As contract: {@code {"item":"articles/x","lang":"zh","id":"…","kind":"view","watched":12}}. */
    record Report(
            @Nullable String item,
            @Nullable String lang,
            @Nullable String id,
            @Nullable String kind,
            @Nullable Integer watched) {}

    record Counts(Map<String, ViewCount> items) {}

    private final ViewCounter counter;
    private final Proxies proxies;
    private final Publications publications;
    /** Spares a query for each view of a popular page; a withdrawn item is counted for five more seconds at most. */
    private final Cache<String, Boolean> known = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofSeconds(5))
            .build();

    ViewsController(ViewCounter counter, Proxies proxies, Publications publications) {
        this.counter = counter;
        this.proxies = proxies;
        this.publications = publications;
    }

    @PostMapping
    CompletableFuture<ResponseEntity<Void>> count(@RequestBody Report report, HttpServletRequest request) {
        View view = view(report);
        String address = proxies.reader(request.getRemoteAddr(), request.getHeader("X-Forwarded-For"));
        String userAgent = request.getHeader(HttpHeaders.USER_AGENT);
        return counter.count(view, new Visitor(address, userAgent == null ? "" : userAgent))
                .thenApply(done -> ResponseEntity.noContent().build());
    }

    private View view(Report report) {
        if (report.item() == null || report.id() == null || report.kind() == null || report.lang() == null) {
            throw Problems.malformed("item, lang, id and kind are needed");
        }
        Language language = Language.find(report.lang()).orElseThrow(() -> Problems.malformed("lang is zh or mn"));
        View.Kind kind = switch (report.kind()) {
            case "view" -> View.Kind.VIEW;
            case "play" -> View.Kind.PLAY;
            default -> throw Problems.malformed("kind is view or play");
        };
        int watched = report.watched() == null ? 0 : report.watched();
        View view;
        try {
            view = new View(report.item(), language, report.id().toLowerCase(Locale.ROOT), kind, watched);
        } catch (IllegalArgumentException e) {
            throw Problems.malformed(String.valueOf(e.getMessage()));
        }
        if (known.getIfPresent(view.item()) == null) {
            if (publications.existing(List.of(view.item())).isEmpty()) {
                throw Problems.malformed("the item is not known");
            }
            known.put(view.item(), true);
        }
        return view;
    }

    @GetMapping
    ResponseEntity<Counts> counts(@RequestParam List<String> items) {
        if (items.size() > MOST_ITEMS) {
            throw Problems.malformed("at most " + MOST_ITEMS + " items at once");
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofSeconds(2)).cachePublic())
                .body(new Counts(counter.counts(items.stream().distinct().toList())));
    }

    @ExceptionHandler({Overloaded.class, CompletionException.class})
    ResponseEntity<ProblemDetail> overloaded() {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .body(ProblemDetail.forStatusAndDetail(
                        HttpStatus.SERVICE_UNAVAILABLE, "the view was not stored; send it again"));
    }
}
