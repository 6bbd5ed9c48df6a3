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
                .query(String.class)
                .list());
    }

    Map<String, Set<String>> ignoredIn(String documentId) {
        Map<String, Set<String>> ignored = new HashMap<>();
        jdbc.sql("""
                        SELECT i.segment_id, i.fingerprint
                        FROM segment s JOIN ignored_issue i ON i.segment_id = s.id
                        WHERE s.document_id = :id
                        """)
                .param("id", documentId)
                .query(row -> {
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
        jdbc.sql("""
                        SELECT a.id, min(b.number) AS number, 1 AS same_source
                        FROM segment a JOIN segment b
                          ON b.document_id = a.document_id AND substr(b.source, 1, 60) = substr(a.source, 1, 60)
                             AND b.source = a.source
                        JOIN (SELECT source FROM segment
                              WHERE document_id = :id AND target <> ''
                              GROUP BY source HAVING count(DISTINCT target) > 1) several ON several.source = a.source
                        WHERE a.document_id = :id AND a.target <> '' AND b.target <> '' AND b.target <> a.target
                        GROUP BY a.id
                        UNION ALL
                        SELECT a.id, min(b.number) AS number, 0 AS same_source
                        FROM segment a JOIN segment b
                          ON b.document_id = a.document_id AND substr(b.target, 1, 60) = substr(a.target, 1, 60)
                             AND b.target = a.target
                        JOIN (SELECT target FROM segment
                              WHERE document_id = :id AND target <> ''
                              GROUP BY target HAVING count(DISTINCT source) > 1) several ON several.target = a.target
                        WHERE a.document_id = :id AND a.target <> '' AND b.source <> a.source
                        GROUP BY a.id
                        """)
                .param("id", documentId)
                .query(row -> {
                    others.putIfAbsent(
                            row.getString("id"), new Other(row.getInt("number"), row.getInt("same_source") == 1));
                });
        return others;
    }
}
