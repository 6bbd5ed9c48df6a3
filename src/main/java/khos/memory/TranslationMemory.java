package khos.memory;

import java.util.Collection;
import java.util.List;
import khos.language.LanguagePair;
import org.springframework.stereotype.Service;

/** Keeps reviewed sentence pairs and finds those most like a new sentence, in both directions. */
@Service
public class TranslationMemory {
    /** Stores the units, each replacing an earlier one of the same origin; joins the caller's transaction. */
    public void store(Collection<TranslationUnit> units) {
        throw new UnsupportedOperationException();
    }

    /**
     * The units most like {@code sentence}, best first; of equal ones the latest first, none with the same source and
     * target twice. Sees every unit committed before the call.
     *
     * @param pair the direction wanted; units stored in the other direction are read backwards
     * @param threshold the least similarity, 1 to 100
     * @param limit the most matches, from 1 on
     */
    public List<Match> lookup(String sentence, LanguagePair pair, int threshold, int limit) {
        throw new UnsupportedOperationException();
    }
}
