package khos.translation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import khos.account.Accounts;
import khos.account.Role;
import khos.account.Roles.ForTranslators;
import khos.check.Checks;
import khos.check.Issue;
import khos.check.Kind;
import khos.check.Severity;
import khos.language.LanguagePair;
import khos.language.Span;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the checks say of segments and documents: beside what {@link Checks} finds in a pair, where a document is inconsistent;
 * without what was to be ignored.
 */
@Service
public class DocumentChecks {
    private final Checks checks;
    private final IssueRepository repository;
    private final TranslationRepository translations;
    private final WorkRepository work;
    private final SegmentWriter writer;
    private final Clock clock;

    DocumentChecks(
            Checks checks,
            IssueRepository repository,
            TranslationRepository translations,
            WorkRepository work,
            SegmentWriter writer,
            Clock clock) {
        this.checks = checks;
        this.repository = repository;
        this.translations = translations;
        this.work = work;
        this.writer = writer;
        this.clock = clock;
    }

    /**
     * The issues of a segment whose target is being typed, errors first.
     *
     * @param target as it stands in the editor
     */
    @ForTranslators
    @Transactional(readOnly = true)
    public List<CheckedIssue> of(String segmentId, String target) {
        Segment segment = writer.require(segmentId, Role.TRANSLATOR);
        LanguagePair pair = pair(segment.documentId());
        List<Issue> found = new ArrayList<>(checks.check(pair, segment.source(), target));
        if (!target.isBlank()) {
            repository
                    .inconsistentWith(segment, target)
                    .forEach(other -> found.add(inconsistent(segment, target, other)));
        }
        return withoutIgnored(segment.source(), target, found, repository.ignored(segmentId));
    }

    /**
     * The issues of {@code limit} segments from place {@code offset} on that have a target or a draft, by the segment's id and
     * in its order.
     */
    @ForTranslators
    @Transactional(readOnly = true)
    public Map<String, List<CheckedIssue>> of(String documentId, int offset, int limit) {
        writer.requireRole(documentId, Role.TRANSLATOR);
        return check(documentId, translations.segments(documentId, offset, limit));
    }

    /** As above, of the segments at these places. */
    @ForTranslators
    @Transactional(readOnly = true)
    public Map<String, List<CheckedIssue>> at(String documentId, List<Integer> places) {
        writer.requireRole(documentId, Role.TRANSLATOR);
        return check(documentId, places.isEmpty() ? List.of() : work.at(documentId, places));
    }

    private Map<String, List<CheckedIssue>> check(String documentId, List<Segment> segments) {
        Map<String, List<CheckedIssue>> issues = new LinkedHashMap<>();
        if (segments.isEmpty()) {
            return issues;
        }
        LanguagePair pair = pair(documentId);
        Checks.Checker checker = checks.checker();
        Map<String, Set<String>> ignored = repository.ignoredIn(documentId);
        Map<String, IssueRepository.Other> inconsistent = repository.inconsistent(documentId);
        for (Segment segment : segments) {
            if (segment.working().isBlank()) {
                continue;
            }
            List<Issue> found = new ArrayList<>(checker.check(pair, segment.source(), segment.working()));
            Optional.ofNullable(inconsistent.get(segment.id()))
                    .ifPresent(other -> found.add(inconsistent(segment, segment.working(), other)));
            List<CheckedIssue> left = withoutIgnored(
                    segment.source(), segment.working(), found, ignored.getOrDefault(segment.id(), Set.of()));
            if (!left.isEmpty()) {
                issues.put(segment.id(), left);
            }
        }
        return issues;
    }

    /** Ignores an issue here, for as long as the text that it is about stays. Everybody sees it no more. */
    @ForTranslators
    @Transactional
    public void ignore(String segmentId, CheckedIssue issue) {
        writer.require(segmentId, Role.TRANSLATOR);
        repository.ignore(segmentId, issue.issue().kind(), issue.fingerprint(), Accounts.actor(), clock.millis());
    }

    /** Takes {@link #ignore} back for all issues of a segment. */
    @ForTranslators
    @Transactional
    public void ignoreNothing(String segmentId) {
        writer.require(segmentId, Role.TRANSLATOR);
        repository.ignoreNothing(segmentId);
    }

    /** Whether anything of a segment is ignored. */
    @ForTranslators
    @Transactional(readOnly = true)
    public boolean isIgnoring(String segmentId) {
        writer.require(segmentId, Role.TRANSLATOR);
        return !repository.ignored(segmentId).isEmpty();
    }

    private LanguagePair pair(String documentId) {
        return translations.pairOf(documentId).orElseThrow(() -> new Refused("refused.no-document"));
    }

    private static Issue inconsistent(Segment segment, String target, IssueRepository.Other other) {
        return new Issue(
                Kind.INCONSISTENT,
                Severity.WARNING,
                Optional.of(new Span(0, segment.source().length())),
                Optional.of(new Span(0, target.length())),
                other.sameSource() ? "check.inconsistent-target" : "check.inconsistent-source",
                List.of(other.number()),
                Optional.empty());
    }

    private static List<CheckedIssue> withoutIgnored(
            String source, String target, List<Issue> issues, Set<String> ignored) {
        return issues.stream()
                .map(issue -> new CheckedIssue(issue, issue.fingerprint(source, target)))
                .filter(issue -> !ignored.contains(issue.fingerprint()))
                .toList();
    }
}
