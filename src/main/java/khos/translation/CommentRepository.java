package khos.translation;

import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CommentRepository {
    private static final String COMMENT =
            "SELECT c.id, c.segment_id, c.document_id, c.text, c.created_by, c.created_at, c.resolved_by FROM segment_comment c ";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;

    CommentRepository(JdbcClient jdbc, NamedParameterJdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    void insert(Comment comment) {
        jdbc.sql("""
                        INSERT INTO segment_comment (id, segment_id, document_id, text, created_by, created_at)
                        VALUES (:id, :segment, :document, :text, :by, :at)
                        """)
                .param("id", comment.id())
                .param("segment", comment.segmentId())
                .param("document", comment.documentId())
                .param("text", comment.text())
                .param("by", comment.by())
                .param("at", comment.at().toEpochMilli())
                .update();
        batch.batchUpdate(
                "INSERT INTO comment_mention (comment_id, account) VALUES (:id, :account)",
                comment.mentions().stream()
                        .map(account -> new MapSqlParameterSource("id", comment.id()).addValue("account", account))
                        .toArray(SqlParameterSource[]::new));
    }

    void resolve(String id, Optional<String> by, long now) {
        jdbc.sql("UPDATE segment_comment SET resolved_by = :by, resolved_at = :at WHERE id = :id")
                .param("by", by.orElse(null), Types.VARCHAR)
                .param("at", by.isPresent() ? now : null, Types.BIGINT)
                .param("id", id)
                .update();
    }

    Optional<Comment> find(String id) {
        return comments("WHERE c.id = :value", id).stream().findFirst();
    }

    List<Comment> of(String segmentId) {
        return comments("WHERE c.segment_id = :value ORDER BY c.id", segmentId);
    }

    List<Comment> openIn(String documentId) {
        return comments("""
                JOIN segment s ON s.id = c.segment_id
                WHERE c.document_id = :value AND c.resolved_at IS NULL ORDER BY s.ordinal, c.id
                """, documentId);
    }

    List<Comment> openMentioning(String account) {
        return comments("""
                JOIN comment_mention m ON m.comment_id = c.id
                WHERE m.account = :value AND c.resolved_at IS NULL ORDER BY c.id DESC
                """, account);
    }

    Map<String, Integer> openCounts(Collection<String> documents, List<String> projects) {
        Map<String, Integer> counts = new HashMap<>();
        if (!documents.isEmpty() && !projects.isEmpty()) {
            jdbc.sql("""
                            SELECT c.document_id, count(*) AS comments
                            FROM segment_comment c JOIN document d ON d.id = c.document_id
                            WHERE c.document_id IN (:documents) AND c.resolved_at IS NULL
                              AND d.project_id IN (:projects)
                            GROUP BY c.document_id
                            """)
                    .param("documents", documents)
                    .param("projects", projects)
                    .query(row -> {
                        counts.put(row.getString("document_id"), row.getInt("comments"));
                    });
        }
        return counts;
    }

    private List<Comment> comments(String where, String value) {
        List<Comment> bare = jdbc.sql(COMMENT + where)
                .param("value", value)
                .query((row, number) -> new Comment(
                        row.getString("id"),
                        row.getString("segment_id"),
                        row.getString("document_id"),
                        row.getString("text"),
                        Set.of(),
                        row.getString("created_by"),
                        Instant.ofEpochMilli(row.getLong("created_at")),
                        Optional.ofNullable(row.getString("resolved_by"))))
                .list();
        Map<String, Set<String>> mentions = mentions(bare);
        List<Comment> comments = new ArrayList<>();
        for (Comment one : bare) {
            comments.add(new Comment(
                    one.id(),
                    one.segmentId(),
                    one.documentId(),
                    one.text(),
                    Set.copyOf(mentions.getOrDefault(one.id(), Set.of())),
                    one.by(),
                    one.at(),
                    one.resolvedBy()));
        }
        return comments;
    }

    private Map<String, Set<String>> mentions(List<Comment> comments) {
        Map<String, Set<String>> mentions = new HashMap<>();
        for (int i = 0; i < comments.size(); i += 500) {
            List<String> ids = comments.subList(i, Math.min(comments.size(), i + 500)).stream()
                    .map(Comment::id)
                    .toList();
            jdbc.sql("SELECT comment_id, account FROM comment_mention WHERE comment_id IN (:ids)")
                    .param("ids", ids)
                    .query(row -> {
                        mentions.computeIfAbsent(row.getString("comment_id"), id -> new HashSet<>())
                                .add(row.getString("account"));
                    });
        }
        return mentions;
    }
}
