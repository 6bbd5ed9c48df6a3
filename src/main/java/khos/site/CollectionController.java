package khos.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.regex.Pattern;
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
    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-(?:0[1-9]|1[0-2])");

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

    @GetMapping("/{lang:zh|mn}/{folder:archive|tags|topics|people}/{value}")
    ResponseEntity<byte[]> collection(
            @PathVariable String lang,
            @PathVariable String folder,
            @PathVariable String value,
            @RequestParam(defaultValue = "1") String page,
            HttpServletRequest request) {
        Language language = Language.of(lang);
        int number = PageNumbers.read(page);
        String place = CollectionPage.place(folder, value);
        return pages.cached(
                request,
                PageNumbers.address(language, place, number),
                () -> page(language, selection(language, folder, value), place, number));
    }

    private static Selection selection(Language language, String folder, String value) {
        Selection.By by = switch (folder) {
            case "tags" -> Selection.By.TAG;
            case "topics" -> Selection.By.TOPIC;
            case "people" -> Selection.By.PERSON;
            default -> Selection.By.MONTH;
        };
        if (by == Selection.By.MONTH && !MONTH.matcher(value).matches()) {
            throw PageMissing.in(language);
        }
        return new Selection(by, value);
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
