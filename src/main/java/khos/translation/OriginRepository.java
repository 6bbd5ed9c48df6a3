package khos.translation;

import java.util.Optional;
import khos.language.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class OriginRepository {
    private final JdbcClient jdbc;

    OriginRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The place of a segment, its document called by its Chinese title, else by its slug. */
    Optional<Origins.Place> find(String segmentId) {
        return jdbc.sql("""
                        SELECT s.document_id, s.ordinal, s.number, d.slug,
                               CASE WHEN d.source_language = :chinese THEN d.title ELSE coalesce(t.target, '') END AS title
                        FROM segment s
                        JOIN document d ON d.id = s.document_id
                        LEFT JOIN segment t ON t.document_id = d.id AND t.unit = -2
                        WHERE s.id = :id
                        """)
                .param("chinese", Language.CHINESE.code())
                .param("id", segmentId)
                .query((row, number) -> new Origins.Place(
                        row.getString("document_id"),
                        row.getString("title").isBlank() ? row.getString("slug") : row.getString("title"),
                        row.getInt("ordinal"),
                        row.getInt("number")))
                .optional();
    }
}
