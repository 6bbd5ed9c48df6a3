package khos.site;

/** The part of the site that a page belongs to, as the navigation marks it. */
enum Section {
    HOME,
    ARTICLES,
    LESSONS,
    SERIES,
    SEARCH,
    TOOLS,
    NONE
}
