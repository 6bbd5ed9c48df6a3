package khos.search;

import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import khos.account.Roles.ForEditors;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * What readers ask, without who asked: a question, a day, how often, and how many answers there were.
 *
 * <p>Counted in memory and written every few seconds; a crash loses those seconds.
 */
@Service
public class SearchLog implements DisposableBean {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int LONGEST = 100;
    /** Different questions that are counted between two writings; more are not worth their memory. */
    private static final int MOST_PENDING = 10_000;

    private static final int MOST_KNOWN = 2_000;
    private static final int MOST_DAYS = 366;

    /**
     * A question of a time.
     *
     * @param asked how often
     * @param found how many answers there were the last time
     */
    public record Question(String text, long asked, long found) {}

    /**
     * The questions of a time.
     *
     * @param asked how many times any was asked
     * @param unanswered how many of these had no answer
     */
    public record Summary(long asked, long unanswered, List<Question> frequent, List<Question> withoutAnswer) {}

    record Asked(LocalDate day, String text) {}

    record Count(long asked, long found) {}

    private final SearchLogRepository repository;
    private final Clock clock;
    private final Map<Asked, Count> pending = new HashMap<>();
    private volatile List<String> known = List.of();

    SearchLog(SearchLogRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /** Counts that a reader asked {@code text} and was shown the first of {@code found} answers. */
    public void asked(String text, int found) {
        String question = normal(text);
        if (question.isEmpty() || question.length() > LONGEST || !isText(question)) {
            return;
        }
        var asked = new Asked(LocalDate.now(clock.withZone(ZONE)), question);
        synchronized (pending) {
            if (pending.size() < MOST_PENDING || pending.containsKey(asked)) {
                pending.merge(asked, new Count(1, found), (a, b) -> new Count(a.asked() + b.asked(), b.found()));
            }
        }
    }

    /** One space between words, small letters, composed; Mongolian is left as it was typed. */
    private static String normal(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[ \\t\\n\\r\\u3000]+", " ");
    }

    /** No database stores half a character, and PostgreSQL no NUL: one of them would lose all that is written with it. */
    private static boolean isText(String question) {
        return question.codePoints()
                .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }

    /** Questions that had answers and go on as {@code begun}, the most frequent first. */
    List<String> beginning(String begun, int most) {
        String start = normal(begun);
        return known.stream()
                .filter(question -> question.startsWith(start) && question.length() > start.length())
                .limit(most)
                .toList();
    }

    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void write() {
        Map<Asked, Count> news;
        synchronized (pending) {
            news = Map.copyOf(pending);
            pending.clear();
        }
        if (!news.isEmpty()) {
            repository.add(news);
        }
    }

    @Override
    public void destroy() {
        write();
    }

    @Scheduled(fixedDelay = 60, timeUnit = TimeUnit.SECONDS)
    void refresh() {
        LocalDate today = LocalDate.now(clock.withZone(ZONE));
        known = repository.answered(today.minusDays(90), MOST_KNOWN);
    }

    /** What was asked from {@code from} to {@code to}, both days included; the {@code most} questions of each list. */
    @ForEditors
    public Summary summary(LocalDate from, LocalDate to, int most) {
        if (to.isBefore(from) || from.plusDays(MOST_DAYS).isBefore(to)) {
            throw new IllegalArgumentException("from " + from + " to " + to);
        }
        write();
        return repository.summary(from, to, most);
    }
}
