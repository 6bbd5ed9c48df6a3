package khos.translation;

import khos.check.Issue;

/**
 * An issue of a segment.
 *
 * @param fingerprint what {@link DocumentChecks#ignore} takes
 */
public record CheckedIssue(Issue issue, String fingerprint) {}
