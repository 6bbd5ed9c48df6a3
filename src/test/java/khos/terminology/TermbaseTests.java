package khos.terminology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
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

class TermbaseTests {
    private static final Concept CLASSROOM = Concept.of(List.of(
            new Term(Language.CHINESE, "云课堂", Status.PREFERRED),
            new Term(Language.MONGOLIAN, "ᠬᠢᠴᠢᠶᠡᠯ", Status.ADMITTED)));

    private ConfigurableApplicationContext context;

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
        assertThat(termbase.search("云课")).containsExactly(added);
        assertThat(termbase.search("骆驼")).isEmpty();

        var changed = new Concept(
                added.id(), "教育", "", "", "", List.of(new Term(Language.CHINESE, "网课", Status.PREFERRED)), 0);
        termbase.change(changed);
        assertThat(termbase.recognize("云课堂", Language.CHINESE)).isEmpty();
        assertThat(termbase.search("教育"))
                .singleElement()
                .satisfies(concept -> assertThat(concept.version()).isEqualTo(1));
        assertThatThrownBy(() -> termbase.change(changed))
                .isInstanceOfSatisfying(
                        StaleConcept.class,
                        stale -> assertThat(stale.current().version()).isEqualTo(1));

        As.signIn(Role.TRANSLATOR);
        assertThat(termbase.addMissing(List.of(CLASSROOM, CLASSROOM))).hasSize(1);
        assertThat(termbase.addMissing(List.of(CLASSROOM))).isEmpty();
        Concept later = termbase.search("云课堂").getFirst();
        assertThatThrownBy(() -> termbase.change(later)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> termbase.remove(added.id())).isInstanceOf(AccessDeniedException.class);
        As.signIn(Role.REVIEWER);
        termbase.remove(added.id());
        assertThat(termbase.search("")).containsExactly(later);
    }
}
