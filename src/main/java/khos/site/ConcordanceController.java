package khos.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import khos.language.Language;
import khos.publication.Headline;
import khos.publication.Publications;
import khos.search.Advice;
import khos.search.Concordance;
import khos.search.Search;
import khos.translation.TextKind;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Sentence pairs that hold words. */
@Controller
class ConcordanceController {
    private static final int SIZE = 20;
    private static final int LAST_PAGE = 100;
    private static final int EXAMPLES = 6;
    /** In UTF-16 units, of either half. */
    private static final int LONGEST_EXAMPLE = 20;

    private final Concordance concordance;
    private final Search search;
    private final Publications publications;
    private final Frames frames;
    private final PageServer pages;

    ConcordanceController(
            Concordance concordance, Search search, Publications publications, Frames frames, PageServer pages) {
        this.concordance = concordance;
        this.search = search;
        this.publications = publications;
        this.frames = frames;
        this.pages = pages;
    }

    @GetMapping("/{lang:zh|mn}/concordance")
    ResponseEntity<byte[]> concordance(
            @PathVariable String lang,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") String page,
            HttpServletRequest request) {
        Language language = Language.of(lang);
        String query = Question.text(q);
        if (query.isEmpty()) {
            return pages.cached(request, Frame.address(language, "concordance"), () -> unasked(language));
        }
        return pages.once(HttpStatus.OK, page(language, query, Math.min(PageNumbers.read(page), LAST_PAGE)));
    }

    private ConcordancePage unasked(Language language) {
        var words = frames.words(language);
        Frame frame = frames.everywhere(
                language,
                Section.CONCORDANCE,
                words.text("site.concordance"),
                language == Language.CHINESE ? words.text("site.concordance.deck") : "",
                "concordance");
        return new ConcordancePage(
                frame, "", 0, List.of(), examples(language), List.of(), 0, new Paging(1, 1, frame.path()));
    }

    private ConcordancePage page(Language language, String query, int number) {
        String name = frames.words(language).text("site.concordance");
        Frame frame = frames.everywhere(
                language, Section.SEARCH, query + "　" + name, "", "concordance?q=" + Question.encoded(query));
        Concordance.Pairs found = concordance.find(query, number - 1, SIZE);
        int last = Math.min(LAST_PAGE, Paging.pages(found.total(), SIZE));
        if (number > last) {
            found = concordance.find(query, last - 1, SIZE);
        }
        boolean none = found.total() == 0;
        return new ConcordancePage(
                frame,
                query,
                found.total(),
                found.pairs(),
                none ? examples(language) : List.of(),
                none ? instead(query, frame.to("concordance")) : List.of(),
                none ? search.count(query) : 0,
                new Paging(Math.min(number, last), last, frame.path() + "&page="));
    }

    /** A short pair of each of the newest lessons. */
    private List<Pair> examples(Language language) {
        return publications.latest(TextKind.LESSON, language, 0, EXAMPLES).stream()
                .flatMap(lesson -> first(lesson).stream())
                .toList();
    }

    private List<Pair> first(Headline lesson) {
        return publications.find(lesson.kind(), lesson.slug()).stream()
                .flatMap(publication -> Pair.of(publication).stream())
                .filter(ConcordanceController::isShort)
                .limit(1)
                .toList();
    }

    private static boolean isShort(Pair pair) {
        return pair.chinese().isPresent()
                && pair.mongolian().isPresent()
                && pair.chinese().get().length() <= LONGEST_EXAMPLE
                && pair.mongolian().get().length() <= LONGEST_EXAMPLE;
    }

    /** What is advised for whole texts, as far as pairs hold it. */
    private List<Choice> instead(String query, String path) {
        Advice advice = search.advise(query);
        List<Choice> instead = new ArrayList<>();
        Stream.concat(advice.meant().stream(), advice.shorter().stream())
                .map(Advice.Instead::text)
                .distinct()
                .forEach(text -> {
                    int pairs = concordance.find(text, 0, 1).total();
                    if (pairs > 0) {
                        instead.add(SearchController.choice(new Advice.Instead(text, pairs), path));
                    }
                });
        return List.copyOf(instead);
    }
}
