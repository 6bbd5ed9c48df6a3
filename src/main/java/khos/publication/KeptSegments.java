package khos.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import khos.translation.KeptSegment;
import khos.translation.Refused;
import khos.translation.State;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The segments of a document as lines of JSON, {@code segments.jsonl}: {@code {"id":"…","number":1,"unit":0,"source":"马",…}}. */
final class KeptSegments {
    static final String FILE = "segments.jsonl";

    private KeptSegments() {}

    static String write(List<KeptSegment> segments) {
        var lines = new StringBuilder();
        for (KeptSegment segment : segments) {
            ObjectNode line = JsonMapper.shared()
                    .createObjectNode()
                    .put("id", segment.id())
                    .put("number", segment.number())
                    .put("unit", segment.unit())
                    .put("source", segment.source())
                    .put("gap", segment.gap())
                    .put("target", segment.target());
            segment.draft().ifPresent(draft -> line.put("draft", draft));
            line.put("state", segment.state().name());
            lines.append(JsonMapper.shared().writeValueAsString(line)).append('\n');
        }
        return lines.toString();
    }

    /** @throws Refused {@code refused.segments} with the line that is wrong */
    static List<KeptSegment> read(String text) {
        List<KeptSegment> segments = new ArrayList<>();
        for (String line : text.split("\n")) {
            try {
                segments.add(segment(JsonMapper.shared().readTree(line)));
            } catch (JacksonException | IllegalArgumentException e) {
                throw new Refused("refused.segments", segments.size() + 1);
            }
        }
        return segments;
    }

    private static KeptSegment segment(JsonNode line) {
        return new KeptSegment(
                line.path("id").asString(""),
                line.path("number").asInt(0),
                line.path("unit").asInt(0),
                line.path("source").asString(""),
                line.path("gap").asString(""),
                line.path("target").asString(""),
                line.has("draft") ? Optional.of(line.path("draft").asString("")) : Optional.empty(),
                State.valueOf(line.path("state").asString("")));
    }
}
