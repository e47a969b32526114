package io.agreements.keycloak.tests.signin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.browser.VisitorProfile;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.oidc.SignIn;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.tests.fixture.page.SignInPages;
import io.agreements.keycloak.tests.fixture.realm.Flows;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.admin.client.resource.UserResource;

/** A user is deleted while signing in: the sign-in is over, and every page of ours says so as Keycloak does. */
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GoneUserIT {

    private static final String FORMS = "pop800 browser forms";

    private Pop800 pop800;

    /** Where the authenticator asks, and not the required action. */
    private Pop800 inTheFlow;

    private String email;
    private Page page;

    @BeforeAll
    void createRealms(KeycloakServer server) {
        pop800 = Pop800.create(server);
        inTheFlow = Pop800.create(server);
        inTheFlow.askForNothing();
        new Flows(inTheFlow).add(FORMS, "agreements", 90);
    }

    @BeforeEach
    void openPage(WebBrowser browser) {
        email = "person-" + UUID.randomUUID().toString().substring(0, 8) + "@example.org";
        page = browser.visit(VisitorProfile.english()).page();
    }

    @ParameterizedTest
    @ValueSource(strings = {"accept", "decline"})
    void betweenThePageAndTheAnswer(String answer) {
        UserResource user = signIn(pop800);
        assertThat(new SignInPages(page).acceptance()).isVisible();
        user.remove();

        assertEnded(() -> new SignInPages(page).press(answer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"accept", "decline"})
    void betweenThePageAndTheAnswerInAFlow(String answer) {
        UserResource user = signIn(inTheFlow);
        assertThat(new SignInPages(page).acceptance()).isVisible();
        user.remove();

        assertEnded(() -> new SignInPages(page).press(answer));
    }

    @Test
    void beforeThePageIsLoadedAgain() {
        UserResource user = signIn(pop800);
        assertThat(new SignInPages(page).acceptance()).isVisible();
        user.remove();

        assertEnded(page::reload);
    }

    @ParameterizedTest
    @ValueSource(strings = {"read", "leave", "delete"})
    void afterDeclining(String way) {
        UserResource user = signIn(pop800);
        new SignInPages(page).press("decline");
        assertThat(new SignInPages(page).declined()).isVisible();
        user.remove();

        assertEnded(() -> new SignInPages(page).press(way));
    }

    @ParameterizedTest
    @ValueSource(strings = {"request", "keep"})
    void beforeTheDeletionIsConfirmed(String decision) {
        UserResource user = signIn(pop800);
        new SignInPages(page).press("decline").press("delete");
        assertThat(page.locator("#account-deletion-form")).isVisible();
        user.remove();

        assertEnded(() -> new SignInPages(page).press(decision));
    }

    private UserResource signIn(Pop800 realm) {
        UserResource user = realm.newUser(email);
        SignIn signIn = realm.client().authorization().open(page);
        assertThat(signIn.isOver()).isFalse();
        new SignInPages(page).submitPassword(email, Pop800.PASSWORD);
        return user;
    }

    private void assertEnded(Runnable step) {
        Response last = page.waitForResponse(
                response -> response.request().isNavigationRequest() && response.status() != 302, step);

        assertThat(last.status()).isEqualTo(400);
        assertThat(page.locator("#kc-error-message")).isVisible();
        assertThat(page.content()).doesNotContain("Exception").doesNotContain("\tat ");
    }
}
