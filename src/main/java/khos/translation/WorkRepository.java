package khos.translation;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class WorkRepository {
    /** Where a segment stands that somebody has begun. */
    record Begun(String segmentId, int ordinal, long version) {}

    private static final String OPEN = "state = 'INITIAL'";
    private static final String TO_REVIEW = "state = 'TRANSLATED' AND draft IS NULL";
    private static final String RETURNED = "returned IS NOT NULL";
    private static final String SOURCE_CHANGED = "old_source IS NOT NULL";
    private static final String COMMENTS =
            "id IN (SELECT c.segment_id FROM segment_comment c WHERE c.document_id = :id AND c.resolved_at IS NULL)";

    private final JdbcClient jdbc;

    WorkRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many segments are wanted for which work; of what only checks tell nothing. */
    Map<Work, Integer> counts(String documentId) {
        String one = ", sum(CASE WHEN %s THEN 1 ELSE 0 END) AS %s";
        return jdbc.sql("SELECT count(*) AS whole"
                        + one.formatted(OPEN, "opened")
                        + one.formatted(TO_REVIEW, "to_review")
                        + one.formatted(RETURNED, "returned_ones")
                        + one.formatted(SOURCE_CHANGED, "source_changed")
                        + one.formatted(COMMENTS, "commented")
                        + " FROM segment WHERE document_id = :id")
                .param("id", documentId)
                .query((row, number) -> {
                    Map<Work, Integer> counts = new EnumMap<>(Work.class);
                    counts.put(Work.ALL, row.getInt("whole"));
                    counts.put(Work.OPEN, row.getInt("opened"));
                    counts.put(Work.TO_REVIEW, row.getInt("to_review"));
                    counts.put(Work.RETURNED, row.getInt("returned_ones"));
                    counts.put(Work.SOURCE_CHANGED, row.getInt("source_changed"));
                    counts.put(Work.COMMENTS, row.getInt("commented"));
                    return counts;
                })
                .single();
    }

    /** The places of those that {@code work} wants, in order. */
    List<Integer> places(String documentId, Work work) {
        String wanted = switch (work) {
            case ALL, ISSUES -> "1 = 1";
            case OPEN -> OPEN;
            case TO_REVIEW -> TO_REVIEW;
            case RETURNED -> RETURNED;
            case SOURCE_CHANGED -> SOURCE_CHANGED;
            case COMMENTS -> COMMENTS;
        };
        return jdbc.sql("SELECT ordinal FROM segment WHERE document_id = :id AND " + wanted + " ORDER BY ordinal")
                .param("id", documentId)
                .query((row, number) -> row.getInt("ordinal"))
                .list();
    }

    /** The segments that have a target or a draft, in order. */
    List<Begun> begun(String documentId) {
        return jdbc.sql("""
                        SELECT id, ordinal, version FROM segment
                        WHERE document_id = :id AND coalesce(draft, target) <> '' ORDER BY ordinal
                        """)
                .param("id", documentId)
                .query((row, number) -> new Begun(row.getString("id"), row.getInt("ordinal"), row.getLong("version")))
                .list();
    }

    List<Segment> at(String documentId, Collection<Integer> places) {
        return jdbc.sql("SELECT " + TranslationRepository.SEGMENT + """
                        FROM segment WHERE document_id = :id AND ordinal IN (:places) ORDER BY ordinal
                        """)
                .param("id", documentId)
                .param("places", places)
                .query(TranslationRepository::segment)
                .list();
    }

    Optional<Integer> placeOf(String documentId, int number) {
        return jdbc.sql("SELECT ordinal FROM segment WHERE document_id = :id AND number = :number")
                .param("id", documentId)
                .param("number", number)
                .query(Integer.class)
                .optional();
    }
}
