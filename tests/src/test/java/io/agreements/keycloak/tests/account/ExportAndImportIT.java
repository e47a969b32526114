package io.agreements.keycloak.tests.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.tests.fixture.realm.Persons;
import io.agreements.keycloak.tests.fixture.realm.Persons.Person;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.realm.Tasks;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A realm is written to a file by {@code kc.sh export} and put in its own place by {@code kc.sh import}. */
@WithKeycloak(quickTasks = {Tasks.DELETIONS, Tasks.SWEEP})
final class ExportAndImportIT {

    @Test
    void whoIsThereAgainUnderTheSameIdKeepsStandingAndIdentity(KeycloakServer server, @TempDir Path directory) {
        Pop800 pop800 = Pop800.create(server);
        Person person = new Persons(pop800).settled();
        Person owing = new Persons(pop800).owing();
        String realm = pop800.realm().name();
        String file = directory.resolve("realm.json").toString();

        server.whileStopped(
                List.of(List.of("export", "--realm=" + realm, "--file=" + file), List.of("import", "--file=" + file)));

        assertThat(pop800.standings(person.id())).hasSize(3);
        assertThat(pop800.records(person.id(), Pop800.AGREEMENT))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("username", person.email()));
        assertThat(server.database()
                        .count("select count(*) from agr_record where type = 'ERASURE' and realm_id = ?", pop800.id()))
                .isZero();
        assertThat(server.database()
                        .query("select method from agr_record where type = 'DELETION' and realm_id = ?", pop800.id()))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row).containsEntry("method", "IMPORT"));
        assertThat(pop800.client().password(person.email(), Pop800.PASSWORD).status())
                .isEqualTo(200);
        assertThat(pop800.client().password(owing.email(), Pop800.PASSWORD).status())
                .isEqualTo(400);
    }
}
