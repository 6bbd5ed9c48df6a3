package khos.translation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import khos.language.Span;
import khos.storage.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("khos.storage.TestDatabase#all")
class ReplacementsTests extends Room {
    private final Replacements replacements;

    ReplacementsTests(TestDatabase database) {
        super(database);
        replacements = bean(Replacements.class);
    }

    private static Replacements.Chosen all(Replacements.Hit hit) {
        return new Replacements.Chosen(hit.segment().id(), hit.segment().version(), Set.of(0, 1, 2, 3));
    }

    @Test
    void whatIsChosenIsReplacedAndTakenBackAsOne() {
        String document = extract("马\n\n牛\n\n羊\n\n狗");
        Segment reviewed = review(translate(segment(document, 0), "aXbX"));
        Segment draft = translations.saveDraft(segment(document, 1).id(), "X", 0);
        translate(segment(document, 2), "y");
        var hits = replacements.find(document, Finding.of("X"));
        assertThat(hits.complete()).isTrue();
        assertThat(hits.places()).isEqualTo(3);
        assertThat(hits.hits().getFirst().spans()).containsExactly(new Span(1, 2), new Span(3, 4));
        assertThat(Replacements.preview(reviewed, Finding.of("X"), "Z")).isEqualTo("aZbZ");
        var outcome = replacements.replace(
                document,
                Finding.of("X"),
                "Z",
                List.of(
                        new Replacements.Chosen(reviewed.id(), reviewed.version(), Set.of(1)),
                        new Replacements.Chosen(draft.id(), draft.version(), Set.of(0))));
        assertThat(outcome.stale()).isEmpty();
        assertThat(segment(document, 0).target()).isEqualTo("aXbZ");
        assertThat(segment(document, 0).state()).isEqualTo(State.TRANSLATED);
        assertThat(segment(document, 1).draft()).contains("Z");
        assertThat(replacements.last(document)).contains(outcome.id());
        assertThat(replacements.undo(outcome.id())).isEqualTo(2);
        assertThat(segment(document, 0).target()).isEqualTo("aXbX");
        assertThat(segment(document, 0).state()).isEqualTo(State.REVIEWED);
        assertThat(segment(document, 1).draft()).contains("X");
        assertThat(replacements.last(document)).isEmpty();
        assertRefused("refused.no-replacement", () -> replacements.undo(outcome.id()));
    }

    @Test
    void whatChangedMeanwhileIsLeftAlone() {
        String document = extract("马\n\n牛");
        segments(document).forEach(segment -> translate(segment, "X"));
        var hits = replacements.find(document, Finding.of("X")).hits();
        translate(segment(document, 0), "XX");
        var outcome = replacements.replace(
                document,
                Finding.of("X"),
                "Z",
                hits.stream().map(ReplacementsTests::all).toList());
        assertThat(outcome.replaced()).hasSize(1);
        assertThat(outcome.stale()).extracting(Segment::target).containsExactly("XX");
        translate(segment(document, 1), "by hand");
        assertThat(replacements.undo(outcome.id())).isZero();
        assertThat(segment(document, 1).target()).isEqualTo("by hand");
    }

    @Test
    void sourcesAreFoundAndNotReplaced() {
        String document = extract("马\n\n牛");
        var inSource = new Finding("牛", false, false, false, true);
        var hits = replacements.find(document, inSource).hits();
        assertThat(hits).hasSize(1);
        assertRefused(
                "refused.replace-source",
                () -> replacements.replace(document, inSource, "x", List.of(all(hits.getFirst()))));
    }

    @Test
    void nothingIsReplacedIntoNothing() {
        String document = extract("马");
        translate(segment(document, 0), "X");
        var hit = replacements.find(document, Finding.of("X")).hits().getFirst();
        assertThat(replacements
                        .replace(document, Finding.of("X"), "", List.of(all(hit)))
                        .replaced())
                .isEmpty();
        assertThat(segment(document, 0).target()).isEqualTo("X");
    }
}
