package khos.site;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import khos.language.Language;
import khos.mongolian.Skeleton;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What learners ask for: their words, and whether what they typed is right. */
@Controller
class PracticeController {
    /** In UTF-16 units; sentences of lessons are shorter. */
    private static final int LONGEST = 1000;

    private final Frames frames;
    private final PageServer pages;

    PracticeController(Frames frames, PageServer pages) {
        this.frames = frames;
        this.pages = pages;
    }

    record Answer(boolean alike) {}

    @GetMapping("/{lang:zh|mn}/words")
    ResponseEntity<byte[]> words(@PathVariable String lang, HttpServletRequest request) {
        Language language = Language.of(lang);
        return pages.cached(
                request,
                Frame.address(language, "words"),
                () -> new WordsPage(frames.everywhere(
                        language, Section.NONE, frames.words(language).text("site.words"), "", "words")));
    }

    /** Whether two texts in the traditional script look alike, by whatever letters: {@code ᠬᠤᠳᠠ} and {@code ᠬᠣᠲᠠ} do. */
    @GetMapping("/practice/alike")
    ResponseEntity<Answer> alike(
            @RequestParam(defaultValue = "") String typed, @RequestParam(defaultValue = "") String wanted) {
        boolean readable = typed.length() <= LONGEST && wanted.length() <= LONGEST;
        String key = readable ? key(wanted) : "";
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic())
                .body(new Answer(!key.isEmpty() && key.equals(key(typed))));
    }

    private static String key(String text) {
        return Skeleton.of(text, Skeleton.Level.K2).strip();
    }
}
