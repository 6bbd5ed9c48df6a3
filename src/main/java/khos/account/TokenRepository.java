package khos.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TokenRepository {
    /** @param owner the name of its account */
    record Owned(String id, String owner, long usedAt) {}

    private final JdbcClient jdbc;

    TokenRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(String id, String accountId, String label, String hash, long now) {
        jdbc.sql("""
                        INSERT INTO api_token (id, account_id, label, hash, created_at)
                        VALUES (:id, :accountId, :label, :hash, :now)
                        """)
                .param("id", id)
                .param("accountId", accountId)
                .param("label", label)
                .param("hash", hash)
                .param("now", now)
                .update();
    }

    Optional<Owned> find(String hash) {
        return jdbc.sql("""
                        SELECT t.id, a.name, t.used_at FROM api_token t JOIN account a ON a.id = t.account_id
                        WHERE t.hash = :hash
                        """)
                .param("hash", hash)
                .query((row, number) -> new Owned(row.getString("id"), row.getString("name"), row.getLong("used_at")))
                .optional();
    }

    List<Token> of(String accountId) {
        return jdbc.sql("""
                        SELECT id, label, created_at, used_at FROM api_token
                        WHERE account_id = :accountId ORDER BY created_at DESC, id DESC
                        """)
                .param("accountId", accountId)
                .query((row, number) -> new Token(
                        row.getString("id"),
                        row.getString("label"),
                        Instant.ofEpochMilli(row.getLong("created_at")),
                        Optional.of(row.getLong("used_at"))
                                .filter(used -> used > 0)
                                .map(Instant::ofEpochMilli)))
                .list();
    }

    void setUsed(String id, long now) {
        jdbc.sql("UPDATE api_token SET used_at = :now WHERE id = :id")
                .param("id", id)
                .param("now", now)
                .update();
    }

    void delete(String id, String accountId) {
        jdbc.sql("DELETE FROM api_token WHERE id = :id AND account_id = :accountId")
                .param("id", id)
                .param("accountId", accountId)
                .update();
    }
}
