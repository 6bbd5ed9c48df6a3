package khos.memory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import khos.language.Language;
import khos.language.LanguagePair;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class TranslationUnitRepository {
    /** A unit with its number in the order of commits. */
    record Numbered(long seq, TranslationUnit unit) {}

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;

    TranslationUnitRepository(JdbcClient jdbc, NamedParameterJdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /** Writes the units, each in the place of an earlier one of its origin. */
    void upsert(Map<String, Numbered> unitsById) {
        batch.batchUpdate(
                """
                INSERT INTO translation_unit (id, seq, source_language, target_language, source, target, origin, author,
                                              created_at, context, provenance, properties)
                VALUES (:id, :seq, :sourceLanguage, :targetLanguage, :source, :target, :origin, :author, :createdAt,
                        :context, :provenance, :properties)
                ON CONFLICT (origin) DO UPDATE
                SET seq = excluded.seq, source_language = excluded.source_language,
                    target_language = excluded.target_language, source = excluded.source, target = excluded.target,
                    author = excluded.author, created_at = excluded.created_at, context = excluded.context,
                    provenance = excluded.provenance, properties = excluded.properties
                """,
                unitsById.entrySet().stream()
                        .map(entry -> parameters(entry.getKey(), entry.getValue()))
                        .toArray(SqlParameterSource[]::new));
    }

    void delete(Collection<String> origins) {
        batch.batchUpdate(
                "DELETE FROM translation_unit WHERE origin = :origin",
                origins.stream()
                        .map(origin -> new MapSqlParameterSource("origin", origin))
                        .toArray(SqlParameterSource[]::new));
    }

    private static SqlParameterSource parameters(String id, Numbered numbered) {
        TranslationUnit unit = numbered.unit();
        return new MapSqlParameterSource()
                .addValue("id", id)
                .addValue("seq", numbered.seq())
                .addValue("sourceLanguage", unit.pair().source().code())
                .addValue("targetLanguage", unit.pair().target().code())
                .addValue("source", unit.source())
                .addValue("target", unit.target())
                .addValue("origin", unit.origin())
                .addValue("author", unit.author())
                .addValue("createdAt", unit.createdAt().toEpochMilli())
                .addValue("context", unit.context())
                .addValue("provenance", unit.provenance().name())
                .addValue("properties", Property.joined(unit.properties()));
    }

    /** The units after number {@code seq}, in order, at most {@code limit}. */
    @Transactional(readOnly = true)
    List<Numbered> after(long seq, int limit) {
        return jdbc.sql("""
                        SELECT seq, source_language, target_language, source, target, origin, author, created_at, context,
                               provenance, properties
                        FROM translation_unit WHERE seq > :seq ORDER BY seq LIMIT :limit
                        """)
                .param("seq", seq)
                .param("limit", limit)
                .query(TranslationUnitRepository::numbered)
                .list();
    }

    /** The units of those numbers that there are, in any order. */
    List<Numbered> find(Collection<Long> seqs) {
        return jdbc.sql("""
                        SELECT seq, source_language, target_language, source, target, origin, author, created_at, context,
                               provenance, properties
                        FROM translation_unit WHERE seq IN (:seqs)
                        """)
                .param("seqs", seqs)
                .query(TranslationUnitRepository::numbered)
                .list();
    }

    private static Numbered numbered(ResultSet row, int number) throws SQLException {
        return new Numbered(
                row.getLong("seq"),
                new TranslationUnit(
                        new LanguagePair(
                                Language.of(row.getString("source_language")),
                                Language.of(row.getString("target_language"))),
                        row.getString("source"),
                        row.getString("target"),
                        row.getString("origin"),
                        row.getString("author"),
                        Instant.ofEpochMilli(row.getLong("created_at")),
                        row.getLong("context"),
                        Provenance.valueOf(row.getString("provenance")),
                        Property.split(row.getString("properties"))));
    }
}
