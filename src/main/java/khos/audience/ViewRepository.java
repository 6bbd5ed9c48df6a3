package khos.audience;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import khos.language.Language;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ViewRepository {
    /** Under SQLite's and PostgreSQL's limits for the parameters of one statement. */
    private static final int CHUNK = 500;

    /** What a visitor did with an item last: when, and in which hour. */
    record Last(long at, long hour) {}

    /** @param kind of {@link View.Kind} */
    record VisitorItem(String visitor, String item, String kind) {}

    record Cell(String item, Language language, long hour) {}

    /** What is added to a cell. */
    record Tally(long views, long uniques, long plays, long robots, long hits) {
        Tally plus(Tally other) {
            return new Tally(
                    views + other.views,
                    uniques + other.uniques,
                    plays + other.plays,
                    robots + other.robots,
                    hits + other.hits);
        }
    }

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;

    ViewRepository(JdbcClient jdbc, NamedParameterJdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /** The salt of a day, {@code offered} when there is none yet. */
    String salt(String day, String offered) {
        jdbc.sql("INSERT INTO view_salt (day, salt) VALUES (:day, :salt) ON CONFLICT (day) DO NOTHING")
                .param("day", day)
                .param("salt", offered)
                .update();
        return jdbc.sql("SELECT salt FROM view_salt WHERE day = :day")
                .param("day", day)
                .query(String.class)
                .single();
    }

    /** Notes the ids and returns those that are new. */
    Set<String> addSeen(Collection<String> ids, long now) {
        Set<String> added = new HashSet<>();
        for (String id : ids) {
            int rows = jdbc.sql("INSERT INTO view_seen (id, seen_at) VALUES (:id, :now) ON CONFLICT (id) DO NOTHING")
                    .param("id", id)
                    .param("now", now)
                    .update();
            if (rows > 0) {
                added.add(id);
            }
        }
        return added;
    }

    Map<VisitorItem, Last> last(Collection<VisitorItem> keys) {
        Map<VisitorItem, Last> found = new HashMap<>();
        List<String> visitors =
                keys.stream().map(VisitorItem::visitor).distinct().toList();
        for (int from = 0; from < visitors.size(); from += CHUNK) {
            jdbc.sql("SELECT visitor, item, kind, last_at, hour FROM view_last WHERE visitor IN (:visitors)")
                    .param("visitors", visitors.subList(from, Math.min(visitors.size(), from + CHUNK)))
                    .query((row, number) -> found.put(
                            new VisitorItem(row.getString("visitor"), row.getString("item"), row.getString("kind")),
                            new Last(row.getLong("last_at"), row.getLong("hour"))))
                    .list();
        }
        return found;
    }

    void saveLast(Map<VisitorItem, Last> last) {
        batch.batchUpdate(
                """
                INSERT INTO view_last (visitor, item, kind, last_at, hour)
                VALUES (:visitor, :item, :kind, :at, :hour)
                ON CONFLICT (visitor, item, kind) DO UPDATE SET last_at = excluded.last_at, hour = excluded.hour
                """,
                // In one order on every node, so that two of them never wait for each other's rows.
                last.entrySet().stream()
                        .sorted(Comparator.comparing(entry -> entry.getKey().toString()))
                        .map(entry -> new MapSqlParameterSource()
                                .addValue("visitor", entry.getKey().visitor())
                                .addValue("item", entry.getKey().item())
                                .addValue("kind", entry.getKey().kind())
                                .addValue("at", entry.getValue().at())
                                .addValue("hour", entry.getValue().hour()))
                        .toArray(SqlParameterSource[]::new));
    }

    void add(Map<Cell, Tally> tallies) {
        batch.batchUpdate(
                """
                INSERT INTO view_count (item, language, hour, views, uniques, plays, robots, hits)
                VALUES (:item, :language, :hour, :views, :uniques, :plays, :robots, :hits)
                ON CONFLICT (item, language, hour) DO UPDATE
                SET views = view_count.views + excluded.views, uniques = view_count.uniques + excluded.uniques,
                    plays = view_count.plays + excluded.plays, robots = view_count.robots + excluded.robots,
                    hits = view_count.hits + excluded.hits
                """,
                tallies.entrySet().stream()
                        .sorted(Comparator.comparing(entry -> entry.getKey().toString()))
                        .map(entry -> new MapSqlParameterSource()
                                .addValue("item", entry.getKey().item())
                                .addValue("language", entry.getKey().language().code())
                                .addValue("hour", entry.getKey().hour())
                                .addValue("views", entry.getValue().views())
                                .addValue("uniques", entry.getValue().uniques())
                                .addValue("plays", entry.getValue().plays())
                                .addValue("robots", entry.getValue().robots())
                                .addValue("hits", entry.getValue().hits()))
                        .toArray(SqlParameterSource[]::new));
    }

    Map<String, ViewCount> counts(List<String> items) {
        Map<String, ViewCount> counts = new HashMap<>();
        for (int from = 0; from < items.size(); from += CHUNK) {
            jdbc.sql("""
                            SELECT item, sum(views) AS views, sum(uniques) AS uniques, sum(plays) AS plays
                            FROM view_count WHERE item IN (:items) GROUP BY item
                            """)
                    .param("items", items.subList(from, Math.min(items.size(), from + CHUNK)))
                    .query((row, number) -> counts.put(
                            row.getString("item"),
                            new ViewCount(row.getLong("views"), row.getLong("uniques"), row.getLong("plays"))))
                    .list();
        }
        return counts;
    }

    /** Deletes some of what is older than {@code before}; returns how much. */
    int forget(String lastDay, long before, int most) {
        List<String> ids = new ArrayList<>(jdbc.sql("SELECT id FROM view_seen WHERE seen_at < :before LIMIT :most")
                .param("before", before)
                .param("most", most)
                .query((row, number) -> row.getString("id"))
                .list());
        int deleted = 0;
        for (int from = 0; from < ids.size(); from += CHUNK) {
            deleted += jdbc.sql("DELETE FROM view_seen WHERE id IN (:ids)")
                    .param("ids", ids.subList(from, Math.min(ids.size(), from + CHUNK)))
                    .update();
        }
        deleted += jdbc.sql("DELETE FROM view_last WHERE last_at < :before")
                .param("before", before)
                .update();
        jdbc.sql("DELETE FROM view_salt WHERE day < :day").param("day", lastDay).update();
        return deleted;
    }
}
