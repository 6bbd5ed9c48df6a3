package khos.storage;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/**
 * The databases that module tests run on. A test class takes one in its constructor:
 *
 * <pre>{@code
 * @ParameterizedClass
 * @MethodSource("khos.storage.TestDatabase#all")
 * class SomeRepositoryTests { SomeRepositoryTests(TestDatabase database) { … database.start(SomeRepository.class) … } }
 * }</pre>
 *
 * PostgreSQL is a real server, started once for the test run; {@code TEST_PG_URL} names another one instead.
 */
public enum TestDatabase {
    SQLITE {
        @Override
        public String newUrl() {
            return "jdbc:sqlite:" + newFolder().resolve("khos.db");
        }
    },
    POSTGRESQL {
        @Override
        public String newUrl() {
            String given = System.getenv("TEST_PG_URL");
            if (given != null) {
                return given;
            }
            String name = "t" + UUID.randomUUID().toString().replace("-", "");
            try (var connection = Server.POSTGRES.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE " + name);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return Server.POSTGRES.getJdbcUrl("postgres", name);
        }
    };

    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().setLocaleConfig("locale", "C").start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @DatabaseOnly
    @Import({Database.class, SqliteExceptions.class, Sequences.class, NodeMessages.class, Time.class})
    static class Storage {}

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("khos-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The JDBC address of a new, empty database. */
    public abstract String newUrl();

    public static Stream<TestDatabase> all() {
        return Stream.of(values());
    }

    /** A context with a new, migrated database and these beans; close it after the test. */
    public ConfigurableApplicationContext start(Class<?>... beans) {
        return start(newUrl(), beans);
    }

    /** As above, with the database at {@code url}: of two, both are nodes on it. */
    public static ConfigurableApplicationContext start(String url, Class<?>... beans) {
        return new SpringApplicationBuilder(Storage.class)
                .sources(beans)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .properties(
                        "spring.config.name=none",
                        "spring.datasource.url=" + url,
                        "khos.media=" + newFolder(),
                        "khos.index=" + newFolder(),
                        "logging.level.root=warn",
                        "spring.main.banner-mode=off")
                .run();
    }
}
