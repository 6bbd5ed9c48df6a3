package khos.translation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import khos.language.Language;
import khos.language.LanguagePair;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TranslationRepository {
    /** A document with its source text. */
    record Document(
            String id, TextKind kind, String slug, String title, LanguagePair pair, String text, String translator) {}

    private static final String DOCUMENTS = """
            SELECT d.id, d.kind, d.slug, d.title, d.source_language, d.target_language, d.changed_at,
                   coalesce(t.target, '') AS target_title,
                   coalesce(p.initial, 0) AS initial, coalesce(p.drafts, 0) AS drafts,
                   coalesce(p.translated, 0) AS translated, coalesce(p.reviewed, 0) AS reviewed,
                   coalesce(p.finished, 0) AS finished
            FROM document d
            LEFT JOIN segment t ON t.document_id = d.id AND t.unit = -2
            LEFT JOIN (
              SELECT document_id,
                     sum(CASE WHEN state = 'INITIAL' THEN 1 ELSE 0 END) AS initial,
                     sum(CASE WHEN state = 'INITIAL' AND draft IS NOT NULL THEN 1 ELSE 0 END) AS drafts,
                     sum(CASE WHEN state = 'TRANSLATED' THEN 1 ELSE 0 END) AS translated,
                     sum(CASE WHEN state = 'REVIEWED' THEN 1 ELSE 0 END) AS reviewed,
                     sum(CASE WHEN state = 'FINAL' THEN 1 ELSE 0 END) AS finished
              FROM segment %s GROUP BY document_id
            ) p ON p.document_id = d.id
            """;

    private static final String SEGMENT = """
            id, document_id, ordinal, number, unit, source, gap, target, draft, state, version, changed_by, changed_at
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;

    TranslationRepository(JdbcClient jdbc, NamedParameterJdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    void insert(Document document, String actor, long now) {
        jdbc.sql("""
                        INSERT INTO document (id, kind, slug, title, source_language, target_language, source_text,
                                              translator, created_by, created_at, changed_at)
                        VALUES (:id, :kind, :slug, :title, :source, :target, :text, :translator, :actor, :now, :now)
                        """)
                .param("id", document.id())
                .param("kind", document.kind().name())
                .param("slug", document.slug())
                .param("title", document.title())
                .param("source", document.pair().source().code())
                .param("target", document.pair().target().code())
                .param("text", document.text())
                .param("translator", document.translator())
                .param("actor", actor)
                .param("now", now)
                .update();
    }

    void insertSegments(List<Segment> segments) {
        batch.batchUpdate(
                """
                INSERT INTO segment (id, document_id, ordinal, number, unit, source, gap, target, draft, state, version,
                                     changed_by, changed_at)
                VALUES (:id, :documentId, :ordinal, :number, :unit, :source, :gap, :target, NULL, :state, :version,
                        :changedBy, :changedAt)
                """, segments.stream().map(TranslationRepository::parameters).toArray(SqlParameterSource[]::new));
    }

    private static SqlParameterSource parameters(Segment segment) {
        return new MapSqlParameterSource()
                .addValue("id", segment.id())
                .addValue("documentId", segment.documentId())
                .addValue("ordinal", segment.ordinal())
                .addValue("number", segment.number())
                .addValue("unit", segment.unit())
                .addValue("source", segment.source())
                .addValue("gap", segment.gap())
                .addValue("target", segment.target())
                .addValue("state", segment.state().name())
                .addValue("version", segment.version())
                .addValue("changedBy", segment.changedBy())
                .addValue("changedAt", segment.changedAt().toEpochMilli());
    }

    boolean taken(TextKind kind, String slug) {
        return jdbc.sql("SELECT count(*) FROM document WHERE kind = :kind AND slug = :slug")
                        .param("kind", kind.name())
                        .param("slug", slug)
                        .query(Long.class)
                        .single()
                > 0;
    }

    List<Translation> documents() {
        return jdbc.sql(DOCUMENTS.formatted("") + "ORDER BY d.changed_at DESC, d.id DESC")
                .query(TranslationRepository::translation)
                .list();
    }

    Optional<Translation> document(String id) {
        return jdbc.sql(DOCUMENTS.formatted("WHERE document_id = :id") + "WHERE d.id = :id")
                .param("id", id)
                .query(TranslationRepository::translation)
                .optional();
    }

    Optional<Document> text(String id) {
        return jdbc.sql("""
                        SELECT id, kind, slug, title, source_language, target_language, source_text, translator
                        FROM document WHERE id = :id
                        """)
                .param("id", id)
                .query((row, number) -> new Document(
                        row.getString("id"),
                        TextKind.valueOf(row.getString("kind")),
                        row.getString("slug"),
                        row.getString("title"),
                        pair(row),
                        row.getString("source_text"),
                        row.getString("translator")))
                .optional();
    }

    List<Segment> segments(String documentId, int offset, int limit) {
        return jdbc.sql("SELECT " + SEGMENT + """
                        FROM segment
                        WHERE document_id = :id AND ordinal >= :offset AND ordinal < :end
                        ORDER BY ordinal
                        """)
                .param("id", documentId)
                .param("offset", offset)
                .param("end", (long) offset + limit)
                .query(TranslationRepository::segment)
                .list();
    }

    Optional<Segment> segment(String id) {
        return jdbc.sql("SELECT " + SEGMENT + " FROM segment WHERE id = :id")
                .param("id", id)
                .query(TranslationRepository::segment)
                .optional();
    }

    Optional<Segment> firstInitial(String documentId, int after) {
        return jdbc.sql("SELECT " + SEGMENT + """
                        FROM segment
                        WHERE document_id = :id AND state = 'INITIAL' AND ordinal > :after
                        ORDER BY ordinal LIMIT 1
                        """)
                .param("id", documentId)
                .param("after", after)
                .query(TranslationRepository::segment)
                .optional();
    }

    List<Segment> inState(String documentId, State state) {
        return jdbc.sql("SELECT " + SEGMENT + """
                        FROM segment WHERE document_id = :id AND state = :state AND draft IS NULL ORDER BY ordinal
                        """)
                .param("id", documentId)
                .param("state", state.name())
                .query(TranslationRepository::segment)
                .list();
    }

    /** Writes the segment's text and state when it is still at {@code version}; empty when it is not. */
    Optional<Segment> update(Segment segment, long version, String actor, long now) {
        Optional<Segment> updated = jdbc.sql("""
                        UPDATE segment
                        SET target = :target, draft = :draft, state = :state, version = version + 1,
                            changed_by = :actor, changed_at = :now
                        WHERE id = :id AND version = :version
                        RETURNING
                        """ + SEGMENT)
                .param("target", segment.target())
                .param("draft", segment.draft().orElse(null))
                .param("state", segment.state().name())
                .param("actor", actor)
                .param("now", now)
                .param("id", segment.id())
                .param("version", version)
                .query(TranslationRepository::segment)
                .optional();
        if (updated.isPresent()) {
            touch(segment.documentId(), now);
        }
        return updated;
    }

    /** Moves every segment of a document that is in one of the states {@code from} to {@code to}. */
    void move(String documentId, List<State> from, State to, String actor, long now) {
        jdbc.sql("""
                        UPDATE segment
                        SET state = :to, version = version + 1, changed_by = :actor, changed_at = :now
                        WHERE document_id = :id AND state IN (:from) AND draft IS NULL
                        """)
                .param("to", to.name())
                .param("actor", actor)
                .param("now", now)
                .param("id", documentId)
                .param("from", from.stream().map(State::name).toList())
                .update();
        touch(documentId, now);
    }

    private void touch(String documentId, long now) {
        jdbc.sql("UPDATE document SET changed_at = :now WHERE id = :id")
                .param("now", now)
                .param("id", documentId)
                .update();
    }

    private static Translation translation(ResultSet row, int number) throws SQLException {
        return new Translation(
                row.getString("id"),
                TextKind.valueOf(row.getString("kind")),
                row.getString("slug"),
                row.getString("title"),
                row.getString("target_title"),
                pair(row),
                new Progress(
                        row.getInt("initial"),
                        row.getInt("drafts"),
                        row.getInt("translated"),
                        row.getInt("reviewed"),
                        row.getInt("finished")),
                Instant.ofEpochMilli(row.getLong("changed_at")));
    }

    private static LanguagePair pair(ResultSet row) throws SQLException {
        return new LanguagePair(
                Language.of(row.getString("source_language")), Language.of(row.getString("target_language")));
    }

    private static Segment segment(ResultSet row, int number) throws SQLException {
        return new Segment(
                row.getString("id"),
                row.getString("document_id"),
                row.getInt("ordinal"),
                row.getInt("number"),
                row.getInt("unit"),
                row.getString("source"),
                row.getString("gap"),
                row.getString("target"),
                Optional.ofNullable(row.getString("draft")),
                State.valueOf(row.getString("state")),
                row.getLong("version"),
                row.getString("changed_by"),
                Instant.ofEpochMilli(row.getLong("changed_at")));
    }
}
