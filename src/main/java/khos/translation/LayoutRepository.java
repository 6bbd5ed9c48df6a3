package khos.translation;

import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where the segments of a document stand: their places are numbered without gaps, their numbers are never given twice. */
@Repository
class LayoutRepository {
    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;

    LayoutRepository(JdbcClient jdbc, NamedParameterJdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /** Moves the segments behind place {@code ordinal} by {@code by}; in two steps, as places are unique all the while. */
    void shift(String documentId, int ordinal, int by) {
        jdbc.sql("UPDATE segment SET ordinal = -ordinal - 1 WHERE document_id = :id AND ordinal > :ordinal")
                .param("id", documentId)
                .param("ordinal", ordinal)
                .update();
        jdbc.sql("UPDATE segment SET ordinal = -ordinal - 1 + :by WHERE document_id = :id AND ordinal < 0")
                .param("id", documentId)
                .param("by", by)
                .update();
    }

    /** Takes all segments of a document from their places, until {@link #rewrite} gives them others. */
    void lift(String documentId) {
        jdbc.sql("UPDATE segment SET ordinal = -ordinal - 1 WHERE document_id = :id")
                .param("id", documentId)
                .update();
    }

    /** {@code count} numbers that no segment of the document ever had: the first of them. */
    int nextNumbers(String documentId, int count) {
        return jdbc.sql("""
                                UPDATE document
                                SET numbers = :count + CASE
                                  WHEN numbers > (SELECT coalesce(max(number), 0) FROM segment WHERE document_id = :id)
                                  THEN numbers
                                  ELSE (SELECT coalesce(max(number), 0) FROM segment WHERE document_id = :id) END
                                WHERE id = :id
                                RETURNING numbers
                                """)
                        .param("count", count)
                        .param("id", documentId)
                        .query(Integer.class)
                        .single()
                - count
                + 1;
    }

    /** Writes place, unit, source and gap of segments, and with them their texts; their versions go up by one. */
    void rewrite(Collection<Segment> segments, String actor, long now) {
        batch.batchUpdate(
                """
                UPDATE segment
                SET ordinal = :ordinal, unit = :unit, gap = :gap,
                    old_source = CASE WHEN old_source = :source THEN NULL
                                      WHEN source <> :source AND target || coalesce(draft, '') <> ''
                                      THEN coalesce(old_source, source) ELSE old_source END,
                    source = :source, target = :target, draft = :draft, state = :state, version = version + 1,
                    changed_by = :actor, changed_at = :now
                WHERE id = :id
                """,
                segments.stream()
                        .map(segment -> parameters(segment)
                                .addValue("target", segment.target())
                                .addValue("draft", segment.draft().orElse(null), Types.VARCHAR)
                                .addValue("state", segment.state().name())
                                .addValue("source", segment.source())
                                .addValue("actor", actor)
                                .addValue("now", now))
                        .toArray(SqlParameterSource[]::new));
    }

    /** Writes place, unit and gap only. */
    void place(Collection<Segment> segments) {
        batch.batchUpdate(
                "UPDATE segment SET ordinal = :ordinal, unit = :unit, gap = :gap WHERE id = :id",
                segments.stream().map(LayoutRepository::parameters).toArray(SqlParameterSource[]::new));
    }

    private static MapSqlParameterSource parameters(Segment segment) {
        return new MapSqlParameterSource()
                .addValue("id", segment.id())
                .addValue("ordinal", segment.ordinal())
                .addValue("unit", segment.unit())
                .addValue("gap", segment.gap());
    }

    /** Forgets the sources before the change of segments that were only cut or joined: nothing in them changed. */
    void forgetOldSources(List<String> ids) {
        jdbc.sql("UPDATE segment SET old_source = NULL WHERE id IN (:ids)")
                .param("ids", ids)
                .update();
    }

    void delete(Collection<String> ids) {
        batch.batchUpdate(
                "DELETE FROM segment WHERE id = :id",
                ids.stream().map(id -> new MapSqlParameterSource("id", id)).toArray(SqlParameterSource[]::new));
    }

    Optional<Segment> at(String documentId, int ordinal) {
        return jdbc.sql("SELECT " + TranslationRepository.SEGMENT
                        + " FROM segment WHERE document_id = :id AND ordinal = :ordinal")
                .param("id", documentId)
                .param("ordinal", ordinal)
                .query(TranslationRepository::segment)
                .optional();
    }

    void moveComments(String from, String to) {
        jdbc.sql("UPDATE segment_comment SET segment_id = :to WHERE segment_id = :from")
                .param("to", to)
                .param("from", from)
                .update();
    }

    void setSource(String documentId, String title, String text, long now) {
        jdbc.sql("UPDATE document SET title = :title, source_text = :text, changed_at = :now WHERE id = :id")
                .param("title", title)
                .param("text", text)
                .param("now", now)
                .param("id", documentId)
                .update();
    }
}
