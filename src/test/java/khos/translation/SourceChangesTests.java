package khos.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import khos.storage.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("khos.storage.TestDatabase#all")
class SourceChangesTests extends Room {
    private final SourceChanges changes;

    SourceChangesTests(TestDatabase database) {
        super(database);
        changes = bean(SourceChanges.class);
    }

    @Test
    void translationsStayWithTheirSentences() {
        String document = extract("# 马\n\n马跑得很快。牛走得慢。\n\n羊吃草。\n");
        segments(document).forEach(segment -> translate(segment, "T" + segment.number()));
        assertThat(changes.expected(document, "# 马\n\n新的一段话。\n\n马跑得非常快。牛走得慢。\n"))
                .isEqualTo(new SourceChanges.Outcome(2, 1, 1, 1));
        var outcome = changes.update(document, "# 马\n\n新的一段话。\n\n马跑得非常快。牛走得慢。\n");
        assertThat(outcome).isEqualTo(new SourceChanges.Outcome(2, 1, 1, 1));
        assertThat(segments(document))
                .extracting(Segment::source, Segment::target, Segment::working, Segment::state, Segment::number)
                .containsExactly(
                        tuple("马", "T1", "T1", State.TRANSLATED, 1),
                        tuple("新的一段话。", "", "", State.INITIAL, 5),
                        tuple("马跑得非常快。", "", "T2", State.INITIAL, 2),
                        tuple("牛走得慢。", "T3", "T3", State.TRANSLATED, 3));
        assertThat(segments(document)).extracting(Segment::ordinal).containsExactly(0, 1, 2, 3);
    }

    @Test
    void theOldSourceIsKeptUntilTheSegmentIsTranslatedAnew() {
        String document = extract("马跑得很快。");
        translate(segment(document, 0), "T");
        changes.update(document, "马跑得非常快。");
        changes.update(document, "马跑得非常非常快。");
        var revisions = bean(Revisions.class);
        Segment changed = revisions.withChangedSource(document).getFirst();
        assertThat(revisions.notes(document, 0, 1).get(changed.id()).oldSource())
                .contains("马跑得很快。");
        translate(changed, "U");
        assertThat(revisions.withChangedSource(document)).isEmpty();
    }

    @Test
    void aTextTakenInAgainChangesNothing() {
        String document = extract("# 马\n\n马跑得很快。牛走得慢。\n");
        segments(document).forEach(segment -> translate(segment, "T"));
        var before = segments(document);
        assertThat(changes.update(document, "# 马\n\n马跑得很快。牛走得慢。\n")).isEqualTo(new SourceChanges.Outcome(3, 0, 0, 0));
        assertThat(segments(document)).isEqualTo(before);
    }

    @Test
    void nothingIsNoSource() {
        String document = extract("马");
        assertRefused("refused.empty", () -> changes.update(document, "\n"));
        assertThat(segments(document)).hasSize(1);
    }

    @Test
    void threeThousandSentencesAreAligned() {
        String old = IntStream.range(0, 3_000).mapToObj(i -> "第" + i + "句话。").collect(Collectors.joining("\n\n"));
        String document = extract(old);
        String now = IntStream.range(0, 3_000)
                .mapToObj(i -> i % 10 == 0 ? "第" + i + "句新话。" : "第" + i + "句话。")
                .collect(Collectors.joining("\n\n"));
        assertThat(changes.update(document, now)).isEqualTo(new SourceChanges.Outcome(2_700, 300, 0, 0));
    }
}
