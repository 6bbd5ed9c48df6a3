package khos.markdown;

import org.commonmark.node.CustomNode;

/** What of a sentence stands in one inline container, or nothing: shown as a span with an id. */
final class Anchored extends CustomNode {
    private final String id;

    Anchored(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }
}
