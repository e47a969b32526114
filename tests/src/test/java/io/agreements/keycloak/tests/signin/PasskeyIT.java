package io.agreements.keycloak.tests.signin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.CDPSession;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.browser.Visitor;
import io.agreements.keycloak.testing.browser.VisitorProfile;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.oidc.SignIn;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.tests.fixture.page.Passkeys;
import io.agreements.keycloak.tests.fixture.page.SignInPages;
import io.agreements.keycloak.tests.fixture.realm.Persons;
import io.agreements.keycloak.tests.fixture.realm.Persons.Person;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.rest.Importer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who signs in with a passkey owes what anybody owes. */
@WithKeycloak
final class PasskeyIT {

    private Pop800 pop800;
    private Passkeys passkeys;

    @BeforeEach
    void createRealmThatKnowsPasskeys(KeycloakServer server) {
        pop800 = Pop800.create(server);
        passkeys = Passkeys.in(pop800);
    }

    @Test
    void whoSignsInWithAPasskeyIsAskedOnlyWhatIsOwed(WebBrowser browser) {
        Person person = new Persons(pop800).settled();
        Visitor visitor = browser.visit(VisitorProfile.english());
        CDPSession authenticator = Passkeys.authenticator(visitor);
        passkeys.register(visitor, person);
        passkeys.areAllThatCounts();

        assertThat(passkeys.touch(visitor).awaitCallback().code()).isNotBlank();

        pop800.edits().dropSecondVersion();
        Importer.run(pop800);
        SignIn owing = passkeys.touch(visitor);
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
}
