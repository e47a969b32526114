package io.agreements.keycloak.tests.client;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.browser.Visitor;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.http.BoundedHttp;
import io.agreements.keycloak.testing.oidc.AuthorizationRequest;
import io.agreements.keycloak.testing.oidc.SignIn;
import io.agreements.keycloak.testing.oidc.TokenResponse;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.testing.server.running.MovedClock;
import io.agreements.keycloak.tests.fixture.page.SignInPages;
import io.agreements.keycloak.tests.fixture.realm.Persons;
import io.agreements.keycloak.tests.fixture.realm.Persons.Person;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.rest.Importer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.ClientPoliciesRepresentation;
import org.keycloak.representations.idm.ClientRepresentation;

/** Whichever way a browser comes by a token, who owes an agreement is asked before, and who owes nothing is not. */
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WaysInIT {

    private Pop800 pop800;
    private Persons persons;

    @BeforeAll
    void createRealmWithAClientThatMayDoEverything(KeycloakServer server) {
        pop800 = Pop800.create(server);
        persons = new Persons(pop800);
        letSampleDoEverything(pop800, false);
    }

    private static void letSampleDoEverything(Pop800 realm, boolean withConsent) {
        ClientRepresentation sample =
                realm.realm().admin().clients().findByClientId("sample").get(0);
        sample.setImplicitFlowEnabled(true);
        sample.setConsentRequired(withConsent);
        realm.realm().admin().clients().get(sample.getId()).update(sample);
    }

    @ParameterizedTest
    @CsvSource({"prompt, login", "max_age, 60"})
    void whoSignsInAnewIsAskedOnlyWhatIsOwed(
            String parameter, String value, KeycloakServer server, WebBrowser browser) {
        Person settled = persons.settled();
        Visitor visitor = browser.visit();
        SignIn first = pop800.client().authorization().open(visitor.page());
        new SignInPages(visitor.page()).submitPassword(settled.email(), Pop800.PASSWORD);
        first.awaitCallback().code();
        Pop800 changing = Pop800.create(server);
        Person owing = new Persons(changing).settled();
        Visitor other = browser.visit();
        SignIn before = changing.client().authorization().open(other.page());
        new SignInPages(other.page()).submitPassword(owing.email(), Pop800.PASSWORD);
        before.awaitCallback().code();
        changing.edits().dropSecondVersion();
        Importer.run(changing);

        try (MovedClock clock = MovedClock.of(server)) {
            clock.ahead(Duration.ofMinutes(2));
            SignIn anew = pop800.client().authorization().with(parameter, value).open(visitor.page());
            confirmPassword(visitor.page());
            assertThat(anew.awaitCallback().code()).isNotBlank();

            SignIn after =
                    changing.client().authorization().with(parameter, value).open(other.page());
            confirmPassword(other.page());
            assertThat(new SignInPages(other.page()).acceptance()).isVisible();
            assertThat(after.isOver()).isFalse();
            new SignInPages(other.page()).press("accept");
            assertThat(after.awaitCallback().code()).isNotBlank();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"id_token token", "code id_token", "code id_token token"})
    void tokensInTheAddressComeOnlyAfterAcceptance(String responseType, WebBrowser browser) {
        AuthorizationRequest request = pop800.client().authorization().with("response_type", responseType);
        Visitor settled = browser.visit();
        request.open(settled.page());
        new SignInPages(settled.page()).submitPassword(persons.settled().email(), Pop800.PASSWORD);
        assertThat(fragment(settled.page())).contains("id_token=");

        Person owing = persons.owing();
        Visitor visitor = browser.visit();
        request.open(visitor.page());
        new SignInPages(visitor.page()).submitPassword(owing.email(), Pop800.PASSWORD);
        assertThat(new SignInPages(visitor.page()).acceptance()).isVisible();
        new SignInPages(visitor.page()).press("accept");
        assertThat(fragment(visitor.page())).contains("id_token=");
        assertThat(pop800.records(owing.id(), Pop800.AGREEMENT)).hasSize(1);

        Visitor declining = browser.visit();
        request.open(declining.page());
        new SignInPages(declining.page())
                .submitPassword(persons.owing().email(), Pop800.PASSWORD)
                .press("decline")
                .press("leave");
        assertThat(fragment(declining.page()))
                .contains("error=access_denied")
                .doesNotContain("id_token", "access_token");
    }

    @Test
    void aPushedRequestIsAnsweredAsAnyOther(WebBrowser browser) throws IOException, InterruptedException {
        AuthorizationRequest settled = pushed();
        Visitor visitor = browser.visit();
        SignIn signIn = settled.open(visitor.page());
        new SignInPages(visitor.page()).submitPassword(persons.settled().email(), Pop800.PASSWORD);
        assertThat(signIn.awaitCallback().code()).isNotBlank();

        Visitor other = browser.visit();
        SignIn owing = pushed().open(other.page());
        new SignInPages(other.page()).submitPassword(persons.owing().email(), Pop800.PASSWORD);
        assertThat(new SignInPages(other.page()).acceptance()).isVisible();
        assertThat(owing.isOver()).isFalse();
        new SignInPages(other.page()).press("accept");
        assertThat(owing.awaitCallback().code()).isNotBlank();
    }

    @Test
    void aVersionThatComesBeforeTheCodeIsRedeemedIsAskedForFirst(KeycloakServer server, WebBrowser browser) {
        Pop800 changing = Pop800.create(server);
        changing.realm().admin().clientPoliciesPoliciesResource().updatePolicies(new ClientPoliciesRepresentation());
        Person person = new Persons(changing).settled();
        Visitor visitor = browser.visit();
        SignIn signIn = changing.client().authorization().open(visitor.page());
        new SignInPages(visitor.page()).submitPassword(person.email(), Pop800.PASSWORD);
        signIn.awaitCallback();
        changing.edits().dropSecondVersion();
        Importer.run(changing);

        TokenResponse refused = signIn.awaitTokens();
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.error()).isEqualTo("invalid_grant");
        assertThat(refused.errorDescription()).contains("agreement user-registration version 2");
        assertThat(refused.json().path("error_uri").asText())
                .isEqualTo(changing.realm().url() + "/agreements/user-registration/versions/2");
        assertThat(refused.json().has("access_token")).isFalse();

        SignIn again = changing.client().authorization().open(visitor.page());
        new SignInPages(visitor.page()).press("accept");
        assertThat(again.awaitTokens().accessToken()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"code", "code id_token", "id_token token"})
    void aVersionThatComesWhileConsentIsAskedForIsAskedForFirst(
            String responseType, KeycloakServer server, WebBrowser browser) {
        Pop800 changing = Pop800.create(server);
        letSampleDoEverything(changing, true);
        Person person = new Persons(changing).settled();
        Visitor visitor = browser.visit();
        AuthorizationRequest request = changing.client().authorization().with("response_type", responseType);
        SignIn signIn = request.open(visitor.page());
        new SignInPages(visitor.page()).submitPassword(person.email(), Pop800.PASSWORD);
        Locator consent = visitor.page().locator("#kc-login[name=accept]");
        assertThat(consent).isVisible();
        changing.edits().dropSecondVersion();
        Importer.run(changing);
        consent.click();

        if (responseType.equals("code")) {
            assertThat(signIn.awaitTokens().error()).isEqualTo("invalid_grant");
        } else {
            assertThat(fragment(visitor.page()))
                    .contains("error=access_denied", "error_uri=", "state=")
                    .doesNotContain("id_token", "access_token", "code=");
        }
        request.open(visitor.page());
        assertThat(new SignInPages(visitor.page()).acceptance()).isVisible();
    }

    @Test
    void theAccountConsoleIsAClientAsAnyOther(WebBrowser browser) {
        Visitor settled = browser.visit();
        settled.page().navigate(pop800.realm().url() + "/account/");
        new SignInPages(settled.page()).submitPassword(persons.settled().email(), Pop800.PASSWORD);
        settled.page().waitForURL(url -> url.startsWith(pop800.realm().url() + "/account"));

        Visitor owing = browser.visit();
        owing.page().navigate(pop800.realm().url() + "/account/");
        new SignInPages(owing.page()).submitPassword(persons.owing().email(), Pop800.PASSWORD);
        assertThat(new SignInPages(owing.page()).acceptance()).isVisible();
        new SignInPages(owing.page()).press("accept");
        owing.page().waitForURL(url -> url.startsWith(pop800.realm().url() + "/account"));
    }

    /** Keycloak shows who it is and asks for the password only. */
    private static void confirmPassword(Page page) {
        page.locator("#password").fill(Pop800.PASSWORD);
        page.locator("#kc-login").click();
    }

    private static String fragment(Page page) {
        page.waitForURL(url -> url.startsWith("http://localhost:8000/callback#"));
        return URI.create(page.url()).getRawFragment();
    }

    /** A request of which the browser carries only the name. */
    private AuthorizationRequest pushed() {
        AuthorizationRequest request = pop800.client().authorization();
        HttpResponse<String> response = BoundedHttp.send(
                HttpRequest.newBuilder(URI.create(pop800.realm().url() + "/protocol/openid-connect/ext/par/request"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(encode(request.parameters()))),
                HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        String requestUri = response.body().replaceFirst(".*\"request_uri\":\"([^\"]+)\".*", "$1");
        return new AuthorizationRequest(
                request.client(),
                request.codeVerifier(),
                Map.of("client_id", request.client().clientId(), "request_uri", requestUri));
    }

    private static String encode(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
