package io.agreements.keycloak.flow;

import static io.agreements.keycloak.fixture.AgreementBuilder.required;
import static io.agreements.keycloak.fixture.VersionBuilder.version;
import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.agreement.Catalogue;
import io.agreements.keycloak.fixture.Sessions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

final class ClearanceTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final Instant NEXT_CHANGE = NOW.plus(Duration.ofDays(30));
    private static final Instant FAR_AWAY = NOW.plus(Duration.ofDays(365_000));

    private final AuthenticationSessionModel authSession = Sessions.authentication();

    @Test
    void itHoldsUntilTheNextChangeOfTheCatalogue() {
        Clearance.grant(authSession, catalogue("one", NEXT_CHANGE), NOW);

        assertThat(holds("one", NOW)).isTrue();
        assertThat(holds("one", NEXT_CHANGE.minusMillis(1))).isTrue();
        assertThat(holds("one", NEXT_CHANGE)).isFalse();
    }

    @Test
    void itHoldsForEverWhereNoChangeIsKnown() {
        Clearance.grant(authSession, catalogue("one", NOW), NOW);

        assertThat(holds("one", FAR_AWAY)).isTrue();
    }

    @Test
    void itHoldsForTheRevisionItWasGrantedForOnly() {
        Clearance.grant(authSession, catalogue("one", NEXT_CHANGE), NOW);

        assertThat(holds("two", NOW)).isFalse();
        assertThat(holds("on", NOW)).isFalse();
        assertThat(holds(null, NOW)).isFalse();
    }

    @Test
    void aRevisionMayHaveAnyCharacters() {
        Clearance.grant(authSession, catalogue("one/two", NEXT_CHANGE), NOW);

        assertThat(holds("one/two", NOW)).isTrue();
        assertThat(holds("one", NOW)).isFalse();
    }

    @Test
    void itIsNotGrantedWhereTheCatalogueHasNoRevision() {
        Clearance.grant(authSession, catalogue(null, NEXT_CHANGE), NOW);

        assertThat(authSession.getUserSessionNotes()).isEmpty();
        assertThat(holds(null, NOW)).isFalse();
    }

    @Test
    void nobodyIsClearWithoutIt() {
        assertThat(holds("one", NOW)).isFalse();
        assertThat(Clearance.holds(authSession, Sessions.userSessionOf(Sessions.authentication()), "one", NOW))
                .isFalse();
    }

    @Test
    void itHoldsForLaterSignInsInTheSameUserSession() {
        Clearance.grant(authSession, catalogue("one", NEXT_CHANGE), NOW);
        UserSessionModel userSession = Sessions.userSessionOf(authSession);
        AuthenticationSessionModel later = Sessions.authentication();

        assertThat(Clearance.holds(later, userSession, "one", NOW)).isTrue();
        assertThat(Clearance.holds(later, userSession, "two", NOW)).isFalse();
        assertThat(Clearance.holds(later, userSession, "one", NEXT_CHANGE)).isFalse();
    }

    @Test
    void aFreshOneReplacesTheOneOfAnOlderRevision() {
        Clearance.grant(authSession, catalogue("one", NEXT_CHANGE), NOW);

        Clearance.grant(authSession, catalogue("two", NEXT_CHANGE), NOW);

        assertThat(holds("two", NOW)).isTrue();
        assertThat(holds("one", NOW)).isFalse();
    }

    private boolean holds(String revision, Instant now) {
        return Clearance.holds(authSession, null, revision, now);
    }

    private static Catalogue catalogue(String revision, Instant change) {
        return new Catalogue(
                revision,
                List.of(required("terms").versions(version(1).since(change)).build()));
    }
}
