package khos.media;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class MediaRepository {
    private final JdbcClient jdbc;

    MediaRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Does nothing when the content is known already. */
    void insert(Media media, long now) {
        jdbc.sql("""
                        INSERT INTO media (id, name, type, size, created_at)
                        VALUES (:id, :name, :type, :size, :now)
                        ON CONFLICT (id) DO NOTHING
                        """)
                .param("id", media.id())
                .param("name", media.name())
                .param("type", media.type())
                .param("size", media.size())
                .param("now", now)
                .update();
    }

    Optional<Media> find(String id) {
        return jdbc.sql("SELECT id, name, type, size FROM media WHERE id = :id")
                .param("id", id)
                .query((row, number) -> new Media(
                        row.getString("id"), row.getString("name"), row.getString("type"), row.getLong("size")))
                .optional();
    }
}
