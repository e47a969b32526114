package io.agreements.keycloak.tests.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.agreements.keycloak.testing.OnEveryDatabase;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.realm.RealmBuilder;
import io.agreements.keycloak.testing.realm.TestRealm;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.testing.server.running.MovedClock;
import io.agreements.keycloak.testing.server.running.StartingNodes;
import io.agreements.keycloak.tests.fixture.rest.AdminApi;
import io.agreements.keycloak.tests.fixture.rest.AdminRest;
import io.agreements.keycloak.tests.fixture.rest.OAuthClient;
import io.agreements.keycloak.tests.fixture.rest.OwedTokens;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;

/** What becomes of agreements when the realm, its clients and its roles are changed under them. */
@OnEveryDatabase
@WithKeycloak
final class RealmAndCatalogueIT {

    private static final String PERSON = "person@example.org";
    private static final String REVISION = "agreements.revision";

    @ParameterizedTest
    @ValueSource(strings = {"restored", "missing", "foreign"})
    void whateverBecomesOfTheSignAVersionInForceIsAskedForWithinSeconds(String fate, KeycloakServer server) {
        OwedTokens realm = OwedTokens.create(server);
        realm.newUser(PERSON);
        RealmRepresentation settings = realm.pop800().realm().admin().toRepresentation();
        settings.setEventsListeners(List.of("jboss-logging"));
        realm.pop800().realm().admin().update(settings);
        OAuthClient.Reply tokens = realm.api().password(PERSON, "openid");
        tokens = realm.api().refresh(tokens.refreshToken());
        RealmRepresentation before = realm.pop800().realm().admin().toRepresentation();
        realm.publish();

        if (!fate.equals("restored")) {
            before.getAttributes().remove(REVISION);
        }
        if (fate.equals("foreign")) {
            before.getAttributes().put(REVISION, UUID.randomUUID().toString());
        }
        realm.pop800().realm().admin().update(before);
        try (MovedClock clock = MovedClock.of(server)) {
            clock.ahead(Duration.ofSeconds(11));
            realm.assertRefused(realm.api().refresh(tokens.refreshToken()));
        }
    }

    @Test
    void aRealmMadeAgainUnderAnOldIdBeginsEmptyUnlessItIsToTakeItsAgreementsBack(KeycloakServer server) {
        String id = UUID.randomUUID().toString();
        TestRealm realm = create(server, id, null);
        publishRules(realm);
        admin(realm).post("/house-rules/versions", "{\"copyTextsOf\": 1}").successful();

        realm.admin().remove();
        TestRealm second = create(server, id, null);
        assertThat(admin(second).get("").successful()).isEmpty();
        assertThat(server.database()
                        .query(
                                "select t.id from agr_agreement a join agr_version v on v.agreement_id = a.id"
                                        + " join agr_text t on t.version_id = v.id where a.realm_id = ?",
                                id))
                .hasSize(2);

        publishRules(second);
        second.admin().remove();
        TestRealm third = create(server, id, "true");
        JsonNode agreements = admin(third).get("").successful();
        assertThat(agreements).hasSize(1);
        assertThat(agreements.at("/0/versions")).hasSize(1);
        assertThat(agreements.at("/0/inForce").asInt()).isEqualTo(1);
        assertThat(third.admin().toRepresentation().getAttributes()).doesNotContainKey("agreements.takeBack");
    }

    @Test
    void anAudienceFollowsClientsAndRolesThatAreRenamedAndNamesAreMissedThatAreGone(KeycloakServer server) {
        TestRealm realm = RealmBuilder.unique("audience")
                .publicClient("shop", "http://localhost/shop")
                .create(server);
        realm.admin().roles().create(new RoleRepresentation("merchant", "", false));
        String shop = realm.admin().clients().findByClientId("shop").get(0).getId();
        realm.admin().clients().get(shop).roles().create(new RoleRepresentation("buyer", "", false));
        AdminApi admin = admin(realm);
        addAgreement(admin, "for-client", "CLIENTS", "shop");
        addAgreement(admin, "for-role", "ROLE", "merchant");
        addAgreement(admin, "for-client-role", "ROLE", "shop.buyer");

        RoleRepresentation role = realm.admin().roles().get("merchant").toRepresentation();
        role.setName("seller");
        realm.admin().roles().get("merchant").update(role);
        ClientRepresentation client = realm.admin().clients().get(shop).toRepresentation();
        client.setClientId("market");
        realm.admin().clients().get(shop).update(client);
        RoleRepresentation buyer =
                realm.admin().clients().get(shop).roles().get("buyer").toRepresentation();
        buyer.setName("customer");
        realm.admin().clients().get(shop).roles().get("buyer").update(buyer);

        assertThat(audience(admin, "for-client")).isEqualTo("[\"market\"] missing []");
        assertThat(audience(admin, "for-role")).isEqualTo("[\"seller\"] missing []");
        assertThat(audience(admin, "for-client-role")).isEqualTo("[\"market.customer\"] missing []");

        realm.admin().roles().deleteRole("seller");
        realm.admin().clients().get(shop).remove();

        assertThat(audience(admin, "for-client")).isEqualTo("[\"market\"] missing [\"market\"]");
        assertThat(audience(admin, "for-role")).isEqualTo("[\"seller\"] missing [\"seller\"]");
        assertThat(audience(admin, "for-client-role")).isEqualTo("[\"market.customer\"] missing [\"market.customer\"]");
    }

    @Test
    void aTimeZoneNobodyKnowsIsToldInTheLogWhenTheRealmIsMadeAndWhenItIsSaved(KeycloakServer server) {
        TestRealm realm = RealmBuilder.unique("zones")
                .with(made -> {
                    made.setAttributes(Map.of("agreements.timeZone", "CST"));
                    made.setEventsListeners(List.of("agreements"));
                })
                .create(server);
        RealmRepresentation settings = realm.admin().toRepresentation();
        settings.getAttributes().put("agreements.timeZone", "GMT+8");
        realm.admin().update(settings);
        settings.getAttributes().put("agreements.timeZone", "Asia/Beijing");
        realm.admin().update(settings);

        String told = "Realm " + realm.name() + ": agreements.timeZone is ";
        assertThat(server.logs().lines().filter(line -> line.contains(told)))
                .extracting(line -> line.substring(line.indexOf(told) + told.length()))
                .satisfiesExactly(
                        made -> assertThat(made).startsWith("'CST'"),
                        saved -> assertThat(saved).startsWith("'Asia/Beijing'"));
    }

    @Test
    void nodesThatStartTogetherRegisterEachRequiredActionOnce(KeycloakServer server) {
        List<TestRealm> realms = Stream.generate(
                        () -> RealmBuilder.unique("nodes").create(server))
                .limit(5)
                .toList();
        List<String> ours = List.of("agreement-acceptance", "agreement-account-deletion", "agreement-restriction");
        realms.forEach(realm -> ours.forEach(alias -> realm.admin().flows().removeRequiredAction(alias)));
        assertThat(realms)
                .allSatisfy(realm -> assertThat(requiredActions(realm)).doesNotContainAnyElementsOf(ours));
        StartingNodes.start(server, 3);

        assertThat(realms)
                .allSatisfy(realm -> assertThat(requiredActions(realm))
                        .filteredOn(ours::contains)
                        .containsExactlyInAnyOrderElementsOf(ours));
    }

    private static List<String> requiredActions(TestRealm realm) {
        return realm
                .server()
                .database()
                .query(
                        "select alias from required_action_provider where realm_id = ?",
                        realm.admin().toRepresentation().getId())
                .stream()
                .map(row -> (String) row.get("alias"))
                .toList();
    }

    private static TestRealm create(KeycloakServer server, String id, String takeBack) {
        return RealmBuilder.unique("again")
                .with(realm -> {
                    realm.setId(id);
                    realm.setAttributes(takeBack == null ? Map.of() : Map.of("agreements.takeBack", takeBack));
                })
                .create(server);
    }

    private static void publishRules(TestRealm realm) {
        AdminApi admin = admin(realm);
        addAgreement(admin, "house-rules", "EVERYBODY", null);
        admin.post("/house-rules/versions", "{}").successful();
        assertThat(admin.put("/house-rules/versions/1/texts/en", "{\"title\": \"Rules\", \"content\": \"Be kind.\"}")
                        .status())
                .isEqualTo(201);
        int edits =
                admin.get("/house-rules/versions/1").successful().path("edits").asInt();
        admin.post("/house-rules/versions/1/publish", "{\"edits\": " + edits + "}")
                .successful();
    }

    private static void addAgreement(AdminApi admin, String key, String type, String name) {
        admin.post("", """
                        {"key": "%s", "requirement": "REQUIRED", "bindingLocale": "en",
                         "audience": {"type": "%s", "names": [%s]}}
                        """.formatted(key, type, name == null ? "" : "\"" + name + "\""))
                .successful();
    }

    private static String audience(AdminApi admin, String key) {
        JsonNode audience = admin.get("/" + key).successful().path("audience");
        return audience.path("names") + " missing " + audience.path("missing");
    }

    private static AdminApi admin(TestRealm realm) {
        realm.server().adminClient().tokenManager().grantToken();
        return new AdminApi(realm, AdminRest.administratorToken(realm.server()));
    }
}
