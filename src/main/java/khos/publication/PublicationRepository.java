package khos.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import khos.language.Language;
import khos.media.Media;
import khos.translation.TextKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PublicationRepository {
    /** A publication's own row. */
    record Entry(
            String id,
            TextKind kind,
            String slug,
            String documentId,
            String series,
            int number,
            Optional<Media> video,
            Optional<Media> poster) {}

    private static final String ENTRIES = """
            SELECT p.id, p.kind, p.slug, p.document_id, p.number, coalesce(s.slug, '') AS series,
                   v.id AS video_id, v.name AS video_name, v.type AS video_type, v.size AS video_size,
                   m.id AS poster_id, m.name AS poster_name, m.type AS poster_type, m.size AS poster_size
            FROM publication p
            LEFT JOIN series s ON s.id = p.series_id
            LEFT JOIN media v ON v.id = p.video
            LEFT JOIN media m ON m.id = p.poster
            """;

    private static final String HEADLINES = """
            SELECT p.id, p.kind, p.slug, p.number, coalesce(s.slug, '') AS series,
                   e.id AS edition_id, e.language, e.title, e.summary, e.category, e.dateline, e.author, e.tags,
                   e.level, e.topic, e.created_at, r.published_at, o.title AS other_title,
                   m.id AS poster_id, m.name AS poster_name, m.type AS poster_type, m.size AS poster_size,
                   (SELECT count(*) FROM sentence t WHERE t.edition_id = e.id) AS sentences
            FROM release r
            JOIN publication p ON p.id = r.publication_id
            JOIN edition e ON e.id = r.edition_id
            LEFT JOIN series s ON s.id = p.series_id
            LEFT JOIN media m ON m.id = p.poster
            LEFT JOIN release q
                   ON q.publication_id = r.publication_id AND q.language <> r.language AND q.status = 'PUBLISHED'
            LEFT JOIN edition o ON o.id = q.edition_id
            WHERE r.status = 'PUBLISHED' AND r.language = :language
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;

    PublicationRepository(JdbcClient jdbc, NamedParameterJdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    void insert(
            String id,
            TextKind kind,
            String slug,
            String documentId,
            @Nullable String seriesId,
            int number,
            @Nullable String video,
            @Nullable String poster,
            long now) {
        jdbc.sql("""
                        INSERT INTO publication (id, kind, slug, document_id, series_id, number, video, poster, created_at)
                        VALUES (:id, :kind, :slug, :documentId, :seriesId, :number, :video, :poster, :now)
                        """)
                .param("id", id)
                .param("kind", kind.name())
                .param("slug", slug)
                .param("documentId", documentId)
                .param("seriesId", seriesId)
                .param("number", number)
                .param("video", video)
                .param("poster", poster)
                .param("now", now)
                .update();
    }

    void insertCaptions(String publicationId, Language language, String text) {
        insertCues("captions", publicationId, language, text);
    }

    Optional<String> captions(String publicationId, Language language) {
        return cues("captions", publicationId, language);
    }

    void insertChapters(String publicationId, Language language, String text) {
        insertCues("chapters", publicationId, language, text);
    }

    Optional<String> chapters(String publicationId, Language language) {
        return cues("chapters", publicationId, language);
    }

    private void insertCues(String table, String publicationId, Language language, String text) {
        jdbc.sql("INSERT INTO " + table + " (publication_id, language, text) VALUES (:id, :language, :text)")
                .param("id", publicationId)
                .param("language", language.code())
                .param("text", text)
                .update();
    }

    private Optional<String> cues(String table, String publicationId, Language language) {
        return jdbc.sql("SELECT text FROM " + table + " WHERE publication_id = :id AND language = :language")
                .param("id", publicationId)
                .param("language", language.code())
                .query(String.class)
                .optional();
    }

    Optional<Entry> byDocument(String documentId) {
        return jdbc.sql(ENTRIES + "WHERE p.document_id = :id")
                .param("id", documentId)
                .query(PublicationRepository::entry)
                .optional();
    }

    Optional<Entry> bySlug(TextKind kind, String slug) {
        return jdbc.sql(ENTRIES + "WHERE p.kind = :kind AND p.slug = :slug")
                .param("kind", kind.name())
                .param("slug", slug)
                .query(PublicationRepository::entry)
                .optional();
    }

    List<Entry> byIds(Collection<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(ENTRIES + "WHERE p.id IN (:ids)")
                        .param("ids", ids)
                        .query(PublicationRepository::entry)
                        .list();
    }

    int lastRevision(String publicationId, Language language) {
        return jdbc.sql("""
                        SELECT coalesce(max(revision), 0) FROM edition
                        WHERE publication_id = :id AND language = :language
                        """)
                .param("id", publicationId)
                .param("language", language.code())
                .query(Integer.class)
                .single();
    }

    void insert(String publicationId, Edition edition, String actor) {
        jdbc.sql("""
                        INSERT INTO edition (id, publication_id, language, revision, title, summary, body, captions,
                                             chapters, category, dateline, author, translator, tags, level, topic, created_by,
                                             created_at)
                        VALUES (:id, :publicationId, :language, :revision, :title, :summary, :body, :captions,
                                :chapters, :category, :date, :author, :translator, :tags, :level, :topic, :actor, :createdAt)
                        """)
                .param("id", edition.id())
                .param("publicationId", publicationId)
                .param("language", edition.language().code())
                .param("revision", edition.revision())
                .param("title", edition.title())
                .param("summary", edition.summary())
                .param("body", edition.body())
                .param("captions", edition.captions())
                .param("chapters", edition.chapters())
                .param("category", edition.category())
                .param("date", edition.date().toString())
                .param("author", edition.author())
                .param("translator", edition.translator())
                .param("tags", String.join("\n", edition.tags()))
                .param("level", edition.level())
                .param("topic", edition.topic())
                .param("actor", actor)
                .param("createdAt", edition.publishedAt().toEpochMilli())
                .update();
        insertSentences(edition);
    }

    private void insertSentences(Edition edition) {
        List<Sentence> sentences = edition.sentences();
        var rows = new SqlParameterSource[sentences.size()];
        for (int i = 0; i < rows.length; i++) {
            Sentence sentence = sentences.get(i);
            rows[i] = new MapSqlParameterSource()
                    .addValue("edition", edition.id())
                    .addValue("ordinal", i)
                    .addValue("number", sentence.number())
                    .addValue("unit", sentence.unit())
                    .addValue("text", sentence.text());
        }
        batch.batchUpdate("""
                INSERT INTO sentence (edition_id, ordinal, number, unit, text)
                VALUES (:edition, :ordinal, :number, :unit, :text)
                """, rows);
    }

    void release(String publicationId, Edition edition) {
        jdbc.sql("""
                        INSERT INTO release (publication_id, language, status, edition_id, published_at, changed_at)
                        VALUES (:publicationId, :language, 'PUBLISHED', :editionId, :now, :now)
                        ON CONFLICT (publication_id, language) DO UPDATE
                        SET status = 'PUBLISHED', edition_id = excluded.edition_id, changed_at = excluded.changed_at
                        """)
                .param("publicationId", publicationId)
                .param("language", edition.language().code())
                .param("editionId", edition.id())
                .param("now", edition.publishedAt().toEpochMilli())
                .update();
    }

    /** Where a publication stands in each language it was ever published in, with the edition and when it first came out. */
    record Release(Language language, Status status, Edition edition, Instant publishedAt) {}

    List<Release> releases(String publicationId) {
        return jdbc.sql("""
                        SELECT e.*, r.status, r.published_at AS first_at
                        FROM release r JOIN edition e ON e.id = r.edition_id
                        WHERE r.publication_id = :id ORDER BY r.language
                        """)
                .param("id", publicationId)
                .query((row, number) -> new Release(
                        Language.of(row.getString("language")),
                        Status.valueOf(row.getString("status")),
                        edition(row, List.of()),
                        Instant.ofEpochMilli(row.getLong("first_at"))))
                .list();
    }

    /** Sets when a language first came out. */
    void publishedAt(String publicationId, Language language, Instant at) {
        jdbc.sql("UPDATE release SET published_at = :at WHERE publication_id = :id AND language = :language")
                .param("at", at.toEpochMilli())
                .param("id", publicationId)
                .param("language", language.code())
                .update();
    }

    /** Returns whether it was published before. */
    boolean withdraw(String publicationId, Language language, long now) {
        return jdbc.sql("""
                        UPDATE release SET status = 'WITHDRAWN', changed_at = :now
                        WHERE publication_id = :id AND language = :language AND status = 'PUBLISHED'
                        """)
                        .param("now", now)
                        .param("id", publicationId)
                        .param("language", language.code())
                        .update()
                > 0;
    }

    void insertChange(Change change, long now) {
        jdbc.sql("""
                        INSERT INTO change (seq, publication_id, language, changed_at)
                        VALUES (:seq, :publicationId, :language, :now)
                        """)
                .param("seq", change.seq())
                .param("publicationId", change.publicationId())
                .param("language", change.language().code())
                .param("now", now)
                .update();
    }

    List<Change> changes(long after, int limit) {
        return jdbc.sql("""
                        SELECT seq, publication_id, language FROM change
                        WHERE seq > :after ORDER BY seq LIMIT :limit
                        """)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> new Change(
                        row.getLong("seq"), row.getString("publication_id"), Language.of(row.getString("language"))))
                .list();
    }

    long lastChange() {
        return jdbc.sql("SELECT coalesce(max(seq), 0) FROM change")
                .query(Long.class)
                .single();
    }

    Map<String, Map<Language, Status>> statuses(Optional<String> documentId) {
        Map<String, Map<Language, Status>> statuses = new HashMap<>();
        jdbc.sql("""
                        SELECT p.document_id, r.language, r.status
                        FROM release r JOIN publication p ON p.id = r.publication_id
                        WHERE :all OR p.document_id = :id
                        """)
                .param("all", documentId.isEmpty())
                .param("id", documentId.orElse(""))
                .query((row, number) -> statuses.computeIfAbsent(
                                row.getString("document_id"), id -> new EnumMap<>(Language.class))
                        .put(Language.of(row.getString("language")), Status.valueOf(row.getString("status"))))
                .list();
        return statuses;
    }

    Optional<Status> status(TextKind kind, String slug, Language language) {
        return jdbc.sql("""
                        SELECT r.status FROM release r JOIN publication p ON p.id = r.publication_id
                        WHERE p.kind = :kind AND p.slug = :slug AND r.language = :language
                        """)
                .param("kind", kind.name())
                .param("slug", slug)
                .param("language", language.code())
                .query(String.class)
                .optional()
                .map(Status::valueOf);
    }

    /** The published editions of publications, by id and language. */
    Map<String, Map<Language, Edition>> editions(Collection<String> publicationIds) {
        if (publicationIds.isEmpty()) {
            return Map.of();
        }
        Map<String, List<Sentence>> sentences = new HashMap<>();
        jdbc.sql("""
                        SELECT t.edition_id, t.number, t.unit, t.text
                        FROM release r JOIN sentence t ON t.edition_id = r.edition_id
                        WHERE r.publication_id IN (:ids) AND r.status = 'PUBLISHED'
                        ORDER BY t.edition_id, t.ordinal
                        """)
                .param("ids", publicationIds)
                .query((row, number) -> sentences
                        .computeIfAbsent(row.getString("edition_id"), id -> new ArrayList<>())
                        .add(new Sentence(row.getInt("number"), row.getInt("unit"), row.getString("text"))))
                .list();
        Map<String, Map<Language, Edition>> editions = new HashMap<>();
        jdbc.sql("""
                        SELECT e.* FROM release r JOIN edition e ON e.id = r.edition_id
                        WHERE r.publication_id IN (:ids) AND r.status = 'PUBLISHED'
                        """)
                .param("ids", publicationIds)
                .query((row, number) -> {
                    Edition edition = edition(row, sentences.getOrDefault(row.getString("id"), List.of()));
                    return editions.computeIfAbsent(
                                    row.getString("publication_id"), id -> new EnumMap<>(Language.class))
                            .put(edition.language(), edition);
                })
                .list();
        return editions;
    }

    List<Headline> latest(TextKind kind, Language language, int offset, int limit) {
        return jdbc.sql(HEADLINES + """
                        AND p.kind = :kind
                        ORDER BY e.dateline DESC, p.slug DESC LIMIT :limit OFFSET :offset
                        """)
                .param("language", language.code())
                .param("kind", kind.name())
                .param("limit", limit)
                .param("offset", offset)
                .query(PublicationRepository::headline)
                .list();
    }

    List<Headline> headlines(TextKind kind, Collection<String> slugs, Language language) {
        return jdbc.sql(HEADLINES + "AND p.kind = :kind AND p.slug IN (:slugs)")
                .param("language", language.code())
                .param("kind", kind.name())
                .param("slugs", slugs)
                .query(PublicationRepository::headline)
                .list();
    }

    List<Headline> latest(Language language, int offset, int limit) {
        return jdbc.sql(HEADLINES + "ORDER BY r.published_at DESC, e.dateline DESC, p.id LIMIT :limit OFFSET :offset")
                .param("language", language.code())
                .param("limit", limit)
                .param("offset", offset)
                .query(PublicationRepository::headline)
                .list();
    }

    private static String condition(Selection.By by) {
        return switch (by) {
            case TAG -> "AND (:newline || e.tags || :newline) LIKE :value ESCAPE '!'\n";
            case TOPIC -> "AND e.topic = :value AND e.topic <> ''\n";
            case PERSON -> "AND (e.author = :value OR e.translator = :value) AND :value <> ''\n";
            case MONTH -> "AND substr(e.dateline, 1, 7) = :value\n";
        };
    }

    private static Map<String, String> values(Selection selection) {
        return selection.by() == Selection.By.TAG
                ? Map.of("newline", "\n", "value", "%\n" + selection.value().replaceAll("[!%_]", "!$0") + "\n%")
                : Map.of("value", selection.value());
    }

    List<Headline> latest(Selection selection, Language language, int offset, int limit) {
        return jdbc.sql(HEADLINES + condition(selection.by()) + """
                        ORDER BY e.dateline DESC, p.slug DESC LIMIT :limit OFFSET :offset
                        """)
                .params(values(selection))
                .param("language", language.code())
                .param("limit", limit)
                .param("offset", offset)
                .query(PublicationRepository::headline)
                .list();
    }

    int count(Selection selection, Language language) {
        return jdbc.sql("""
                        SELECT count(*) FROM release r JOIN edition e ON e.id = r.edition_id
                        WHERE r.status = 'PUBLISHED' AND r.language = :language
                        """ + condition(selection.by()))
                .params(values(selection))
                .param("language", language.code())
                .query(Integer.class)
                .single();
    }

    SequencedMap<String, Integer> months(Language language) {
        SequencedMap<String, Integer> months = new LinkedHashMap<>();
        jdbc.sql("""
                        SELECT substr(e.dateline, 1, 7) AS month, count(*) AS publications
                        FROM release r JOIN edition e ON e.id = r.edition_id
                        WHERE r.status = 'PUBLISHED' AND r.language = :language
                        GROUP BY substr(e.dateline, 1, 7) ORDER BY month DESC
                        """)
                .param("language", language.code())
                .query((row, number) -> months.put(row.getString("month"), row.getInt("publications")))
                .list();
        return months;
    }

    List<Headline> episodes(String series, Language language) {
        return jdbc.sql(HEADLINES + "AND s.slug = :series ORDER BY p.number")
                .param("language", language.code())
                .param("series", series)
                .query(PublicationRepository::headline)
                .list();
    }

    int count(TextKind kind, Language language) {
        return jdbc.sql("""
                        SELECT count(*) FROM release r JOIN publication p ON p.id = r.publication_id
                        WHERE r.status = 'PUBLISHED' AND r.language = :language AND p.kind = :kind
                        """)
                .param("language", language.code())
                .param("kind", kind.name())
                .query(Integer.class)
                .single();
    }

    /** Those of {@code slugs} that are out in some language. */
    List<String> published(TextKind kind, List<String> slugs) {
        return jdbc.sql("""
                        SELECT DISTINCT p.slug FROM publication p JOIN release r ON r.publication_id = p.id
                        WHERE r.status = 'PUBLISHED' AND p.kind = :kind AND p.slug IN (:slugs)
                        """)
                .param("kind", kind.name())
                .param("slugs", slugs)
                .query((row, number) -> row.getString("slug"))
                .list();
    }

    boolean insertSeries(Series series) {
        if (series(Optional.of(series.slug())).size() > 0) {
            return false;
        }
        jdbc.sql("""
                        INSERT INTO series (id, slug, kind, baseline_plays, baseline_as_of, baseline_source)
                        VALUES (:id, :slug, :kind, :plays, :asOf, :source)
                        """)
                .param("id", series.id())
                .param("slug", series.slug())
                .param("kind", series.kind())
                .param("plays", series.baseline().map(Series.Baseline::plays).orElse(0L))
                .param("asOf", series.baseline().map(Series.Baseline::asOf).orElse(""))
                .param("source", series.baseline().map(Series.Baseline::source).orElse(""))
                .update();
        series.names()
                .forEach((language, name) -> jdbc.sql("""
                                INSERT INTO series_title (series_id, language, title, summary)
                                VALUES (:id, :language, :title, :summary)
                                """)
                        .param("id", series.id())
                        .param("language", language.code())
                        .param("title", name.title())
                        .param("summary", name.summary())
                        .update());
        return true;
    }

    List<Series> series(Optional<String> slug) {
        Map<String, Series> found = new LinkedHashMap<>();
        jdbc.sql("""
                        SELECT s.id, s.slug, s.kind, s.baseline_plays, s.baseline_as_of, s.baseline_source,
                               t.language, t.title, t.summary
                        FROM series s JOIN series_title t ON t.series_id = s.id
                        WHERE :all OR s.slug = :slug
                        ORDER BY s.slug
                        """)
                .param("all", slug.isEmpty())
                .param("slug", slug.orElse(""))
                .query((row, number) -> found.computeIfAbsent(row.getString("id"), id -> series(row))
                        .names()
                        .put(
                                Language.of(row.getString("language")),
                                new Series.Name(row.getString("title"), row.getString("summary"))))
                .list();
        return List.copyOf(found.values());
    }

    private static Series series(ResultSet row) {
        try {
            long plays = row.getLong("baseline_plays");
            var baseline =
                    new Series.Baseline(plays, row.getString("baseline_as_of"), row.getString("baseline_source"));
            return new Series(
                    row.getString("id"),
                    row.getString("slug"),
                    row.getString("kind"),
                    new EnumMap<>(Language.class),
                    plays > 0 ? Optional.of(baseline) : Optional.empty());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getString("id"),
                TextKind.valueOf(row.getString("kind")),
                row.getString("slug"),
                row.getString("document_id"),
                row.getString("series"),
                row.getInt("number"),
                media(row, "video"),
                media(row, "poster"));
    }

    private static Edition edition(ResultSet row, List<Sentence> sentences) throws SQLException {
        return new Edition(
                row.getString("id"),
                Language.of(row.getString("language")),
                row.getInt("revision"),
                row.getString("title"),
                row.getString("summary"),
                row.getString("body"),
                row.getString("captions"),
                row.getString("chapters"),
                row.getString("category"),
                LocalDate.parse(row.getString("dateline")),
                row.getString("author"),
                row.getString("translator"),
                tags(row),
                row.getInt("level"),
                row.getString("topic"),
                List.copyOf(sentences),
                Instant.ofEpochMilli(row.getLong("created_at")));
    }

    private static Headline headline(ResultSet row, int number) throws SQLException {
        return new Headline(
                row.getString("id"),
                TextKind.valueOf(row.getString("kind")),
                row.getString("slug"),
                Language.of(row.getString("language")),
                row.getString("title"),
                row.getString("summary"),
                row.getString("category"),
                LocalDate.parse(row.getString("dateline")),
                row.getString("author"),
                tags(row),
                row.getInt("level"),
                row.getString("topic"),
                Optional.ofNullable(row.getString("other_title")),
                row.getString("series"),
                row.getInt("number"),
                media(row, "poster"),
                row.getInt("sentences"),
                Instant.ofEpochMilli(row.getLong("published_at")),
                Instant.ofEpochMilli(row.getLong("created_at")));
    }

    private static List<String> tags(ResultSet row) throws SQLException {
        String tags = row.getString("tags");
        return tags.isEmpty() ? List.of() : List.of(tags.split("\n"));
    }

    private static Optional<Media> media(ResultSet row, String prefix) throws SQLException {
        String id = row.getString(prefix + "_id");
        return id == null
                ? Optional.empty()
                : Optional.of(new Media(
                        id,
                        row.getString(prefix + "_name"),
                        row.getString(prefix + "_type"),
                        row.getLong(prefix + "_size")));
    }
}
