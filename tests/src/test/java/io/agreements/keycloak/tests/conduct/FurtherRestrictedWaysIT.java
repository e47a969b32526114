package io.agreements.keycloak.tests.conduct;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.browser.Visitor;
import io.agreements.keycloak.testing.browser.VisitorProfile;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.oidc.SignIn;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.tests.fixture.page.Passkeys;
import io.agreements.keycloak.tests.fixture.page.SignInPages;
import io.agreements.keycloak.tests.fixture.realm.AllFeatures;
import io.agreements.keycloak.tests.fixture.realm.Broker;
import io.agreements.keycloak.tests.fixture.realm.Persons;
import io.agreements.keycloak.tests.fixture.realm.Persons.Person;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.rest.DockerRegistry;
import io.agreements.keycloak.tests.fixture.rest.OAuthClient.Reply;
import io.agreements.keycloak.tests.fixture.rest.OwedTokens;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.ClientPoliciesRepresentation;

/** Ways on which whoever gets no service gets none that a plain server does not have, and one that asks for no password. */
@WithKeycloak(buildOptions = AllFeatures.ON)
final class FurtherRestrictedWaysIT {

    private static final String STORED = "a-token-of-the-provider";

    private OwedTokens realm;
    private Pop800 pop800;
    private Person person;

    @BeforeEach
    void createRealm(KeycloakServer server) {
        realm = OwedTokens.create(server);
        pop800 = realm.pop800();
        person = new Persons(pop800).settled();
    }

    @Test
    void aStoredTokenOfAnIdentityProviderIsNotGivenByPost(KeycloakServer server) {
        String accessToken = giveStoredToken(server);
        SilentSuspension.of(pop800, person.id());

        assertSuspended(realm.api().storedTokenByPost(Broker.ALIAS, accessToken));
    }

    @Test
    void norIsItWhereTheRealmHasNoClientPolicies(KeycloakServer server) {
        String accessToken = giveStoredToken(server);
        ClientPoliciesRepresentation policies =
                pop800.realm().admin().clientPoliciesPoliciesResource().getPolicies();
        policies.getPolicies().forEach(policy -> policy.setEnabled(false));
        pop800.realm().admin().clientPoliciesPoliciesResource().updatePolicies(policies);
        SilentSuspension.of(pop800, person.id());

        assertSuspended(realm.api().storedTokenByPost(Broker.ALIAS, accessToken));
    }

    private String giveStoredToken(KeycloakServer server) {
        Broker.create(server, pop800).keepTokens().store(person.email(), "{\"access_token\":\"" + STORED + "\"}");
        realm.allowStoredTokens(Broker.ALIAS);
        String accessToken = realm.api().password(person.email(), "openid").accessToken();
        assertThat(realm.api().storedTokenByPost(Broker.ALIAS, accessToken).body())
                .contains(STORED);
        return accessToken;
    }

    private static void assertSuspended(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(400);
        assertThat(reply.json().path("error").asText()).isEqualTo("invalid_grant");
        assertThat(reply.json().path("agreements_error").asText()).isEqualTo("account_suspended");
        assertThat(reply.body()).doesNotContain(STORED).doesNotContain("insult");
    }

    @Test
    void aDockerRegistryGetsNoTokenAndIsToldNothingOfTheReasons() {
        DockerRegistry registry = DockerRegistry.addTo(pop800);
        assertThat(registry.pull(person.email()).body()).contains("\"token\"");
        SilentSuspension.of(pop800, person.id());

        HttpResponse<String> refused = registry.pull(person.email());
        assertThat(refused.body()).doesNotContain("\"token\"").doesNotContain("insult");
        assertThat(refused.headers().firstValue("Location").orElse("")).contains("agreement-restriction");
    }

    @Test
    void withoutThePasswordARegistryIsToldOfASuspensionNoMoreThanOfAnyAccount() {
        DockerRegistry registry = DockerRegistry.addTo(pop800);
        Person other = new Persons(pop800).settled();
        SilentSuspension.of(pop800, person.id());

        HttpResponse<String> usual = registry.pull(other.email(), "wrong");
        HttpResponse<String> refused = registry.pull(person.email(), "wrong");
        assertThat(refused.statusCode()).isEqualTo(usual.statusCode()).isNotEqualTo(200);
        assertThat(refused.body()).isEqualTo(usual.body());
        assertThat(refused.headers().map().keySet())
                .isEqualTo(usual.headers().map().keySet());
    }

    @Test
    void whoSignsInWithAPasskeyReadsWhy(WebBrowser browser) {
        Passkeys passkeys = Passkeys.in(pop800);
        Visitor visitor = browser.visit(VisitorProfile.english());
        CDPSession authenticator = Passkeys.authenticator(visitor);
        passkeys.register(visitor, person);
        passkeys.areAllThatCounts();
        SilentSuspension.of(pop800, person.id());
        SignIn signIn = passkeys.touch(visitor);

        Page page = visitor.page();
        assertThat(page.locator("#agreement-restriction-form")).isVisible();
        assertThat(page.locator("body")).containsText(SilentSuspension.FACTS);
        assertThat(signIn.isOver()).isFalse();
        new SignInPages(page).press("leave");
        assertThat(signIn.awaitCallback().error()).isEqualTo("access_denied");
        authenticator.detach();
    }
}
