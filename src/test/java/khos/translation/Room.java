package khos.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import khos.As;
import khos.Rooms;
import khos.account.Role;
import khos.language.Language;
import khos.language.LanguagePair;
import khos.storage.TestDatabase;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.context.ConfigurableApplicationContext;

/** What the tests of the craft's use cases begin with: a database, an editor signed in, a document. */
abstract class Room {
    static final LanguagePair PAIR = new LanguagePair(Language.CHINESE, Language.MONGOLIAN);

    final ConfigurableApplicationContext context;
    final Translations translations;

    Room(TestDatabase database) {
        context = database.start(Rooms.class);
        translations = context.getBean(Translations.class);
    }

    @BeforeEach
    void signIn() {
        As.signIn(Role.EDITOR);
    }

    @AfterEach
    void close() {
        As.signOut();
        context.close();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** The id of a new document. */
    String extract(String text) {
        return translations.extract(TextKind.ARTICLE, "text", PAIR, text).id();
    }

    List<Segment> segments(String documentId) {
        return translations.segments(documentId, 0, 100_000);
    }

    Segment segment(String documentId, int ordinal) {
        return segments(documentId).get(ordinal);
    }

    Segment translate(Segment segment, String text) {
        return translations.translate(segment.id(), text, segment.version());
    }

    Segment review(Segment segment) {
        return translations.review(segment.id(), segment.version());
    }

    Acceptances.Accepted acceptAll(String documentId) {
        return bean(Acceptances.class).acceptAll(documentId, place -> true);
    }

    static void assertRefused(String key, ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo(key));
    }
}
