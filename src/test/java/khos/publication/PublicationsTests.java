package khos.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import khos.As;
import khos.Rooms;
import khos.account.Accounts;
import khos.account.Member;
import khos.account.Project;
import khos.account.Projects;
import khos.account.Role;
import khos.language.Language;
import khos.language.LanguagePair;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.access.AccessDeniedException;

@ParameterizedClass
@MethodSource("khos.storage.TestDatabase#all")
class PublicationsTests {
    private static final LanguagePair PAIR = new LanguagePair(Language.CHINESE, Language.MONGOLIAN);

    private final ConfigurableApplicationContext context;
    private final Translations translations;
    private final Publications publications;

    PublicationsTests(TestDatabase database) {
        context = database.start(Rooms.class);
        translations = context.getBean(Translations.class);
        publications = context.getBean(Publications.class);
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

    private String article(String slug, String date) {
        String text = "---\ntitle: 题 " + slug + "\ndate: " + date + "\ntags: [甲, 乙]\nkind: news\n---\n\n正文。\n";
        return translations.extract(TextKind.ARTICLE, slug, PAIR, text).id();
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

    @Test
    void aTextIsPublishedByEditorsOfItsProject() {
        String document = lesson("project");
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
        for (Role role : List.of(Role.EDITOR, Role.REVIEWER)) {
            As.signIn(role);
            assertThatThrownBy(() -> publications.publish(document, Language.CHINESE))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> publications.publish(document, List.of(Language.CHINESE)))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> publications.withdraw(document, Language.CHINESE))
                    .isInstanceOf(AccessDeniedException.class);
        }
        As.signIn(Role.TRANSLATOR);
        publications.publish(document, Language.CHINESE);
        assertThat(publications.find(TextKind.LESSON, "project")).isPresent();
        publications.withdraw(document, Language.CHINESE);
        assertThat(publications.find(TextKind.LESSON, "project")).isEmpty();
    }

    @Test
    void eachLanguageIsPublishedOnItsOwn() {
        String document = lesson("numbers");
        publications.publish(document, Language.CHINESE);
        assertThat(publications.find(TextKind.LESSON, "numbers").orElseThrow().editions())
                .containsOnlyKeys(Language.CHINESE);
        publications.publish(document, Language.MONGOLIAN);
        Publication lesson = publications.find(TextKind.LESSON, "numbers").orElseThrow();
        assertThat(lesson).isInstanceOf(Lesson.class);
        assertThat(lesson.edition(Language.MONGOLIAN).orElseThrow().title()).isEqualTo("ᠨᠣᠮ");
        assertThat(lesson.edition(Language.MONGOLIAN).orElseThrow().sentences())
                .extracting(Sentence::text)
                .containsExactly("ᠨᠢᠭᠡ", "ᠬᠣᠶᠠᠷ");
        assertThat(publications.latest(TextKind.LESSON, Language.CHINESE, 0, 10))
                .singleElement()
                .satisfies(headline -> {
                    assertThat(headline.otherTitle()).contains("ᠨᠣᠮ");
                    assertThat(headline.sentences()).isEqualTo(2);
                });
    }

    @Test
    void sentencesOfBothLanguagesShareTheirNumbers() {
        String document = lesson("numbers");
        Edition chinese = publications.publish(document, Language.CHINESE);
        Edition mongolian = publications.publish(document, Language.MONGOLIAN);
        assertThat(chinese.sentences().stream().map(Sentence::number).toList())
                .isEqualTo(mongolian.sentences().stream().map(Sentence::number).toList());
    }

    @Test
    void whatIsWithdrawnIsGoneAtOnceAndCanComeBack() {
        String document = article("news", "2026-11-20");
        publications.publish(document, Language.CHINESE);
        publications.withdraw(document, Language.CHINESE);
        assertThat(publications.find(TextKind.ARTICLE, "news")).isEmpty();
        assertThat(publications.withdrawn(TextKind.ARTICLE, "news", Language.CHINESE))
                .isTrue();
        assertThat(publications.latest(Language.CHINESE, 0, 10)).isEmpty();
        assertThat(publications.existing(List.of("articles/news"))).isEmpty();
        assertThat(publications.statuses(document)).containsEntry(Language.CHINESE, Status.WITHDRAWN);
        assertThat(publications.publish(document, Language.CHINESE).revision()).isEqualTo(2);
        assertThat(publications.existing(List.of("articles/news", "lessons/news", "nonsense")))
                .containsExactly("articles/news");
    }

    @Test
    void anEditionStaysAsItWas() {
        String document = lesson("numbers");
        publications.publish(document, Language.MONGOLIAN);
        Segment segment = translations.segments(document, 0, 10).get(1);
        translations.translate(segment.id(), "changed", segment.version());
        assertThat(publications
                        .find(TextKind.LESSON, "numbers")
                        .orElseThrow()
                        .edition(Language.MONGOLIAN)
                        .orElseThrow()
                        .body())
                .doesNotContain("changed");
        assertThatThrownBy(() -> publications.publish(document, Language.MONGOLIAN))
                .isInstanceOf(Refused.class);
    }

    @Test
    void everyPublishAndWithdrawIsOneChangeInOrder() {
        String document = article("news", "2026-11-20");
        publications.publish(document, Language.CHINESE);
        publications.withdraw(document, Language.CHINESE);
        publications.withdraw(document, Language.CHINESE);
        assertThat(publications.changes(0, 10)).extracting(Change::seq).containsExactly(1L, 2L);
        assertThat(publications.changes(1, 10)).hasSize(1);
        assertThat(publications.lastChange()).isEqualTo(2);
    }

    @Test
    void theLatestDatedComesFirst() {
        publications.publish(article("old", "2024-01-01"), Language.CHINESE);
        publications.publish(article("new", "2026-01-01"), Language.CHINESE);
        publications.publish(article("middle", "2025-01-01"), Language.CHINESE);
        assertThat(publications.latest(TextKind.ARTICLE, Language.CHINESE, 0, 10))
                .extracting(Headline::slug)
                .containsExactly("new", "middle", "old");
        assertThat(publications.latest(TextKind.ARTICLE, Language.CHINESE, 1, 1))
                .extracting(Headline::slug)
                .containsExactly("middle");
        assertThat(publications.count(TextKind.ARTICLE, Language.CHINESE)).isEqualTo(3);
        assertThat(publications.latest(TextKind.ARTICLE, Language.MONGOLIAN, 0, 10))
                .isEmpty();
    }

    @Test
    void listsAreChosenByTagAndMonth() {
        publications.publish(article("october", "2026-10-31"), Language.CHINESE);
        publications.publish(article("november", "2026-11-01"), Language.CHINESE);
        publications.publish(article("later", "2026-11-20"), Language.CHINESE);
        assertThat(publications.months(Language.CHINESE)).containsExactly(entry("2026-11", 2), entry("2026-10", 1));
        assertThat(publications.months(Language.MONGOLIAN)).isEmpty();
        var november = new Selection(Selection.By.MONTH, "2026-11");
        assertThat(publications.count(november, Language.CHINESE)).isEqualTo(2);
        assertThat(publications.latest(november, Language.CHINESE, 0, 10))
                .extracting(Headline::slug)
                .containsExactly("later", "november");
        assertThat(publications.count(new Selection(Selection.By.TAG, "乙"), Language.CHINESE))
                .isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void whatNothingHasInCommonChoosesNothing(Selection.By by) {
        publications.publish(article("news", "2026-11-20"), Language.CHINESE);
        for (String value : List.of("", "%", "_", "!", "甲乙", "甲\n乙\n丙", "'--", "\ud800", "x".repeat(10_000))) {
            assertThat(publications.count(new Selection(by, value), Language.CHINESE))
                    .as(value)
                    .isZero();
        }
    }

    @Test
    void aDateThatIsNoneIsRefused() {
        String document = article("news", "gestern");
        assertThatThrownBy(() -> publications.publish(document, Language.CHINESE))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo("refused.bad-date"));
        assertThat(publications.lastChange()).isZero();
    }

    @Test
    void onlyEditorsPublish() {
        String document = article("news", "2026-11-20");
        As.signIn(Role.REVIEWER);
        assertThatThrownBy(() -> publications.publish(document, Language.CHINESE))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> publications.withdraw(document, Language.CHINESE))
                .isInstanceOf(AccessDeniedException.class);
    }
}
