package khos.account;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AccountRepository {
    /** An account with what only signing in needs. */
    record Secured(Account account, String password, long lockedUntil) {}

    private final JdbcClient jdbc;

    AccountRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Account account, String password, long now) {
        jdbc.sql("""
                        INSERT INTO account (id, name, display_name, password, role, created_at)
                        VALUES (:id, :name, :displayName, :password, :role, :now)
                        """)
                .param("id", account.id())
                .param("name", account.name())
                .param("displayName", account.displayName())
                .param("password", password)
                .param("role", account.role().name())
                .param("now", now)
                .update();
    }

    Optional<Secured> find(String name) {
        return jdbc.sql("SELECT id, name, display_name, password, role, locked_until FROM account WHERE name = :name")
                .param("name", name)
                .query((row, number) -> new Secured(
                        new Account(
                                row.getString("id"),
                                row.getString("name"),
                                row.getString("display_name"),
                                Role.valueOf(row.getString("role"))),
                        row.getString("password"),
                        row.getLong("locked_until")))
                .optional();
    }

    boolean isEmpty() {
        return jdbc.sql("SELECT count(*) FROM account").query(Long.class).single() == 0;
    }

    void setPassword(String name, String password) {
        jdbc.sql("UPDATE account SET password = :password, failures = 0, locked_until = 0 WHERE name = :name")
                .param("name", name)
                .param("password", password)
                .update();
    }

    /** Counts a failure; at {@code most} of them the account is locked until {@code until} and the count starts anew. */
    void countFailure(String name, int most, long until) {
        jdbc.sql("""
                        UPDATE account
                        SET locked_until = CASE WHEN failures + 1 >= :most THEN :until ELSE locked_until END,
                            failures = CASE WHEN failures + 1 >= :most THEN 0 ELSE failures + 1 END
                        WHERE name = :name
                        """)
                .param("name", name)
                .param("most", most)
                .param("until", until)
                .update();
    }

    void forgetFailures(String name) {
        jdbc.sql("UPDATE account SET failures = 0 WHERE name = :name AND failures > 0")
                .param("name", name)
                .update();
    }
}
