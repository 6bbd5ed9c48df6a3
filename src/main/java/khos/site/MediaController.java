package khos.site;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
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
    ResponseEntity<Resource> file(@PathVariable String id, HttpServletRequest request) throws IOException {
        Stored stored = library.find(id)
                .orElseThrow(() -> PageMissing.in(HomeController.preferred(request.getHeader("Accept-Language"))));
        String tag = "\"" + id + "\"";
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .eTag(tag)
                .cacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .header("Content-Security-Policy", "sandbox")
                .header(HttpHeaders.ACCEPT_RANGES, "bytes")
                .contentType(MediaType.parseMediaType(stored.media().type()));
        List<String> ranges = request.getHeader(HttpHeaders.RANGE) == null
                ? List.of()
                : List.of(request.getHeader(HttpHeaders.RANGE).split(",", -1));
        String condition = request.getHeader(HttpHeaders.IF_RANGE);
        if (request.getMethod().equals("HEAD")) {
            return answer.contentLength(stored.media().size()).build();
        }
        if (!ranges.isEmpty() && condition != null && !condition.equals(tag)) {
            return answer.contentLength(stored.media().size())
                    .body(new InputStreamResource(Files.newInputStream(stored.path())));
        }
        if (ranges.size() > MOST_RANGES) {
            return ResponseEntity.status(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
                    .header(
                            HttpHeaders.CONTENT_RANGE,
                            "bytes */" + stored.media().size())
                    .build();
        }
        return answer.body(new FileSystemResource(stored.path()));
    }
}
