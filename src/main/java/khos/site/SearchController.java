package khos.site;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import khos.language.Language;
import khos.search.Hits;
import khos.search.Query;
import khos.search.Search;
import khos.translation.TextKind;
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
    private static final int LONGEST_QUERY = 200;
    private static final int LAST_PAGE = 50;

    private final Search search;
    private final Frames frames;
    private final PageServer pages;

    SearchController(Search search, Frames frames, PageServer pages) {
        this.search = search;
        this.frames = frames;
        this.pages = pages;
    }

    @GetMapping("/{lang:zh|mn}/search")
    ResponseEntity<byte[]> search(
            @PathVariable String lang,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "1") String page) {
        Language language = Language.of(lang);
        String query = cut(q.strip());
        Optional<TextKind> only = Arrays.stream(TextKind.values())
                .filter(one -> one.path().equals(kind))
                .findFirst();
        return pages.once(HttpStatus.OK, page(language, query, only, Math.min(PageNumbers.read(page), LAST_PAGE)));
    }

    /** {@code query} as far as it is searched for, never ending in half a character. */
    private static String cut(String query) {
        if (query.length() <= LONGEST_QUERY) {
            return query;
        }
        int end = Character.isHighSurrogate(query.charAt(LONGEST_QUERY - 1)) ? LONGEST_QUERY - 1 : LONGEST_QUERY;
        return query.substring(0, end);
    }

    private SearchPage page(Language language, String query, Optional<TextKind> kind, int number) {
        String name = frames.words(language).text("site.search");
        Frame frame =
                frames.everywhere(language, Section.SEARCH, query.isEmpty() ? name : query + "　" + name, "", "search");
        if (query.isEmpty()) {
            return new SearchPage(frame, "", kind, 0, Map.of(), List.of(), new Paging(1, 1, frame.path()));
        }
        Hits hits =
                search.find(new Query(query, Query.Filter.NONE.ofKind(kind), Query.Order.RELEVANCE, number - 1, SIZE));
        int count = Math.min(LAST_PAGE, Paging.pages(hits.total(), SIZE));
        String address = SearchPage.address(frame.path(), query, kind) + "&page=";
        return new SearchPage(
                frame,
                query,
                kind,
                hits.total(),
                hits.facets().kinds(),
                Result.of(hits.hits()),
                new Paging(Math.min(number, count), count, address));
    }
}
