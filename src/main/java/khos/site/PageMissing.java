package khos.site;

import java.util.Optional;
import khos.language.Language;
import khos.publication.Publication;

/** There is no page at this address in this language. */
final class PageMissing extends RuntimeException {
    private final transient Language language;
    private final boolean withdrawn;
    private final transient Optional<String> other;

    private PageMissing(Language language, boolean withdrawn, Optional<String> other) {
        super("no page", null, false, false);
        this.language = language;
        this.withdrawn = withdrawn;
        this.other = other;
    }

    static PageMissing in(Language language) {
        return new PageMissing(language, false, Optional.empty());
    }

    /** The same place exists in the other language. */
    static PageMissing onlyInOther(Language language, String place) {
        return new PageMissing(language, false, Optional.of(Frame.address(language.other(), place)));
    }

    /**
     * @param withdrawn whether it was published in this language and taken back
     * @param publication what is still out in the other language
     */
    static PageMissing of(Language language, boolean withdrawn, Optional<Publication> publication) {
        return new PageMissing(
                language,
                withdrawn,
                publication
                        .filter(one -> one.edition(language.other()).isPresent())
                        .map(one -> Frame.address(language.other(), one.item())));
    }

    Language language() {
        return language;
    }

    boolean withdrawn() {
        return withdrawn;
    }

    /** The path of the same text in the other language, when it is published there. */
    Optional<String> other() {
        return other;
    }
}
