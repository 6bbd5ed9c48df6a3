package khos.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import khos.audience.ViewCounter;
import khos.language.Language;
import khos.publication.Publications;
import khos.search.Advice;
import khos.search.Facets;
import khos.search.Hits;
import khos.search.Query;
import khos.search.Search;
import khos.search.SearchLog;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Searching, in both languages at once. */
@Controller
class SearchController {
    private static final int SIZE = 10;
    private static final int LAST_PAGE = 200;
    /** A text just published leaves less of a gap, for a second at most. */
    private static final double WHOLE = 0.9;

    private final Search search;
    private final SearchLog log;
    private final ViewCounter audience;
    private final Publications publications;
    private final Frames frames;
    private final PageServer pages;

    SearchController(
            Search search,
            SearchLog log,
            ViewCounter audience,
            Publications publications,
            Frames frames,
            PageServer pages) {
        this.search = search;
        this.log = log;
        this.audience = audience;
        this.publications = publications;
        this.frames = frames;
        this.pages = pages;
    }

    @GetMapping("/{lang:zh|mn}/search")
    ResponseEntity<byte[]> search(
            @PathVariable String lang, @RequestParam Map<String, String> parameters, HttpServletRequest request) {
        Language language = Language.of(lang);
        Question question = Question.read(parameters);
        int number = Math.min(PageNumbers.read(parameters.getOrDefault("page", "")), LAST_PAGE);
        if (question.isEmpty()) {
            return pages.once(HttpStatus.OK, unasked(language, question));
        }
        Hits hits = search.find(question.query(number - 1, SIZE));
        Question known = question.with(Narrowing.known(question.filter(), hits.facets()));
        if (!known.equals(question)) {
            hits = search.find(known.query(number - 1, SIZE));
        }
        int last = Math.min(LAST_PAGE, Paging.pages(hits.total(), SIZE));
        if (number > last) {
            hits = search.find(known.query(last - 1, SIZE));
        }
        if (number == 1 && isNew(known) && isReader(request)) {
            log.asked(known.text(), hits.total());
        }
        return pages.once(
                HttpStatus.OK,
                page(language, known, hits, new Paging(Math.min(number, last), last, address(language, known))));
    }

    /** Whether it was typed, not reached by a link of an earlier answer. */
    private static boolean isNew(Question question) {
        return !question.isFiltered() && question.order() == Query.Order.RELEVANCE;
    }

    /** Whether somebody waits for the answer: no robot, and no browser that looks ahead. */
    private boolean isReader(HttpServletRequest request) {
        return !isPrefetch(request.getHeader("Sec-Purpose"))
                && !isPrefetch(request.getHeader("Purpose"))
                && !audience.isRobot(String.valueOf(request.getHeader(HttpHeaders.USER_AGENT)));
    }

    private static boolean isPrefetch(@Nullable String purpose) {
        return purpose != null && purpose.toLowerCase(Locale.ROOT).contains("prefetch");
    }

    private SearchPage unasked(Language language, Question question) {
        return new SearchPage(
                frame(language, question),
                question,
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                SearchPage.Help.NONE,
                indexed(),
                new Paging(1, 1, ""));
    }

    private SearchPage page(Language language, Question question, Hits hits, Paging paging) {
        Frame frame = frame(language, question);
        var narrowing = new Narrowing(frame, question, hits.facets(), publications.series());
        return new SearchPage(
                frame,
                question,
                hits.total(),
                hits.facets().equals(Facets.NONE) ? List.of() : narrowing.facets(),
                hits.total() > 1 ? narrowing.orders() : List.of(),
                narrowing.active(),
                Result.of(hits.hits()),
                hits.total() == 0 ? help(question, narrowing, frame.to("search")) : SearchPage.Help.NONE,
                indexed(),
                paging);
    }

    private static String address(Language language, Question question) {
        return question.address(Frame.address(language, "search")) + "&page=";
    }

    private Frame frame(Language language, Question question) {
        String name = frames.words(language).text("site.search");
        if (question.isEmpty()) {
            return frames.everywhere(language, Section.SEARCH, name, "", "search");
        }
        return frames.everywhere(
                language, Section.SEARCH, Question.shown(question.text()) + "　" + name, "", question.address("search"));
    }

    private SearchPage.Help help(Question question, Narrowing narrowing, String path) {
        int everywhere = question.isFiltered() ? search.count(question.text()) : 0;
        if (everywhere > 0) {
            return new SearchPage.Help(List.of(), List.of(), narrowing.wider(everywhere));
        }
        Advice advice = search.advise(question.text());
        return new SearchPage.Help(choices(advice.meant(), path), choices(advice.shorter(), path), List.of());
    }

    private static List<Choice> choices(List<Advice.Instead> questions, String path) {
        return questions.stream().map(one -> choice(one, path)).toList();
    }

    static Choice choice(Advice.Instead instead, String path) {
        return new Choice(
                instead.text(),
                !Piece.isMongolian(instead.text()),
                OptionalInt.of(instead.found()),
                Question.of(instead.text()).address(path),
                false);
    }

    private OptionalInt indexed() {
        double progress = search.progress();
        return progress < WHOLE ? OptionalInt.of((int) (progress * 100)) : OptionalInt.empty();
    }
}
