package khos.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import khos.As;
import khos.Rooms;
import khos.storage.TestDatabase;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.crypto.password.PasswordEncoder;

@ParameterizedClass
@MethodSource("khos.storage.TestDatabase#all")
class AdministrationTests {
    private final ConfigurableApplicationContext context;
    private final Administration administration;
    private final Accounts accounts;

    AdministrationTests(TestDatabase database) {
        context = database.start(Rooms.class);
        administration = context.getBean(Administration.class);
        accounts = context.getBean(Accounts.class);
        accounts.create("administrator", "管理员", Role.ADMINISTRATOR, "correct horse");
    }

    @BeforeEach
    void signIn() {
        As.signIn(Role.ADMINISTRATOR);
    }

    @AfterEach
    void close() {
        As.signOut();
        context.close();
    }

    private static void assertInvalid(String key, ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        InvalidEntry.class, invalid -> assertThat(invalid.key()).isEqualTo(key));
    }

    @Test
    void anAccountIsGivenAPasswordForOnce() {
        var given = administration.create(" Translator ", "乌云", Role.TRANSLATOR);
        assertThat(given.account().name()).isEqualTo("translator");
        var encoder = context.getBean(PasswordEncoder.class);
        assertThat(encoder.matches(
                        given.password(),
                        accounts.loadUserByUsername("translator").getPassword()))
                .isTrue();
        As.signIn(Role.TRANSLATOR);
        assertThat(administration.mustChangePassword()).isTrue();
        assertInvalid("refused.wrong-password", () -> administration.changePassword("wrong", "another horse"));
        assertInvalid("refused.password-length", () -> administration.changePassword(given.password(), "1234567"));
        assertInvalid("refused.password-length", () -> administration.changePassword(given.password(), "马".repeat(25)));
        administration.changePassword(given.password(), "another horse");
        assertThat(administration.mustChangePassword()).isFalse();
        assertThat(encoder.matches(
                        "another horse",
                        accounts.loadUserByUsername("translator").getPassword()))
                .isTrue();
    }

    @Test
    void anAccountIsClosedAndOpenedAgain() {
        administration.create("wuyun", "", Role.TRANSLATOR);
        assertThat(administration.change("wuyun", "乌云", Role.EDITOR, true).disabled())
                .isTrue();
        assertThat(accounts.loadUserByUsername("wuyun").isEnabled()).isFalse();
        administration.change("wuyun", "乌云", Role.EDITOR, false);
        assertThat(accounts.loadUserByUsername("wuyun").isEnabled()).isTrue();
        assertThat(administration.accounts())
                .extracting(entry -> entry.account().name())
                .containsExactly("administrator", "wuyun");
        assertThat(administration.resetPassword("wuyun").password()).hasSize(20);
    }

    @Test
    void theLastAdministratorStays() {
        assertInvalid(
                "refused.last-administrator", () -> administration.change("administrator", "", Role.EDITOR, false));
        assertInvalid(
                "refused.last-administrator",
                () -> administration.change("administrator", "", Role.ADMINISTRATOR, true));
        administration.create("second", "", Role.ADMINISTRATOR);
        assertThat(administration
                        .change("administrator", "", Role.EDITOR, false)
                        .account()
                        .role())
                .isEqualTo(Role.EDITOR);
    }

    @Test
    void namesAreShortPlainAndTakenOnce() {
        for (String name : new String[] {"", "乌云", "a b", "-a", "x".repeat(51), "khos", "../x"}) {
            assertInvalid("refused.account-name", () -> administration.create(name, "", Role.EDITOR));
        }
        assertInvalid("refused.account-taken", () -> administration.create("ADMINISTRATOR", "", Role.EDITOR));
        assertInvalid("refused.no-account", () -> administration.resetPassword("nobody"));
    }

    @Test
    void onlyAdministratorsMayAdminister() {
        As.signIn(Role.EDITOR);
        assertThatThrownBy(administration::accounts).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> administration.create("a", "", Role.EDITOR)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> administration.change("a", "", Role.EDITOR, true))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> administration.resetPassword("a")).isInstanceOf(AccessDeniedException.class);
    }
}
