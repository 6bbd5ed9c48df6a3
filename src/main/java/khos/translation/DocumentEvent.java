package khos.translation;

/** Something that happened in a document and is committed. */
public sealed interface DocumentEvent {
    String documentId();

    /** A segment says something else, or is in another state. {@code by} is the account that did it. */
    record SegmentChanged(String documentId, String segmentId, long version, String by) implements DocumentEvent {}

    /** Segments were split, joined or replaced, or many changed at once: read the document anew. */
    record DocumentChanged(String documentId, String by) implements DocumentEvent {}

    /** A comment was made, resolved or opened again. */
    record CommentsChanged(String documentId, String segmentId, String by) implements DocumentEvent {}

    /** Someone came, went, moved on, or holds another segment. */
    record PeopleChanged(String documentId, String by) implements DocumentEvent {}
}
