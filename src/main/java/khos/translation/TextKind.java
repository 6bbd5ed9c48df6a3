package khos.translation;

/** What a text is for. */
public enum TextKind {
    ARTICLE("articles"),
    LESSON("lessons"),
    EPISODE("series");

    private final String path;

    TextKind(String path) {
        this.path = path;
    }

    /** Its folder in content folders and its first step in addresses: {@code articles}. */
    public String path() {
        return path;
    }
}
