package khos.translation;

/** How far a segment has come; the states of XLIFF 2.1, section 4.3.1.31. */
public enum State {
    INITIAL,
    TRANSLATED,
    REVIEWED,
    FINAL
}
