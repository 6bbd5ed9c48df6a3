package khos.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import khos.publication.Schedule;

/**
 * What is to happen to a document.
 *
 * @param action PUBLISH or WITHDRAW
 * @param reason of a failure, the same for programs as in a problem
 * @param failure the same in words
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ScheduleAnswer(
        String document,
        String language,
        String action,
        Instant at,
        String by,
        Optional<String> reason,
        Optional<String> failure) {
    record List(@JsonInclude java.util.List<ScheduleAnswer> scheduled) {}

    static ScheduleAnswer of(Schedule schedule, Locale locale) {
        return new ScheduleAnswer(
                schedule.documentId(),
                schedule.language().code(),
                schedule.action().name(),
                schedule.at(),
                schedule.by(),
                schedule.failure().map(refused -> refused.key()),
                schedule.failure()
                        .map(refused -> Problems.messages(locale)
                                .text(refused.key(), refused.arguments().toArray())));
    }
}
