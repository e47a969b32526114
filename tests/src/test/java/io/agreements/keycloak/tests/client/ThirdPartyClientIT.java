package io.agreements.keycloak.tests.client;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.oidc.SignIn;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.tests.fixture.page.SignInPages;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.keycloak.admin.client.resource.ClientResource;
import org.keycloak.representations.idm.ClientPoliciesRepresentation;
import org.keycloak.representations.idm.ClientRepresentation;

/** Article 3: an unrelated third party gets nothing about users who did not consent. */
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ThirdPartyClientIT {

    private static final String PERSON = "person@example.org";

    private Pop800 pop800;

    @BeforeAll
    void createRealm(KeycloakServer server) {
        pop800 = Pop800.create(server);
        pop800.newUser(PERSON);
        pop800.askForNothing();
    }

    @Test
    void aThirdPartysClientIsNotRegisteredWithoutConsentRequired() {
        ClientRepresentation client = thirdParty("unasking");
        try (Response refused = pop800.realm().admin().clients().create(client)) {
            assertThat(refused.getStatus()).isEqualTo(400);
            assertThat(refused.readEntity(String.class)).contains("invalid_client_metadata", "Consent required");
        }
        assertThat(pop800.realm().admin().clients().findByClientId("unasking")).isEmpty();

        client.setConsentRequired(true);
        try (Response created = pop800.realm().admin().clients().create(client)) {
            assertThat(created.getStatus()).isEqualTo(201);
        }
    }

    @Test
    void consentCannotBeSwitchedOffAfterwardsNorTheMarkPutOnAClientWithoutIt() {
        ClientResource client = create(asking("asking"));
        ClientRepresentation edited = client.toRepresentation();
        edited.setConsentRequired(false);
        Assertions.assertThatThrownBy(() -> client.update(edited)).isInstanceOf(BadRequestException.class);
        assertThat(client.toRepresentation().isConsentRequired()).isTrue();

        ClientRepresentation plain = thirdParty("own");
        plain.setAttributes(Map.of());
        ClientResource own = create(plain);
        ClientRepresentation marked = own.toRepresentation();
        marked.getAttributes().put("agreements.thirdParty", "true");
        Assertions.assertThatThrownBy(() -> own.update(marked)).isInstanceOf(BadRequestException.class);
        assertThat(own.toRepresentation().getAttributes()).doesNotContainKey("agreements.thirdParty");
    }

    @Test
    void aThirdPartysClientThatWasThereBeforeThePolicyIsNotServedUntilItAsks(WebBrowser browser) {
        ClientPoliciesRepresentation policies =
                pop800.realm().admin().clientPoliciesPoliciesResource().getPolicies();
        pop800.realm().admin().clientPoliciesPoliciesResource().updatePolicies(new ClientPoliciesRepresentation());
        ClientResource old = create(thirdParty("old"));
        pop800.realm().admin().clientPoliciesPoliciesResource().updatePolicies(policies);

        Page page = browser.visit().page();
        SignIn refused = authorize("old", page);
        assertThat(refused.awaitCallback().error()).isEqualTo("unauthorized_client");

        ClientRepresentation mended = old.toRepresentation();
        mended.setConsentRequired(true);
        old.update(mended);
        authorize("old", page);
        new SignInPages(page).submitPassword(PERSON, Pop800.PASSWORD);
        assertThat(page.locator("#kc-oauth")).isVisible();
    }

    private SignIn authorize(String clientId, Page page) {
        return pop800.realm()
                .client(clientId, "http://localhost:8000/callback")
                .authorization()
                .open(page);
    }

    private ClientResource create(ClientRepresentation client) {
        try (Response created = pop800.realm().admin().clients().create(client)) {
            assertThat(created.getStatus()).isEqualTo(201);
        }
        return pop800.realm()
                .admin()
                .clients()
                .get(pop800.realm()
                        .admin()
                        .clients()
                        .findByClientId(client.getClientId())
                        .get(0)
                        .getId());
    }

    private static ClientRepresentation asking(String clientId) {
        ClientRepresentation client = thirdParty(clientId);
        client.setConsentRequired(true);
        return client;
    }

    private static ClientRepresentation thirdParty(String clientId) {
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId(clientId);
        client.setPublicClient(true);
        client.setRedirectUris(List.of("http://localhost:8000/*"));
        client.setAttributes(Map.of("agreements.thirdParty", "true"));
        return client;
    }
}
