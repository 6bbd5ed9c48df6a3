package khos.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import khos.As;
import khos.storage.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

@ParameterizedClass
@MethodSource("khos.storage.TestDatabase#all")
class TokensTests {
    private final ConfigurableApplicationContext context;
    private final Tokens tokens;

    TokensTests(TestDatabase database) {
        context = database.start(
                Permissions.class, Accounts.class, AccountRepository.class, Tokens.class, TokenRepository.class);
        tokens = context.getBean(Tokens.class);
    }

    @BeforeEach
    void signIn() {
        Accounts accounts = context.getBean(Accounts.class);
        accounts.create("translator", "乌云", Role.TRANSLATOR, "correct horse");
        accounts.create("editor", "萨仁", Role.EDITOR, "correct horse");
        As.signIn(Role.TRANSLATOR);
    }

    @AfterEach
    void close() {
        As.signOut();
        context.close();
    }

    @Test
    void aTokenActsForItsOwnerWithItsRole() {
        String token = tokens.create("脚本");
        assertThat(token).matches("khos_[0-9a-f]{64}");
        assertThat(tokens.owner(token)).hasValueSatisfying(owner -> {
            assertThat(owner.getUsername()).isEqualTo("translator");
            assertThat(owner.getAuthorities()).extracting("authority").containsExactly("ROLE_TRANSLATOR");
        });
    }

    @Test
    void itIsListedWithItsLastUseAndNeverShownAgain() {
        String token = tokens.create(" 脚本 ");
        assertThat(tokens.own()).singleElement().satisfies(listed -> {
            assertThat(listed.label()).isEqualTo("脚本");
            assertThat(listed.usedAt()).isEmpty();
            assertThat(listed.toString()).doesNotContain(token);
        });
        tokens.owner(token);
        assertThat(tokens.own())
                .singleElement()
                .satisfies(listed -> assertThat(listed.usedAt()).isPresent());
    }

    @Test
    void aRevokedTokenActsForNobody() {
        String token = tokens.create("");
        tokens.revoke(tokens.own().getFirst().id());
        assertThat(tokens.owner(token)).isEmpty();
        assertThat(tokens.own()).isEmpty();
    }

    @Test
    void nobodyRevokesAnothersToken() {
        String token = tokens.create("");
        String id = tokens.own().getFirst().id();
        As.role(Role.EDITOR, () -> {
            tokens.revoke(id);
            return tokens.own();
        });
        assertThat(tokens.owner(token)).map(UserDetails::getUsername).hasValue("translator");
    }

    @Test
    void onlyAdministratorsMakeTokensOfOthers() {
        assertThatThrownBy(() -> tokens.createFor("editor", "")).isInstanceOf(AccessDeniedException.class);
        String token = As.role(Role.ADMINISTRATOR, () -> tokens.createFor("EDITOR", ""));
        assertThat(tokens.owner(token)).map(UserDetails::getUsername).hasValue("editor");
        assertThatThrownBy(() -> As.role(Role.ADMINISTRATOR, () -> tokens.createFor("nobody", "")))
                .isInstanceOf(UsernameNotFoundException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "khos_", "khos_' OR 1=1 --", "Bearer", "khos_0000", "\u0000"})
    void whatIsNoTokenActsForNobody(String token) {
        assertThat(tokens.owner(token)).isEmpty();
    }

    @Test
    void aLongLabelIsCutBetweenCharacters() {
        tokens.create("𠮷".repeat(101));
        assertThat(tokens.own().getFirst().label()).isEqualTo("𠮷".repeat(100));
    }
}
