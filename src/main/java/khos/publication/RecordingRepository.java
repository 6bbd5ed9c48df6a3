package khos.publication;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
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

    /** By the id of the publication; those without are not in it. */
    Map<String, Map<Language, Kept>> find(Collection<String> publicationIds) {
        Map<String, Map<Language, Kept>> found = new HashMap<>();
        if (publicationIds.isEmpty()) {
            return found;
        }
        jdbc.sql("""
                        SELECT r.publication_id, r.language, r.text, m.id, m.name, m.type, m.size
                        FROM recording r JOIN media m ON m.id = r.media
                        WHERE r.publication_id IN (:ids)
                        """)
                .param("ids", publicationIds)
                .query((row, number) -> found.computeIfAbsent(
                                row.getString("publication_id"), id -> new EnumMap<>(Language.class))
                        .put(
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
