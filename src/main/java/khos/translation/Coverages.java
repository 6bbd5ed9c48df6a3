package khos.translation;

import java.util.function.IntPredicate;
import khos.account.Role;
import khos.account.Roles.ForTranslators;
import org.springframework.stereotype.Service;

/** Says how much of a document the memory covers. */
@Service
public class Coverages {
    private final SegmentWriter writer;
    private final DocumentMatches matches;

    Coverages(SegmentWriter writer, DocumentMatches matches) {
        this.writer = writer;
        this.matches = matches;
    }

    /**
     * The coverage of a document as a whole, whatever of it is translated; what it gave to the memory itself does not count
     * for the segment that it came from. For translators of its project.
     *
     * @param watch is told up to which place it has come, and says whether to go on
     */
    @ForTranslators
    public Coverage of(String documentId, IntPredicate watch) {
        TranslationRepository.Document document = writer.requireDocument(documentId, Role.TRANSLATOR);
        var coverage = new Coverage();
        matches.each(
                document,
                Band.LOW.least(),
                1,
                segment -> true,
                page -> page.forEach(matched -> coverage.add(
                        matched.segment().source(),
                        document.pair().source(),
                        matched.matches().isEmpty()
                                ? 0
                                : matched.matches().getFirst().similarity())),
                watch);
        return coverage;
    }
}
