package khos.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khos.language.Language;
import khos.translation.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ScheduleRepository {
    private static final String SCHEDULES =
            "SELECT document_id, language, action, due_at, created_by, failure FROM schedule ";

    private final JdbcClient jdbc;

    ScheduleRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Puts it in the place of what was scheduled for the same before. */
    void put(Schedule schedule, long now) {
        jdbc.sql("""
                        INSERT INTO schedule (document_id, language, action, due_at, created_by, created_at)
                        VALUES (:document, :language, :action, :due, :by, :now)
                        ON CONFLICT (document_id, language, action) DO UPDATE
                        SET due_at = excluded.due_at, failure = '', created_by = excluded.created_by,
                            created_at = excluded.created_at
                        """)
                .param("document", schedule.documentId())
                .param("language", schedule.language().code())
                .param("action", schedule.action().name())
                .param("due", schedule.at().toEpochMilli())
                .param("by", schedule.by())
                .param("now", now)
                .update();
    }

    /** Whether there was one. */
    boolean delete(String documentId, Language language, Schedule.Action action) {
        return jdbc.sql("""
                        DELETE FROM schedule
                        WHERE document_id = :document AND language = :language AND action = :action
                        """)
                        .param("document", documentId)
                        .param("language", language.code())
                        .param("action", action.name())
                        .update()
                > 0;
    }

    /** Takes it out of what is to be done; not when somebody else did, or moved or cancelled it. */
    boolean claim(Schedule due) {
        return jdbc.sql("""
                        DELETE FROM schedule
                        WHERE document_id = :document AND language = :language AND action = :action AND due_at = :due
                          AND failure = ''
                        """)
                        .param("document", due.documentId())
                        .param("language", due.language().code())
                        .param("action", due.action().name())
                        .param("due", due.at().toEpochMilli())
                        .update()
                > 0;
    }

    /** Keeps why it was not done, unless it was moved or cancelled meanwhile. */
    void fail(Schedule due, Refused why) {
        jdbc.sql("""
                        UPDATE schedule SET failure = :failure
                        WHERE document_id = :document AND language = :language AND action = :action AND due_at = :due
                        """)
                .param("failure", written(why))
                .param("document", due.documentId())
                .param("language", due.language().code())
                .param("action", due.action().name())
                .param("due", due.at().toEpochMilli())
                .update();
    }

    List<Schedule> of(String documentId) {
        return jdbc.sql(SCHEDULES + "WHERE document_id = :document ORDER BY language, due_at")
                .param("document", documentId)
                .query(ScheduleRepository::schedule)
                .list();
    }

    List<Schedule> all() {
        return jdbc.sql(SCHEDULES + "ORDER BY due_at, document_id, language, action")
                .query(ScheduleRepository::schedule)
                .list();
    }

    /** What was to be done up to {@code now}, in the order of its times. */
    List<Schedule> due(long now, int limit) {
        return jdbc.sql(SCHEDULES + "WHERE failure = '' AND due_at <= :now ORDER BY due_at, document_id LIMIT :limit")
                .param("now", now)
                .param("limit", limit)
                .query(ScheduleRepository::schedule)
                .list();
    }

    /** When something is to be done next after {@code now}. */
    Optional<Instant> next(long now) {
        return jdbc.sql("SELECT due_at FROM schedule WHERE failure = '' AND due_at > :now ORDER BY due_at LIMIT 1")
                .param("now", now)
                .query(Long.class)
                .optional()
                .map(Instant::ofEpochMilli);
    }

    private static Schedule schedule(ResultSet row, int number) throws SQLException {
        String failure = row.getString("failure");
        return new Schedule(
                row.getString("document_id"),
                Language.of(row.getString("language")),
                Schedule.Action.valueOf(row.getString("action")),
                Instant.ofEpochMilli(row.getLong("due_at")),
                row.getString("created_by"),
                failure.isEmpty() ? Optional.empty() : Optional.of(read(failure)));
    }

    private static String written(Refused why) {
        return Stream.concat(Stream.of(why.key()), why.arguments().stream())
                .map(part -> String.valueOf(part).replace('\n', ' '))
                .collect(Collectors.joining("\n"));
    }

    private static Refused read(String failure) {
        String[] parts = failure.split("\n", -1);
        Object[] arguments = Stream.of(parts).skip(1).toArray();
        return new Refused(parts[0], arguments);
    }
}
