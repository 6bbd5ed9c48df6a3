package khos.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AccountRepository {
    /** An account with what only signing in needs. */
    record Secured(Account account, String password, long lockedUntil, boolean disabled, boolean oneTime) {}

    private static final String ACCOUNT = """
            SELECT id, name, display_name, password, role, locked_until, disabled, one_time FROM account
            """;

    private final JdbcClient jdbc;

    AccountRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Account account, String password, boolean oneTime, long now) {
        jdbc.sql("""
                        INSERT INTO account (id, name, display_name, password, role, one_time, created_at)
                        VALUES (:id, :name, :displayName, :password, :role, :oneTime, :now)
                        """)
                .param("id", account.id())
                .param("name", account.name())
                .param("displayName", account.displayName())
                .param("password", password)
                .param("role", account.role().name())
                .param("oneTime", oneTime ? 1 : 0)
                .param("now", now)
                .update();
    }

    Optional<Secured> find(String name) {
        return jdbc.sql(ACCOUNT + "WHERE name = :name")
                .param("name", name)
                .query(AccountRepository::secured)
                .optional();
    }

    List<Secured> all() {
        return jdbc.sql(ACCOUNT + "ORDER BY name")
                .query(AccountRepository::secured)
                .list();
    }

    private static Secured secured(ResultSet row, int number) throws SQLException {
        return new Secured(
                new Account(
                        row.getString("id"),
                        row.getString("name"),
                        row.getString("display_name"),
                        Role.valueOf(row.getString("role"))),
                row.getString("password"),
                row.getLong("locked_until"),
                row.getLong("disabled") == 1,
                row.getLong("one_time") == 1);
    }

    boolean isEmpty() {
        return jdbc.sql("SELECT count(*) FROM account").query(Long.class).single() == 0;
    }

    void setPassword(String name, String password, boolean oneTime) {
        jdbc.sql("""
                        UPDATE account
                        SET password = :password, one_time = :oneTime, failures = 0, locked_until = 0
                        WHERE name = :name
                        """)
                .param("name", name)
                .param("password", password)
                .param("oneTime", oneTime ? 1 : 0)
                .update();
    }

    void change(String name, String displayName, Role role, boolean disabled) {
        jdbc.sql("""
                        UPDATE account SET display_name = :displayName, role = :role, disabled = :disabled
                        WHERE name = :name
                        """)
                .param("name", name)
                .param("displayName", displayName)
                .param("role", role.name())
                .param("disabled", disabled ? 1 : 0)
                .update();
    }

    /** How many can sign in and do everything. */
    int administrators() {
        return jdbc.sql("SELECT count(*) FROM account WHERE role = 'ADMINISTRATOR' AND disabled = 0")
                .query(Integer.class)
                .single();
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
