package khos.translation;

import java.util.Optional;
import khos.storage.NodeMessages;
import org.springframework.stereotype.Component;

/**
 * Carries document events to the other nodes and theirs here, as messages such as {@code segment}, document, account, segment and
 * version, a line each.
 *
 * <p>Chosen before a poll each second: it costs nothing while nothing happens, and tells which segment changed. What is lost on the
 * way, an open page finds by asking each five seconds.
 */
@Component
class NodeEvents {
    NodeEvents(DocumentEvents events, NodeMessages messages) {
        events.passOn(event -> messages.send(written(event)));
        messages.listen(message -> read(message).ifPresent(events::tell));
    }

    static String written(DocumentEvent event) {
        return switch (event) {
            case DocumentEvent.SegmentChanged of ->
                line("segment", of.documentId(), of.by(), of.segmentId(), Long.toString(of.version()));
            case DocumentEvent.CommentsChanged of -> line("comments", of.documentId(), of.by(), of.segmentId(), "0");
            case DocumentEvent.DocumentChanged of -> line("document", of.documentId(), of.by(), "", "0");
            case DocumentEvent.PeopleChanged of -> line("people", of.documentId(), of.by(), "", "0");
        };
    }

    private static String line(String... parts) {
        return String.join("\n", parts);
    }

    /** Empty for what another version of Khos may send. */
    static Optional<DocumentEvent> read(String message) {
        String[] parts = message.split("\n", -1);
        if (parts.length != 5) {
            return Optional.empty();
        }
        String document = parts[1];
        String by = parts[2];
        String segment = parts[3];
        return switch (parts[0]) {
            case "segment" ->
                Optional.of(new DocumentEvent.SegmentChanged(document, segment, Long.parseLong(parts[4]), by));
            case "comments" -> Optional.of(new DocumentEvent.CommentsChanged(document, segment, by));
            case "document" -> Optional.of(new DocumentEvent.DocumentChanged(document, by));
            case "people" -> Optional.of(new DocumentEvent.PeopleChanged(document, by));
            default -> Optional.empty();
        };
    }
}
