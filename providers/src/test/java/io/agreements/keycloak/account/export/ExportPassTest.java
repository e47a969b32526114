package io.agreements.keycloak.account.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.fixture.MovableClock;
import io.agreements.keycloak.fixture.Realms;
import io.agreements.keycloak.fixture.SignedTokens;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.keycloak.TokenCategory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.JsonWebToken;

final class ExportPassTest {

    private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");
    private static final ExportPass PASS = new ExportPass(
            "user-1", "shop-app", new SignInProof("session-1", "tab-1", true, 1_763_798_400_123L), "zh-Hans", NOW);

    private final SignedTokens tokens = new SignedTokens();
    private final KeycloakSession session = tokens.session();
    private final RealmModel realm = Realms.named("shop");
    private final MovableClock clock = MovableClock.at(NOW);

    @Test
    void whatIsIssuedIsGoodForFiveMinutes() {
        String issued = PASS.issue(session, realm);

        clock.move(Duration.ofSeconds(299));
        assertThat(ExportPass.read(session, realm, issued, clock)).contains(PASS);
        clock.move(Duration.ofSeconds(1));
        assertThat(ExportPass.read(session, realm, issued, clock)).isEmpty();
    }

    @Test
    void itIsSignedWithAKeyThatStaysInTheServer() {
        PASS.issue(session, realm);

        assertThat(tokens.last().getCategory()).isEqualTo(TokenCategory.INTERNAL);
    }

    @Test
    void whatIsForAnotherRealmOrPurposeOrNotSignedIsNoPass() {
        String issued = PASS.issue(session, realm);
        JsonWebToken other = new JsonWebToken()
                .type("Bearer")
                .subject("user-1")
                .audience(realm.getId())
                .exp(clock.instant().getEpochSecond() + 60);

        assertThat(ExportPass.read(session, Realms.named("other"), issued, clock))
                .isEmpty();
        assertThat(ExportPass.read(session, realm, session.tokens().encode(other), clock))
                .isEmpty();
        assertThat(ExportPass.read(session, realm, "made up", clock)).isEmpty();
        assertThat(ExportPass.read(session, realm, null, clock)).isEmpty();
    }
}
