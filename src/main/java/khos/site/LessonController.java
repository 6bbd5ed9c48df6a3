package khos.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import khos.language.Language;
import khos.publication.Publication;
import khos.publication.Publications;
import khos.translation.TextKind;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of lessons and each lesson. */
@Controller
class LessonController {
    private final Publications publications;
    private final TextPages texts;
    private final Frames frames;
    private final PageServer pages;

    LessonController(Publications publications, TextPages texts, Frames frames, PageServer pages) {
        this.publications = publications;
        this.texts = texts;
        this.frames = frames;
        this.pages = pages;
    }

    @GetMapping("/{lang:zh|mn}/lessons")
    ResponseEntity<byte[]> lessons(
            @PathVariable String lang, @RequestParam(defaultValue = "1") String page, HttpServletRequest request) {
        Language language = Language.of(lang);
        int number = PageNumbers.read(page);
        return pages.cached(
                request, PageNumbers.address(language, "lessons", number), () -> lessonsPage(language, number));
    }

    private LessonsPage lessonsPage(Language language, int number) {
        int count = Paging.pages(publications.count(TextKind.LESSON, language), Paging.SIZE);
        if (number > count) {
            throw PageMissing.in(language);
        }
        Frame frame = frames.everywhere(
                language, Section.LESSONS, frames.words(language).text("site.lessons"), "", "lessons");
        return new LessonsPage(
                frame,
                publications.latest(TextKind.LESSON, language, (number - 1) * Paging.SIZE, Paging.SIZE),
                new Paging(number, count, frame.path() + "?page="));
    }

    @GetMapping("/{lang:zh|mn}/lessons/{slug:[a-z0-9-]+}")
    ResponseEntity<byte[]> lesson(@PathVariable String lang, @PathVariable String slug, HttpServletRequest request) {
        Language language = Language.of(lang);
        return pages.cached(request, Frame.address(language, "lessons/" + slug), () -> lessonPage(language, slug));
    }

    private Page lessonPage(Language language, String slug) {
        Optional<Publication> found = publications.find(TextKind.LESSON, slug);
        return found.filter(one -> one.edition(language).isPresent())
                .map(lesson -> texts.of(lesson, language))
                .orElseThrow(
                        () -> PageMissing.of(language, publications.withdrawn(TextKind.LESSON, slug, language), found));
    }
}
