package io.agreements.keycloak.tests.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.http.BoundedHttp;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.tests.fixture.realm.Persons;
import io.agreements.keycloak.tests.fixture.realm.Persons.Person;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.rest.AdminApi;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What Keycloak's own metrics say of the ledger. */
@WithKeycloak
final class CountersIT {

    @Test
    void whatIsCommittedIsCountedAndNobodyIsNamed(KeycloakServer server) {
        Pop800 pop800 = Pop800.create(server);
        Person person = new Persons(pop800).settled();
        AdminApi.of(pop800)
                .post("/holds", "{\"userId\": \"%s\", \"reason\": \"A complaint.\"}".formatted(person.id()))
                .successful();
        AdminApi.of(pop800).post("/holds", "{\"userId\": \"%s\", \"reason\": \"\"}".formatted(person.id()));

        List<String> lines = metrics(server)
                .lines()
                .filter(line -> line.startsWith("agreements_"))
                .filter(line -> line.contains("realm=\"" + pop800.realm().name() + "\""))
                .toList();

        assertThat(lines)
                .anySatisfy(line -> assertThat(line)
                        .startsWith("agreements_records_total{")
                        .contains("type=\"HOLD\"")
                        .endsWith(" 1.0"))
                .noneSatisfy(line -> assertThat(line).contains(person.id()))
                .noneSatisfy(line -> assertThat(line).contains(person.email()));
    }

    private static String metrics(KeycloakServer server) {
        HttpResponse<String> response = BoundedHttp.send(
                HttpRequest.newBuilder(URI.create(server.managementUrl() + "/metrics")),
                HttpResponse.BodyHandlers.ofString());
        return response.body();
    }
}
