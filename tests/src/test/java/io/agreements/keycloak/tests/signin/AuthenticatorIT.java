package io.agreements.keycloak.tests.signin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.browser.Visitor;
import io.agreements.keycloak.testing.browser.VisitorProfile;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.oidc.Callback;
import io.agreements.keycloak.testing.oidc.SignIn;
import io.agreements.keycloak.testing.oidc.TokenResponse;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.tests.fixture.page.SignInPages;
import io.agreements.keycloak.tests.fixture.realm.Flows;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The authenticator asks where an administrator has put it, the required action being switched off. */
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AuthenticatorIT {

    private static final String FORMS = "pop800 browser forms";

    private Pop800 pop800;

    @BeforeAll
    void putItBehindThePassword(KeycloakServer server) {
        pop800 = Pop800.create(server);
        pop800.askForNothing();
        new Flows(pop800).add(FORMS, "agreements", 90).add("pop800 direct grant", "agreements", 90);
    }

    @Test
    void whoOwesIsAskedInTheFlowAndNotASecondTime(WebBrowser browser) {
        String person = newPerson(pop800);
        Visitor visitor = browser.visit(VisitorProfile.chinese());
        SignIn signIn = signIn(pop800, visitor, person);
        new SignInPages(visitor.page()).press("accept");

        String userId = signIn.awaitTokens().idTokenClaims().path("sub").asText();
        assertThat(pop800.records(userId))
                .hasSize(3)
                .allSatisfy(
                        row -> assertThat(row).containsEntry("method", "LOGIN").containsEntry("username", person));
        assertThat(signIn(pop800, browser.visit(VisitorProfile.chinese()), person)
                        .awaitCallback()
                        .code())
                .isNotBlank();
    }

    @Test
    void withTheRequiredActionBesideItThePageComesOnce(KeycloakServer server, WebBrowser browser) {
        Pop800 both = Pop800.create(server);
        new Flows(both).add(FORMS, "agreements", 90);
        Visitor visitor = browser.visit(VisitorProfile.chinese());
        SignIn signIn = signIn(both, visitor, newPerson(both));
        new SignInPages(visitor.page()).press("accept");

        String userId = signIn.awaitTokens().idTokenClaims().path("sub").asText();
        assertThat(both.records(userId)).hasSize(3);
    }

    @Test
    void whoDeclinesThereGivesTheClientNoCode(WebBrowser browser) {
        String person = newPerson(pop800);
        Visitor visitor = browser.visit(VisitorProfile.chinese());
        SignIn signIn = signIn(pop800, visitor, person);
        SignInPages pages = new SignInPages(visitor.page()).press("decline");
        assertThat(pages.declined()).isVisible();
        assertThat(visitor.page().locator("#agreement-export-form")).isVisible();
        assertThat(visitor.page().locator("#agreement-deletion-form")).hasCount(0);
        pages.press("leave");

        Callback callback = signIn.awaitCallback();
        assertThat(callback.error()).isEqualTo("access_denied");
        assertThat(callback.errorDescription()).contains(Pop800.AGREEMENT).contains("version 1");
        String userId = pop800.realm().user(person).toRepresentation().getId();
        assertThat(pop800.records(userId))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("decision", "DECLINED"));
        assertThat(pop800.realm().admin().users().get(userId).getUserSessions()).isEmpty();
    }

    @Test
    void thePasswordGrantNamesWhatIsOwed(WebBrowser browser) {
        String person = newPerson(pop800);
        TokenResponse refused = pop800.client().password(person, Pop800.PASSWORD);
        assertThat(refused.error()).isEqualTo("invalid_grant");
        assertThat(refused.errorDescription()).contains("agreement " + Pop800.AGREEMENT + " version 1");

        Visitor visitor = browser.visit(VisitorProfile.chinese());
        SignIn signIn = signIn(pop800, visitor, person);
        new SignInPages(visitor.page()).press("accept");
        signIn.awaitCallback().code();
        assertThat(pop800.client().password(person, Pop800.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void beforeItIsKnownWhoSignsInItRefusesToGuess(KeycloakServer server, WebBrowser browser) {
        Pop800 misplaced = Pop800.create(server);
        new Flows(misplaced).add(FORMS, "agreements", 5);
        Visitor visitor = browser.visit(VisitorProfile.english());
        SignIn signIn = misplaced.client().authorization().open(visitor.page());

        assertThat(visitor.page().locator("#kc-error-message")).isVisible();
        assertThat(signIn.isOver()).isFalse();
        assertThat(visitor.page().content()).doesNotContain("Exception");
    }

    @Test
    void whoWasOnlyNamedIsNotAskedBeforeThePassword(KeycloakServer server, WebBrowser browser) {
        Pop800 early = Pop800.create(server);
        Flows flows = new Flows(early);
        flows.add(FORMS, "auth-username-form", 4);
        flows.add(FORMS, "agreements", 5);
        String person = newPerson(early);
        Visitor visitor = browser.visit(VisitorProfile.english());
        early.client().authorization().open(visitor.page());
        visitor.page().locator("#username").fill(person);
        visitor.page().locator("#kc-login").click();

        assertThat(visitor.page().locator("#password")).isVisible();
        assertThat(new SignInPages(visitor.page()).acceptance()).hasCount(0);
        visitor.page().locator("#password").fill(Pop800.PASSWORD);
        visitor.page().locator("#kc-login").click();
        assertThat(new SignInPages(visitor.page()).acceptance()).isVisible();
    }

    private static SignIn signIn(Pop800 realm, Visitor visitor, String person) {
        SignIn signIn = realm.client().authorization().open(visitor.page());
        new SignInPages(visitor.page()).submitPassword(person, Pop800.PASSWORD);
        return signIn;
    }

    private static String newPerson(Pop800 realm) {
        String email = "person-" + UUID.randomUUID().toString().substring(0, 8) + "@example.org";
        realm.newUser(email);
        return email;
    }
}
