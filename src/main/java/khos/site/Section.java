package khos.site;

/** The part of the site that a page belongs to, as the navigation marks it. */
enum Section {
    HOME,
    ARTICLES,
    LESSONS,
    SERIES,
    /** Answers to questions; not for search engines. */
    SEARCH,
    TOOLS,
    CONCORDANCE,
    /** Lists by month, tag, topic and name. */
    COLLECTION,
    NONE
}
