package khos.translation;

import java.sql.Types;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ReplacementRepository {
    /** A segment as it was; {@code version} is that behind the replacement. */
    record Before(String segmentId, String target, Optional<String> draft, State state, long version) {}

    private final JdbcClient jdbc;

    ReplacementRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(String id, String documentId, String actor, long now) {
        jdbc.sql("""
                        INSERT INTO replacement (id, document_id, created_by, created_at)
                        VALUES (:id, :document, :actor, :now)
                        """)
                .param("id", id)
                .param("document", documentId)
                .param("actor", actor)
                .param("now", now)
                .update();
    }

    void insert(String id, Segment before, long version) {
        jdbc.sql("""
                        INSERT INTO replaced_segment (replacement_id, segment_id, target, draft, state, version)
                        VALUES (:id, :segment, :target, :draft, :state, :version)
                        """)
                .param("id", id)
                .param("segment", before.id())
                .param("target", before.target())
                .param("draft", before.draft().orElse(null), Types.VARCHAR)
                .param("state", before.state().name())
                .param("version", version)
                .update();
    }

    Optional<String> document(String id) {
        return jdbc.sql("SELECT document_id FROM replacement WHERE id = :id")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    Optional<String> last(String documentId) {
        return jdbc.sql("""
                        SELECT id FROM replacement WHERE document_id = :id AND undone_at IS NULL
                        ORDER BY created_at DESC, id DESC LIMIT 1
                        """).param("id", documentId).query(String.class).optional();
    }

    /** Marks a replacement as undone; whether it was not so before. */
    boolean undo(String id, long now) {
        return jdbc.sql("UPDATE replacement SET undone_at = :now WHERE id = :id AND undone_at IS NULL")
                        .param("now", now)
                        .param("id", id)
                        .update()
                > 0;
    }

    List<Before> before(String id) {
        return jdbc.sql(
                        "SELECT segment_id, target, draft, state, version FROM replaced_segment WHERE replacement_id = :id")
                .param("id", id)
                .query((row, number) -> new Before(
                        row.getString("segment_id"),
                        row.getString("target"),
                        Optional.ofNullable(row.getString("draft")),
                        State.valueOf(row.getString("state")),
                        row.getLong("version")))
                .list();
    }
}
