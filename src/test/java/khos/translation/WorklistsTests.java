package khos.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import khos.storage.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("khos.storage.TestDatabase#all")
class WorklistsTests extends Room {
    private final Worklists worklists;

    WorklistsTests(TestDatabase database) {
        super(database);
        worklists = bean(Worklists.class);
    }

    @Test
    void eachKindOfWorkHasItsSegments() {
        String document = extract("# 马\n\n**马**跑得快。牛走得慢。羊吃草。\n");
        translate(segment(document, 0), "ᠮᠣᠷᠢ");
        translate(segment(document, 1), "**ᠮᠣᠷᠢ** ᠬᠤᠷᠳᠤᠨ,");
        Segment given = translate(segment(document, 2), "ᠦᠬᠡᠷ ᠤᠳᠠᠭᠠᠨ᠃");
        translations.returnFor(given.id(), "再看看", given.version());
        bean(Comments.class).add(segment(document, 3).id(), "草？");
        assertThat(worklists.counts(document))
                .contains(
                        entry(Work.ALL, 4),
                        entry(Work.OPEN, 2),
                        entry(Work.TO_REVIEW, 2),
                        entry(Work.RETURNED, 1),
                        entry(Work.SOURCE_CHANGED, 0),
                        entry(Work.COMMENTS, 1))
                .doesNotContainKey(Work.ISSUES);
        assertThat(worklists.places(document, Work.OPEN)).containsExactly(2, 3);
        assertThat(worklists.places(document, Work.RETURNED)).containsExactly(2);
        assertThat(worklists.places(document, Work.COMMENTS)).containsExactly(3);
        assertThat(worklists.places(document, Work.ISSUES)).contains(1).doesNotContain(3);
    }

    @Test
    void aResolvedCommentIsNoWork() {
        String document = extract("马。");
        var comments = bean(Comments.class);
        Comment comment = comments.add(segment(document, 0).id(), "马？");
        comments.resolve(comment.id(), true);
        assertThat(worklists.counts(document)).containsEntry(Work.COMMENTS, 0);
        assertThat(worklists.places(document, Work.COMMENTS)).isEmpty();
    }

    @Test
    void segmentsAreFoundByPlaceAndByNumber() {
        String document = extract("马，牛。\n\n羊。\n");
        Segment whole = segment(document, 0);
        bean(Splits.class).split(whole.id(), 2, 0, whole.version());
        assertThat(worklists.at(document, List.of(2, 0)))
                .extracting(Segment::source)
                .containsExactly("马，", "羊。");
        assertThat(worklists.at(document, List.of())).isEmpty();
        assertThat(worklists.placeOf(document, 2)).contains(2);
        assertThat(worklists.placeOf(document, 9)).isEmpty();
    }

    @Test
    void issuesAndNotesOfSomePlacesAreThoseOfAll() {
        String document = extract("**马**跑得快。牛走得慢。羊吃草。");
        translate(segment(document, 0), "**ᠮᠣᠷᠢ**,");
        translate(segment(document, 2), "ᠬᠣᠨᠢ,");
        var checks = bean(DocumentChecks.class);
        var revisions = bean(Revisions.class);
        assertThat(checks.at(document, List.of(0, 1, 2))).isEqualTo(checks.of(document, 0, 3));
        assertThat(checks.at(document, List.of(2)).keySet())
                .containsExactly(segment(document, 2).id());
        assertThat(revisions.notes(document, List.of(0, 1, 2))).isEqualTo(revisions.notes(document, 0, 3));
    }
}
