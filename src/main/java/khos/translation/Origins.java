package khos.translation;

import java.util.Optional;
import khos.account.Roles.ForTranslators;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says where the units of the memory came from. */
@Service
public class Origins {
    private final TranslationRepository repository;

    Origins(TranslationRepository repository) {
        this.repository = repository;
    }

    /** A place in a document of ours. */
    public record Place(Translation document, Segment segment) {}

    /** The segment that a unit of {@code origin} came from; empty when it was taken in from elsewhere, or is gone. */
    @ForTranslators
    @Transactional(readOnly = true)
    public Optional<Place> find(String origin) {
        return repository
                .segment(origin)
                .flatMap(segment ->
                        repository.document(segment.documentId()).map(document -> new Place(document, segment)));
    }
}
