package khos.terminology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import khos.As;
import khos.Rooms;
import khos.account.Role;
import khos.language.Language;
import khos.storage.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class TermbaseTests {
    private static final Concept CLASSROOM = Concept.of(List.of(
            new Term(Language.CHINESE, "云课堂", Status.PREFERRED),
            new Term(Language.MONGOLIAN, "ᠬᠢᠴᠢᠶᠡᠯ", Status.ADMITTED)));

    private ConfigurableApplicationContext context;

    private static List<Concept> found(Termbase termbase, String text) {
        List<Concept> found = termbase.search(text, Optional.empty(), 0, 100);
        assertThat(termbase.count(text, Optional.empty())).isEqualTo(found.size());
        return found;
    }

    @AfterEach
    void close() {
        As.signOut();
        context.close();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void conceptsAreKeptChangedAndFoundInTexts(TestDatabase database) {
        As.signIn(Role.REVIEWER);
        context = database.start(Rooms.class);
        var termbase = context.getBean(Termbase.class);
        assertThat(termbase.recognize("云课堂", Language.CHINESE)).isEmpty();

        Concept added = termbase.add(CLASSROOM);
        assertThat(termbase.find(added.id())).contains(added);
        assertThat(termbase.recognize("看云课堂", Language.CHINESE))
                .singleElement()
                .satisfies(occurrence -> assertThat(occurrence.concept()).isEqualTo(added));
        assertThat(found(termbase, "云课")).containsExactly(added);
        assertThat(found(termbase, "骆驼")).isEmpty();

        var changed = new Concept(
                added.id(), "教育", "", "", "", List.of(new Term(Language.CHINESE, "网课", Status.PREFERRED)), 0);
        termbase.change(changed);
        assertThat(termbase.recognize("云课堂", Language.CHINESE)).isEmpty();
        assertThat(found(termbase, "教育"))
                .singleElement()
                .satisfies(concept -> assertThat(concept.version()).isEqualTo(1));
        assertThatThrownBy(() -> termbase.change(changed))
                .isInstanceOfSatisfying(
                        StaleConcept.class,
                        stale -> assertThat(stale.current().version()).isEqualTo(1));

        As.signIn(Role.TRANSLATOR);
        assertThat(termbase.addMissing(List.of(CLASSROOM, CLASSROOM))).hasSize(1);
        assertThat(termbase.addMissing(List.of(CLASSROOM))).isEmpty();
        Concept later = found(termbase, "云课堂").getFirst();
        assertThatThrownBy(() -> termbase.change(later)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> termbase.remove(added.id())).isInstanceOf(AccessDeniedException.class);
        As.signIn(Role.REVIEWER);
        termbase.remove(added.id());
        assertThat(found(termbase, "")).containsExactly(later);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void conceptsAreSearchedPageByPageWhateverTheirCase(TestDatabase database) {
        As.signIn(Role.TRANSLATOR);
        context = database.start(Rooms.class);
        var termbase = context.getBean(Termbase.class);
        List<Concept> wanted = new ArrayList<>();
        for (int i = 0; i < 1_200; i++) {
            Status status = i % 3 == 0 ? Status.FORBIDDEN : Status.PREFERRED;
            Term term = new Term(Language.MONGOLIAN, "Морь 100%_" + i, status);
            wanted.add(new Concept("", i % 2 == 0 ? "Ögedei" : "", "", "", "", List.of(term), 0));
        }
        List<Concept> added = termbase.addAll(wanted);

        assertThat(termbase.all()).containsExactlyElementsOf(added);
        assertThat(termbase.count("МОРЬ", Optional.empty())).isEqualTo(1_200);
        assertThat(termbase.search("МОРЬ", Optional.empty(), 700, 50)).isEqualTo(added.subList(700, 750));
        assertThat(termbase.count("ögeDEI", Optional.of(Status.FORBIDDEN))).isEqualTo(200);
        assertThat(termbase.search(" öge ", Optional.of(Status.FORBIDDEN), 199, 50))
                .containsExactly(added.get(1_194));
        assertThat(termbase.count("100%_7", Optional.empty())).isEqualTo(311 - 200);
        assertThat(termbase.count("100_%", Optional.empty())).isZero();
        assertThat(termbase.count("!", Optional.empty())).isZero();
        assertThat(termbase.count("м".repeat(100_000), Optional.empty())).isZero();
        assertThat(termbase.search("", Optional.empty(), Integer.MAX_VALUE, 10)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void everyNodeFindsWhatAnotherChanged(TestDatabase database) {
        As.signIn(Role.REVIEWER);
        context = database.start(Rooms.class);
        var termbase = context.getBean(Termbase.class);
        var other = new Termbase(
                context.getBean(TermRepository.class),
                context.getBean(khos.storage.Sequences.class),
                java.time.Clock.systemUTC());
        assertThat(other.recognize("云课堂", Language.CHINESE)).isEmpty();

        Concept added = termbase.add(CLASSROOM);
        assertThat(other.recognize("云课堂", Language.CHINESE)).hasSize(1);
        termbase.remove(added.id());
        assertThat(other.recognize("云课堂", Language.CHINESE)).isEmpty();
        assertThat(termbase.addAll(List.of(added))).containsExactly(added);
        assertThat(termbase.addAll(List.of(added)).getFirst().id()).isNotEqualTo(added.id());
        assertThat(other.recognize("云课堂", Language.CHINESE)).hasSize(2);
        other.close();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whatIsTakenBackIsFoundByNobody(TestDatabase database) {
        As.signIn(Role.REVIEWER);
        context = database.start(Rooms.class);
        var termbase = context.getBean(Termbase.class);
        termbase.recognize("云课堂", Language.CHINESE);
        var transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
        transaction.executeWithoutResult(status -> {
            termbase.add(CLASSROOM);
            assertThat(termbase.finder().apply("云课堂", Language.CHINESE)).hasSize(1);
            status.setRollbackOnly();
        });
        termbase.add(Concept.of(List.of(new Term(Language.CHINESE, "马", Status.PREFERRED))));
        assertThat(termbase.recognize("云课堂马", Language.CHINESE)).hasSize(1);
    }
}
