package khos.storage;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.sqlite.SQLiteException;

/** Tells Spring what SQLite's result codes mean: the driver gives neither an SQLState nor exception subclasses. */
@Configuration(proxyBeanMethods = false)
class SqliteExceptions {
    /** The primary result code of all constraint violations (sqlite.org/rescode.html, 19). */
    private static final int CONSTRAINT = 19;

    @Bean
    SQLExceptionTranslator sqlExceptionTranslator() {
        var standard = new SQLExceptionSubclassTranslator();
        return (task, sql, exception) -> {
            DataAccessException own = translate(task, exception);
            return own != null ? own : standard.translate(task, sql, exception);
        };
    }

    private static @Nullable DataAccessException translate(String task, SQLException exception) {
        if (!(exception instanceof SQLiteException sqlite)) {
            return null;
        }
        return switch (sqlite.getResultCode()) {
            case SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_UNIQUE, SQLITE_CONSTRAINT_ROWID ->
                new DuplicateKeyException(task, sqlite);
            case SQLITE_BUSY, SQLITE_BUSY_SNAPSHOT, SQLITE_LOCKED -> new CannotAcquireLockException(task, sqlite);
            default ->
                (sqlite.getErrorCode() & 0xff) == CONSTRAINT ? new DataIntegrityViolationException(task, sqlite) : null;
        };
    }
}
