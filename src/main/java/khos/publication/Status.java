package khos.publication;

/** Where a publication stands in one language. */
public enum Status {
    /** Never published in this language. */
    DRAFT,
    PUBLISHED,
    WITHDRAWN
}
