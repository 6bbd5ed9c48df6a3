package khos.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class SearchLogRepository {
    private static final String SUMS = """
            SELECT query, sum(asked) AS times, max(found) AS found
            FROM search_log WHERE day BETWEEN :from AND :to GROUP BY query
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;

    SearchLogRepository(JdbcClient jdbc, NamedParameterJdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    @Transactional
    void add(Map<SearchLog.Asked, SearchLog.Count> counts) {
        batch.batchUpdate(
                """
                INSERT INTO search_log (day, query, asked, found) VALUES (:day, :query, :asked, :found)
                ON CONFLICT (day, query) DO UPDATE
                SET asked = search_log.asked + excluded.asked, found = excluded.found
                """,
                counts.entrySet().stream()
                        .map(entry -> new MapSqlParameterSource()
                                .addValue("day", entry.getKey().day().toString())
                                .addValue("query", entry.getKey().text())
                                .addValue("asked", entry.getValue().asked())
                                .addValue("found", entry.getValue().found()))
                        .toArray(SqlParameterSource[]::new));
    }

    /** Questions since a day that had answers, the most frequent first. */
    @Transactional(readOnly = true)
    List<String> answered(LocalDate since, int most) {
        return jdbc.sql("""
                        SELECT query FROM search_log WHERE day >= :since AND found > 0
                        GROUP BY query HAVING sum(asked) > 1 ORDER BY sum(asked) DESC, query LIMIT :most
                        """)
                .param("since", since.toString())
                .param("most", most)
                .query((row, number) -> row.getString("query"))
                .list();
    }

    @Transactional(readOnly = true)
    SearchLog.Summary summary(LocalDate from, LocalDate to, int most) {
        long[] totals = jdbc.sql("""
                        SELECT coalesce(sum(asked), 0) AS asked,
                               coalesce(sum(CASE WHEN found = 0 THEN asked ELSE 0 END), 0) AS unanswered
                        FROM search_log WHERE day BETWEEN :from AND :to
                        """)
                .param("from", from.toString())
                .param("to", to.toString())
                .query((row, number) -> new long[] {row.getLong("asked"), row.getLong("unanswered")})
                .single();
        return new SearchLog.Summary(
                totals[0],
                totals[1],
                questions(SUMS + "ORDER BY times DESC, query LIMIT :most", from, to, most),
                questions(SUMS + "HAVING max(found) = 0 ORDER BY times DESC, query LIMIT :most", from, to, most));
    }

    private List<SearchLog.Question> questions(String sql, LocalDate from, LocalDate to, int most) {
        return jdbc.sql(sql)
                .param("from", from.toString())
                .param("to", to.toString())
                .param("most", most)
                .query((row, number) ->
                        new SearchLog.Question(row.getString("query"), row.getLong("times"), row.getLong("found")))
                .list();
    }
}
