package io.agreements.keycloak.acceptance.clearance;

import static io.agreements.keycloak.fixture.agreement.AgreementBuilder.optional;
import static io.agreements.keycloak.fixture.agreement.AgreementBuilder.required;
import static io.agreements.keycloak.fixture.agreement.VersionBuilder.version;
import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.acceptance.Standing;
import io.agreements.keycloak.acceptance.Standings;
import io.agreements.keycloak.acceptance.obligation.Obligations;
import io.agreements.keycloak.acceptance.obligation.Situation;
import io.agreements.keycloak.acceptance.obligation.Subject;
import io.agreements.keycloak.agreement.AgreementProvider;
import io.agreements.keycloak.agreement.Catalogue;
import io.agreements.keycloak.fixture.MovableClock;
import io.agreements.keycloak.fixture.OneServer;
import io.agreements.keycloak.fixture.RealmRoles;
import io.agreements.keycloak.fixture.Sessions;
import io.agreements.keycloak.fixture.Users;
import io.agreements.keycloak.fixture.agreement.AgreementBuilder;
import io.agreements.keycloak.fixture.agreement.VersionBuilder;
import io.agreements.keycloak.ledger.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

final class ClearanceTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);
    private static final VersionBuilder FIRST = version(1).since(NOW.minus(WEEK));

    private final RoleModel seller = new RealmRoles().with("seller").role("seller");
    private final UserModel ada = Users.named("ada");
    private final OneServer server = new OneServer(ada);
    private final AuthenticationSessionModel authSession = Sessions.authenticationFor("shop");
    private final UserSessionModel userSession = Sessions.userSessionOf(Sessions.authenticationFor("shop"));

    @BeforeEach
    void openTheSession() {
        server.open(userSession);
        server.addRole("seller", seller);
        publish("one", required("terms").versions(FIRST));
    }

    @Test
    void nobodyIsClearWithoutIt() {
        assertThat(holds(NOW)).isFalse();
        assertThat(clearance("shop").holds(authSession, NOW)).isFalse();
    }

    @Test
    void itHoldsUntilTheNextChangeOfTheCatalogue() {
        Instant change = NOW.plus(Duration.ofHours(5));
        publish("one", required("terms").versions(FIRST, version(2).since(change)));

        grant();

        assertThat(holds(NOW)).isTrue();
        assertThat(holds(change.minusMillis(1))).isTrue();
        assertThat(holds(change)).isFalse();
    }

    @Test
    void itHoldsUntilAnAcceptanceHasToBeRenewed() {
        publish("one", required("terms").renewedAfter(7).versions(FIRST));

        grant(NOW.plus(WEEK).minusMillis(5));

        assertThat(holds(NOW.plus(WEEK).minusMillis(1))).isTrue();
        assertThat(holds(NOW.plus(WEEK))).isFalse();
    }

    @Test
    void whereNoChangeIsKnownItIsFoundOutAnewEveryDay() {
        grant();

        assertThat(holds(NOW.plus(Duration.ofDays(1)).minusMillis(1))).isTrue();
        assertThat(holds(NOW.plus(Duration.ofDays(1)))).isFalse();
    }

    @Test
    void itHoldsForTheRevisionItWasGrantedForOnly() {
        grant();

        publish("two", required("terms").versions(FIRST));

        assertThat(holds(NOW)).isFalse();
        grant();
        assertThat(holds(NOW)).isTrue();
    }

    @Test
    void itIsNotGrantedWhereTheCatalogueHasNoRevision() {
        publish(null, required("terms").versions(FIRST));

        grant();

        assertThat(userSession.getNotes()).isEmpty();
        assertThat(holds(NOW)).isFalse();
    }

    @Test
    void itHoldsForTheUserItWasGrantedToOnly() {
        grant();

        assertThat(Clearance.of(
                                server.session(),
                                server.realm(),
                                Users.named("bob"),
                                Sessions.authenticationFor("shop").getClient())
                        .holds(userSession, NOW))
                .isFalse();
    }

    @Test
    void itHoldsForTheClientItWasGrantedForOnly() {
        grant();

        assertThat(clearance("blog").holds(userSession, NOW)).isFalse();
    }

    @Test
    void itHoldsForWhoIsToldOfARoleUntilTheRoleIsGranted() {
        publish("one", optional("news"), required("rules").forRole("seller"));
        UserModel holder = Users.since("ada", null, seller);
        grant();

        assertThat(holds(NOW)).isTrue();
        assertThat(Clearance.of(
                                server.session(),
                                server.realm(),
                                holder,
                                Sessions.authenticationFor("shop").getClient())
                        .holds(userSession, NOW))
                .isFalse();
    }

    @Test
    void itIsOverOnceTheClientIsRenamedIntoAnAudience() {
        publish("one", required("rules").forClients("boutique").versions(FIRST));
        grant();

        assertThat(holds(NOW)).isTrue();
        assertThat(Clearance.of(server.session(), server.realm(), ada, Sessions.renamed("shop", "boutique"))
                        .holds(userSession, NOW))
                .isFalse();
    }

    @Test
    void whatIsOwedMayWaitForWhoGivesThatMuchTimeOnly() {
        publish("one", required("terms").versions(FIRST, version(2).since(NOW)));
        clearance("shop").withGrace(WEEK).grant(userSession, situation(NOW));

        assertThat(clearance("shop").withGrace(WEEK).holds(userSession, NOW)).isTrue();
        assertThat(clearance("shop").withGrace(WEEK.plusDays(1)).holds(userSession, NOW))
                .isFalse();
        assertThat(holds(NOW)).isFalse();
    }

    @Test
    void whatASignInFoundOutHoldsInItAndInTheSessionItBecomes() {
        clearance("shop").grant(authSession, null, situation(NOW));
        UserSessionModel signedIn = Sessions.userSessionOf(authSession);

        assertThat(clearance("shop").holds(authSession, NOW)).isTrue();
        assertThat(clearance("shop").holds(signedIn, NOW.plus(Duration.ofMinutes(59))))
                .isTrue();
        assertThat(clearance("shop").holds(signedIn, NOW.plus(Duration.ofMinutes(60))))
                .isFalse();
    }

    @Test
    void whatASignInInASessionFoundOutHoldsThereAsLongAsIfTheSessionHad() {
        clearance("shop").grant(authSession, userSession, situation(NOW));
        authSession.getUserSessionNotes().forEach(userSession::setNote);

        assertThat(holds(NOW.plus(Duration.ofHours(23)))).isTrue();
    }

    @Test
    void aRefusalTakesItFromAllSessions() {
        grant();
        UserSessionModel offline = server.open(Sessions.offlineOf(userSession));
        clearance("shop").grant(offline, situation(NOW));

        refuse(NOW.plusSeconds(1));

        assertThat(holds(NOW.plusSeconds(1))).isFalse();
        assertThat(clearance("shop").holds(offline, NOW.plusSeconds(1))).isFalse();
    }

    @Test
    void whoReadTheStandingsBeforeARefusalAndGrantsItAfterwardsGrantsNothing() {
        refuse(NOW);

        grant(NOW.minusMillis(1));
        assertThat(holds(NOW)).isFalse();
        grant(NOW.plus(Duration.ofMinutes(1)));
        assertThat(holds(NOW.plus(Duration.ofMinutes(1)))).as("clocks differ").isFalse();
        grant(NOW.plus(Duration.ofMinutes(1)).plusMillis(1));
        assertThat(holds(NOW.plus(Duration.ofMinutes(2)))).isTrue();
    }

    @Test
    void aSessionThatARefusalMissedBecauseItWasNotThereYetIsNotClear() {
        clearance("shop").grant(authSession, null, situation(NOW));
        refuse(NOW.plusSeconds(1));
        UserSessionModel tooLate = Sessions.userSessionOf(authSession);

        assertThat(clearance("shop").holds(tooLate, NOW.plusSeconds(2))).isFalse();
        assertThat(clearance("shop").holds(authSession, NOW.plusSeconds(2))).isFalse();
    }

    @Test
    void anOfflineSessionMadeWhileSomebodyRefusesIsNotClear() {
        grant();
        UserSessionModel copy = Sessions.offlineOf(userSession);
        refuse(NOW.plusSeconds(1));

        assertThat(clearance("shop").holds(copy, NOW.plusSeconds(2))).isFalse();
    }

    @Test
    void aSessionThatIsGrantedItAfterARefusalIsClearThoughItsSignInMissedIt() {
        clearance("shop").grant(authSession, null, situation(NOW));
        refuse(NOW.plusSeconds(1));
        UserSessionModel tooLate = Sessions.userSessionOf(authSession);

        clearance("shop").grant(tooLate, situation(NOW.plusSeconds(3)));

        assertThat(clearance("shop").holds(tooLate, NOW.plusSeconds(3))).isTrue();
    }

    @Test
    void whoComesBackToAStoreIsNotClearInSessionsOfBefore() {
        UserModel traveller = Users.withId("f:directory:ada", "ada", null);
        Clearance clearance = Clearance.of(
                server.session(),
                server.realm(),
                traveller,
                Sessions.authenticationFor("shop").getClient());
        clearance.grant(userSession, situation(NOW));
        assertThat(clearance.holds(userSession, NOW)).isTrue();
        Clearance.noteGone(
                server.session(), server.realm().getId(), traveller.getId(), MovableClock.at(NOW.plusSeconds(1)));

        assertThat(clearance.holds(userSession, NOW.plusSeconds(2))).isFalse();
        Instant later = NOW.plus(Duration.ofMinutes(2));
        clearance.grant(userSession, situation(later));
        assertThat(clearance.holds(userSession, later)).isTrue();
    }

    private void publish(String revision, AgreementBuilder... agreements) {
        server.publish(new Catalogue(
                revision, Stream.of(agreements).map(AgreementBuilder::build).toList()));
    }

    private void refuse(Instant moment) {
        String realmId = server.realm().getId();
        Clearance.rememberRefusal(server.session(), realmId, ada.getId());
        Clearance.noteRefusal(server.session(), realmId, ada.getId(), MovableClock.at(moment));
    }

    private void grant() {
        grant(NOW);
    }

    private void grant(Instant moment) {
        clearance("shop").grant(userSession, situation(moment));
    }

    private boolean holds(Instant moment) {
        return clearance("shop").holds(userSession, moment);
    }

    private Clearance clearance(String clientId) {
        return Clearance.of(
                server.session(),
                server.realm(),
                ada,
                Sessions.authenticationFor(clientId).getClient());
    }

    /** Of ada, who accepted the first version of the terms, at the shop. */
    private Situation situation(Instant moment) {
        Catalogue catalogue =
                server.session().getProvider(AgreementProvider.class).catalogue(server.realm());
        Standings standings = new Standings(
                List.of(new Standing("id-of-terms", 1, Decision.ACCEPTED, "zh-Hans", "digest", NOW, "record")));
        Subject subject = new Subject(NOW.minus(WEEK), "shop", role -> false);
        return new Situation(
                catalogue, standings, subject, Obligations.of(catalogue, standings, subject, moment), false, moment);
    }
}
