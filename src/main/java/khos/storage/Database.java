package khos.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import javax.sql.DataSource;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/**
 * One data source for the whole application.
 *
 * <p>On SQLite it is a pool of one writer and a pool of readers behind Spring's read-only routing:
 * {@code @Transactional(readOnly = true)} goes to a reader, everything else queues, in order, for the writer, so that
 * {@code SQLITE_BUSY} cannot arise inside one process. A commit returns after the write-ahead log is on the disk.
 */
@Configuration(proxyBeanMethods = false)
class Database {
    private static final String SQLITE = "jdbc:sqlite:";
    private static final int READERS = 4;

    record Pools(HikariDataSource writer, HikariDataSource reader) implements AutoCloseable {
        @Override
        public void close() {
            reader.close();
            writer.close();
        }
    }

    @Bean
    Pools pools(DataSourceProperties properties) throws IOException {
        String url = properties.determineUrl();
        if (!url.startsWith(SQLITE)) {
            var pool = new HikariDataSource();
            pool.setJdbcUrl(url);
            pool.setUsername(properties.getUsername());
            pool.setPassword(properties.getPassword());
            pool.setPoolName("postgresql");
            return new Pools(pool, pool);
        }
        Path folder = Path.of(url.substring(SQLITE.length())).toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        return new Pools(sqlite(url, "sqlite-writer", 1, false), sqlite(url, "sqlite-reader", READERS, true));
    }

    @Bean
    DataSource dataSource(Pools pools) {
        if (pools.reader() == pools.writer()) {
            return pools.writer();
        }
        var routing = new LazyConnectionDataSourceProxy();
        routing.setTargetDataSource(pools.writer());
        routing.setReadOnlyDataSource(pools.reader());
        routing.setDefaultAutoCommit(true);
        routing.setDefaultTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
        return routing;
    }

    private static HikariDataSource sqlite(String url, String name, int size, boolean readOnly) {
        var sqlite = new SQLiteConfig();
        sqlite.setBusyTimeout(10_000);
        sqlite.enforceForeignKeys(true);
        sqlite.setReadOnly(readOnly);
        if (!readOnly) {
            sqlite.setJournalMode(JournalMode.WAL);
            sqlite.setSynchronous(SynchronousMode.FULL);
            sqlite.setTransactionMode(TransactionMode.IMMEDIATE);
            sqlite.setJournalSizeLimit(64 << 20);
        }
        var source = new SQLiteDataSource(sqlite);
        source.setUrl(url);
        var pool = new HikariConfig();
        pool.setPoolName(name);
        pool.setDataSource(source);
        pool.setMaximumPoolSize(size);
        pool.setMinimumIdle(readOnly ? 0 : size);
        pool.setReadOnly(readOnly);
        pool.setMaxLifetime(0);
        pool.setConnectionTimeout(30_000);
        pool.setInitializationFailTimeout(readOnly ? -1 : 1);
        return new HikariDataSource(pool);
    }
}
