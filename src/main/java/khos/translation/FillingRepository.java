package khos.translation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import khos.language.LanguagePair;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class FillingRepository {
    /** A segment that nobody has begun. */
    record Open(String segmentId, String source) {}

    /** A segment as it was left. */
    record Left(String segmentId, long version) {}

    private static final String FILLING = """
            SELECT f.id, f.document_id, f.kind, f.created_by, f.created_at,
                   (SELECT count(*) FROM filled_segment s WHERE s.filling_id = f.id) AS segments
            FROM filling f
            """;

    private final JdbcClient jdbc;

    FillingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(String id, String documentId, Filling.Kind kind, String actor, long now) {
        jdbc.sql("""
                        INSERT INTO filling (id, document_id, kind, created_by, created_at)
                        VALUES (:id, :documentId, :kind, :actor, :now)
                        """)
                .param("id", id)
                .param("documentId", documentId)
                .param("kind", kind.name())
                .param("actor", actor)
                .param("now", now)
                .update();
    }

    void insert(String fillingId, Segment segment, Filled filled) {
        jdbc.sql("""
                        INSERT INTO filled_segment (filling_id, segment_id, origin, similarity, adapted, version)
                        VALUES (:filling, :segment, :origin, :similarity, :adapted, :version)
                        """)
                .param("filling", fillingId)
                .param("segment", segment.id())
                .param("origin", filled.origin())
                .param("similarity", filled.similarity())
                .param("adapted", filled.adapted())
                .param("version", segment.version())
                .update();
    }

    Optional<Filling> find(String id) {
        return jdbc.sql(FILLING + "WHERE f.id = :id AND f.undone_at IS NULL")
                .param("id", id)
                .query(FillingRepository::filling)
                .optional();
    }

    Optional<Filling> last(String documentId) {
        return jdbc.sql(FILLING + """
                        WHERE f.document_id = :id AND f.undone_at IS NULL
                        ORDER BY f.created_at DESC, f.id DESC LIMIT 1
                        """)
                .param("id", documentId)
                .query(FillingRepository::filling)
                .optional();
    }

    List<Left> left(String fillingId) {
        return jdbc.sql("SELECT segment_id, version FROM filled_segment WHERE filling_id = :id")
                .param("id", fillingId)
                .query((row, number) -> new Left(row.getString("segment_id"), row.getLong("version")))
                .list();
    }

    /** Marks a filling as undone; whether it was not so before. */
    boolean undo(String id, long now) {
        return jdbc.sql("UPDATE filling SET undone_at = :now WHERE id = :id AND undone_at IS NULL")
                        .param("now", now)
                        .param("id", id)
                        .update()
                > 0;
    }

    Optional<Filled> filled(String segmentId, long version) {
        return jdbc.sql("""
                        SELECT f.kind, s.origin, s.similarity, s.adapted
                        FROM filled_segment s JOIN filling f ON f.id = s.filling_id
                        WHERE s.segment_id = :id AND s.version = :version AND f.undone_at IS NULL
                        """)
                .param("id", segmentId)
                .param("version", version)
                .query((row, number) -> new Filled(
                        Filling.Kind.valueOf(row.getString("kind")),
                        row.getString("origin"),
                        row.getInt("similarity"),
                        row.getInt("adapted")))
                .optional();
    }

    /** The segments of a document that nobody has begun and whose source has {@code least} to {@code most} characters. */
    List<Open> open(String documentId, int least, int most) {
        return jdbc.sql("""
                        SELECT id, source FROM segment
                        WHERE document_id = :id AND state = 'INITIAL' AND draft IS NULL
                          AND length(source) BETWEEN :least AND :most
                        ORDER BY ordinal
                        """)
                .param("id", documentId)
                .param("least", least)
                .param("most", most)
                .query(FillingRepository::open)
                .list();
    }

    /** As {@link #open}, of the other documents of {@code pair} in {@code projects}, at most {@code limit}. */
    List<Open> openElsewhere(
            String documentId, Collection<String> projects, LanguagePair pair, int least, int most, int limit) {
        return jdbc.sql("""
                        SELECT s.id, s.source FROM document d JOIN segment s ON s.document_id = d.id
                        WHERE d.id <> :id AND d.project_id IN (:projects) AND d.source_language = :source AND d.target_language = :target
                          AND s.state = 'INITIAL' AND s.draft IS NULL AND length(s.source) BETWEEN :least AND :most
                        LIMIT :limit
                        """)
                .param("id", documentId)
                .param("projects", projects)
                .param("source", pair.source().code())
                .param("target", pair.target().code())
                .param("least", least)
                .param("most", most)
                .param("limit", limit)
                .query(FillingRepository::open)
                .list();
    }

    private static Open open(ResultSet row, int number) throws SQLException {
        return new Open(row.getString("id"), row.getString("source"));
    }

    private static Filling filling(ResultSet row, int number) throws SQLException {
        return new Filling(
                row.getString("id"),
                row.getString("document_id"),
                Filling.Kind.valueOf(row.getString("kind")),
                row.getInt("segments"),
                row.getString("created_by"),
                Instant.ofEpochMilli(row.getLong("created_at")));
    }
}
