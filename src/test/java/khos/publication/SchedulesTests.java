package khos.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import khos.As;
import khos.Rooms;
import khos.account.Accounts;
import khos.account.Member;
import khos.account.Project;
import khos.account.Projects;
import khos.account.Role;
import khos.language.Language;
import khos.language.LanguagePair;
import khos.publication.Schedule.Action;
import khos.storage.TestDatabase;
import khos.translation.Refused;
import khos.translation.Segment;
import khos.translation.State;
import khos.translation.TextKind;
import khos.translation.Translations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.access.AccessDeniedException;

@ParameterizedClass
@MethodSource("khos.storage.TestDatabase#all")
class SchedulesTests {
    private static final LanguagePair PAIR = new LanguagePair(Language.CHINESE, Language.MONGOLIAN);
    private static final List<Language> CHINESE = List.of(Language.CHINESE);
    private static final List<Language> BOTH = List.of(Language.CHINESE, Language.MONGOLIAN);
    private static final Duration HOUR = Duration.ofHours(1);

    private final ConfigurableApplicationContext context;
    private final Translations translations;
    private final Publications publications;
    private final Schedules schedules;
    private final Timekeeper timekeeper;
    private final Hand clock;

    SchedulesTests(TestDatabase database) {
        context = database.start(Rooms.class, Hand.class);
        translations = context.getBean(Translations.class);
        publications = context.getBean(Publications.class);
        schedules = context.getBean(Schedules.class);
        timekeeper = context.getBean(Timekeeper.class);
        clock = context.getBean(Hand.class);
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

    private String lesson(String slug) {
        return translations
                .extract(
                        TextKind.LESSON,
                        slug,
                        PAIR,
                        "---\ntitle: 课\n---\n一\n\n二\n",
                        "---\ntitle: ᠨᠣᠮ\n---\nᠨᠢᠭᠡ\n\nᠬᠣᠶᠠᠷ\n",
                        State.FINAL)
                .id();
    }

    private Instant in(Duration duration) {
        return clock.instant().plus(duration);
    }

    /** The clock goes on, and whatever is due is done as nobody in particular. */
    private void pass(Duration duration) {
        clock.move(duration);
        As.signOut();
        timekeeper.work();
        As.signIn(Role.EDITOR);
    }

    private Map<Language, Status> statuses(String document) {
        return publications.statuses(document);
    }

    private void reopenFirst(String document) {
        Segment first = translations.segments(document, 1, 1).getFirst();
        translations.reopen(first.id(), first.version());
    }

    @Test
    void aTextComesOutWhenItsTimeHasCome() {
        String document = lesson("planned");
        schedules.publish(document, BOTH, in(HOUR));
        assertThat(schedules.of(document)).extracting(Schedule::at).containsExactly(in(HOUR), in(HOUR));
        pass(HOUR.minusMillis(1));
        assertThat(statuses(document)).containsEntry(Language.CHINESE, Status.DRAFT);
        pass(Duration.ofMillis(1));
        assertThat(statuses(document))
                .containsEntry(Language.CHINESE, Status.PUBLISHED)
                .containsEntry(Language.MONGOLIAN, Status.PUBLISHED);
        assertThat(schedules.of(document)).isEmpty();
        assertThat(publications.lastChange()).isEqualTo(2);
    }

    @Test
    void eachLanguageHasATimeOfItsOwn() {
        String document = lesson("apart");
        schedules.publish(document, CHINESE, in(HOUR));
        schedules.publish(document, List.of(Language.MONGOLIAN), in(HOUR.multipliedBy(2)));
        pass(HOUR);
        assertThat(statuses(document))
                .containsEntry(Language.CHINESE, Status.PUBLISHED)
                .containsEntry(Language.MONGOLIAN, Status.DRAFT);
        pass(HOUR);
        assertThat(statuses(document)).containsEntry(Language.MONGOLIAN, Status.PUBLISHED);
    }

    @Test
    void whatIsPublishedIsTheTextOfThatMoment() {
        String document = lesson("mended");
        schedules.publish(document, BOTH, in(HOUR));
        Segment first = translations.segments(document, 1, 1).getFirst();
        As.signIn(Role.EDITOR);
        Segment opened = translations.reopen(first.id(), first.version());
        Segment mended = translations.translate(opened.id(), "ᠨᠢᠭᠡ ᠨᠢᠭᠡ", opened.version());
        translations.review(mended.id(), mended.version());
        pass(HOUR);
        Edition edition = publications
                .find(TextKind.LESSON, "mended")
                .flatMap(lesson -> lesson.edition(Language.MONGOLIAN))
                .orElseThrow();
        assertThat(edition.sentences().getFirst().text()).isEqualTo("ᠨᠢᠭᠡ ᠨᠢᠭᠡ");
    }

    @Test
    void aTimeThatIsPastMeansAtOnce() {
        String document = lesson("at-once");
        schedules.publish(document, CHINESE, clock.instant());
        assertThat(statuses(document)).containsEntry(Language.CHINESE, Status.PUBLISHED);
        schedules.withdraw(document, CHINESE, Instant.MIN);
        assertThat(statuses(document)).containsEntry(Language.CHINESE, Status.WITHDRAWN);
        assertThat(schedules.of(document)).isEmpty();
    }

    @Test
    void aTimeThatIsFarAwayIsRefused() {
        String document = lesson("far");
        for (Instant far : List.of(in(Duration.ofDays(5 * 366)), Instant.MAX)) {
            assertThatThrownBy(() -> schedules.publish(document, CHINESE, far))
                    .isInstanceOfSatisfying(
                            Refused.class, refused -> assertThat(refused.key()).isEqualTo("refused.schedule-too-far"));
        }
        schedules.publish(document, CHINESE, in(Duration.ofDays(5 * 365)));
        assertThat(schedules.of(document)).hasSize(1);
    }

    @Test
    void whatIsScheduledIsMovedAndCancelled() {
        String document = lesson("moved");
        schedules.publish(document, CHINESE, in(HOUR));
        schedules.publish(document, CHINESE, in(HOUR.multipliedBy(3)));
        pass(HOUR);
        assertThat(statuses(document)).containsEntry(Language.CHINESE, Status.DRAFT);
        schedules.cancel(document, Language.CHINESE, Action.PUBLISH);
        pass(HOUR.multipliedBy(3));
        assertThat(statuses(document)).containsEntry(Language.CHINESE, Status.DRAFT);
        assertThat(schedules.all()).isEmpty();
    }

    @Test
    void whatIsMovedWhileItIsDueWaits() {
        String document = lesson("late-change");
        schedules.publish(document, CHINESE, in(HOUR));
        Schedule read = schedules.of(document).getFirst();
        schedules.publish(document, CHINESE, in(HOUR.multipliedBy(2)));
        publications.carryOut(read);
        assertThat(statuses(document)).containsEntry(Language.CHINESE, Status.DRAFT);
        assertThat(schedules.of(document)).hasSize(1);
        assertThat(publications.lastChange()).isZero();
    }

    @Test
    void whatIsNotCompleteIsNotScheduled() {
        String document = lesson("incomplete");
        reopenFirst(document);
        assertThatThrownBy(() -> schedules.publish(document, BOTH, in(HOUR)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo("refused.not-reviewed"));
        assertThat(schedules.of(document)).isEmpty();
        assertThat(translations.segments(document, 0, 1).getFirst().state()).isEqualTo(State.FINAL);
    }

    @Test
    void whatIsNotCompleteAnyMoreSaysSoAndIsNotTriedAgain() {
        String document = lesson("failing");
        schedules.publish(document, BOTH, in(HOUR));
        reopenFirst(document);
        pass(HOUR);
        assertThat(statuses(document))
                .containsEntry(Language.CHINESE, Status.PUBLISHED)
                .containsEntry(Language.MONGOLIAN, Status.DRAFT);
        Schedule failed = schedules.all().getFirst();
        assertThat(failed.failure().orElseThrow().key()).isEqualTo("refused.not-reviewed");
        assertThat(failed.failure().orElseThrow().arguments()).containsExactly("1");
        Segment first = translations.segments(document, 1, 1).getFirst();
        Segment mended = translations.translate(first.id(), "ᠨᠢᠭᠡ", first.version());
        translations.review(mended.id(), mended.version());
        pass(HOUR);
        assertThat(statuses(document)).containsEntry(Language.MONGOLIAN, Status.DRAFT);
        schedules.publish(document, List.of(Language.MONGOLIAN), in(HOUR));
        assertThat(schedules.of(document)).noneMatch(Schedule::isFailed);
        pass(HOUR);
        assertThat(statuses(document)).containsEntry(Language.MONGOLIAN, Status.PUBLISHED);
    }

    @Test
    void oneThatFailsKeepsNoOtherFromComingOut() {
        String first = lesson("one-fails");
        String second = lesson("other-does-not");
        schedules.publish(first, List.of(Language.MONGOLIAN), in(HOUR));
        schedules.publish(second, List.of(Language.MONGOLIAN), in(HOUR));
        reopenFirst(first);
        pass(HOUR);
        assertThat(statuses(second)).containsEntry(Language.MONGOLIAN, Status.PUBLISHED);
    }

    @Test
    void whatWasDueWhileNobodyRanIsDoneLate() {
        String document = lesson("late");
        schedules.publish(document, CHINESE, in(HOUR));
        clock.move(Duration.ofDays(40));
        var later = new Timekeeper(context.getBean(ScheduleRepository.class), publications, clock);
        later.work();
        assertThat(statuses(document)).containsEntry(Language.CHINESE, Status.PUBLISHED);
    }

    @Test
    void severalNodesDoItOnce() throws InterruptedException {
        List<String> documents = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            documents.add(lesson("node-" + i));
            schedules.publish(documents.getLast(), BOTH, in(HOUR));
        }
        clock.move(HOUR);
        List<Thread> nodes = new ArrayList<>();
        var together = new CountDownLatch(1);
        for (int i = 0; i < 4; i++) {
            var node = new Timekeeper(context.getBean(ScheduleRepository.class), publications, clock);
            nodes.add(Thread.ofPlatform().start(() -> {
                try {
                    together.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                node.work();
            }));
        }
        together.countDown();
        for (Thread node : nodes) {
            node.join();
        }
        assertThat(publications.lastChange()).isEqualTo(20);
        assertThat(publications
                        .find(TextKind.LESSON, "node-0")
                        .orElseThrow()
                        .editions()
                        .values())
                .extracting(Edition::revision)
                .containsOnly(1);
        assertThat(schedules.all()).isEmpty();
    }

    @Test
    void moreThanAPageOfThemIsDone() {
        for (int i = 0; i < 101; i++) {
            schedules.publish(lesson("many-" + i), CHINESE, in(HOUR));
        }
        pass(HOUR);
        timekeeper.work();
        assertThat(schedules.all()).isEmpty();
        assertThat(publications.lastChange()).isEqualTo(101);
    }

    @Test
    void itIsDoneInTheNameOfWhoScheduledIt() {
        String document = lesson("signed");
        schedules.publish(document, BOTH, in(HOUR));
        As.signIn(Role.ADMINISTRATOR);
        assertThat(schedules.of(document)).extracting(Schedule::by).containsOnly("editor");
        Segment first = translations.segments(document, 1, 1).getFirst();
        Segment opened = translations.reopen(first.id(), first.version());
        Segment mended = translations.translate(opened.id(), "ᠨᠢᠭᠡ", opened.version());
        translations.review(mended.id(), mended.version());
        pass(HOUR);
        assertThat(translations.segments(document, 1, 1).getFirst().changedBy()).isEqualTo("editor");
    }

    @Test
    void aTextIsTakenBackAtItsTime() {
        String document = lesson("for-a-while");
        schedules.publish(document, CHINESE, in(HOUR));
        schedules.withdraw(document, CHINESE, in(HOUR.multipliedBy(2)));
        pass(HOUR);
        assertThat(publications.find(TextKind.LESSON, "for-a-while")).isPresent();
        pass(HOUR);
        assertThat(publications.find(TextKind.LESSON, "for-a-while")).isEmpty();
        assertThat(schedules.of(document)).isEmpty();
    }

    @Test
    void whatIsDoneByHandIsNotDoneAgain() {
        String document = lesson("by-hand");
        schedules.publish(document, CHINESE, in(HOUR));
        schedules.withdraw(document, CHINESE, in(HOUR.multipliedBy(2)));
        publications.publish(document, Language.CHINESE);
        assertThat(schedules.of(document)).extracting(Schedule::action).containsExactly(Action.WITHDRAW);
        publications.withdraw(document, Language.CHINESE);
        assertThat(schedules.of(document)).isEmpty();
        pass(HOUR.multipliedBy(3));
        assertThat(publications.lastChange()).isEqualTo(2);
    }

    @Test
    void theAlarmIsSetForTheNextTime() {
        schedules.publish(lesson("later"), CHINESE, in(Duration.ofSeconds(50)));
        assertThat(timekeeper.alarm()).contains(in(Duration.ofSeconds(50)));
        schedules.publish(lesson("sooner"), CHINESE, in(Duration.ofSeconds(40)));
        assertThat(timekeeper.alarm()).contains(in(Duration.ofSeconds(40)));
        pass(Duration.ofSeconds(5));
        assertThat(timekeeper.alarm()).contains(in(Duration.ofSeconds(35)));
    }

    @Test
    void aTimeFarAwaySetsNoAlarmUntilItComesNearer() {
        schedules.publish(lesson("tomorrow"), CHINESE, in(Duration.ofDays(1)));
        assertThat(timekeeper.alarm()).isEmpty();
        pass(Duration.ofDays(1).minusSeconds(20));
        assertThat(timekeeper.alarm()).contains(in(Duration.ofSeconds(20)));
    }

    @Test
    void onlyEditorsOfTheProjectSchedule() {
        String document = lesson("rights");
        Projects projects = context.getBean(Projects.class);
        Accounts accounts = context.getBean(Accounts.class);
        for (Role role : Role.values()) {
            accounts.create(role.name(), role.name(), role, "correct horse");
        }
        As.signIn(Role.ADMINISTRATOR);
        Project project = projects.create("市志", PAIR, false);
        translations.assign(document, project.id());
        projects.setMember(project.id(), new Member("translator", Role.EDITOR));
        projects.setMember(project.id(), new Member("reviewer", Role.REVIEWER));
        As.signIn(Role.TRANSLATOR);
        schedules.publish(document, CHINESE, in(HOUR));
        for (Role role : List.of(Role.EDITOR, Role.REVIEWER)) {
            As.signIn(role);
            assertThatThrownBy(() -> schedules.publish(document, CHINESE, in(HOUR)))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> schedules.withdraw(document, CHINESE, in(HOUR)))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> schedules.cancel(document, Language.CHINESE, Action.PUBLISH))
                    .isInstanceOf(AccessDeniedException.class);
        }
        assertThat(schedules.all()).hasSize(1);
        As.signIn(Role.EDITOR);
        assertThat(schedules.all()).isEmpty();
        assertThatThrownBy(() -> schedules.of(document)).isInstanceOf(AccessDeniedException.class);
        pass(HOUR);
        assertThat(publications.find(TextKind.LESSON, "rights")).isPresent();
    }
}
