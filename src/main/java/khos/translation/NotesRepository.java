package khos.translation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class NotesRepository {
    private static final String NOTES = """
            SELECT id, translated_by, approved, old_source, returned,
                   (SELECT count(*) FROM segment_comment c
                    WHERE c.segment_id = s.id AND c.resolved_at IS NULL) AS comments
            FROM segment s
            WHERE document_id = :id AND \
            """;

    private final JdbcClient jdbc;

    NotesRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<SegmentNotes> of(String documentId, int offset, int limit) {
        return jdbc.sql(NOTES + "ordinal >= :offset AND ordinal < :end")
                .param("id", documentId)
                .param("offset", offset)
                .param("end", (long) offset + limit)
                .query(NotesRepository::notes)
                .list();
    }

    List<SegmentNotes> at(String documentId, List<Integer> places) {
        return jdbc.sql(NOTES + "ordinal IN (:places)")
                .param("id", documentId)
                .param("places", places)
                .query(NotesRepository::notes)
                .list();
    }

    private static SegmentNotes notes(ResultSet row, int number) throws SQLException {
        return new SegmentNotes(
                row.getString("id"),
                row.getString("translated_by"),
                Optional.ofNullable(row.getString("approved")),
                Optional.ofNullable(row.getString("old_source")),
                Optional.ofNullable(row.getString("returned")),
                row.getInt("comments"));
    }

    List<Segment> withChangedSource(String documentId) {
        return jdbc.sql("SELECT " + TranslationRepository.SEGMENT + """
                        FROM segment WHERE document_id = :id AND old_source IS NOT NULL ORDER BY ordinal
                        """)
                .param("id", documentId)
                .query(TranslationRepository::segment)
                .list();
    }
}
