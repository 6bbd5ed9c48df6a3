package khos.translation;

import java.util.Optional;
import khos.account.Roles.ForTranslators;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says where the units of the memory came from. */
@Service
public class Origins {
    private final OriginRepository repository;

    Origins(OriginRepository repository) {
        this.repository = repository;
    }

    /**
     * A place in a document of ours.
     *
     * @param title of the document in Chinese; its slug while it has none
     * @param ordinal of the segment, from 0
     * @param number of the segment, which stays with it
     */
    public record Place(String documentId, String title, int ordinal, int number) {}

    /** The segment that a unit of {@code origin} came from; empty when it was taken in from elsewhere, or is gone. */
    @ForTranslators
    @Transactional(readOnly = true)
    public Optional<Place> find(String origin) {
        return repository.find(origin);
    }
}
