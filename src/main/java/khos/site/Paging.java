package khos.site;

import java.util.Optional;

/**
 * Where a page stands among the pages of a list.
 *
 * @param page from 1
 * @param pages at least 1
 * @param address of the list, with its query up to the page number if there is one: {@code /zh/articles?page=}
 */
record Paging(int page, int pages, String address) {
    static final int SIZE = 20;

    /** How many pages {@code total} entries fill; an empty list has one. */
    static int pages(int total, int size) {
        return Math.max(1, Math.ceilDiv(total, size));
    }

    Optional<String> previous() {
        return page > 1 ? Optional.of(address + (page - 1)) : Optional.empty();
    }

    Optional<String> next() {
        return page < pages ? Optional.of(address + (page + 1)) : Optional.empty();
    }
}
