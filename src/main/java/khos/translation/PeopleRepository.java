package khos.translation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PeopleRepository {
    private final JdbcClient jdbc;

    PeopleRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes or renews the lease when it is free, over, or the account's own; nothing when somebody else has it. */
    Optional<Lease> lease(Segment segment, String account, long now, long until) {
        return jdbc.sql("""
                        INSERT INTO lease (segment_id, document_id, account, until)
                        VALUES (:id, :document, :account, :until)
                        ON CONFLICT (segment_id) DO UPDATE SET account = excluded.account, until = excluded.until
                        WHERE lease.account = excluded.account OR lease.until <= :now
                        RETURNING segment_id, account, until
                        """)
                .param("id", segment.id())
                .param("document", segment.documentId())
                .param("account", account)
                .param("until", until)
                .param("now", now)
                .query((row, number) -> new Lease(
                        row.getString("segment_id"),
                        row.getString("account"),
                        Instant.ofEpochMilli(row.getLong("until"))))
                .optional();
    }

    /** The leases of a document that are not over. */
    List<Lease> leases(String documentId, long now) {
        return jdbc.sql("SELECT segment_id, account, until FROM lease WHERE document_id = :id AND until > :now")
                .param("id", documentId)
                .param("now", now)
                .query((row, number) -> new Lease(
                        row.getString("segment_id"),
                        row.getString("account"),
                        Instant.ofEpochMilli(row.getLong("until"))))
                .list();
    }

    /** Ends the leases of an account in a document but for one segment; whether there were any. */
    boolean release(String documentId, String account, String except) {
        return jdbc.sql("DELETE FROM lease WHERE document_id = :id AND account = :account AND segment_id <> :except")
                        .param("id", documentId)
                        .param("account", account)
                        .param("except", except)
                        .update()
                > 0;
    }

    void seen(String documentId, String account, String segmentId, long now) {
        jdbc.sql("""
                        INSERT INTO presence (document_id, account, segment_id, seen_at)
                        VALUES (:id, :account, :segment, :now)
                        ON CONFLICT (document_id, account) DO UPDATE
                        SET segment_id = excluded.segment_id, seen_at = excluded.seen_at
                        """)
                .param("id", documentId)
                .param("account", account)
                .param("segment", segmentId)
                .param("now", now)
                .update();
    }

    List<Presence> present(String documentId, long since) {
        return jdbc.sql("""
                        SELECT account, segment_id, seen_at FROM presence
                        WHERE document_id = :id AND seen_at > :since ORDER BY account
                        """)
                .param("id", documentId)
                .param("since", since)
                .query((row, number) -> new Presence(
                        row.getString("account"),
                        Optional.of(row.getString("segment_id")).filter(id -> !id.isEmpty()),
                        Instant.ofEpochMilli(row.getLong("seen_at"))))
                .list();
    }

    List<Whereabouts> whereabouts(String documentId, long since, long now) {
        return jdbc.sql("""
                        SELECT p.account, p.segment_id, coalesce(s.ordinal, -1) AS ordinal, coalesce(s.number, 0) AS number,
                               CASE WHEN l.segment_id IS NULL THEN 0 ELSE 1 END AS holds
                        FROM presence p
                        LEFT JOIN segment s ON s.id = p.segment_id
                        LEFT JOIN lease l ON l.segment_id = p.segment_id AND l.account = p.account AND l.until > :now
                        WHERE p.document_id = :id AND p.seen_at > :since
                        ORDER BY p.account
                        """)
                .param("id", documentId)
                .param("since", since)
                .param("now", now)
                .query((row, number) -> new Whereabouts(
                        row.getString("account"),
                        row.getString("segment_id"),
                        row.getInt("ordinal"),
                        row.getInt("number"),
                        row.getInt("holds") == 1))
                .list();
    }

    void left(String documentId, String account) {
        jdbc.sql("DELETE FROM presence WHERE document_id = :id AND account = :account")
                .param("id", documentId)
                .param("account", account)
                .update();
    }

    /** Removes what ended before {@code time}, so that neither table grows. */
    void tidy(long time) {
        jdbc.sql("DELETE FROM lease WHERE until < :time").param("time", time).update();
        jdbc.sql("DELETE FROM presence WHERE seen_at < :time")
                .param("time", time)
                .update();
    }
}
