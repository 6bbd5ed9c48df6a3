package khos.translation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

    /** The most ids that one statement asks for. */
    private static final int IDS = 5_000;

    static final String SEGMENT = """
            id, document_id, ordinal, number, unit, source, gap, target, draft, state, version, changed_by, changed_at
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;
    private final RevisionRepository revisions;

    TranslationRepository(JdbcClient jdbc, NamedParameterJdbcTemplate batch, RevisionRepository revisions) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.revisions = revisions;
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
                                     changed_by, changed_at, translated_by, approved)
                VALUES (:id, :documentId, :ordinal, :number, :unit, :source, :gap, :target, :draft, :state, :version,
                        :changedBy, :changedAt, CASE WHEN :target = '' THEN '' ELSE :changedBy END,
                        CASE WHEN :state IN ('REVIEWED', 'FINAL') THEN :target END)
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
                .addValue("draft", segment.draft().orElse(null), Types.VARCHAR)
                .addValue("state", segment.state().name())
                .addValue("version", segment.version())
                .addValue("changedBy", segment.changedBy())
                .addValue("changedAt", segment.changedAt().toEpochMilli());
    }

    /** Those of {@code ids} that are taken. */
    List<String> existingSegments(List<String> ids) {
        List<String> existing = new ArrayList<>();
        for (int i = 0; i < ids.size(); i += IDS) {
            existing.addAll(jdbc.sql("SELECT id FROM segment WHERE id IN (:ids)")
                    .param("ids", ids.subList(i, Math.min(ids.size(), i + IDS)))
                    .query((row, number) -> row.getString("id"))
                    .list());
        }
        return existing;
    }

    boolean taken(TextKind kind, String slug) {
        return jdbc.sql("SELECT count(*) FROM document WHERE kind = :kind AND slug = :slug")
                        .param("kind", kind.name())
                        .param("slug", slug)
                        .query(Long.class)
                        .single()
                > 0;
    }

    List<Translation> documents(List<String> projects) {
        if (projects.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(DOCUMENTS.formatted("")
                        + "WHERE d.project_id IN (:projects) ORDER BY d.changed_at DESC, d.id DESC")
                .param("projects", projects)
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

    Optional<String> projectOf(String documentId) {
        return jdbc.sql("SELECT project_id FROM document WHERE id = :id")
                .param("id", documentId)
                .query(String.class)
                .optional();
    }

    void assign(String documentId, String projectId) {
        jdbc.sql("UPDATE document SET project_id = :project WHERE id = :id")
                .param("project", projectId)
                .param("id", documentId)
                .update();
    }

    /** The languages of a document. */
    Optional<LanguagePair> pairOf(String documentId) {
        return jdbc.sql("SELECT source_language, target_language FROM document WHERE id = :id")
                .param("id", documentId)
                .query((row, number) -> pair(row))
                .optional();
    }

    /** Whose the confirmed target of a segment is; empty where nobody's. */
    String translator(String segmentId) {
        return jdbc.sql("SELECT translated_by FROM segment WHERE id = :id")
                .param("id", segmentId)
                .query(String.class)
                .optional()
                .orElse("");
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

    /** The first open segment behind place {@code after} that nobody but {@code actor} holds a lease of. */
    Optional<Segment> firstInitial(String documentId, int after, String actor, long now) {
        return jdbc.sql("SELECT " + SEGMENT + """
                        FROM segment
                        WHERE document_id = :id AND state = 'INITIAL' AND ordinal > :after
                          AND NOT EXISTS (SELECT 1 FROM lease l
                                          WHERE l.segment_id = segment.id AND l.until > :now AND l.account <> :actor)
                        ORDER BY ordinal LIMIT 1
                        """)
                .param("actor", actor)
                .param("now", now)
                .param("id", documentId)
                .param("after", after)
                .query(TranslationRepository::segment)
                .optional();
    }

    /** @param notBy those whose target is this account's are left out */
    List<Segment> inState(String documentId, State state, String notBy) {
        return jdbc.sql("SELECT " + SEGMENT + """
                        FROM segment
                        WHERE document_id = :id AND state = :state AND draft IS NULL
                          AND (:notBy = '' OR translated_by <> :notBy)
                        ORDER BY ordinal
                        """)
                .param("id", documentId)
                .param("state", state.name())
                .param("notBy", notBy)
                .query(TranslationRepository::segment)
                .list();
    }

    /** As below; a confirmed text is kept as a revision. */
    Optional<Segment> update(Segment segment, long version, String actor, long now) {
        boolean confirmed = segment.state() != State.INITIAL && segment.draft().isEmpty();
        Revision.Kind kind = SegmentWriter.isReviewed(segment) ? Revision.Kind.REVIEWED : Revision.Kind.TRANSLATED;
        return update(segment, version, confirmed ? Optional.of(kind) : Optional.empty(), "", actor, now);
    }

    /**
     * Writes the segment's text and state when it is still at {@code version}; empty when it is not.
     *
     * @param kind of the revision that is kept; nothing when there is none
     * @param reason why it is returned, if it is
     */
    Optional<Segment> update(
            Segment segment, long version, Optional<Revision.Kind> kind, String reason, String actor, long now) {
        Optional<Segment> updated = jdbc.sql("""
                        UPDATE segment
                        SET translated_by = CASE WHEN target <> :target THEN :actor ELSE translated_by END,
                            approved = CASE WHEN :state IN ('REVIEWED', 'FINAL') THEN :target ELSE approved END,
                            old_source = CASE WHEN :confirmed = 1 THEN NULL ELSE old_source END,
                            returned = CASE WHEN :confirmed = 1 THEN NULL WHEN :reason <> '' THEN :reason ELSE returned END,
                            target = :target, draft = :draft, state = :state, version = version + 1,
                            changed_by = :actor, changed_at = :now
                        WHERE id = :id AND version = :version
                        RETURNING
                        """ + SEGMENT)
                .param("target", segment.target())
                .param("draft", segment.draft().orElse(null), Types.VARCHAR)
                .param("state", segment.state().name())
                .param(
                        "confirmed",
                        segment.state() != State.INITIAL && segment.draft().isEmpty() ? 1 : 0)
                .param("reason", reason)
                .param("actor", actor)
                .param("now", now)
                .param("id", segment.id())
                .param("version", version)
                .query(TranslationRepository::segment)
                .optional();
        if (updated.isPresent()) {
            touch(segment.documentId(), now);
            kind.ifPresent(one -> revisions.insert(List.of(updated.get()), one, reason, actor, now));
        }
        return updated;
    }

    /** Reviews those of {@code segments} that are still as they were read; returns them as they are now. */
    List<Segment> review(List<Segment> segments, String actor, long now) {
        return updateAll("state = 'REVIEWED', approved = target", segments, actor, now).stream()
                .map(segment -> segment.with(segment.target(), Optional.empty(), State.REVIEWED))
                .toList();
    }

    /** Makes those of {@code segments} translated again that are still as they were read; returns them as they are now. */
    List<Segment> unreview(List<Segment> segments, String actor, long now) {
        return updateAll("state = 'TRANSLATED'", segments, actor, now).stream()
                .map(segment -> segment.with(segment.target(), Optional.empty(), State.TRANSLATED))
                .toList();
    }

    /** Those of {@code segments} that were still as they were read. */
    private List<Segment> updateAll(String change, List<Segment> segments, String actor, long now) {
        int[] counts = batch.batchUpdate(
                "UPDATE segment SET " + change + """
                , version = version + 1, changed_by = :actor, changed_at = :now
                WHERE id = :id AND version = :version
                """,
                segments.stream()
                        .map(segment -> new MapSqlParameterSource("id", segment.id())
                                .addValue("version", segment.version())
                                .addValue("actor", actor)
                                .addValue("now", now))
                        .toArray(SqlParameterSource[]::new));
        return IntStream.range(0, counts.length)
                .filter(i -> counts[i] == 1)
                .mapToObj(segments::get)
                .toList();
    }

    /** The segments that {@code actor} reviewed at that moment, and that nobody has touched since. */
    List<Segment> reviewedAt(String documentId, String actor, long at) {
        return jdbc.sql("SELECT " + SEGMENT + """
                        FROM segment
                        WHERE document_id = :id AND state = 'REVIEWED' AND draft IS NULL
                          AND changed_by = :actor AND changed_at = :at
                        ORDER BY ordinal
                        """)
                .param("id", documentId)
                .param("actor", actor)
                .param("at", at)
                .query(TranslationRepository::segment)
                .list();
    }

    /** Makes every reviewed segment of a document final. */
    void finish(String documentId, String actor, long now) {
        jdbc.sql("""
                        UPDATE segment
                        SET state = 'FINAL', approved = target, version = version + 1, changed_by = :actor, changed_at = :now
                        WHERE document_id = :id AND state = 'REVIEWED' AND draft IS NULL
                        """)
                .param("actor", actor)
                .param("now", now)
                .param("id", documentId)
                .update();
        touch(documentId, now);
    }

    void touch(String documentId, long now) {
        jdbc.sql("UPDATE document SET changed_at = :now WHERE id = :id")
                .param("now", now)
                .param("id", documentId)
                .update();
    }

    /** The project of each document in {@code projects}. */
    Map<String, String> projectsOf(Collection<String> projects) {
        return jdbc
                .sql("SELECT id, project_id FROM document WHERE project_id IN (:projects)")
                .param("projects", projects)
                .query((row, number) -> Map.entry(row.getString("id"), row.getString("project_id")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    long changedAt(String documentId) {
        return jdbc.sql("SELECT changed_at FROM document WHERE id = :id")
                .param("id", documentId)
                .query(Long.class)
                .optional()
                .orElse(0L);
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

    static Segment segment(ResultSet row, int number) throws SQLException {
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
