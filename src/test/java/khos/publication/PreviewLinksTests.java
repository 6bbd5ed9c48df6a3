package khos.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
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
import khos.translation.TextKind;
import khos.translation.Translations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@ParameterizedClass
@MethodSource("khos.storage.TestDatabase#all")
class PreviewLinksTests {
    private static final LanguagePair PAIR = new LanguagePair(Language.CHINESE, Language.MONGOLIAN);

    private final ConfigurableApplicationContext context;
    private final Translations translations;
    private final PreviewLinks links;
    private final Hand clock;

    PreviewLinksTests(TestDatabase database) {
        context = database.start(Rooms.class, Hand.class);
        translations = context.getBean(Translations.class);
        links = context.getBean(PreviewLinks.class);
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

    private String document(String slug) {
        return translations
                .extract(TextKind.ARTICLE, slug, PAIR, "---\ntitle: 题\n---\n一句**话**。\n\n又一句。\n")
                .id();
    }

    private void translate(String document, int place, String text) {
        Segment segment = translations.segments(document, place, 1).getFirst();
        translations.translate(segment.id(), text, segment.version());
    }

    /** What somebody without an account sees. */
    private Preview see(String token) {
        As.signOut();
        try {
            return links.find(token).orElseThrow();
        } finally {
            As.signIn(Role.EDITOR);
        }
    }

    private static void isRefused(String key, Runnable action) {
        assertThatThrownBy(action::run)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo(key));
    }

    @Test
    void whoeverHasALinkSeesTheTextAsItStands() {
        String document = document("seen");
        PreviewLinks.Made made = links.create(document, Language.CHINESE, 7);
        Preview preview = see(made.token());
        assertThat(preview.publication()).isInstanceOf(Article.class);
        assertThat(preview.publication().editions()).containsOnlyKeys(Language.CHINESE);
        assertThat(preview.until()).isEqualTo(clock.instant().plus(Duration.ofDays(7)));
        assertThat(made.path()).isEqualTo("/preview/" + made.token());
        translate(document, 1, "ᠨᠢᠭᠡ **ᠦᠭᠡ**᠃");
        Edition mongolian =
                see(made.token()).publication().edition(Language.MONGOLIAN).orElseThrow();
        assertThat(mongolian.title()).isEqualTo("题");
        assertThat(mongolian.body()).contains("ᠨᠢᠭᠡ **ᠦᠭᠡ**᠃").contains("又一句。");
        assertThat(see(made.token()).open()).containsEntry(Language.MONGOLIAN, 3);
        assertThat(context.getBean(Publications.class).find(TextKind.ARTICLE, "seen"))
                .isEmpty();
        assertThat(context.getBean(Publications.class).lastChange()).isZero();
    }

    @Test
    void aBlockThatWouldBreakTheTextReadsAsItsSource() {
        String document = translations
                .extract(TextKind.ARTICLE, "broken", PAIR, "---\ntitle: 题\n---\n# 一\n\n二。\n")
                .id();
        translate(document, 1, "ᠨᠢᠭᠡ #");
        translate(document, 2, "ᠬᠣᠶᠠᠷ᠃");
        String token = links.create(document, Language.MONGOLIAN, 7).token();
        assertThat(see(token)
                        .publication()
                        .edition(Language.MONGOLIAN)
                        .orElseThrow()
                        .body())
                .isEqualTo("# 一\n\nᠬᠣᠶᠠᠷ᠃\n");
    }

    @Test
    void aLinkEndsAtItsTime() {
        String token = links.create(document("ending"), Language.CHINESE, 1).token();
        clock.move(Duration.ofDays(1).minusMillis(1));
        assertThat(links.find(token)).isPresent();
        clock.move(Duration.ofMillis(1));
        assertThat(links.find(token)).isEmpty();
    }

    @Test
    void aRevokedLinkShowsNothing() {
        String document = document("revoked");
        PreviewLinks.Made first = links.create(document, Language.CHINESE, 7);
        PreviewLinks.Made second = links.create(document, Language.CHINESE, 7);
        assertThat(links.of(document))
                .extracting(PreviewLink::id)
                .containsExactlyInAnyOrder(first.link().id(), second.link().id());
        links.revoke(first.link().id());
        assertThat(links.find(first.token())).isEmpty();
        assertThat(links.find(second.token())).isPresent();
        assertThat(links.of(document))
                .extracting(PreviewLink::id)
                .containsExactly(second.link().id());
    }

    @Test
    void whatWasNeverASecretShowsNothing() {
        links.create(document("guessed"), Language.CHINESE, 7);
        long seed = 20261125;
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            var guess = new StringBuilder();
            random.ints(random.nextInt(80), 0, 0x3000).forEach(guess::appendCodePoint);
            assertThat(links.find(guess.toString())).as("seed %d", seed).isEmpty();
        }
    }

    @Test
    void theSecretIsNotKept() {
        String token = links.create(document("secret"), Language.CHINESE, 7).token();
        assertThat(token).matches("[0-9a-f]{64}");
        assertThat(context.getBean(JdbcClient.class)
                        .sql("SELECT hash FROM preview_link")
                        .query(String.class)
                        .list())
                .hasSize(1)
                .doesNotContain(token);
    }

    @Test
    void whatCannotBeShownIsRefused() {
        String document = document("refused");
        isRefused("refused.preview-empty", () -> links.create(document, Language.MONGOLIAN, 7));
        isRefused("refused.preview-days", () -> links.create(document, Language.CHINESE, 0));
        isRefused("refused.preview-days", () -> links.create(document, Language.CHINESE, 91));
        String dated = translations
                .extract(TextKind.ARTICLE, "dated", PAIR, "---\ntitle: 题\ndate: 某天\n---\n一。\n")
                .id();
        isRefused("refused.bad-date", () -> links.create(dated, Language.CHINESE, 7));
        for (int i = 0; i < 50; i++) {
            links.create(document, Language.CHINESE, 7);
        }
        isRefused("refused.preview-most", () -> links.create(document, Language.CHINESE, 7));
        clock.move(Duration.ofDays(7));
        links.create(document, Language.CHINESE, 7);
    }

    @Test
    void onlyEditorsOfTheProjectMakeListAndRevoke() {
        String document = document("rights");
        PreviewLinks.Made made = links.create(document, Language.CHINESE, 7);
        Accounts accounts = context.getBean(Accounts.class);
        for (Role role : Role.values()) {
            accounts.create(role.name(), role.name(), role, "correct horse");
        }
        As.signIn(Role.ADMINISTRATOR);
        Project project = context.getBean(Projects.class).create("市志", PAIR, false);
        translations.assign(document, project.id());
        context.getBean(Projects.class).setMember(project.id(), new Member("reviewer", Role.REVIEWER));
        for (Role role : new Role[] {Role.REVIEWER, Role.EDITOR}) {
            As.signIn(role);
            assertThatThrownBy(() -> links.create(document, Language.CHINESE, 7))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> links.of(document)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> links.revoke(made.link().id())).isInstanceOf(AccessDeniedException.class);
        }
        As.signOut();
        assertThat(links.find(made.token())).isPresent();
    }
}
