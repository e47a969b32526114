package io.agreements.keycloak.tests.signin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.browser.Visitor;
import io.agreements.keycloak.testing.browser.VisitorProfile;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.oidc.SignIn;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.tests.fixture.page.SignInPages;
import io.agreements.keycloak.tests.fixture.realm.Flows;
import io.agreements.keycloak.tests.fixture.realm.Persons;
import io.agreements.keycloak.tests.fixture.realm.Persons.Person;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.rest.Importer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.RequiredActionProviderSimpleRepresentation;

/** Who signs in with a passkey owes what anybody owes. */
@WithKeycloak
final class PasskeyIT {

    private static final String PASSKEYS = "passkeys";
    private static final String REGISTRATION = "webauthn-register-passwordless";

    private Pop800 pop800;

    @BeforeEach
    void createRealmThatKnowsPasskeys(KeycloakServer server) {
        pop800 = Pop800.create(server);
        RealmRepresentation realm = pop800.realm().admin().toRepresentation();
        realm.setWebAuthnPolicyPasswordlessResidentKey("required");
        realm.setWebAuthnPolicyPasswordlessUserVerificationRequirement("required");
        pop800.realm().admin().update(realm);
        RequiredActionProviderSimpleRepresentation registration = new RequiredActionProviderSimpleRepresentation();
        registration.setProviderId(REGISTRATION);
        registration.setName("Register a passkey");
        pop800.realm().admin().flows().registerRequiredAction(registration);
        new Flows(pop800).create(PASSKEYS).add(PASSKEYS, "webauthn-authenticator-passwordless", 10);
    }

    @Test
    void whoSignsInWithAPasskeyIsAskedOnlyWhatIsOwed(WebBrowser browser) {
        Person person = new Persons(pop800).settled();
        Visitor visitor = browser.visit(VisitorProfile.english());
        CDPSession authenticator = authenticator(visitor);
        register(visitor, person);
        RealmRepresentation realm = pop800.realm().admin().toRepresentation();
        realm.setBrowserFlow(PASSKEYS);
        pop800.realm().admin().update(realm);

        assertThat(touch(visitor).awaitCallback().code()).isNotBlank();

        pop800.edits().dropSecondVersion();
        Importer.run(pop800);
        SignIn owing = touch(visitor);
        assertThat(new SignInPages(visitor.page()).acceptance()).isVisible();
        assertThat(owing.isOver()).isFalse();
        new SignInPages(visitor.page()).press("accept");
        assertThat(owing.awaitTokens().idTokenClaims().path("sub").asText()).isEqualTo(person.id());
        assertThat(pop800.records(person.id(), Pop800.AGREEMENT))
                .last()
                .satisfies(row ->
                        assertThat(row).containsEntry("version_number", 2).containsEntry("method", "LOGIN"));
        authenticator.detach();
    }

    /** The browser's own, which says yes by itself. */
    private static CDPSession authenticator(Visitor visitor) {
        CDPSession cdp = visitor.context().newCDPSession(visitor.page());
        cdp.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject parameters = new JsonObject();
        parameters.add("options", options);
        cdp.send("WebAuthn.addVirtualAuthenticator", parameters);
        return cdp;
    }

    private void register(Visitor visitor, Person person) {
        SignIn signIn =
                pop800.client().authorization().with("kc_action", REGISTRATION).open(visitor.page());
        new SignInPages(visitor.page()).submitPassword(person.email(), Pop800.PASSWORD);
        visitor.page().onDialog(dialog -> dialog.accept("my passkey"));
        visitor.page().locator("#registerWebAuthn").click();
        assertThat(signIn.awaitCallback().actionStatus()).isEqualTo("success");
    }

    /** A fresh sign-in: the passkey stays, the session does not. */
    private SignIn touch(Visitor visitor) {
        visitor.context().clearCookies();
        SignIn signIn = pop800.client().authorization().open(visitor.page());
        visitor.page().locator("#authenticateWebAuthnButton").click();
        return signIn;
    }
}
