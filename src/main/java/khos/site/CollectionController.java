package khos.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khos.language.Language;
import khos.publication.Publications;
import khos.publication.Selection;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What was published, by month, by tag, by topic, and by who wrote or translated it. */
@Controller
class CollectionController {
    private final Publications publications;
    private final Frames frames;
    private final PageServer pages;

    CollectionController(Publications publications, Frames frames, PageServer pages) {
        this.publications = publications;
        this.frames = frames;
        this.pages = pages;
    }

    @GetMapping("/{lang:zh|mn}/archive")
    ResponseEntity<byte[]> archive(@PathVariable String lang, HttpServletRequest request) {
        Language language = Language.of(lang);
        return pages.cached(
                request,
                Frame.address(language, "archive"),
                () -> new ArchivePage(
                        frames.everywhere(
                                language,
                                Section.COLLECTION,
                                frames.words(language).text("site.archive"),
                                "",
                                "archive"),
                        publications.months(language)));
    }

    @GetMapping("/{lang:zh|mn}/archive/{month:[0-9]{4}-[0-9]{2}}")
    ResponseEntity<byte[]> month(
            @PathVariable String lang,
            @PathVariable String month,
            @RequestParam(defaultValue = "1") String page,
            HttpServletRequest request) {
        return collection(lang, new Selection(Selection.By.MONTH, month), "archive", page, request);
    }

    @GetMapping("/{lang:zh|mn}/tags/{tag}")
    ResponseEntity<byte[]> tag(
            @PathVariable String lang,
            @PathVariable String tag,
            @RequestParam(defaultValue = "1") String page,
            HttpServletRequest request) {
        return collection(lang, new Selection(Selection.By.TAG, tag), "tags", page, request);
    }

    @GetMapping("/{lang:zh|mn}/topics/{topic}")
    ResponseEntity<byte[]> topic(
            @PathVariable String lang,
            @PathVariable String topic,
            @RequestParam(defaultValue = "1") String page,
            HttpServletRequest request) {
        return collection(lang, new Selection(Selection.By.TOPIC, topic), "topics", page, request);
    }

    @GetMapping("/{lang:zh|mn}/people/{name}")
    ResponseEntity<byte[]> person(
            @PathVariable String lang,
            @PathVariable String name,
            @RequestParam(defaultValue = "1") String page,
            HttpServletRequest request) {
        return collection(lang, new Selection(Selection.By.PERSON, name), "people", page, request);
    }

    private ResponseEntity<byte[]> collection(
            String lang, Selection selection, String folder, String page, HttpServletRequest request) {
        Language language = Language.of(lang);
        int number = PageNumbers.read(page);
        String place = CollectionPage.place(folder, selection.value());
        return pages.cached(
                request, PageNumbers.address(language, place, number), () -> page(language, selection, place, number));
    }

    private CollectionPage page(Language language, Selection selection, String place, int number) {
        int count = publications.count(selection, language);
        int last = Paging.pages(count, Paging.SIZE);
        if (count == 0 || number > last) {
            throw publications.count(selection, language.other()) > 0
                    ? PageMissing.onlyInOther(language, place)
                    : PageMissing.in(language);
        }
        Set<Language> languages = Stream.of(Language.values())
                .filter(one -> one == language || publications.count(selection, one) > 0)
                .collect(Collectors.toSet());
        Frame frame = frames.frame(language, Section.COLLECTION, selection.value(), "", place, "", languages);
        String heading =
                selection.by() == Selection.By.MONTH ? ArchivePage.name(frame, selection.value()) : selection.value();
        return new CollectionPage(
                frame,
                selection,
                heading,
                publications.latest(selection, language, (number - 1) * Paging.SIZE, Paging.SIZE),
                new Paging(number, last, frame.path() + "?page="));
    }
}
