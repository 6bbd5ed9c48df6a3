package khos.translation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import khos.As;
import khos.account.Role;
import khos.memory.TranslationMemory;
import khos.storage.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("khos.storage.TestDatabase#all")
class AcceptancesTests extends Room {
    private static final int MANY = 10_000;

    private final Acceptances acceptances;

    AcceptancesTests(TestDatabase database) {
        super(database);
        acceptances = bean(Acceptances.class);
    }

    /** A document of which every hundredth segment lacks a code of its source. */
    private String many() {
        String source =
                IntStream.range(0, MANY).mapToObj(i -> "第" + i + "匹**马**。").collect(Collectors.joining("\n\n"));
        String target = IntStream.range(0, MANY)
                .mapToObj(i -> i + (i % 100 == 0 ? " ᠮᠣᠷᠢ᠃" : " **ᠮᠣᠷᠢ**᠃"))
                .collect(Collectors.joining("\n\n"));
        return translations
                .extract(TextKind.ARTICLE, "many", PAIR, source, target, State.TRANSLATED)
                .id();
    }

    private Progress progress(String document) {
        return translations.document(document).orElseThrow().progress();
    }

    @Test
    void tenThousandAreAcceptedPageByPageAndTakenBackAsOne() {
        String document = many();
        List<Integer> places = new ArrayList<>();
        Acceptances.Accepted done = acceptances.acceptAll(document, places::add);
        assertThat(done.accepted()).isEqualTo(9_900);
        assertThat(done.faulty()).isEqualTo(100);
        assertThat(done.isComplete()).isTrue();
        assertThat(places).isSorted().hasSizeGreaterThan(10).startsWith(0);
        assertThat(progress(document).reviewed()).isEqualTo(9_900);
        assertThat(bean(Revisions.class).of(segment(document, 1).id()))
                .extracting(Revision::kind)
                .containsExactly(Revision.Kind.REVIEWED);

        Segment touched = segment(document, 7);
        translations.returnFor(touched.id(), "再看", touched.version());
        assertThat(acceptances.undo(document, done)).isEqualTo(9_899);
        assertThat(progress(document).translated()).isEqualTo(9_999);
        assertThat(segment(document, 1).target()).isEqualTo("1 **ᠮᠣᠷᠢ**᠃");
        assertThat(acceptances.undo(document, done)).isZero();
    }

    @Test
    void whatIsStoppedKeepsWhatWasAccepted() {
        String document = many();
        Acceptances.Accepted done = acceptances.acceptAll(document, place -> place < 1_000);
        assertThat(done.isComplete()).isFalse();
        assertThat(done.accepted()).isEqualTo(990);
        assertThat(progress(document).reviewed()).isEqualTo(990);
        assertThat(acceptAll(document).accepted()).isEqualTo(9_900 - 990);
    }

    @Test
    void whatIsTakenBackLeavesTheMemory() {
        String document = extract("马");
        translate(segment(document, 0), "ᠮᠣᠷᠢ");
        Acceptances.Accepted done = acceptAll(document);
        assertThat(bean(TranslationMemory.class).lookup("马", PAIR, 100, 5)).hasSize(1);
        acceptances.undo(document, done);
        assertThat(bean(TranslationMemory.class).lookup("马", PAIR, 100, 5)).isEmpty();
        assertThat(review(segment(document, 0)).state()).isEqualTo(State.REVIEWED);
    }

    @Test
    void whatSomebodyElseAcceptedIsNotTakenBack() {
        String document = extract("马");
        translate(segment(document, 0), "ᠮᠣᠷᠢ");
        Acceptances.Accepted done = acceptAll(document);
        int restored = As.role(Role.ADMINISTRATOR, () -> acceptances.undo(document, done));
        assertThat(restored).isZero();
        assertThat(segment(document, 0).state()).isEqualTo(State.REVIEWED);
    }
}
