package io.agreements.keycloak.flow;

import static io.agreements.keycloak.fixture.AgreementBuilder.optional;
import static io.agreements.keycloak.fixture.AgreementBuilder.required;
import static io.agreements.keycloak.fixture.VersionBuilder.version;
import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.acceptance.Obligations;
import io.agreements.keycloak.acceptance.Situation;
import io.agreements.keycloak.acceptance.Standing;
import io.agreements.keycloak.acceptance.Standings;
import io.agreements.keycloak.acceptance.Subject;
import io.agreements.keycloak.agreement.Catalogue;
import io.agreements.keycloak.fixture.AgreementBuilder;
import io.agreements.keycloak.fixture.Sessions;
import io.agreements.keycloak.fixture.Users;
import io.agreements.keycloak.ledger.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

final class ClearanceTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final Instant NEXT_CHANGE = NOW.plus(Duration.ofDays(30));
    private static final Instant FAR_AWAY = NOW.plus(Duration.ofDays(365_000));

    private final AuthenticationSessionModel authSession = Sessions.authenticationFor("shop");
    private final UserModel ada = Users.named("ada");
    private final UserModel bob = Users.named("bob");

    @Test
    void itHoldsUntilTheNextChangeOfTheCatalogue() {
        grant("one", NEXT_CHANGE);

        assertThat(holds("one", NOW)).isTrue();
        assertThat(holds("one", NEXT_CHANGE.minusMillis(1))).isTrue();
        assertThat(holds("one", NEXT_CHANGE)).isFalse();
    }

    @Test
    void itHoldsUntilAnAcceptanceHasToBeRenewed() {
        Instant renewal = NOW.plus(Duration.ofDays(7));

        grant(situation(
                "one", required("terms").renewedAfter(7).versions(version(1).since(NEXT_CHANGE))));

        assertThat(holds("one", renewal.minusMillis(1))).isTrue();
        assertThat(holds("one", renewal)).isFalse();
    }

    @Test
    void aRenewalFurtherAwayThanTheNextChangeDoesNotProlongIt() {
        grant(situation(
                "one", required("terms").renewedAfter(60).versions(version(1).since(NEXT_CHANGE))));

        assertThat(holds("one", NEXT_CHANGE)).isFalse();
    }

    @Test
    void itHoldsForEverWhereNoChangeIsKnown() {
        grant("one", NOW);

        assertThat(holds("one", FAR_AWAY)).isTrue();
    }

    @Test
    void itHoldsForTheRevisionItWasGrantedForOnly() {
        grant("one", NEXT_CHANGE);

        assertThat(holds("two", NOW)).isFalse();
        assertThat(holds("on", NOW)).isFalse();
        assertThat(holds(null, NOW)).isFalse();
    }

    @Test
    void aRevisionMayHaveAnyCharacters() {
        grant("one/two", NEXT_CHANGE);

        assertThat(holds("one/two", NOW)).isTrue();
        assertThat(holds("one", NOW)).isFalse();
    }

    @Test
    void itIsNotGrantedWhereTheCatalogueHasNoRevision() {
        grant(null, NEXT_CHANGE);

        assertThat(authSession.getUserSessionNotes()).isEmpty();
        assertThat(holds(null, NOW)).isFalse();
    }

    @Test
    void nobodyIsClearWithoutIt() {
        assertThat(holds("one", NOW)).isFalse();
        assertThat(Clearance.holds(authSession, ada, Sessions.userSessionOf(Sessions.authentication()), "one", NOW))
                .isFalse();
    }

    @Test
    void itHoldsForTheUserItWasGrantedToOnly() {
        grant("one", NEXT_CHANGE);

        assertThat(Clearance.holds(authSession, bob, null, "one", NOW)).isFalse();
        assertThat(Clearance.holds(authSession, bob, Sessions.userSessionOf(authSession), "one", NOW))
                .isFalse();
    }

    @Test
    void itHoldsForTheClientItWasGrantedForOnly() {
        grant("one", NEXT_CHANGE);
        UserSessionModel userSession = Sessions.userSessionOf(authSession);

        assertThat(Clearance.holds(Sessions.authenticationFor("shop"), ada, userSession, "one", NOW))
                .isTrue();
        assertThat(Clearance.holds(Sessions.authenticationFor("blog"), ada, userSession, "one", NOW))
                .isFalse();
    }

    @Test
    void itHoldsForLaterSignInsInTheSameUserSession() {
        grant("one", NEXT_CHANGE);
        UserSessionModel userSession = Sessions.userSessionOf(authSession);
        AuthenticationSessionModel later = Sessions.authenticationFor("shop");

        assertThat(Clearance.holds(later, ada, userSession, "one", NOW)).isTrue();
        assertThat(Clearance.holds(later, ada, userSession, "two", NOW)).isFalse();
        assertThat(Clearance.holds(later, ada, userSession, "one", NEXT_CHANGE)).isFalse();
    }

    @Test
    void aFreshOneReplacesTheOneOfAnOlderRevision() {
        grant("one", NEXT_CHANGE);

        grant("two", NEXT_CHANGE);

        assertThat(holds("two", NOW)).isTrue();
        assertThat(holds("one", NOW)).isFalse();
    }

    @Test
    void itIsNotGrantedWhereARoleWouldMakeAnAgreementConcernTheUser() {
        grant(situation("one", optional("news"), required("rules").forRole("seller")));

        assertThat(authSession.getUserSessionNotes()).isEmpty();
    }

    @Test
    void itIsGrantedToWhoHoldsTheRoleAlready() {
        grant(situation("one", "seller"::equals, required("rules").forRole("seller")));

        assertThat(holds("one", NOW)).isTrue();
    }

    @Test
    void itIsGrantedWhereAnAgreementIsForOtherClients() {
        grant(situation("one", required("rules").forClients("blog")));

        assertThat(holds("one", NOW)).isTrue();
    }

    private void grant(String revision, Instant change) {
        grant(situation(revision, required("terms").versions(version(1).since(change))));
    }

    private void grant(Situation situation) {
        Clearance.grant(authSession, ada, situation);
    }

    private boolean holds(String revision, Instant now) {
        return Clearance.holds(authSession, ada, null, revision, now);
    }

    private static Situation situation(String revision, AgreementBuilder... agreements) {
        return situation(revision, role -> false, agreements);
    }

    /** Of somebody who has just accepted the first version of the terms, and is asked nothing. */
    private static Situation situation(String revision, Predicate<String> roles, AgreementBuilder... agreements) {
        return new Situation(
                new Catalogue(
                        revision,
                        Stream.of(agreements).map(AgreementBuilder::build).toList()),
                new Standings(
                        List.of(new Standing("id-of-terms", 1, Decision.ACCEPTED, "zh-Hans", "digest", NOW, "record"))),
                new Subject(NOW, "shop", roles),
                Obligations.NONE,
                false,
                NOW);
    }
}
