package khos.publication;

import java.util.EnumMap;
import java.util.Map;
import khos.language.Language;
import khos.media.Media;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RecordingRepository {
    /** @param text WebVTT as it was taken in */
    record Kept(Media sound, String text) {}

    private final JdbcClient jdbc;

    RecordingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(String publicationId, Language language, Kept kept) {
        jdbc.sql("""
                        INSERT INTO recording (publication_id, language, media, text)
                        VALUES (:id, :language, :media, :text)
                        """)
                .param("id", publicationId)
                .param("language", language.code())
                .param("media", kept.sound().id())
                .param("text", kept.text())
                .update();
    }

    Map<Language, Kept> find(String publicationId) {
        Map<Language, Kept> found = new EnumMap<>(Language.class);
        jdbc.sql("""
                        SELECT r.language, r.text, m.id, m.name, m.type, m.size
                        FROM recording r JOIN media m ON m.id = r.media
                        WHERE r.publication_id = :id
                        """)
                .param("id", publicationId)
                .query((row, number) -> found.put(
                        Language.of(row.getString("language")),
                        new Kept(
                                new Media(
                                        row.getString("id"),
                                        row.getString("name"),
                                        row.getString("type"),
                                        row.getLong("size")),
                                row.getString("text"))))
                .list();
        return found;
    }
}
