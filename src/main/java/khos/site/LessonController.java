package khos.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import khos.language.Language;
import khos.publication.Edition;
import khos.publication.Headline;
import khos.publication.Publication;
import khos.publication.Publications;
import khos.terminology.Termbase;
import khos.translation.TextKind;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of lessons and each lesson. */
@Controller
class LessonController {
    private static final int MORE = 5;

    private final Publications publications;
    private final Termbase termbase;
    private final Frames frames;
    private final PageServer pages;
    private final Cards cards;

    LessonController(Publications publications, Termbase termbase, Frames frames, PageServer pages, Cards cards) {
        this.publications = publications;
        this.termbase = termbase;
        this.frames = frames;
        this.pages = pages;
        this.cards = cards;
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

    private LessonPage lessonPage(Language language, String slug) {
        Optional<Publication> found = publications.find(TextKind.LESSON, slug);
        Publication lesson = found.filter(one -> one.edition(language).isPresent())
                .orElseThrow(
                        () -> PageMissing.of(language, publications.withdrawn(TextKind.LESSON, slug, language), found));
        Edition edition = lesson.edition(language).orElseThrow();
        List<Headline> more = publications.latest(TextKind.LESSON, language, 0, MORE + 1).stream()
                .filter(one -> !one.slug().equals(slug))
                .limit(MORE)
                .toList();
        List<Pair> pairs = Pair.of(lesson);
        return new LessonPage(
                frames.frame(
                                language,
                                Section.LESSONS,
                                edition.title(),
                                edition.summary(),
                                lesson.item(),
                                lesson.item(),
                                lesson.editions().keySet())
                        .about(
                                StructuredData.lesson(frames.words(language), frames.origin(), lesson, edition),
                                cards.picture(cards.of(lesson, edition), language, lesson.item())),
                edition,
                lesson.edition(language.other()),
                pairs,
                Glossary.of(pairs, termbase.finder()),
                more);
    }
}
