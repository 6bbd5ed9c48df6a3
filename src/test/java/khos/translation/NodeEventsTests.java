package khos.translation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import khos.As;
import khos.Rooms;
import khos.account.Role;
import khos.language.Language;
import khos.language.LanguagePair;
import khos.storage.NodeMessages;
import khos.storage.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class NodeEventsTests {
    private static final LanguagePair PAIR = new LanguagePair(Language.CHINESE, Language.MONGOLIAN);

    @AfterEach
    void signOut() {
        As.signOut();
    }

    @Test
    void whatIsWrittenIsRead() {
        List<DocumentEvent> events = List.of(
                new DocumentEvent.SegmentChanged("d", "s", 7, "a"),
                new DocumentEvent.DocumentChanged("d", ""),
                new DocumentEvent.CommentsChanged("d", "s", "a"),
                new DocumentEvent.PeopleChanged("d", "a"));
        assertThat(events)
                .allSatisfy(event ->
                        assertThat(NodeEvents.read(NodeEvents.written(event))).contains(event));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "segment\nd", "other\nd\na\ns\n0", "people\nd\na\ns\n0\nmore"})
    void whatAnotherVersionMaySendIsPassedOver(String message) {
        assertThat(NodeEvents.read(message)).isEmpty();
    }

    /** Waits until the node hears the others, or hears them no more. */
    private static void await(ConfigurableApplicationContext node, boolean connected) throws InterruptedException {
        NodeMessages messages = node.getBean(NodeMessages.class);
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (messages.isConnected() != connected) {
            assertThat(System.nanoTime()).isLessThan(until);
            Thread.sleep(20);
        }
    }

    @Test
    void aChangeOnOneNodeIsHeardOnTheOtherOnceAndAfterTheConnectionBroke() throws InterruptedException {
        String url = TestDatabase.POSTGRESQL.newUrl();
        try (var one = TestDatabase.start(url, Rooms.class);
                var other = TestDatabase.start(url, Rooms.class)) {
            As.signIn(Role.EDITOR);
            Translations translations = one.getBean(Translations.class);
            String document =
                    translations.extract(TextKind.ARTICLE, "text", PAIR, "马\n").id();
            Segment segment = translations.segments(document, 0, 1).getFirst();
            var heard = new LinkedBlockingQueue<DocumentEvent>();
            var heardHere = new LinkedBlockingQueue<DocumentEvent>();
            await(one, true);
            await(other, true);
            try (var there = other.getBean(DocumentEvents.class).subscribe(document, heard::add);
                    var here = one.getBean(DocumentEvents.class).subscribe(document, heardHere::add)) {
                assertThat(there).isNotEqualTo(here);
                Segment first = translations.saveDraft(segment.id(), "ᠮᠣᠷᠢ", segment.version());
                DocumentEvent expected = changed(first);
                assertThat(heard.poll(30, TimeUnit.SECONDS)).isEqualTo(expected);

                cut(one);
                await(other, false);
                await(other, true);
                Segment second = translations.saveDraft(first.id(), "ᠠᠳᠤᠭᠤ", first.version());
                assertThat(heard.poll(30, TimeUnit.SECONDS)).isEqualTo(changed(second));
                assertThat(heardHere.poll(30, TimeUnit.SECONDS)).isEqualTo(expected);
                assertThat(heardHere.poll(30, TimeUnit.SECONDS)).isEqualTo(changed(second));
                assertThat(heardHere).isEmpty();
            }
        }
    }

    private static DocumentEvent changed(Segment segment) {
        return new DocumentEvent.SegmentChanged(segment.documentId(), segment.id(), segment.version(), "editor");
    }

    /** Ends the connections that messages arrive on, and waits until their nodes know. */
    private static void cut(ConfigurableApplicationContext node) {
        node.getBean(JdbcClient.class).sql("""
                        SELECT count(*) FROM pg_stat_activity
                        WHERE CASE WHEN application_name = 'khos messages' AND datname = current_database()
                                   THEN pg_terminate_backend(pid, 10000) ELSE false END
                        """).query(Integer.class).single();
    }
}
