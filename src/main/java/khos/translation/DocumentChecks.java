package khos.translation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import khos.account.Accounts;
import khos.account.Role;
import khos.account.Roles.ForTranslators;
import khos.check.Checks;
import khos.check.Issue;
import khos.check.Kind;
import khos.check.Severity;
import khos.language.LanguagePair;
import khos.language.Phrase;
import khos.language.Span;
import khos.terminology.Termbase;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the checks say of segments and documents: beside what {@link Checks} finds in a pair, where a document is inconsistent;
 * without what was to be ignored.
 */
@Service
public class DocumentChecks {
    private static final int PAGE = 200;

    private final Checks checks;
    private final Termbase termbase;
    private final IssueRepository repository;
    private final TranslationRepository translations;
    private final WorkRepository work;
    private final SegmentWriter writer;
    private final Clock clock;
    private final RememberedIssues remembered = new RememberedIssues();

    DocumentChecks(
            Checks checks,
            Termbase termbase,
            IssueRepository repository,
            TranslationRepository translations,
            WorkRepository work,
            SegmentWriter writer,
            Clock clock) {
        this.checks = checks;
        this.termbase = termbase;
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
        return withoutIgnored(checked(segment.source(), target, found), repository.ignored(segmentId));
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

    /**
     * The places of the segments that have issues, in order. What is known of a segment is not looked for again.
     *
     * @param watch is told up to which place it has come, and says whether to go on
     * @return what was found; empty when it was not to go on
     */
    Optional<List<Integer>> places(String documentId, IntPredicate watch) {
        var round = new Round(documentId, repository.inconsistent(documentId));
        List<Integer> found = new ArrayList<>();
        List<Integer> unknown = new ArrayList<>();
        for (WorkRepository.Begun begun : work.begun(documentId)) {
            Optional<List<CheckedIssue>> known =
                    remembered.of(documentId, begun.segmentId(), begun.version(), round.terms);
            if (known.isEmpty() || round.ignored.containsKey(begun.segmentId())) {
                unknown.add(begun.ordinal());
            } else if (!known.get().isEmpty() || round.inconsistent.containsKey(begun.segmentId())) {
                found.add(begun.ordinal());
            }
        }
        for (int from = 0; from < unknown.size(); from += PAGE) {
            List<Integer> page = unknown.subList(from, Math.min(from + PAGE, unknown.size()));
            if (!watch.test(page.getFirst())) {
                return Optional.empty();
            }
            work.at(documentId, page).stream()
                    .filter(segment -> !round.issues(segment).isEmpty())
                    .forEach(segment -> found.add(segment.ordinal()));
        }
        Collections.sort(found);
        return Optional.of(found);
    }

    /** Checks segments of a document each by itself: where it is inconsistent is not seen. */
    Round ofPairs(String documentId) {
        return new Round(documentId, Map.of());
    }

    private Map<String, List<CheckedIssue>> check(String documentId, List<Segment> segments) {
        Map<String, List<CheckedIssue>> issues = new LinkedHashMap<>();
        if (segments.isEmpty()) {
            return issues;
        }
        var round = new Round(documentId, repository.inconsistent(documentId));
        for (Segment segment : segments) {
            List<CheckedIssue> left = round.issues(segment);
            if (!left.isEmpty()) {
                issues.put(segment.id(), left);
            }
        }
        return issues;
    }

    /** Checks segments of a document against the terms, and against what is ignored and said elsewhere in it, of one moment. */
    final class Round {
        private final LanguagePair pair;
        private final long terms = termbase.revision();
        private final Checks.Checker checker = checks.checker();
        private final Map<String, Set<String>> ignored;
        private final Map<String, IssueRepository.Other> inconsistent;

        private Round(String documentId, Map<String, IssueRepository.Other> inconsistent) {
            pair = pair(documentId);
            ignored = repository.ignoredIn(documentId);
            this.inconsistent = inconsistent;
        }

        /** Whether an error speaks against what a segment says. */
        boolean hasError(Segment segment) {
            return issues(segment).stream().anyMatch(issue -> issue.issue().severity() == Severity.ERROR);
        }

        List<CheckedIssue> issues(Segment segment) {
            List<CheckedIssue> found = new ArrayList<>(remembered.of(segment, terms, this::check));
            if (!segment.working().isBlank()) {
                Optional.ofNullable(inconsistent.get(segment.id()))
                        .map(other -> inconsistent(segment, segment.working(), other))
                        .ifPresent(issue -> found.addAll(checked(segment.source(), segment.working(), List.of(issue))));
            }
            return withoutIgnored(found, ignored.getOrDefault(segment.id(), Set.of()));
        }

        private List<CheckedIssue> check(Segment segment) {
            String target = segment.working();
            return target.isBlank()
                    ? List.of()
                    : checked(segment.source(), target, checker.check(pair, segment.source(), target));
        }
    }

    /**
     * Ignores an issue here, for as long as the text that it is about stays. Everybody sees it no more, and an error does not keep
     * the text from being confirmed.
     *
     * @throws Refused {@code refused.not-ignorable} when it is of a kind that cannot be {@linkplain Kind#isIgnorable ignored}
     */
    @ForTranslators
    @Transactional
    public void ignore(String segmentId, CheckedIssue issue) {
        writer.require(segmentId, Role.TRANSLATOR);
        Kind kind = issue.issue().kind();
        if (!kind.isIgnorable()) {
            throw new Refused("refused.not-ignorable", new Phrase(kind.key(), List.of()));
        }
        repository.ignore(segmentId, kind, issue.fingerprint(), Accounts.actor(), clock.millis());
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

    private static List<CheckedIssue> checked(String source, String target, List<Issue> issues) {
        return issues.stream()
                .map(issue -> new CheckedIssue(issue, issue.fingerprint(source, target)))
                .toList();
    }

    private static List<CheckedIssue> withoutIgnored(List<CheckedIssue> issues, Set<String> ignored) {
        return issues.stream()
                .filter(issue -> !issue.issue().kind().isIgnorable() || !ignored.contains(issue.fingerprint()))
                .toList();
    }
}
