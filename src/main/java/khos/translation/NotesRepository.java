package khos.translation;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class NotesRepository {
    private final JdbcClient jdbc;

    NotesRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<SegmentNotes> of(String documentId, int offset, int limit) {
        return jdbc.sql("""
                        SELECT id, translated_by, approved, old_source, returned,
                               (SELECT count(*) FROM segment_comment c
                                WHERE c.segment_id = s.id AND c.resolved_at IS NULL) AS comments
                        FROM segment s
                        WHERE document_id = :id AND ordinal >= :offset AND ordinal < :end
                        """)
                .param("id", documentId)
                .param("offset", offset)
                .param("end", (long) offset + limit)
                .query((row, number) -> new SegmentNotes(
                        row.getString("id"),
                        row.getString("translated_by"),
                        Optional.ofNullable(row.getString("approved")),
                        Optional.ofNullable(row.getString("old_source")),
                        Optional.ofNullable(row.getString("returned")),
                        row.getInt("comments")))
                .list();
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
