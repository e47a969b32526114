package io.agreements.keycloak.tests.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.agreements.keycloak.testing.OnEveryDatabase;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.testing.server.running.Statements;
import io.agreements.keycloak.testing.server.running.Statements.Statement;
import io.agreements.keycloak.tests.fixture.realm.Crowd;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.realm.StoredDecision;
import io.agreements.keycloak.tests.fixture.rest.AdminApi;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Publishing costs the same for a few users as for many, and asks each of them. */
@OnEveryDatabase
@WithKeycloak
final class PublishingCostIT {

    private static final String PERSON = "person@example.org";
    private static final String TERMS = "/" + Pop800.AGREEMENT;

    @Test
    void publishingWritesNothingForEachUserAndEachIsAsked(KeycloakServer server) {
        List<String> withFew = publish(server, 10);
        List<String> withMany = publish(server, 10_000);

        assertThat(withMany).hasSameSizeAs(withFew);
        assertThat(withMany).noneMatch(sql -> sql.toLowerCase(Locale.ROOT).contains("agr_standing"));
    }

    /** @return the statements it took */
    private static List<String> publish(KeycloakServer server, int users) {
        Pop800 pop800 = Pop800.create(server).withoutSampleUser();
        Crowd crowd = new Crowd(pop800, users).create().decide(0, Pop800.AGREEMENT, "1", "'ACCEPTED'");
        String person = pop800.newUser(PERSON).toRepresentation().getId();
        new StoredDecision(person, PERSON, Pop800.AGREEMENT, 1, "ACCEPTED", Instant.now()).storeIn(pop800);
        assertThat(pending(pop800)).isZero();
        assertThat(pop800.client().password(PERSON, Pop800.PASSWORD).status()).isEqualTo(200);
        AdminApi admin = AdminApi.of(pop800);
        JsonNode draft = admin.post(TERMS + "/versions", "{\"copyTextsOf\": 1}").successful();
        String edits = "{\"edits\": " + draft.path("edits").asInt() + "}";

        List<String> statements = new ArrayList<>();
        for (Statement statement : Statements.during(
                server, () -> admin.post(TERMS + "/versions/2/publish", edits).successful())) {
            statements.add(statement.sql());
        }

        assertThat(pending(pop800)).isEqualTo(users + 1);
        assertThat(owed(pop800, crowd.userId(0))).isEqualTo(2);
        assertThat(owed(pop800, crowd.userId(users - 1))).isEqualTo(2);
        assertThat(pop800.client().password(PERSON, Pop800.PASSWORD).status()).isEqualTo(400);
        return statements;
    }

    private static int pending(Pop800 pop800) {
        return AdminApi.of(pop800)
                .get(TERMS + "/coverage")
                .successful()
                .path("pending")
                .asInt();
    }

    private static int owed(Pop800 pop800, String userId) {
        return AdminApi.of(pop800)
                .get("/users/" + userId)
                .successful()
                .at("/agreements/0/owed")
                .asInt();
    }
}
