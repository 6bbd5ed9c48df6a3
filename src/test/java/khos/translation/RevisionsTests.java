package khos.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import khos.As;
import khos.account.Project;
import khos.account.Projects;
import khos.account.Role;
import khos.storage.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("khos.storage.TestDatabase#all")
class RevisionsTests extends Room {
    private final Revisions revisions;

    RevisionsTests(TestDatabase database) {
        super(database);
        revisions = bean(Revisions.class);
    }

    private SegmentNotes notes(Segment segment) {
        return revisions.notes(segment.documentId(), segment.ordinal(), 1).get(segment.id());
    }

    @Test
    void everyConfirmedChangeIsKeptAndDraftsAreNot() {
        Segment segment = segment(extract("马"), 0);
        Segment drafted = translations.saveDraft(segment.id(), "d", 0);
        Segment reviewed = review(translate(drafted, "a"));
        Segment returned = translations.returnFor(reviewed.id(), "术语不对", reviewed.version());
        translate(returned, "b");
        assertThat(revisions.of(segment.id()))
                .extracting(Revision::kind, Revision::target, Revision::reason, Revision::by)
                .containsExactly(
                        tuple(Revision.Kind.TRANSLATED, "b", "", "editor"),
                        tuple(Revision.Kind.RETURNED, "a", "术语不对", "editor"),
                        tuple(Revision.Kind.REVIEWED, "a", "", "editor"),
                        tuple(Revision.Kind.TRANSLATED, "a", "", "editor"));
    }

    @Test
    void aReturnedSegmentKeepsItsReasonUntilItIsTranslatedAnew() {
        Segment reviewed = review(translate(segment(extract("马"), 0), "a"));
        assertRefused("refused.no-reason", () -> translations.returnFor(reviewed.id(), " ", reviewed.version()));
        Segment returned = translations.returnFor(reviewed.id(), "不通顺", reviewed.version());
        assertThat(returned.state()).isEqualTo(State.INITIAL);
        assertThat(returned.draft()).contains("a");
        assertThat(notes(returned).returned()).contains("不通顺");
        Segment drafted = translations.saveDraft(returned.id(), "b", returned.version());
        assertThat(notes(drafted).returned()).contains("不通顺");
        assertThat(notes(translate(drafted, "b")).returned()).isEmpty();
    }

    @Test
    void aChangedReviewedSegmentKeepsItsLastApprovedText() {
        Segment reviewed = review(translate(segment(extract("马"), 0), "a"));
        Segment changed = translate(reviewed, "b");
        assertThat(changed.state()).isEqualTo(State.TRANSLATED);
        assertThat(notes(changed).approved()).contains("a");
        assertThat(notes(review(changed)).approved()).contains("b");
    }

    @Test
    void restoringIsAChangeLikeAnyOther() {
        Segment first = translate(segment(extract("马"), 0), "a");
        Segment second = translate(first, "b");
        Revision old = revisions.of(first.id()).getLast();
        assertThatThrownBy(() -> revisions.restore(first.id(), old.id(), first.version()))
                .isInstanceOf(StaleSegment.class);
        Segment restored = revisions.restore(first.id(), old.id(), second.version());
        assertThat(restored.target()).isEqualTo("a");
        assertThat(revisions.of(first.id()).getFirst().kind()).isEqualTo(Revision.Kind.RESTORED);
        assertRefused("refused.no-revision", () -> revisions.restore(first.id(), "x", restored.version()));
    }

    @Test
    void reviewersDifferWhereTheProjectSaysSo() {
        String document = extract("马\n\n牛");
        Segment mine = translate(segment(document, 0), "a");
        Segment other = As.role(Role.TRANSLATOR, () -> translate(segment(document, 1), "b"));
        var projects = bean(Projects.class);
        Project project = projects.find(Project.DEFAULT).orElseThrow();
        As.role(Role.ADMINISTRATOR, () -> {
            projects.change(project, project.name(), true);
            return 0;
        });
        assertRefused("refused.own-translation", () -> review(mine));
        assertThat(acceptAll(document).accepted()).isEqualTo(1);
        assertThat(segments(document)).extracting(Segment::state).containsExactly(State.TRANSLATED, State.REVIEWED);
        assertThat(segment(document, 1).id()).isEqualTo(other.id());
        assertThat(As.role(Role.REVIEWER, () -> review(mine)).state()).isEqualTo(State.REVIEWED);
    }

    @Test
    void reviewingAllKeepsARevisionOfEach() {
        String document = extract("马\n\n牛");
        segments(document).forEach(segment -> translate(segment, "x"));
        acceptAll(document);
        List<Segment> segments = segments(document);
        assertThat(segments)
                .allSatisfy(segment ->
                        assertThat(revisions.of(segment.id()).getFirst().kind()).isEqualTo(Revision.Kind.REVIEWED));
        assertThat(notes(segments.get(1)).translatedBy()).isEqualTo("editor");
    }
}
