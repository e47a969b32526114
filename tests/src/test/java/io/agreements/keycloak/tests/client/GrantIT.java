package io.agreements.keycloak.tests.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.browser.ClientSite;
import io.agreements.keycloak.testing.browser.Visitor;
import io.agreements.keycloak.testing.browser.VisitorProfile;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.oidc.OidcClient;
import io.agreements.keycloak.testing.oidc.SignIn;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.tests.fixture.page.SignInPages;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.keycloak.representations.idm.ClientRepresentation;

/** OAuth consents given to clients and taken back are on record. */
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GrantIT {

    private static final String REDIRECT_URI = "http://localhost:" + ClientSite.PORT + "/third-party";

    private Pop800 pop800;
    private OidcClient client;

    @BeforeAll
    void createRealmWithAThirdParty(KeycloakServer server) {
        pop800 = Pop800.create(server);
        ClientRepresentation thirdParty = new ClientRepresentation();
        thirdParty.setClientId("third-party");
        thirdParty.setPublicClient(true);
        thirdParty.setConsentRequired(true);
        thirdParty.setRedirectUris(List.of(REDIRECT_URI));
        try (Response response = pop800.realm().admin().clients().create(thirdParty)) {
            assertThat(response.getStatus()).isEqualTo(201);
        }
        client = pop800.realm().client("third-party", REDIRECT_URI);
    }

    @Test
    void aConsentGivenAtSignInAndRevokedByAnAdministratorAreTwoRecords(WebBrowser browser) {
        String email = "granting@example.org";
        String userId = pop800.newUser(email).toRepresentation().getId();
        Visitor visitor = browser.visit(VisitorProfile.chinese());
        SignIn signIn = client.authorization().open(visitor.page());
        new SignInPages(visitor.page()).submitPassword(email, Pop800.PASSWORD).press("accept");
        visitor.page().locator("#kc-login").click();
        signIn.awaitCallback().code();

        assertThat(grants(userId)).singleElement().satisfies(row -> {
            assertThat(row)
                    .containsEntry("client_id", "third-party")
                    .containsEntry("method", "LOGIN")
                    .containsEntry("username", email);
            assertThat((String) row.get("details"))
                    .contains("\"action\":\"given\"")
                    .contains("email profile");
        });

        pop800.realm().admin().users().get(userId).revokeConsent("third-party");
        assertThat(grants(userId)).hasSize(2).last().satisfies(row -> {
            assertThat(row).containsEntry("client_id", "third-party").containsEntry("method", "ADMIN");
            assertThat((String) row.get("details")).contains("\"action\":\"revoked\"");
            assertThat(row.get("administrator_id")).isNotNull();
        });
    }

    private List<Map<String, Object>> grants(String userId) {
        return pop800.records(userId).stream()
                .filter(row -> row.get("type").equals("GRANT"))
                .toList();
    }
}
