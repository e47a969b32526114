package io.agreements.keycloak.tests;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agreements.keycloak.testing.browser.ClientSite;
import io.agreements.keycloak.testing.oidc.OidcClient;
import io.agreements.keycloak.testing.realm.RealmKeys;
import io.agreements.keycloak.testing.realm.TestRealm;
import io.agreements.keycloak.testing.realm.UserBuilder;
import io.agreements.keycloak.testing.server.KeycloakServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.keycloak.admin.client.resource.ClientsResource;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.ClientPoliciesRepresentation;
import org.keycloak.representations.idm.RequiredActionProviderRepresentation;

/**
 * The project's own realm file and agreements, under a name of the test's own.
 *
 * @param realm the realm
 * @param id its id
 * @param files its directory of agreements, which the test may change
 */
record Pop800(TestRealm realm, String id, Path files) {

    static final String AGREEMENT = "user-registration";
    static final String PASSWORD = "Quiet-river-2026";

    private static final String REDIRECT_URI = "http://localhost:" + ClientSite.PORT + "/callback";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The realm as it is in the project, to the last setting. */
    static Pop800 ofTheProject(KeycloakServer server) {
        return create(server, files -> {}, realmFile());
    }

    /** The realm for somebody who signs in faster than people do: Keycloak would take that for an attack. */
    static Pop800 create(KeycloakServer server) {
        return create(server, files -> {});
    }

    /** @param change what the test has done to the files before the realm is created */
    static Pop800 create(KeycloakServer server, Consumer<AgreementEdits> change) {
        ObjectNode settings = realmFile().put("bruteForceProtected", false);
        settings.withObject("/components").set(RealmKeys.COMPONENTS, JSON.valueToTree(RealmKeys.next()));
        return create(server, change, settings);
    }

    private static Pop800 create(KeycloakServer server, Consumer<AgreementEdits> change, ObjectNode settings) {
        String name = "pop800-" + UUID.randomUUID().toString().substring(0, 8);
        Path files = server.agreements().resolve(name);
        copy(server.agreements().resolve("pop800"), files);
        change.accept(new AgreementEdits(files));
        server.importRealm(settings.put("realm", name).toString().replace("/realms/pop800/", "/realms/" + name + "/"));
        return of(new TestRealm(server, name), files);
    }

    /** A realm that is there already. */
    static Pop800 of(TestRealm realm, Path files) {
        return new Pop800(realm, realm.admin().toRepresentation().getId(), files);
    }

    private static ObjectNode realmFile() {
        try {
            return (ObjectNode) JSON.readTree(Path.of(System.getProperty("keycloak.project"))
                    .resolve("realm-config/pop800-realm.json")
                    .toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without the user that the realm file brings. */
    Pop800 withoutSampleUser() {
        realm.user("demo@pop800.example").remove();
        return this;
    }

    OidcClient client() {
        return realm.client("sample", REDIRECT_URI);
    }

    AgreementEdits edits() {
        return new AgreementEdits(files);
    }

    /** A user who came by another way than the registration page, and so has decided nothing. */
    UserResource newUser(String email) {
        return realm.createUser(UserBuilder.named(email).password(PASSWORD));
    }

    /** Lets everybody sign in without a decision, and use what that gives. */
    void askForNothing() {
        enable("agreement-acceptance", false);
        ClientPoliciesRepresentation policies =
                realm.admin().clientPoliciesPoliciesResource().getPolicies();
        policies.getPolicies().stream()
                .filter(policy -> policy.getName().equals("agreements"))
                .forEach(policy -> policy.setEnabled(false));
        realm.admin().clientPoliciesPoliciesResource().updatePolicies(policies);
    }

    /** Has the step of the registration form that asks for decisions stand above the one that makes the user. */
    Pop800 askingFirst() {
        new Flows(this).moveToTheTop("pop800 registration form", "registration-agreements");
        return this;
    }

    /** Switches a required action on or off. */
    void enable(String action, boolean enabled) {
        RequiredActionProviderRepresentation settings = realm.admin().flows().getRequiredAction(action);
        settings.setEnabled(enabled);
        realm.admin().flows().updateRequiredAction(action, settings);
    }

    /** Gives a user of the realm these of its administrative roles. */
    void grant(String username, String... roles) {
        ClientsResource clients = realm.admin().clients();
        String management = clients.findByClientId("realm-management").get(0).getId();
        realm.user(username)
                .roles()
                .clientLevel(management)
                .add(Stream.of(roles)
                        .map(role -> clients.get(management).roles().get(role).toRepresentation())
                        .toList());
    }

    /** The records of a user, oldest first. */
    List<Map<String, Object>> records(String userId) {
        return realm.server()
                .database()
                .query(
                        "select * from agr_record where realm_id = ? and user_id = ? order by occurred_at, agreement_key",
                        id(),
                        userId);
    }

    /** The records of a user on one agreement, oldest first. */
    List<Map<String, Object>> records(String userId, String agreementKey) {
        return records(userId).stream()
                .filter(row -> agreementKey.equals(row.get("agreement_key")))
                .toList();
    }

    List<Map<String, Object>> standings(String userId) {
        return realm.server()
                .database()
                .query("select * from agr_standing where realm_id = ? and user_id = ?", id(), userId);
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
