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
    private static final String OPTIONAL = "news-by-mail";
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
    void theClaimCostsNothingOnceItIsKnownWhateverTheNumberOfTokens() {
        tellInTokens();
        Session session = new Session("openid");
        session.refresh(1);

        assertThat(session.refresh(20)).isEmpty();
        assertThat(session.look(20)).isEmpty();
    }

    @Test
    void whatIsDecidedElsewhereIsInTheClaimAtTheNextRefresh() {
        tellInTokens();
        Session session = new Session("openid");
        Session elsewhere = new Session("openid offline_access");
        session.refresh(2);
        elsewhere.refresh(2);
        assertThat(session.told()).isEqualTo("ACCEPTED");

        for (int times = 0; times < 5; times++) {
            elsewhere.decide(OPTIONAL, 1, "ACCEPTED");
            assertTold(session, elsewhere, "ACCEPTED ACCEPTED");
            elsewhere.decide(OPTIONAL, 1, "WITHDRAWN");
            assertTold(session, elsewhere, "ACCEPTED WITHDRAWN");
        }
    }

    private void tellInTokens() {
        AgreementMappers.add(realm.pop800(), OwedTokens.API, "agreements", "");
        AgreementMappers.add(realm.pop800(), OwedTokens.API, "terms", Pop800.AGREEMENT);
    }

    private static void assertTold(Session session, Session elsewhere, String decisions) {
        assertThat(session.refresh(1)).hasSizeLessThanOrEqualTo(2);
        assertThat(session.told()).isEqualTo(decisions);
        elsewhere.refresh(1);
        assertThat(elsewhere.told()).isEqualTo(decisions);
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

        /** @return what userinfo and introspection asked of our tables */
        List<String> look(int times) {
            return ours(() -> {
                for (int i = 0; i < times; i++) {
                    assertThat(told(realm.api().userInfo(tokens.accessToken()).json()))
                            .isEqualTo(told());
                    assertThat(told(realm.api().introspect(tokens.accessToken()).json()))
                            .isEqualTo(told());
                }
            });
        }

        /** The decisions that its latest token tells of. */
        String told() {
            return told(tokens.claims("access_token"));
        }

        private static String told(JsonNode claims) {
            return String.join(" ", claims.path("agreements").findValuesAsText("decision"));
        }

        void accept() {
            decide(Pop800.AGREEMENT, 2, "ACCEPTED");
        }

        void decide(String agreement, int version, String decision) {
            JsonNode text = PublicRest.json(PublicRest.of(realm.pop800()).getJson("/" + agreement))
                    .at("/inForce/texts/0");
            MyRest.Reply reply = new MyRest(realm.pop800(), tokens.accessToken()).put("/" + agreement, """
                            {"decision": "%s", "version": %d, "locale": "%s", "digest": "%s"}""".formatted(
                            decision,
                            version,
                            text.path("locale").asText(),
                            text.path("digest").asText()));
            assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        }

        private List<String> ours(Runnable requests) {
            OurStatements statements = OurStatements.during(server, requests);
            comparisons = statements.looks().size();
            return statements.ours();
        }
    }
}
