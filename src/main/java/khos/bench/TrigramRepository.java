package khos.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** SQLite's full-text search with its trigram tokenizer, to measure beside: the same texts, ten answers by its own rank. */
final class TrigramRepository implements AutoCloseable {
    private static final int SHORTEST = 3;

    private final Connection connection;
    private final PreparedStatement insert;

    TrigramRepository(Path file) {
        try {
            connection = DriverManager.getConnection("jdbc:sqlite:" + file);
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("CREATE VIRTUAL TABLE text USING fts5(title, body, tokenize = 'trigram')");
            }
            insert = connection.prepareStatement("INSERT INTO text (title, body) VALUES (?, ?)");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void add(String title, String body) {
        try {
            insert.setString(1, title);
            insert.setString(2, body);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void commit() {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first ten answers; a question of fewer than three characters has no trigram and reads every text. */
    int find(String text) {
        boolean indexed = text.codePointCount(0, text.length()) >= SHORTEST;
        String sql = indexed
                ? "SELECT rowid FROM text WHERE text MATCH ? ORDER BY rank LIMIT 10"
                : "SELECT rowid FROM text WHERE body LIKE ? OR title LIKE ? LIMIT 10";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            if (indexed) {
                query.setString(1, '"' + text.replace("\"", "\"\"") + '"');
            } else {
                query.setString(1, "%" + text + "%");
                query.setString(2, "%" + text + "%");
            }
            int found = 0;
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found++;
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            insert.close();
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
