package khos.terminology;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import khos.language.Language;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class TermRepository {
    /** The most ids that one statement asks for. */
    private static final int IDS = 1_000;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;

    TermRepository(JdbcClient jdbc, NamedParameterJdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /** @param seq the number of the change, as for the others */
    void insert(Collection<Concept> concepts, long seq, String actor, long now) {
        batch.batchUpdate(
                "DELETE FROM removed_concept WHERE id = :id",
                concepts.stream().map(TermRepository::facts).toArray(SqlParameterSource[]::new));
        batch.batchUpdate(
                """
                INSERT INTO concept (id, subject, folded_subject, definition, note, source, version, seq, changed_by,
                                     changed_at)
                VALUES (:id, :subject, :foldedSubject, :definition, :note, :source, 0, :seq, :actor, :now)
                """,
                concepts.stream()
                        .map(concept -> facts(concept)
                                .addValue("seq", seq)
                                .addValue("actor", actor)
                                .addValue("now", now))
                        .toArray(SqlParameterSource[]::new));
        insertTerms(concepts);
    }

    private static MapSqlParameterSource facts(Concept concept) {
        return new MapSqlParameterSource()
                .addValue("id", concept.id())
                .addValue("subject", concept.subject())
                .addValue("foldedSubject", folded(concept.subject()))
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
                        .addValue("folded", folded(term.text()))
                        .addValue("status", term.status().name()));
            }
        }
        batch.batchUpdate("""
                INSERT INTO term (concept_id, ordinal, language, text, folded, status)
                VALUES (:conceptId, :ordinal, :language, :text, :folded, :status)
                """, rows.toArray(SqlParameterSource[]::new));
    }

    /** Whether the concept was still of that version. */
    boolean update(Concept concept, long seq, String actor, long now) {
        int updated = jdbc.sql("""
                        UPDATE concept
                        SET subject = :subject, folded_subject = :foldedSubject, definition = :definition, note = :note,
                            source = :source, version = version + 1, seq = :seq, changed_by = :actor, changed_at = :now
                        WHERE id = :id AND version = :version
                        """)
                .paramSource(facts(concept)
                        .addValue("seq", seq)
                        .addValue("actor", actor)
                        .addValue("now", now))
                .update();
        if (updated == 1) {
            jdbc.sql("DELETE FROM term WHERE concept_id = :id")
                    .param("id", concept.id())
                    .update();
            insertTerms(List.of(concept));
        }
        return updated == 1;
    }

    void delete(String id, long seq) {
        int deleted =
                jdbc.sql("DELETE FROM concept WHERE id = :id").param("id", id).update();
        if (deleted == 1) {
            jdbc.sql("INSERT INTO removed_concept (id, seq) VALUES (:id, :seq)")
                    .param("id", id)
                    .param("seq", seq)
                    .update();
        }
    }

    /** All concepts, by id. */
    List<Concept> all() {
        return concepts("", Map.of());
    }

    Optional<Concept> find(String id) {
        return concepts("WHERE c.id = :id", Map.of("id", id)).stream().findFirst();
    }

    /** Those written after change number {@code seq}, in any order. */
    List<Concept> changedAfter(long seq) {
        return withIds(jdbc.sql("SELECT id FROM concept WHERE seq > :seq")
                .param("seq", seq)
                .query((row, number) -> row.getString("id"))
                .list());
    }

    /** The ids of those removed after change number {@code seq}. */
    List<String> removedAfter(long seq) {
        return jdbc.sql("SELECT id FROM removed_concept WHERE seq > :seq")
                .param("seq", seq)
                .query((row, number) -> row.getString("id"))
                .list();
    }

    /** The concepts behind that id, by id, at most {@code limit}. */
    @Transactional(readOnly = true)
    List<Concept> after(String id, int limit) {
        return withIds(jdbc.sql("SELECT id FROM concept WHERE id > :after ORDER BY id LIMIT :limit")
                .param("after", id)
                .param("limit", limit)
                .query((row, number) -> row.getString("id"))
                .list());
    }

    private List<Concept> withIds(List<String> ids) {
        List<Concept> concepts = new ArrayList<>(ids.size());
        for (int i = 0; i < ids.size(); i += IDS) {
            concepts.addAll(concepts(
                    "WHERE c.id IN (:ids)", Map.of("ids", ids.subList(i, Math.min(ids.size(), i + IDS)))));
        }
        return concepts;
    }

    /** The concepts that have one of those texts as a term. */
    List<Concept> withTerms(Collection<String> texts) {
        return withIds(jdbc
                .sql("SELECT concept_id FROM term WHERE text IN (:texts)")
                .param("texts", texts)
                .query((row, number) -> row.getString("concept_id"))
                .list()
                .stream()
                .distinct()
                .toList());
    }

    /** Those of {@code ids} that are taken. */
    List<String> existing(Collection<String> ids) {
        return jdbc.sql("SELECT id FROM concept WHERE id IN (:ids)")
                .param("ids", ids)
                .query((row, number) -> row.getString("id"))
                .list();
    }

    /** The concepts that {@link #condition} leaves, by id. */
    List<Concept> search(String text, Optional<Status> status, int offset, int limit) {
        return withIds(jdbc.sql("SELECT c.id FROM concept c " + condition(text, status)
                        + " ORDER BY c.id LIMIT :limit OFFSET :offset")
                .params(parameters(text, status))
                .param("offset", offset)
                .param("limit", limit)
                .query((row, number) -> row.getString("id"))
                .list());
    }

    int count(String text, Optional<Status> status) {
        return jdbc.sql("SELECT count(*) FROM concept c " + condition(text, status))
                .params(parameters(text, status))
                .query(Integer.class)
                .single();
    }

    private static String condition(String text, Optional<Status> status) {
        List<String> conditions = new ArrayList<>();
        if (!text.isEmpty()) {
            conditions.add("""
                    c.id IN (SELECT concept_id FROM term WHERE folded LIKE :like ESCAPE '!'
                             UNION SELECT id FROM concept WHERE folded_subject LIKE :like ESCAPE '!')
                    """);
        }
        if (status.isPresent()) {
            conditions.add("c.id IN (SELECT concept_id FROM term WHERE status = :status)");
        }
        return conditions.isEmpty() ? "" : "WHERE " + String.join(" AND ", conditions);
    }

    private static Map<String, Object> parameters(String text, Optional<Status> status) {
        Map<String, Object> parameters = new HashMap<>();
        if (!text.isEmpty()) {
            parameters.put("like", "%" + folded(text).replaceAll("[!%_]", "!$0") + "%");
        }
        status.ifPresent(one -> parameters.put("status", one.name()));
        return parameters;
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private List<Concept> concepts(String where, Map<String, ?> parameters) {
        Map<String, List<Term>> terms = new HashMap<>();
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
