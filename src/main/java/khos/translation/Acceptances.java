package khos.translation;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import khos.account.Accounts;
import khos.account.Project;
import khos.account.Role;
import khos.account.Roles.ForTranslators;
import khos.memory.TranslationMemory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Reviews all of a document that is translated, and takes that back as one. */
@Service
public class Acceptances {
    private static final int PAGE = 500;

    private final TranslationRepository repository;
    private final RevisionRepository revisions;
    private final DocumentChecks checks;
    private final SegmentWriter writer;
    private final TranslationMemory memory;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Acceptances(
            TranslationRepository repository,
            RevisionRepository revisions,
            DocumentChecks checks,
            SegmentWriter writer,
            TranslationMemory memory,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.repository = repository;
        this.revisions = revisions;
        this.checks = checks;
        this.writer = writer;
        this.memory = memory;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * What became of the segments that were translated.
     *
     * @param accepted how many are reviewed now
     * @param faulty how many have an error that is not ignored, and stay translated
     * @param isComplete whether it went to the end
     * @param at when, for {@link #undo}
     */
    public record Accepted(int accepted, int faulty, boolean isComplete, Instant at) {}

    /**
     * Reviews every segment that is translated and has no error; where reviewers must differ, not those one translated
     * oneself. A page at a time, each written on its own, so that others go on working. For reviewers of its project.
     *
     * @param watch is told up to which place it has come, and says whether to go on
     */
    @ForTranslators
    public Accepted acceptAll(String documentId, IntPredicate watch) {
        TranslationRepository.Document document = writer.requireDocument(documentId, Role.REVIEWER);
        boolean mustDiffer =
                writer.projectOf(documentId).filter(Project::reviewerDiffers).isPresent();
        List<Segment> translated = repository.inState(documentId, State.TRANSLATED, mustDiffer ? Accounts.actor() : "");
        var run = new Run(document, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        for (int from = 0; from < translated.size(); from += PAGE) {
            List<Segment> page = translated.subList(from, Math.min(from + PAGE, translated.size()));
            if (!watch.test(page.getFirst().ordinal())) {
                return run.accepted(false);
            }
            transaction.executeWithoutResult(status -> run.accept(page));
        }
        return run.accepted(true);
    }

    private final class Run {
        private final TranslationRepository.Document document;
        private final DocumentChecks.Round round;
        private final Instant at;
        private int accepted;
        private int faulty;

        Run(TranslationRepository.Document document, Instant at) {
            this.document = document;
            this.at = at;
            round = checks.ofPairs(document.id());
        }

        void accept(List<Segment> page) {
            List<Segment> sound =
                    page.stream().filter(segment -> !round.hasError(segment)).toList();
            List<Segment> reviewed = repository.review(sound, Accounts.actor(), at.toEpochMilli());
            accepted += reviewed.size();
            faulty += page.size() - sound.size();
            if (!reviewed.isEmpty()) {
                revisions.insert(reviewed, Revision.Kind.REVIEWED, "", Accounts.actor(), at.toEpochMilli());
                writer.remember(document.pair(), reviewed);
                repository.touch(document.id(), clock.millis());
                writer.announceAll(document.id());
            }
        }

        Accepted accepted(boolean complete) {
            return new Accepted(accepted, faulty, complete, at);
        }
    }

    /**
     * Makes what was accepted translated again, and takes it out of the memory; what was touched since, or is published, stays as
     * it is. For reviewers of its project.
     *
     * @return how many were restored
     */
    @ForTranslators
    @Transactional
    public int undo(String documentId, Accepted accepted) {
        writer.requireDocument(documentId, Role.REVIEWER);
        long now = clock.millis();
        List<Segment> before = repository.reviewedAt(
                documentId, Accounts.actor(), accepted.at().toEpochMilli());
        List<Segment> restored = new ArrayList<>();
        for (int from = 0; from < before.size(); from += PAGE) {
            List<Segment> page = before.subList(from, Math.min(from + PAGE, before.size()));
            restored.addAll(repository.unreview(page, Accounts.actor(), now));
        }
        revisions.insert(restored, Revision.Kind.RESTORED, "", Accounts.actor(), now);
        memory.forget(restored.stream().map(Segment::id).toList());
        repository.touch(documentId, now);
        writer.announceAll(documentId);
        return restored.size();
    }
}
