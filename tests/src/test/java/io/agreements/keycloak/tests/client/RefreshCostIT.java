package io.agreements.keycloak.tests.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.limit.Thoroughness;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.tests.fixture.realm.AgreementMappers;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.rest.MyRest;
import io.agreements.keycloak.tests.fixture.rest.OAuthClient;
import io.agreements.keycloak.tests.fixture.rest.OurStatements;
import io.agreements.keycloak.tests.fixture.rest.OwedTokens;
import io.agreements.keycloak.tests.fixture.rest.PublicRest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.RealmRepresentation;

/** Looking after agreements costs a refresh nothing, until there is something new to accept. */
@WithKeycloak
final class RefreshCostIT {

    private static final String PERSON = "person@example.org";
    private static final int REFRESHES = Thoroughness.times(200, 1_000);

    private KeycloakServer server;
    private OwedTokens realm;
    private long comparisons;

    @BeforeEach
    void createRealmWhereARefreshTokenIsGoodOnce(KeycloakServer running) {
        server = running;
        realm = OwedTokens.create(server);
        realm.newUser(PERSON);
        RealmRepresentation settings = realm.pop800().realm().admin().toRepresentation();
        settings.setRevokeRefreshToken(true);
        settings.setRefreshTokenMaxReuse(0);
        realm.pop800().realm().admin().update(settings);
    }

    @Test
    void aThousandRefreshesInOneSessionAskNothingOfOurTables() {
        Session online = new Session("openid");
        Instant begin = Instant.now();

        assertThat(online.refresh(REFRESHES)).isEmpty();
        assertThat(comparisons)
                .isLessThanOrEqualTo(2 * (Duration.between(begin, Instant.now()).toSeconds() / 10 + 1));

        Session offline = new Session("openid offline_access");
        offline.refresh(1);
        assertThat(offline.refresh(REFRESHES / 10)).isEmpty();
    }

    @Test
    void aPublicationIsNoticedAtTheNextRefreshAndAnAcceptanceAtTheOneAfter() {
        Session session = new Session("openid");
        session.refresh(1);
        realm.publish();

        List<String> asked = session.refuse();
        assertThat(asked).anyMatch(sql -> sql.contains("agr_standing"));
        assertThat(session.refuse()).hasSize(1);

        session.accept();
        assertThat(session.refresh(1)).hasSize(1);
        assertThat(session.refresh(10)).isEmpty();
    }

    @Test
    void theClaimCostsOneReadWhateverTheNumberOfTokens() {
        AgreementMappers.add(realm.pop800(), OwedTokens.API, "agreements", "");
        AgreementMappers.add(realm.pop800(), OwedTokens.API, "terms", Pop800.AGREEMENT);
        Session session = new Session("openid");
        session.refresh(1);

        assertThat(session.refresh(5)).hasSize(5).allMatch(sql -> sql.contains("agr_standing"));
    }

    /** The tokens of one session of the user. */
    private final class Session {

        private OAuthClient.Reply tokens;

        Session(String scope) {
            tokens = realm.api().password(PERSON, scope);
        }

        /** @return the statements that had to do with us, but for those by which a node looks now and then */
        List<String> refresh(int times) {
            return ours(() -> {
                for (int i = 0; i < times; i++) {
                    tokens = realm.api().refresh(tokens.refreshToken());
                    assertThat(tokens.status()).as(tokens.body()).isEqualTo(200);
                }
            });
        }

        List<String> refuse() {
            return ours(() -> realm.assertRefused(realm.api().refresh(tokens.refreshToken())));
        }

        void accept() {
            JsonNode text = PublicRest.json(PublicRest.of(realm.pop800()).getJson("/" + Pop800.AGREEMENT))
                    .at("/inForce/texts/0");
            MyRest.Reply reply = new MyRest(realm.pop800(), tokens.accessToken())
                    .put("/" + Pop800.AGREEMENT, """
                            {"decision": "ACCEPTED", "version": 2, "locale": "%s", "digest": "%s"}""".formatted(
                            text.path("locale").asText(), text.path("digest").asText()));
            assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        }

        private List<String> ours(Runnable requests) {
            OurStatements statements = OurStatements.during(server, requests);
            comparisons = statements.looks().size();
            return statements.ours();
        }
    }
}
