package khos.publication;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import khos.language.Language;
import khos.translation.TextKind;
import org.springframework.stereotype.Service;

/** What is published: publish and withdraw, find and list. */
@Service
public class Publications {
    /** Publishes a document in one of its languages as a new edition; editors only. */
    public Edition publish(String documentId, Language language) {
        throw new UnsupportedOperationException();
    }

    /** Takes a document's publication back in one language; editors only. */
    public void withdraw(String documentId, Language language) {
        throw new UnsupportedOperationException();
    }

    /** Where a document stands in each language. */
    public Map<Language, Status> statuses(String documentId) {
        throw new UnsupportedOperationException();
    }

    /** As {@link #statuses}, for all documents at once; a document that is absent was never published. */
    public Map<String, Map<Language, Status>> statuses() {
        throw new UnsupportedOperationException();
    }

    /** The publication at an address, when it is out in at least one language. */
    public Optional<Publication> find(TextKind kind, String slug) {
        throw new UnsupportedOperationException();
    }

    public Optional<Publication> find(String id) {
        throw new UnsupportedOperationException();
    }

    /** Whether the address was published in that language once and was taken back. */
    public boolean withdrawn(TextKind kind, String slug, Language language) {
        throw new UnsupportedOperationException();
    }

    /** What is out in a language, of one kind, latest dated first. */
    public List<Headline> latest(TextKind kind, Language language, int offset, int limit) {
        throw new UnsupportedOperationException();
    }

    /** What is out in a language, of every kind, latest first published first. */
    public List<Headline> latest(Language language, int offset, int limit) {
        throw new UnsupportedOperationException();
    }

    public int count(TextKind kind, Language language) {
        throw new UnsupportedOperationException();
    }

    public List<Series> series() {
        throw new UnsupportedOperationException();
    }

    public Optional<Series> series(String slug) {
        throw new UnsupportedOperationException();
    }

    /** The episodes of a series that are out in a language, by number. */
    public List<Headline> episodes(String seriesSlug, Language language) {
        throw new UnsupportedOperationException();
    }

    /** The items (as {@link Publication#item()}) among {@code items} that are out in some language. */
    public List<String> existing(List<String> items) {
        throw new UnsupportedOperationException();
    }

    /** The changes after number {@code seq}, in order, at most {@code limit}. */
    public List<Change> changes(long seq, int limit) {
        throw new UnsupportedOperationException();
    }

    /** The number of the latest change; 0 before the first. */
    public long lastChange() {
        throw new UnsupportedOperationException();
    }
}
