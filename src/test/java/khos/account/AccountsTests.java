package khos.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import khos.storage.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

@ParameterizedClass
@MethodSource("khos.storage.TestDatabase#all")
class AccountsTests {
    private final ConfigurableApplicationContext context;
    private final Accounts accounts;

    AccountsTests(TestDatabase database) {
        context = database.start(Permissions.class, Accounts.class, AccountRepository.class);
        accounts = context.getBean(Accounts.class);
    }

    @AfterEach
    void close() {
        context.close();
    }

    private void fail(String name, int times) {
        for (int i = 0; i < times; i++) {
            context.publishEvent(new AuthenticationFailureBadCredentialsEvent(
                    UsernamePasswordAuthenticationToken.unauthenticated(name, "wrong"),
                    new BadCredentialsException("")));
        }
    }

    @Test
    void aPasswordIsKeptAsAHash() {
        accounts.create("wuyun", "乌云", Role.TRANSLATOR, "correct horse");
        String kept = accounts.loadUserByUsername("WuYun").getPassword();
        assertThat(kept).startsWith("{bcrypt}").doesNotContain("correct horse");
    }

    @Test
    void fiveFailuresLockTheAccount() {
        accounts.create("wuyun", "乌云", Role.TRANSLATOR, "correct horse");
        fail("wuyun", 4);
        assertThat(accounts.loadUserByUsername("wuyun").isAccountNonLocked()).isTrue();
        fail("WUYUN", 1);
        assertThat(accounts.loadUserByUsername("wuyun").isAccountNonLocked()).isFalse();
    }

    @Test
    void aNameIsTakenOnce() {
        accounts.create("wuyun", "乌云", Role.TRANSLATOR, "correct horse");
        assertThatThrownBy(() -> accounts.create("Wuyun", "", Role.EDITOR, "correct horse"))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void shortPasswordsAndUnknownNamesAreRefused() {
        assertThatThrownBy(() -> accounts.create("a", "a", Role.EDITOR, "1234567"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> accounts.loadUserByUsername("nobody")).isInstanceOf(UsernameNotFoundException.class);
    }

    @Test
    void generatedPasswordsAreLongAndDifferent() {
        assertThat(Accounts.newPassword()).hasSize(20).matches("[a-z2-9]+").isNotEqualTo(Accounts.newPassword());
    }
}
