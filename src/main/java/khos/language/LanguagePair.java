package khos.language;

/** A direction of translation: from {@code source} into {@code target}. */
public record LanguagePair(Language source, Language target) {
    public LanguagePair {
        if (source == target) {
            throw new IllegalArgumentException("source and target are both " + source.code());
        }
    }

    /** The pair read backwards: zh→mn gives mn→zh. */
    public LanguagePair reversed() {
        return new LanguagePair(target, source);
    }
}
