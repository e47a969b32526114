package io.agreements.keycloak.acceptance.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.acceptance.user.KnownUsers.KnownUser;
import java.util.List;
import org.junit.jupiter.api.Test;

final class UserIndexTest {

    private static final KnownUser ADA = new KnownUser("1", "ada", "ada@example.org", false);
    private static final KnownUser BOB = new KnownUser("2", "bob", "shared@example.org", false);
    private static final KnownUser EVE = new KnownUser("3", "eve", "shared@example.org", false);
    private static final KnownUser IMPOSTOR = new KnownUser("4", "1", null, false);
    private static final KnownUser BORROWER = new KnownUser("5", "ada@example.org", null, false);

    @Test
    void aUserIsFoundByIdNameOrAddress() {
        UserIndex users = new UserIndex(List.of(ADA, BOB));

        assertThat(users.find("1")).containsExactly(ADA);
        assertThat(users.find("ada")).containsExactly(ADA);
        assertThat(users.find("ada@example.org")).containsExactly(ADA);
        assertThat(users.find("nobody")).isEmpty();
    }

    @Test
    void namesAndAddressesAreFoundInAnyCase() {
        UserIndex users = new UserIndex(List.of(ADA));

        assertThat(users.find("Ada")).containsExactly(ADA);
        assertThat(users.find("ADA@Example.ORG")).containsExactly(ADA);
    }

    @Test
    void anIdGoesBeforeANameAndANameBeforeAnAddress() {
        UserIndex users = new UserIndex(List.of(IMPOSTOR, BORROWER, ADA));

        assertThat(users.find("1")).containsExactly(ADA);
        assertThat(users.find("ada@example.org")).containsExactly(BORROWER);
    }

    @Test
    void anAddressMayBeThatOfSeveral() {
        assertThat(new UserIndex(List.of(ADA, BOB, EVE)).find("shared@example.org"))
                .containsExactly(BOB, EVE);
    }
}
