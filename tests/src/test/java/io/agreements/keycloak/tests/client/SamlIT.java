package io.agreements.keycloak.tests.client;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.browser.ClientSite;
import io.agreements.keycloak.testing.browser.Screen;
import io.agreements.keycloak.testing.browser.Visitor;
import io.agreements.keycloak.testing.browser.VisitorProfile;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.oidc.SignIn;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.tests.fixture.page.ServiceProvider;
import io.agreements.keycloak.tests.fixture.page.ServiceProvider.Exchange;
import io.agreements.keycloak.tests.fixture.page.SignInPages;
import io.agreements.keycloak.tests.fixture.realm.Persons;
import io.agreements.keycloak.tests.fixture.realm.Persons.Person;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.rest.Importer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.keycloak.admin.client.resource.ClientsResource;
import org.keycloak.representations.idm.ClientRepresentation;

/** A service provider of SAML gets an assertion only of users who owe nothing. */
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SamlIT {

    private static final String CLIENT = ServiceProvider.CLIENT;
    private static final String APPLICATION = "http://localhost:" + ClientSite.PORT + "/";
    private static final String CONSUMER = ServiceProvider.CONSUMER;

    private Pop800 pop800;
    private Persons persons;

    @BeforeAll
    void createRealmWithAServiceProvider(KeycloakServer server) {
        pop800 = withServiceProvider(server);
        persons = new Persons(pop800);
    }

    private static Pop800 withServiceProvider(KeycloakServer server) {
        Pop800 realm = Pop800.create(server);
        ServiceProvider.addTo(realm);
        return realm;
    }

    @Test
    void whoOwesNothingIsAssertedAtOnce(WebBrowser browser) {
        Person person = persons.settled();
        Exchange exchange = open(browser.visit(), false);
        new SignInPages(exchange.page()).submitPassword(person.email(), Pop800.PASSWORD);

        assertThat(exchange.response()).contains("status:Success", "Assertion", person.email());
    }

    @Test
    void whoOwesIsAskedBeforeAndAssertedAfterwards(WebBrowser browser) {
        Person person = persons.owing();
        Exchange exchange = open(browser.visit(), false);
        new SignInPages(exchange.page()).submitPassword(person.email(), Pop800.PASSWORD);
        assertThat(new SignInPages(exchange.page()).acceptance()).isVisible();
        assertThat(exchange.posted()).isEmpty();
        new SignInPages(exchange.page()).press("accept");

        assertThat(exchange.response()).contains("status:Success", person.email());
        assertThat(pop800.records(person.id(), Pop800.AGREEMENT))
                .singleElement()
                .satisfies(row ->
                        assertThat(row).containsEntry("client_id", CLIENT).containsEntry("method", "LOGIN"));
    }

    @Test
    void whoDeclinesIsNotAsserted(WebBrowser browser) {
        Exchange exchange = open(browser.visit(), false);
        new SignInPages(exchange.page())
                .submitPassword(persons.owing().email(), Pop800.PASSWORD)
                .press("decline")
                .press("leave");

        assertThat(exchange.response())
                .contains("status:RequestDenied")
                .doesNotContain("<saml:Assertion", "status:Success");
    }

    @Test
    void inSilenceWhoOwesIsNotAsserted(KeycloakServer server, WebBrowser browser) {
        Pop800 changing = withServiceProvider(server);
        Visitor visitor = browser.visit();
        Exchange first = open(changing, visitor, false);
        new SignInPages(first.page())
                .submitPassword(new Persons(changing).settled().email(), Pop800.PASSWORD);
        assertThat(first.response()).contains("status:Success");
        assertThat(open(changing, visitor, true).response()).contains("status:Success");

        changing.edits().dropSecondVersion();
        Importer.run(changing);
        assertThat(open(changing, visitor, true).response())
                .contains("status:NoPassive")
                .doesNotContain("status:Success");
    }

    @Test
    void aVersionThatComesWhileConsentIsAskedForEndsTheSignInAndIsAskedForAtTheNext(
            KeycloakServer server, WebBrowser browser) {
        Pop800 changing = withServiceProvider(server);
        askForConsent(changing);
        Person person = new Persons(changing).settled();
        Visitor visitor = browser.visit(VisitorProfile.chinese().on(Screen.PHONE));
        Exchange exchange = openAtKeycloak(changing, visitor.page());
        new SignInPages(exchange.page()).submitPassword(person.email(), Pop800.PASSWORD);
        Response refused = consentAfterASecondVersion(changing, exchange.page());

        assertThat(refused.status()).isEqualTo(409);
        assertThat(exchange.page().locator("#kc-error-message"))
                .containsText("有一份协议发生了变更，您尚未对其作出选择，因此登录未能完成。请返回应用重新登录");
        assertThat(exchange.page().locator("#backToApplication")).hasAttribute("href", APPLICATION);
        visitor.hear("saml/late-sign-in");
        visitor.takePicture("saml/late-sign-in");
        visitor.assertAccessible();
        assertThat(changing.realm().admin().users().get(person.id()).getUserSessions())
                .isEmpty();
        exchange.page().goBack();
        assertThat(exchange.page().locator("#kc-login[name=accept]")).hasCount(0);
        assertThat(exchange.posted()).isEmpty();

        Exchange next = openAtKeycloak(changing, visitor.newPage());
        new SignInPages(next.page()).submitPassword(person.email(), Pop800.PASSWORD);
        assertThat(new SignInPages(next.page()).acceptance()).isVisible();
        new SignInPages(next.page()).press("accept");
        next.page().locator("#kc-login[name=accept]").click();
        assertThat(next.response()).contains("status:Success", person.email());
        assertThat(exchange.posted()).isEmpty();
        assertThat(changing.records(person.id(), Pop800.AGREEMENT))
                .last()
                .satisfies(row -> assertThat(row).containsEntry("version_number", 2));
    }

    @Test
    void whoIsSignedInElsewhereAndConsentsTooLateIsSentNeitherAnAssertionNorAnArtifact(
            KeycloakServer server, WebBrowser browser) {
        Pop800 changing = withServiceProvider(server);
        ClientRepresentation provider = askForConsent(changing);
        provider.getAttributes().put("saml.artifact.binding", "true");
        provider.getAttributes().put("saml_artifact_binding_url", CONSUMER);
        changing.realm().admin().clients().get(provider.getId()).update(provider);
        Person person = new Persons(changing).settled();
        Visitor visitor = browser.visit();
        Page first = visitor.newPage();
        SignIn elsewhere = changing.client().authorization().open(first);
        new SignInPages(first).submitPassword(person.email(), Pop800.PASSWORD);
        elsewhere.awaitTokens();
        Page page = visitor.page();
        Exchange exchange = open(changing, page, false);
        Response refused = consentAfterASecondVersion(changing, page);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(page.locator("#kc-error-message"))
                .containsText("sign in again: you will be shown the agreement first");
        visitor.hear("saml/late-sign-in-elsewhere");
        visitor.takePicture("saml/late-sign-in-elsewhere");
        assertThat(exchange.posted()).isEmpty();
        assertThat(changing.realm().admin().users().get(person.id()).getUserSessions())
                .singleElement()
                .satisfies(session -> assertThat(session.getClients()).doesNotContainValue(CLIENT));

        Exchange next = open(changing, visitor, false);
        assertThat(new SignInPages(next.page()).acceptance()).isVisible();
        assertThat(next.posted()).isEmpty();
        new SignInPages(next.page()).press("accept");
        next.page().locator("#kc-login[name=accept]").click();
        next.page().waitForCondition(() -> !next.posted().isEmpty());
        assertThat(next.posted()).singleElement().asString().startsWith("SAMLart=");
        assertThat(exchange.posted()).isEmpty();
    }

    private static ClientRepresentation askForConsent(Pop800 realm) {
        ClientsResource clients = realm.realm().admin().clients();
        ClientRepresentation provider = clients.findByClientId(CLIENT).get(0);
        provider.setConsentRequired(true);
        provider.setBaseUrl(APPLICATION);
        provider.getAttributes().put("saml_idp_initiated_sso_url_name", CLIENT);
        provider.getAttributes().put("saml_assertion_consumer_url_post", CONSUMER);
        clients.get(provider.getId()).update(provider);
        return provider;
    }

    private static Response consentAfterASecondVersion(Pop800 realm, Page page) {
        Locator consent = page.locator("#kc-login[name=accept]");
        assertThat(consent).isVisible();
        realm.edits().dropSecondVersion();
        Importer.run(realm);
        return page.waitForResponse(answer -> answer.url().contains("/login-actions/consent"), consent::click);
    }

    private Exchange open(Visitor visitor, boolean passive) {
        return open(pop800, visitor, passive);
    }

    private static Exchange open(Pop800 realm, Visitor visitor, boolean passive) {
        return open(realm, visitor.newPage(), passive);
    }

    private static Exchange open(Pop800 realm, Page page, boolean passive) {
        return new ServiceProvider(realm).open(page, passive);
    }

    /** Without a request of the service provider. */
    private static Exchange openAtKeycloak(Pop800 realm, Page page) {
        return new ServiceProvider(realm).openAtKeycloak(page);
    }
}
