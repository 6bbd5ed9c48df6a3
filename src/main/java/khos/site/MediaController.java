package khos.site;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import khos.media.Media;
import khos.media.MediaLibrary;
import khos.media.MediaLibrary.Stored;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.util.UriUtils;

/**
 * Pictures, films and sound. An id names a content, so what stands at an address never changes; ranges of bytes are served
 * (RFC 9110, section 14), at most five at once, because many small ones cost more than the whole.
 */
@Controller
class MediaController {
    private static final int MOST_RANGES = 5;

    private final MediaLibrary library;

    MediaController(MediaLibrary library) {
        this.library = library;
    }

    /** The path of a file: {@code /media/0123…ef/video.mp4}. */
    static String address(Media media) {
        return "/media/" + media.id() + "/" + UriUtils.encodePathSegment(media.name(), StandardCharsets.UTF_8);
    }

    @GetMapping("/media/{id:[0-9a-f]{32}}/{name}")
    ResponseEntity<Resource> file(@PathVariable String id, HttpServletRequest request) {
        Stored stored = library.find(id)
                .filter(one -> Files.exists(one.path()))
                .orElseThrow(() -> PageMissing.in(HomeController.preferred(request.getHeader("Accept-Language"))));
        long size = stored.media().size();
        String tag = "\"" + id + "\"";
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .eTag(tag)
                .cacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .header("Content-Security-Policy", "sandbox")
                .header(HttpHeaders.ACCEPT_RANGES, "bytes")
                .contentType(MediaType.parseMediaType(stored.media().type()));
        if (request.getMethod().equals("HEAD")) {
            return answer.contentLength(size).build();
        }
        var file = new FileSystemResource(stored.path());
        return switch (part(request, tag, file)) {
            // Spring looks at ranges of any resource but a stream.
            case WHOLE ->
                answer.contentLength(size)
                        .body(new InputStreamResource(() -> Files.newInputStream(stored.path()), "a file"));
            case RANGES -> answer.body(file);
            case NONE ->
                ResponseEntity.status(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
                        .header(HttpHeaders.CONTENT_RANGE, "bytes */" + size)
                        .build();
        };
    }

    private enum Part {
        WHOLE,
        RANGES,
        NONE
    }

    /**
     * What is asked of a file. A condition that does not hold, another unit than bytes, and what cannot be understood ask for the
     * whole of it (RFC 9110, sections 13.1.5 and 14.2); what lies outside of it, overlaps to more than it, or is too many, for none.
     */
    private static Part part(HttpServletRequest request, String tag, Resource file) {
        String ranges = request.getHeader(HttpHeaders.RANGE);
        String condition = request.getHeader(HttpHeaders.IF_RANGE);
        if (ranges == null || condition != null && !condition.equals(tag)) {
            return Part.WHOLE;
        }
        if (ranges.split(",", MOST_RANGES + 1).length > MOST_RANGES) {
            return Part.NONE;
        }
        List<HttpRange> parsed;
        try {
            parsed = HttpRange.parseRanges(ranges);
        } catch (IllegalArgumentException e) {
            return Part.WHOLE;
        }
        try {
            return HttpRange.toResourceRegions(parsed, file).isEmpty() ? Part.WHOLE : Part.RANGES;
        } catch (IllegalArgumentException e) {
            return Part.NONE;
        }
    }
}
