package io.agreements.keycloak.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.fixture.CachedUsers;
import io.agreements.keycloak.fixture.MovableClock;
import io.agreements.keycloak.fixture.Realms;
import io.agreements.keycloak.fixture.StoredStandings;
import io.agreements.keycloak.fixture.Transaction;
import io.agreements.keycloak.fixture.Users;
import io.agreements.keycloak.ledger.Decision;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

final class KeptStandingsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    private final RealmModel realm = Realms.named("shop");
    private final StoredStandings stored = new StoredStandings();
    private final MovableClock clock = MovableClock.at(NOW);
    private final UserModel ada = CachedUsers.withId("ada");

    @Test
    void whoIsInTheCacheIsReadOnceByAllSessions() {
        decide(Decision.ACCEPTED);

        assertThat(latest(session(), ada)).isEqualTo(Decision.ACCEPTED);
        assertThat(latest(session(), ada)).isEqualTo(Decision.ACCEPTED);
        assertThat(stored.reads()).isEqualTo(1);
    }

    /** So the cache does after every change, on every node. */
    @Test
    void theyGoWithTheEntryInTheCache() {
        decide(Decision.ACCEPTED);
        latest(session(), ada);
        decide(Decision.WITHDRAWN);

        assertThat(latest(session(), CachedUsers.withId("ada"))).isEqualTo(Decision.WITHDRAWN);
    }

    @Test
    void whatThisTransactionChangesIsReadAndNotKept() {
        decide(Decision.ACCEPTED);
        latest(session(), ada);
        KeycloakSession deciding = session();
        ChangedStandings.add(deciding, realm, "ada");
        decide(Decision.WITHDRAWN);

        assertThat(latest(deciding, ada)).isEqualTo(Decision.WITHDRAWN);
        assertThat(latest(session(), ada)).isEqualTo(Decision.ACCEPTED);
    }

    @Test
    void whatItChangesOfOthersIsNoMatterUnlessItMayBeAnybody() {
        decide(Decision.ACCEPTED);
        KeycloakSession deciding = session();
        ChangedStandings.add(deciding, realm, "bob");
        latest(deciding, ada);
        latest(deciding, ada);
        assertThat(stored.reads()).isEqualTo(1);

        ChangedStandings.addAll(deciding, realm);
        latest(deciding, ada);
        assertThat(stored.reads()).isEqualTo(2);
    }

    @Test
    void afterAnHourTheyAreReadAnew() {
        decide(Decision.ACCEPTED);
        latest(session(), ada);
        clock.move(Duration.ofHours(1).minusMillis(1));
        latest(session(), ada);
        assertThat(stored.reads()).isEqualTo(1);

        clock.move(Duration.ofMillis(1));
        latest(session(), ada);
        assertThat(stored.reads()).isEqualTo(2);
    }

    @Test
    void whoIsNotInTheCacheIsReadEachTime() {
        decide(Decision.ACCEPTED);
        for (UserModel user : new UserModel[] {Users.named("ada"), Users.named("ada")}) {
            latest(session(), user);
        }

        assertThat(stored.reads()).isEqualTo(2);
    }

    private void decide(Decision decision) {
        stored.store(new Standing("terms", 1, decision, "en", "digest", NOW, "record"));
    }

    private Decision latest(KeycloakSession session, UserModel user) {
        return new KeptStandings(session, realm, clock)
                .latest(user)
                .on("terms")
                .orElseThrow()
                .decision();
    }

    private KeycloakSession session() {
        return new Transaction()
                .with(AcceptanceProvider.class, stored.provider())
                .session();
    }
}
