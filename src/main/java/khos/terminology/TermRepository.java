package khos.terminology;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import khos.language.Language;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TermRepository {
    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;

    TermRepository(JdbcClient jdbc, NamedParameterJdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    void insert(Collection<Concept> concepts, String actor, long now) {
        batch.batchUpdate(
                """
                INSERT INTO concept (id, subject, definition, note, source, version, changed_by, changed_at)
                VALUES (:id, :subject, :definition, :note, :source, 0, :actor, :now)
                """,
                concepts.stream()
                        .map(concept -> facts(concept).addValue("actor", actor).addValue("now", now))
                        .toArray(SqlParameterSource[]::new));
        insertTerms(concepts);
    }

    private static MapSqlParameterSource facts(Concept concept) {
        return new MapSqlParameterSource()
                .addValue("id", concept.id())
                .addValue("subject", concept.subject())
                .addValue("definition", concept.definition())
                .addValue("note", concept.note())
                .addValue("source", concept.source())
                .addValue("version", concept.version());
    }

    private void insertTerms(Collection<Concept> concepts) {
        List<SqlParameterSource> rows = new ArrayList<>();
        for (Concept concept : concepts) {
            for (int i = 0; i < concept.terms().size(); i++) {
                Term term = concept.terms().get(i);
                rows.add(new MapSqlParameterSource()
                        .addValue("conceptId", concept.id())
                        .addValue("ordinal", i)
                        .addValue("language", term.language().code())
                        .addValue("text", term.text())
                        .addValue("status", term.status().name()));
            }
        }
        batch.batchUpdate("""
                INSERT INTO term (concept_id, ordinal, language, text, status)
                VALUES (:conceptId, :ordinal, :language, :text, :status)
                """, rows.toArray(SqlParameterSource[]::new));
    }

    /** Whether the concept was still of that version. */
    boolean update(Concept concept, String actor, long now) {
        int updated = jdbc.sql("""
                        UPDATE concept
                        SET subject = :subject, definition = :definition, note = :note, source = :source,
                            version = version + 1, changed_by = :actor, changed_at = :now
                        WHERE id = :id AND version = :version
                        """)
                .paramSource(facts(concept).addValue("actor", actor).addValue("now", now))
                .update();
        if (updated == 1) {
            jdbc.sql("DELETE FROM term WHERE concept_id = :id")
                    .param("id", concept.id())
                    .update();
            insertTerms(List.of(concept));
        }
        return updated == 1;
    }

    void delete(String id) {
        jdbc.sql("DELETE FROM concept WHERE id = :id").param("id", id).update();
    }

    /** All concepts, by id. */
    List<Concept> all() {
        return concepts("", Map.of());
    }

    Optional<Concept> find(String id) {
        return concepts("WHERE c.id = :id", Map.of("id", id)).stream().findFirst();
    }

    private List<Concept> concepts(String where, Map<String, ?> parameters) {
        Map<String, List<Term>> terms = new LinkedHashMap<>();
        jdbc.sql("SELECT t.* FROM term t JOIN concept c ON c.id = t.concept_id " + where
                        + " ORDER BY t.concept_id, t.ordinal")
                .params(parameters)
                .query((row, number) -> terms.computeIfAbsent(row.getString("concept_id"), id -> new ArrayList<>())
                        .add(new Term(
                                Language.of(row.getString("language")),
                                row.getString("text"),
                                Status.valueOf(row.getString("status")))))
                .list();
        return jdbc.sql("SELECT c.* FROM concept c " + where + " ORDER BY c.id")
                .params(parameters)
                .query((row, number) -> new Concept(
                        row.getString("id"),
                        row.getString("subject"),
                        row.getString("definition"),
                        row.getString("note"),
                        row.getString("source"),
                        terms.getOrDefault(row.getString("id"), List.of()),
                        row.getLong("version")))
                .list();
    }

    /** How often the terms have changed. */
    long revision(String sequence) {
        return jdbc.sql("SELECT coalesce(max(value), 0) FROM sequence WHERE name = :name")
                .param("name", sequence)
                .query(Long.class)
                .single();
    }
}
