package khos.storage;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Numbers without gaps or overtaking: whoever sees number {@code n} committed can see every smaller one too.
 *
 * <p>Each sequence is one row that its users lock until they commit. An identity column would be faster, but commits out
 * of order on PostgreSQL, and a follower that has read up to {@code n} would miss the late {@code n - 1}.
 */
@Component
public class Sequences {
    private final JdbcClient jdbc;

    Sequences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next number of the sequence {@code name}, from 1 on; given back when the transaction rolls back. */
    @Transactional(propagation = Propagation.MANDATORY)
    public long next(String name) {
        return jdbc.sql("""
                        INSERT INTO sequence (name, value) VALUES (:name, 1)
                        ON CONFLICT (name) DO UPDATE SET value = sequence.value + 1
                        RETURNING value
                        """).param("name", name).query(Long.class).single();
    }

    /** As {@link #next}, {@code count} numbers at once: the first of them. */
    @Transactional(propagation = Propagation.MANDATORY)
    public long next(String name, int count) {
        return jdbc.sql("""
                                INSERT INTO sequence (name, value) VALUES (:name, :count)
                                ON CONFLICT (name) DO UPDATE SET value = sequence.value + :count
                                RETURNING value
                                """)
                        .param("name", name)
                        .param("count", count)
                        .query(Long.class)
                        .single()
                - count
                + 1;
    }

    /** Makes whoever takes a number of the sequence wait until this transaction ends, as if one had been taken here. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(String name) {
        jdbc.sql("UPDATE sequence SET value = value WHERE name = :name")
                .param("name", name)
                .update();
    }
}
