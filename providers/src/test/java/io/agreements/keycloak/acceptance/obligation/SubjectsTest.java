package io.agreements.keycloak.acceptance.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.fixture.RealmRoles;
import io.agreements.keycloak.fixture.Sessions;
import io.agreements.keycloak.fixture.Users;
import java.time.Instant;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.keycloak.models.ClientModel;
import org.keycloak.models.UserModel;

final class SubjectsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    private final RealmRoles roles = new RealmRoles()
            .with("buyer")
            .with("seller")
            .with("shop.admin")
            .with("default-roles", "buyer")
            .byDefault("default-roles");
    private final ClientModel shop = Sessions.authenticationFor("shop").getClient();

    @Test
    void aUserIsThereSinceTheAccountWasMadeAndSignsInToTheClient() {
        Subject subject = subject(Users.since("ada", NOW.toEpochMilli()));

        assertThat(subject.since()).isEqualTo(NOW);
        assertThat(subject.clientId()).isEqualTo("shop");
    }

    @Test
    void whenAnAccountWasMadeNeedNotBeKnown() {
        assertThat(subject(Users.since("ada", null)).since()).isNull();
    }

    @Test
    void theRolesOfAUserAreThoseTheUserHolds() {
        Subject subject = subject(Users.since("ada", null, roles.role("seller"), roles.role("shop.admin")));

        assertThat(subject.roles()).accepts("seller", "shop.admin").rejects("buyer");
    }

    @Test
    void nobodyHoldsARoleThatIsNotThere() {
        assertThat(subject(Users.since("ada", null, roles.role("seller"))).roles())
                .rejects("gone");
    }

    @Test
    void whoRegistersHasTheDefaultRoles() {
        Predicate<String> held = Subjects.rolesOfNewUser(roles.session(), roles.realm());

        assertThat(held).accepts("buyer", "default-roles").rejects("seller", "shop.admin", "gone");
    }

    @Test
    void whoRegistersWhereThereAreNoDefaultRolesHasNone() {
        RealmRoles bare = new RealmRoles().with("buyer");

        assertThat(Subjects.rolesOfNewUser(bare.session(), bare.realm())).rejects("buyer");
    }

    @Test
    void whoRegistersHasTheRolesOfTheDefaultGroups() {
        roles.byDefaultThroughAGroup("seller");

        assertThat(Subjects.rolesOfNewUser(roles.session(), roles.realm()))
                .accepts("buyer", "seller")
                .rejects("shop.admin");
    }

    private Subject subject(UserModel user) {
        return Subjects.of(roles.session(), roles.realm(), user, shop);
    }
}
