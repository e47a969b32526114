package io.agreements.keycloak.account.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A mail speaks to its reader by name. */
final class SalutationTest {

    @ParameterizedTest
    @CsvSource({
        "Ann, Lee, Ann Lee",
        "伟, 张, 张伟",
        "花子, 山田, 山田花子",
        "ルリー, 佐々木, 佐々木ルリー",
        "Ann, 李, Ann 李",
        "Ann, , Ann",
        ", 张, 张",
        "Dr. Ann, St. James, Dr. Ann St. James",
    })
    void aNameIsWrittenAsItsOwnersDo(String first, String last, String full) {
        assertThat(Salutation.name(recipient("ann", first, last))).contains(full);
    }

    @Test
    void whoHasNoNameIsSpokenToByTheUserNameUnlessThatIsAnAddress() {
        assertThat(Salutation.name(recipient("ann", null, " "))).contains("ann");
        assertThat(Salutation.name(recipient("ann@example.org", null, null))).isEmpty();
        assertThat(Salutation.name(recipient(null, null, null))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "evil.example", "call evil.example now", "a@b", "a/b", "line\nend"})
    void whatAProgramMightMakeALinkOfIsNoName(String name) {
        assertThat(Salutation.name(recipient("ann", name, "Lee"))).isEmpty();
    }

    @Test
    void aNameThatIsAStoryIsNone() {
        assertThat(Salutation.name(recipient("ann", "x".repeat(30), "y".repeat(30))))
                .isEmpty();
        assertThat(Salutation.name(recipient("ann", "x".repeat(29), "y".repeat(30))))
                .isPresent();
    }

    private static Recipient recipient(String username, String first, String last) {
        return new Recipient("id", username, "ann@example.org", first, last, "en");
    }
}
