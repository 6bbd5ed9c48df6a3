package khos.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Stream;
import khos.As;
import khos.Rooms;
import khos.account.Role;
import khos.language.Language;
import khos.language.LanguagePair;
import khos.language.Span;
import khos.publication.Publications;
import khos.storage.TestDatabase;
import khos.translation.State;
import khos.translation.TextKind;
import khos.translation.Translations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.ConfigurableApplicationContext;

/** Sentence pairs, suggestions, advice and the log of questions. */
class ConcordanceTests {
    private static final LanguagePair PAIR = new LanguagePair(Language.CHINESE, Language.MONGOLIAN);

    private ConfigurableApplicationContext context;

    private void start(TestDatabase database) {
        As.signIn(Role.EDITOR);
        context = database.start(
                Rooms.class,
                Search.class,
                SearchIndex.class,
                Indexer.class,
                Synonyms.class,
                Concordance.class,
                Suggestions.class,
                SearchLog.class,
                SearchLogRepository.class);
        publish(
                "horse",
                "马和书",
                "ᠮᠣᠷᠢ ᠨᠣᠮ",
                "白马。\n\n黑马。\n\n红马。\n\n好书。\n",
                "ᠴᠠᠭᠠᠨ ᠮᠣᠷᠢ᠃\n\nᠬᠠᠷᠠ ᠮᠣᠷᠢ᠃\n\nᠤᠯᠠᠭᠠᠨ ᠮᠣᠷᠢ᠃\n\nᠰᠠᠶᠢᠨ ᠨᠣᠮ᠃\n");
        publish("classroom", "云课堂第一课", "ᠬᠢᠴᠢᠶᠡᠯ", "学蒙古语。\n", "ᠮᠣᠩᠭᠣᠯ ᠬᠡᠯᠡ᠃\n");
        publish("horses", "马的故事", "ᠮᠣᠷᠢ", "骑马去。\n\n看马。\n", "ᠮᠣᠷᠢ ᠤᠨᠤᠬᠤ᠃\n\nᠮᠣᠷᠢ ᠦᠵᠡᠬᠦ᠃\n");
    }

    private void publish(String slug, String title, String mongolianTitle, String chinese, String mongolian) {
        String document = context.getBean(Translations.class)
                .extract(
                        slug.equals("horses") ? TextKind.ARTICLE : TextKind.LESSON,
                        slug,
                        PAIR,
                        "---\ntitle: " + title + "\n---\n" + chinese,
                        "---\ntitle: " + mongolianTitle + "\n---\n" + mongolian,
                        State.FINAL)
                .id();
        for (Language language : Language.values()) {
            context.getBean(Publications.class).publish(document, language);
        }
    }

    @AfterEach
    void close() {
        As.signOut();
        context.close();
    }

    private Stream<String> suggested(String typed) {
        return context.getBean(Suggestions.class).of(typed, Language.CHINESE, 8).stream()
                .map(Suggestion::text);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void pairsAreFoundAndBothSidesAreMarked(TestDatabase database) {
        start(database);
        var concordance = context.getBean(Concordance.class);
        Concordance.Pairs pairs = concordance.find("马", 0, 20);
        assertThat(pairs.total()).isEqualTo(5);
        assertThat(pairs.pairs()).allSatisfy(pair -> {
            assertThat(pair.chinese().asked()).isTrue();
            assertThat(pair.chinese().marks())
                    .extracting(mark -> mark.of(pair.chinese().text()))
                    .containsExactly("马");
            assertThat(pair.mongolian().marks())
                    .extracting(mark -> mark.of(pair.mongolian().text()))
                    .containsExactly("ᠮᠣᠷᠢ");
            assertThat(pair.mongolian().asked()).isFalse();
            assertThat(pair.chinese().url()).matches("/zh/(?:lessons/horse|articles/horses)#s\\d+");
        });
        assertThat(concordance.find("ᠮᠣᠷᠢ", 0, 2).pairs()).hasSize(2);
        assertThat(concordance.find("ᠮᠣᠷᠢ", 1_000_000_000, 2).pairs()).isEmpty();
        assertThat(concordance.find("骆驼", 0, 20).total()).isZero();
        assertThat(concordance.find("\"", 0, 20).total()).isZero();
        Span none = new Span(0, 0);
        assertThat(concordance.find("书", 0, 20).pairs())
                .singleElement()
                .satisfies(pair -> assertThat(pair.mongolian().marks())
                        .doesNotContain(none)
                        .isEmpty());

        assertThat(concordance.find("好书", 0, 20).pairs())
                .singleElement()
                .satisfies(pair -> assertThat(pair.mongolian().marks())
                        .extracting(mark -> mark.of(pair.mongolian().text()))
                        .containsExactly("ᠰᠠᠶᠢᠨ ᠨᠣᠮ"));

        assertSuggestions();
        assertAdvice();
        assertLog();
    }

    private void assertSuggestions() {
        assertThat(suggested("云课")).containsExactly("云课堂第一课");
        assertThat(suggested("yunk")).contains("云课堂第一课");
        assertThat(suggested("ykt")).contains("云课堂第一课");
        assertThat(suggested("雲課")).contains("云课堂第一课");
        assertThat(suggested("ᠬᠢᠴᠢ")).contains("云课堂第一课");
        assertThat(suggested("ᠮᠣᠷ")).contains("马和书", "马的故事");
        assertThat(suggested("马 书")).containsExactly("马和书");
        assertThat(suggested("")).isEmpty();
        assertThat(suggested("\ud800*:\"")).isEmpty();
    }

    private void assertAdvice() {
        var search = context.getBean(Search.class);
        assertThat(search.advise("云刻堂").meant()).contains(new Advice.Instead("云课堂", 1));
        assertThat(search.advise("yunketan").meant()).contains(new Advice.Instead("云课堂", 1));
        assertThat(search.advise("马 骆驼").shorter()).contains(new Advice.Instead("马", 2));
        assertThat(search.advise("").meant()).isEmpty();
    }

    private void assertLog() {
        var log = context.getBean(SearchLog.class);
        log.asked(" 骆驼 ", 0);
        log.asked("骆驼", 0);
        log.asked("马", 2);
        log.asked("x".repeat(1_000), 2);
        log.asked("马\u0000", 2);
        log.asked("马\ud83d", 2);
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        SearchLog.Summary summary = log.summary(today, today, 10);
        assertThat(summary.asked()).isEqualTo(3);
        assertThat(summary.unanswered()).isEqualTo(2);
        assertThat(summary.withoutAnswer()).containsExactly(new SearchLog.Question("骆驼", 2, 0));
        assertThat(summary.frequent()).hasSize(2);
        log.asked("马的", 1);
        log.asked("马的", 1);
        log.write();
        log.refresh();
        assertThat(context.getBean(Suggestions.class).of("马", Language.CHINESE, 8))
                .extracting(Suggestion::text)
                .contains("马的");
    }
}
