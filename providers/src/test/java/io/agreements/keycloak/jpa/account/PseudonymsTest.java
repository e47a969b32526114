package io.agreements.keycloak.jpa.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.account.deletion.GoneUser;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PseudonymsTest {

    private static final String LOCAL = "b2c0b0de-7f0c-4a57-8d0a-5a1f1f6f7e11";
    private static final String WANG = "f:dir:wang";

    private final Pseudonyms pseudonyms = new Pseudonyms(List.of(
            new GoneUser("shop", LOCAL, LOCAL, Instant.EPOCH),
            new GoneUser("shop", WANG, "gone:1", Instant.EPOCH),
            GoneUser.ofStore("shop", "old", Instant.EPOCH)));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "users/" + LOCAL,
                "users/" + LOCAL + "/role-mappings/realm",
                "organizations/5f/members/" + LOCAL,
                "agreements/deletion-requests/" + LOCAL + "/hold"
            })
    void aPathThatNamesTheIdIsFoundAndStaysAsItIs(String path) {
        assertThat(pseudonyms.replacedIn(path)).contains(path);
    }

    @Test
    void anIdThatIsANameGivesWay() {
        assertThat(pseudonyms.replacedIn("users/f:dir:wang/logout")).contains("users/gone:1/logout");
    }

    @ParameterizedTest
    @ValueSource(strings = {"users/f:dir:wangli/logout", "users/f:dir:wan", "users", "", "clients/" + LOCAL + "x"})
    void whatOnlyBeginsLikeItIsSomebodyElse(String path) {
        assertThat(pseudonyms.replacedIn(path)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"users/b2c0", "clients/users", "clients/1/users", "roles/users/composites"})
    void anIdThatIsAWordOfPathsIsAUserOnlyWhereUsersAre(String path) {
        Pseudonyms words = new Pseudonyms(List.of(
                new GoneUser("shop", "users", "users", Instant.EPOCH), new GoneUser("shop", "1", "1", Instant.EPOCH)));

        assertThat(words.replacedIn(path)).isEmpty();
        assertThat(words.replacedIn("users/users/logout")).contains("users/users/logout");
    }

    @Test
    void everyUserOfAStoreThatIsGoneHasOnePseudonym() {
        String zhang = pseudonyms.replacedIn("users/f:old:zhang").orElseThrow();

        assertThat(zhang).startsWith("users/gone:").doesNotContain("zhang");
        assertThat(pseudonyms.replacedIn("users/f:old:zhang/logout")).contains(zhang + "/logout");
        assertThat(pseudonyms.replacedIn("users/f:old:li")).isPresent().get().isNotEqualTo(zhang);
    }
}
