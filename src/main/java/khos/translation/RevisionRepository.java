package khos.translation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import khos.storage.Ids;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RevisionRepository {
    private static final String REVISION =
            "SELECT id, kind, state, source, target, reason, changed_by, changed_at FROM segment_change ";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;

    RevisionRepository(JdbcClient jdbc, NamedParameterJdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /** Keeps what each of the segments says now. */
    void insert(Collection<Segment> segments, Revision.Kind kind, String reason, String actor, long now) {
        if (segments.isEmpty()) {
            return;
        }
        batch.batchUpdate(
                """
                INSERT INTO segment_change (id, segment_id, kind, state, source, target, reason, changed_by, changed_at)
                VALUES (:id, :segment, :kind, :state, :source, :target, :reason, :actor, :now)
                """,
                segments.stream()
                        .map(segment -> new MapSqlParameterSource()
                                .addValue("id", Ids.next())
                                .addValue("segment", segment.id())
                                .addValue("kind", kind.name())
                                .addValue("state", segment.state().name())
                                .addValue("source", segment.source())
                                .addValue("target", segment.working())
                                .addValue("reason", reason)
                                .addValue("actor", actor)
                                .addValue("now", now))
                        .toArray(SqlParameterSource[]::new));
    }

    List<Revision> of(String segmentId) {
        return jdbc.sql(REVISION + "WHERE segment_id = :id ORDER BY changed_at DESC, id DESC")
                .param("id", segmentId)
                .query(RevisionRepository::revision)
                .list();
    }

    Optional<Revision> find(String segmentId, String id) {
        return jdbc.sql(REVISION + "WHERE segment_id = :segment AND id = :id")
                .param("segment", segmentId)
                .param("id", id)
                .query(RevisionRepository::revision)
                .optional();
    }

    /** Gives the revisions of one segment to another, which it became part of. */
    void move(String from, String to) {
        jdbc.sql("UPDATE segment_change SET segment_id = :to WHERE segment_id = :from")
                .param("to", to)
                .param("from", from)
                .update();
    }

    private static Revision revision(ResultSet row, int number) throws SQLException {
        return new Revision(
                row.getString("id"),
                Revision.Kind.valueOf(row.getString("kind")),
                State.valueOf(row.getString("state")),
                row.getString("source"),
                row.getString("target"),
                row.getString("reason"),
                row.getString("changed_by"),
                Instant.ofEpochMilli(row.getLong("changed_at")));
    }
}
