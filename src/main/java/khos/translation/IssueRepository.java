package khos.translation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import khos.check.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class IssueRepository {
    /** Where a document says otherwise: the number of the first such segment, and whether its source is the same. */
    record Other(int number, boolean sameSource) {}

    private final JdbcClient jdbc;

    IssueRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void ignore(String segmentId, Kind kind, String fingerprint, String actor, long now) {
        jdbc.sql("""
                        INSERT INTO ignored_issue (segment_id, kind, fingerprint, ignored_by, ignored_at)
                        VALUES (:id, :kind, :fingerprint, :actor, :now)
                        ON CONFLICT (segment_id, kind, fingerprint) DO NOTHING
                        """)
                .param("id", segmentId)
                .param("kind", kind.name())
                .param("fingerprint", fingerprint)
                .param("actor", actor)
                .param("now", now)
                .update();
    }

    void ignoreNothing(String segmentId) {
        jdbc.sql("DELETE FROM ignored_issue WHERE segment_id = :id")
                .param("id", segmentId)
                .update();
    }

    Set<String> ignored(String segmentId) {
        return new HashSet<>(jdbc.sql("SELECT fingerprint FROM ignored_issue WHERE segment_id = :id")
                .param("id", segmentId)
                .query((row, number) -> row.getString("fingerprint"))
                .list());
    }

    Map<String, Set<String>> ignoredIn(String documentId) {
        Map<String, Set<String>> ignored = new HashMap<>();
        jdbc.sql("""
                        SELECT i.segment_id, i.fingerprint
                        FROM segment s JOIN ignored_issue i ON i.segment_id = s.id
                        WHERE s.document_id = :id
                        """).param("id", documentId).query(row -> {
            ignored.computeIfAbsent(row.getString("segment_id"), id -> new HashSet<>())
                    .add(row.getString("fingerprint"));
        });
        return ignored;
    }

    /** Confirmed segments of the document with the same source and another target, or the other way round; one of each. */
    List<Other> inconsistentWith(Segment segment, String target) {
        return jdbc.sql("""
                        SELECT min(number) AS number, 1 AS same_source FROM segment
                        WHERE document_id = :document AND substr(source, 1, 60) = substr(CAST(:source AS TEXT), 1, 60)
                          AND source = :source AND target <> '' AND target <> :target AND id <> :id
                        HAVING count(*) > 0
                        UNION ALL
                        SELECT min(number) AS number, 0 AS same_source FROM segment
                        WHERE document_id = :document AND substr(target, 1, 60) = substr(CAST(:target AS TEXT), 1, 60)
                          AND target = :target AND source <> :source AND id <> :id
                        HAVING count(*) > 0
                        """)
                .param("document", segment.documentId())
                .param("source", segment.source())
                .param("target", target)
                .param("id", segment.id())
                .query((row, number) -> new Other(row.getInt("number"), row.getInt("same_source") == 1))
                .list();
    }

    /** As above, for every confirmed segment of a document at once; of one that is so in both ways the first. */
    Map<String, Other> inconsistent(String documentId) {
        Map<String, Other> others = new HashMap<>();
        collect(documentId, "source", "target", true, others);
        collect(documentId, "target", "source", false, others);
        return others;
    }

    /** The first segment of a group, and the first that says otherwise than it. */
    private static final class Group {
        private final String firstText;
        private final int first;
        private int second;

        Group(String firstText, int first) {
            this.firstText = firstText;
            this.first = first;
        }
    }

    private record Row(String id, int number, String key, String text) {}

    /** Of the segments that share {@code key} and differ in {@code text}; linear in their number. */
    private void collect(String documentId, String key, String text, boolean sameSource, Map<String, Other> others) {
        List<Row> rows = jdbc.sql("""
                        SELECT id, number, %1$s AS same, %2$s AS other FROM segment
                        WHERE document_id = :id AND target <> '' AND %1$s IN (
                          SELECT %1$s FROM segment WHERE document_id = :id AND target <> ''
                          GROUP BY %1$s HAVING count(DISTINCT %2$s) > 1)
                        ORDER BY number
                        """.formatted(key, text))
                .param("id", documentId)
                .query((row, number) -> new Row(
                        row.getString("id"), row.getInt("number"), row.getString("same"), row.getString("other")))
                .list();
        Map<String, Group> groups = new HashMap<>();
        for (Row row : rows) {
            Group group = groups.computeIfAbsent(row.key(), same -> new Group(row.text(), row.number()));
            if (group.second == 0 && !group.firstText.equals(row.text())) {
                group.second = row.number();
            }
        }
        for (Row row : rows) {
            Group group = groups.get(row.key());
            if (group != null) {
                int other = group.firstText.equals(row.text()) ? group.second : group.first;
                others.putIfAbsent(row.id(), new Other(other, sameSource));
            }
        }
    }
}
