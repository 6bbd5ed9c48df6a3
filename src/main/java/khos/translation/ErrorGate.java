package khos.translation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import khos.check.Checks;
import khos.check.Issue;
import khos.check.Severity;
import khos.language.Phrase;
import org.springframework.stereotype.Component;

/**
 * Keeps targets from being confirmed that an issue of {@link Severity#ERROR} speaks against, unless it is {@link DocumentChecks#ignore ignored} there.
 *
 * <p>Whoever confirms or accepts one segment is refused and told the first such issue. What confirms many at once does not fail for
 * one of them: accepting all leaves it as it is, propagation, pre-translation and replacing leave their text as a draft. What brings
 * back a text as it was is not asked, as it would be lost or changed otherwise: pairs taken in, archives, revisions restored, splits
 * and joins. Of those, too, no reviewer accepts anything before it is mended.
 */
@Component
class ErrorGate {
    private final Checks checks;
    private final IssueRepository issues;
    private final TranslationRepository translations;

    ErrorGate(Checks checks, IssueRepository issues, TranslationRepository translations) {
        this.checks = checks;
        this.issues = issues;
        this.translations = translations;
    }

    /** @throws Refused {@code refused.error} with the first error that {@code target} has as the segment's translation */
    void require(Segment segment, String target) {
        error(segment, target).ifPresent(issue -> {
            throw new Refused("refused.error", segment.number(), new Phrase(issue.key(), issue.arguments()));
        });
    }

    boolean isOpen(Segment segment, String target) {
        return error(segment, target).isEmpty();
    }

    private Optional<Issue> error(Segment segment, String target) {
        return translations
                .pairOf(segment.documentId())
                .flatMap(pair -> first(
                        checks.check(pair, segment.source(), target),
                        segment.source(),
                        target,
                        issues.ignored(segment.id())));
    }

    private static Optional<Issue> first(List<Issue> found, String source, String target, Set<String> ignored) {
        return found.stream()
                .filter(issue -> issue.severity() == Severity.ERROR)
                .filter(issue -> !issue.kind().isIgnorable() || !ignored.contains(issue.fingerprint(source, target)))
                .findFirst();
    }
}
