package khos.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import khos.As;
import khos.account.Accounts;
import khos.account.InvalidEntry;
import khos.account.Member;
import khos.account.Project;
import khos.account.Projects;
import khos.account.Role;
import khos.account.StaleProject;
import khos.language.Language;
import khos.storage.TestDatabase;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.security.access.AccessDeniedException;

@ParameterizedClass
@MethodSource("khos.storage.TestDatabase#all")
class ProjectRightsTests extends Room {
    private final Projects projects;
    private final Project project;
    private final String document;
    private final Segment segment;

    ProjectRightsTests(TestDatabase database) {
        super(database);
        projects = bean(Projects.class);
        for (Role role : Role.values()) {
            bean(Accounts.class).create(role.name(), role.name(), role, "correct horse");
        }
        As.signIn(Role.ADMINISTRATOR);
        project = projects.create("市志", PAIR, false);
        document = extract("马，牛。");
        translations.assign(document, project.id());
        segment = segment(document, 0);
    }

    /** In the project, to the account that is a reviewer elsewhere. */
    private void give(Role role) {
        As.role(Role.ADMINISTRATOR, () -> {
            projects.setMember(project.id(), new Member("reviewer", role));
            return 0;
        });
        As.signIn(Role.REVIEWER);
    }

    private static void assertDenied(ThrowingCallable action) {
        assertThatThrownBy(action).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void whoIsNoMemberMayNothing() {
        As.signIn(Role.ADMINISTRATOR);
        Comment comment = bean(Comments.class).add(segment.id(), "@editor 请看");
        String replacement = bean(Replacements.class)
                .replace(document, Finding.of("x"), "y", List.of())
                .id();
        As.signIn(Role.EDITOR);
        assertThat(bean(Comments.class).mentioningMe()).isEmpty();
        assertThat(bean(Comments.class).openCounts(List.of(document))).isEmpty();
        assertDenied(() -> bean(Comments.class).resolve(comment.id(), true));
        assertDenied(() -> bean(Replacements.class).undo(replacement));
        assertDenied(() -> bean(Replacements.class).last(document));
        assertThat(translations.documents()).isEmpty();
        assertThat(projects.all()).extracting(Project::id).containsExactly(Project.DEFAULT);
        assertDenied(() -> translations.document(document));
        assertDenied(() -> translations.segments(document, 0, 10));
        assertDenied(() -> translations.nextOpen(document, 0));
        assertDenied(() -> translations.saveDraft(segment.id(), "x", 0));
        assertDenied(() -> translations.translate(segment.id(), "x", 0));
        assertDenied(() -> translations.review(segment.id(), 0));
        assertDenied(() -> translations.reopen(segment.id(), 0));
        assertDenied(() -> translations.returnFor(segment.id(), "x", 0));
        assertDenied(() -> acceptAll(document));
        assertDenied(() ->
                bean(Acceptances.class).undo(document, new Acceptances.Accepted(1, 0, true, java.time.Instant.EPOCH)));
        assertDenied(() -> translations.merged(document, Language.CHINESE));
        assertDenied(() -> translations.assign(document, Project.DEFAULT));
        assertDenied(() -> bean(Splits.class).split(segment.id(), 2, 0, 0));
        assertDenied(() -> bean(Splits.class).join(segment.id(), 0, 0));
        assertDenied(() -> bean(Revisions.class).of(segment.id()));
        assertDenied(() -> bean(Revisions.class).restore(segment.id(), "x", 0));
        assertDenied(() -> bean(Revisions.class).notes(document, 0, 1));
        assertDenied(() -> bean(Revisions.class).withChangedSource(document));
        assertDenied(() -> bean(SourceChanges.class).update(document, "x"));
        assertDenied(() -> bean(Comments.class).add(segment.id(), "x"));
        assertDenied(() -> bean(Comments.class).of(segment.id()));
        assertDenied(() -> bean(Comments.class).openIn(document));
        assertDenied(() -> bean(People.class).lease(segment.id()));
        assertDenied(() -> bean(People.class).leases(document));
        assertDenied(() -> bean(People.class).present(document));
        assertDenied(() -> bean(People.class).in(document));
        assertDenied(() -> bean(DocumentChecks.class).of(segment.id(), "x"));
        assertDenied(() -> bean(DocumentChecks.class).of(document, 0, 1));
        assertDenied(() -> bean(DocumentChecks.class).ignoreNothing(segment.id()));
        assertDenied(() -> bean(Replacements.class).find(document, Finding.of("x")));
        assertDenied(() -> bean(Replacements.class)
                .replace(document, Finding.of("x"), "y", List.of(new Replacements.Chosen(segment.id(), 0, Set.of(0)))));
        assertDenied(() -> translations.segment(segment.id()));
        assertDenied(() -> translations.changedAt(document));
        assertDenied(() -> bean(People.class).present(document, segment.id()));
        assertDenied(() -> bean(Fillings.class).last(document));
        assertDenied(() -> bean(Fillings.class).of(segment));
        assertDenied(() -> bean(Propagations.class).offer(segment));
        assertDenied(() -> bean(Propagations.class).propagate(segment.id(), false));
        assertDenied(() -> bean(Pretranslations.class)
                .pretranslate(document, new Pretranslations.Wish(75, false, false), place -> true));
        assertDenied(() -> bean(Coverages.class).of(document, place -> true));
        assertDenied(() -> projects.members(project.id()));
        assertDenied(() -> projects.setMember(project.id(), new Member("editor", Role.EDITOR)));
        assertDenied(() -> projects.change(project, "x", false));
        assertDenied(() -> projects.create("x", PAIR, false));
    }

    @Test
    void aTranslationIsTakenOverOnlyIntoProjectsOneHasARoleIn() {
        As.signIn(Role.EDITOR);
        Translation mine = translations.extract(TextKind.LESSON, "mine", PAIR, "马，牛。");
        Segment translated = translate(segment(mine.id(), 0), "x");
        assertThat(bean(Propagations.class).offer(translated)).isEqualTo(new Propagations.Offer(0, 0));
        As.signIn(Role.ADMINISTRATOR);
        assertThat(bean(Propagations.class).offer(translated)).isEqualTo(new Propagations.Offer(0, 1));
        Filling filling =
                bean(Propagations.class).propagate(translated.id(), true).orElseThrow();
        As.signIn(Role.EDITOR);
        assertThat(bean(Fillings.class).undo(filling.id())).isZero();
        assertThat(As.role(Role.ADMINISTRATOR, () -> segment(document, 0)).target())
                .isEqualTo("x");
    }

    @Test
    void aFillingIsUndoneByTranslatorsOfItsProject() {
        As.signIn(Role.ADMINISTRATOR);
        String two = translations
                .extract(project.id(), TextKind.LESSON, "two", PAIR, "马。\n\n马。")
                .id();
        Segment translated = translate(segment(two, 0), "x");
        Filling filling =
                bean(Propagations.class).propagate(translated.id(), false).orElseThrow();
        As.signIn(Role.EDITOR);
        assertDenied(() -> bean(Fillings.class).undo(filling.id()));
        give(Role.TRANSLATOR);
        assertThat(bean(Fillings.class).undo(filling.id())).isEqualTo(1);
    }

    @Test
    void aReviewerElsewhereIsATranslatorHere() {
        give(Role.TRANSLATOR);
        assertThat(translations.documents()).hasSize(1);
        Segment translated = translate(segment, "x");
        assertDenied(() -> review(translated));
        assertDenied(() -> translations.merged(document, Language.CHINESE));
        assertDenied(() -> projects.removeMember(project.id(), "reviewer"));
    }

    @Test
    void aTextIsTakenIntoAProjectByItsTranslators() {
        As.signIn(Role.REVIEWER);
        assertDenied(() -> translations.extract(project.id(), TextKind.LESSON, "new", PAIR, "马"));
        assertDenied(
                () -> translations.extract(project.id(), TextKind.LESSON, "new", PAIR, "马", "ᠮᠣᠷᠢ", State.TRANSLATED));
        assertDenied(() -> translations.pairs(project.id(), PAIR, "马", "ᠮᠣᠷᠢ"));
        give(Role.TRANSLATOR);
        Translation taken = translations.extract(project.id(), TextKind.LESSON, "new", PAIR, "马");
        assertThat(translations.projectOf(taken.id())).contains(project.id());
    }

    @Test
    void aReviewerElsewhereIsAnEditorHere() {
        give(Role.EDITOR);
        review(translate(segment, "x"));
        assertThat(translations.merged(document, Language.MONGOLIAN).body()).contains("x");
        assertThat(projects.members(project.id())).containsExactly(new Member("reviewer", Role.EDITOR));
        assertDenied(() -> projects.change(project, "x", false));
    }

    @Test
    void anAdministratorOfTheProjectChoosesItsMembers() {
        give(Role.ADMINISTRATOR);
        projects.setMember(project.id(), new Member("translator", Role.TRANSLATOR));
        projects.change(project, "市志二", true);
        assertThat(projects.find(project.id()).orElseThrow().reviewerDiffers()).isTrue();
        assertThatThrownBy(() -> projects.change(project, "市志三", true)).isInstanceOf(StaleProject.class);
        assertThatThrownBy(() -> projects.change(project, " ", true)).isInstanceOf(InvalidEntry.class);
        assertThatThrownBy(() -> projects.setMember(project.id(), new Member("nobody", Role.EDITOR)))
                .isInstanceOf(InvalidEntry.class);
        projects.removeMember(project.id(), "reviewer");
        assertDenied(() -> translations.document(document));
    }
}
