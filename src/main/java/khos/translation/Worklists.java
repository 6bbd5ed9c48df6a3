package khos.translation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import khos.account.Role;
import khos.account.Roles.ForTranslators;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which segments of a document there is work with, and where they stand. */
@Service
public class Worklists {
    private final WorkRepository repository;
    private final DocumentChecks checks;
    private final SegmentWriter writer;

    Worklists(WorkRepository repository, DocumentChecks checks, SegmentWriter writer) {
        this.repository = repository;
        this.checks = checks;
        this.writer = writer;
    }

    /** How many segments each kind of work has; {@link Work#ISSUES} is not in it: all would have to be checked. */
    @ForTranslators
    @Transactional(readOnly = true)
    public Map<Work, Integer> counts(String documentId) {
        writer.requireRole(documentId, Role.TRANSLATOR);
        return repository.counts(documentId);
    }

    /** The places of those that {@code work} wants, in order. */
    @ForTranslators
    @Transactional(readOnly = true)
    public List<Integer> places(String documentId, Work work) {
        return places(documentId, work, checked -> true).orElseThrow();
    }

    /**
     * As above, where checking may take long.
     *
     * @param watch is told up to which place it has come, and says whether to go on
     * @return empty when it was not to go on
     */
    @ForTranslators
    @Transactional(readOnly = true)
    public Optional<List<Integer>> places(String documentId, Work work, IntPredicate watch) {
        writer.requireRole(documentId, Role.TRANSLATOR);
        return work == Work.ISSUES
                ? checks.places(documentId, watch)
                : Optional.of(repository.places(documentId, work));
    }

    /** The segments at these places, in order. */
    @ForTranslators
    @Transactional(readOnly = true)
    public List<Segment> at(String documentId, List<Integer> places) {
        writer.requireRole(documentId, Role.TRANSLATOR);
        return places.isEmpty() ? List.of() : repository.at(documentId, places);
    }

    /** The place of the segment of that number, if there is one. */
    @ForTranslators
    @Transactional(readOnly = true)
    public Optional<Integer> placeOf(String documentId, int number) {
        writer.requireRole(documentId, Role.TRANSLATOR);
        return repository.placeOf(documentId, number);
    }
}
