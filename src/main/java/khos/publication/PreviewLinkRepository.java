package khos.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import khos.language.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PreviewLinkRepository {
    private static final String LINKS =
            "SELECT id, document_id, language, created_by, created_at, expires_at FROM preview_link ";

    private final JdbcClient jdbc;

    PreviewLinkRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(PreviewLink link, String hash) {
        jdbc.sql("""
                        INSERT INTO preview_link (id, document_id, language, hash, created_by, created_at, expires_at)
                        VALUES (:id, :document, :language, :hash, :by, :created, :expires)
                        """)
                .param("id", link.id())
                .param("document", link.documentId())
                .param("language", link.language().code())
                .param("hash", hash)
                .param("by", link.by())
                .param("created", link.createdAt().toEpochMilli())
                .param("expires", link.expiresAt().toEpochMilli())
                .update();
    }

    Optional<PreviewLink> byHash(String hash, long now) {
        return jdbc.sql(LINKS + "WHERE hash = :hash AND expires_at > :now")
                .param("hash", hash)
                .param("now", now)
                .query(PreviewLinkRepository::link)
                .optional();
    }

    Optional<PreviewLink> find(String id) {
        return jdbc.sql(LINKS + "WHERE id = :id")
                .param("id", id)
                .query(PreviewLinkRepository::link)
                .optional();
    }

    /** Those that have not ended, the newest first. */
    List<PreviewLink> of(String documentId, long now) {
        return jdbc.sql(LINKS + "WHERE document_id = :document AND expires_at > :now ORDER BY created_at DESC, id DESC")
                .param("document", documentId)
                .param("now", now)
                .query(PreviewLinkRepository::link)
                .list();
    }

    void delete(String id) {
        jdbc.sql("DELETE FROM preview_link WHERE id = :id").param("id", id).update();
    }

    void deleteEnded(long now) {
        jdbc.sql("DELETE FROM preview_link WHERE expires_at <= :now")
                .param("now", now)
                .update();
    }

    private static PreviewLink link(ResultSet row, int number) throws SQLException {
        return new PreviewLink(
                row.getString("id"),
                row.getString("document_id"),
                Language.of(row.getString("language")),
                row.getString("created_by"),
                Instant.ofEpochMilli(row.getLong("created_at")),
                Instant.ofEpochMilli(row.getLong("expires_at")));
    }
}
