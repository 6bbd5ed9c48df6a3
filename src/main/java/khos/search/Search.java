package khos.search;

import org.springframework.stereotype.Service;

/** Finds published editions by what a reader types. */
@Service
public class Search {
    public Hits find(Query query) {
        throw new UnsupportedOperationException();
    }

    /** Builds the index anew from the database while searches go on, and returns how many editions it holds. */
    public int rebuild() {
        throw new UnsupportedOperationException();
    }
}
