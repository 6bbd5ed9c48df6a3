package khos.translation;

import java.util.function.IntPredicate;
import khos.account.Roles.ForTranslators;
import org.springframework.stereotype.Service;

/** Says how much of a document the memory covers. */
@Service
public class Coverages {
    private final TranslationRepository repository;
    private final DocumentMatches matches;

    Coverages(TranslationRepository repository, DocumentMatches matches) {
        this.repository = repository;
        this.matches = matches;
    }

    /**
     * The coverage of a document as a whole, whatever of it is translated; what it gave to the memory itself does not count
     * for the segment that it came from.
     *
     * @param watch is told up to which place it has come, and says whether to go on
     */
    @ForTranslators
    public Coverage of(String documentId, IntPredicate watch) {
        TranslationRepository.Document document =
                repository.text(documentId).orElseThrow(() -> new Refused("refused.no-document"));
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
