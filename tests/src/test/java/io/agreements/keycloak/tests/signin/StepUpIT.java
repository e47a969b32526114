package io.agreements.keycloak.tests.signin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.browser.Screen;
import io.agreements.keycloak.testing.browser.Visitor;
import io.agreements.keycloak.testing.browser.VisitorProfile;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.oidc.SignIn;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.tests.fixture.page.SignInPages;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.rest.Importer;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** An application sends a user who has signed in to decide on one agreement. */
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class StepUpIT {

    private static final String OPTIONAL = "personalisation";

    private Pop800 pop800;

    @BeforeAll
    void createRealm(KeycloakServer server) {
        pop800 = Pop800.create(server);
    }

    @Test
    void whatWasDeclinedBeforeIsAskedAgainAndMayBeAccepted(WebBrowser browser) {
        Visitor visitor = browser.visit(VisitorProfile.english());
        String userId = signInWithoutOptional(visitor);
        SignIn stepUp = ask(visitor, OPTIONAL);
        assertThat(new SignInPages(visitor.page()).acceptance()).isVisible();
        assertThat(visitor.page().locator(".agr-agreement")).hasCount(1);
        assertThat(visitor.page().locator("#agreement-" + OPTIONAL)).not().isChecked();
        visitor.hear("step-up/optional-en-desktop");
        visitor.takePicture("step-up/optional-en-desktop");
        visitor.assertAccessible();
        visitor.page().locator("#agreement-" + OPTIONAL).check();
        new SignInPages(visitor.page()).press("accept");

        assertThat(stepUp.awaitCallback().actionStatus()).isEqualTo("success");
        assertThat(stepUp.awaitCallback().code()).isNotBlank();
        assertThat(decisions(userId, OPTIONAL)).containsExactly("DECLINED", "ACCEPTED");
        assertThat(pop800.records(userId, OPTIONAL).get(1)).containsEntry("method", "APPLICATION");
    }

    @Test
    void aRefusalIsRecordedAndTheClientIsToldThatNothingCameOfIt(WebBrowser browser) {
        Visitor visitor = browser.visit(VisitorProfile.chinese().on(Screen.PHONE));
        String userId = signInWithoutOptional(visitor);
        SignIn stepUp = ask(visitor, OPTIONAL);
        visitor.hear("step-up/optional-zh-phone");
        visitor.takePicture("step-up/optional-zh-phone");
        visitor.assertAccessible();
        new SignInPages(visitor.page()).press("accept");

        assertThat(stepUp.awaitCallback().actionStatus()).isEqualTo("cancelled");
        assertThat(stepUp.awaitCallback().code()).isNotBlank();
        assertThat(decisions(userId, OPTIONAL)).containsExactly("DECLINED", "DECLINED");
    }

    @Test
    void whoDoesNotWantToDecideNowGoesBackWithNothingRecorded(WebBrowser browser) {
        Visitor visitor = browser.visit(VisitorProfile.english());
        String userId = signInWithoutOptional(visitor);
        SignIn stepUp = ask(visitor, OPTIONAL);
        new SignInPages(visitor.page()).press("later");

        assertThat(stepUp.awaitCallback().actionStatus()).isEqualTo("cancelled");
        assertThat(decisions(userId, OPTIONAL)).containsExactly("DECLINED");
    }

    @Test
    void whatIsAcceptedAlreadyIsNotAskedAgain(WebBrowser browser) {
        Visitor visitor = browser.visit(VisitorProfile.english());
        String userId = signInWithoutOptional(visitor);

        assertThat(ask(visitor, Pop800.AGREEMENT).awaitCallback().actionStatus())
                .isEqualTo("success");
        assertThat(decisions(userId, Pop800.AGREEMENT)).containsExactly("ACCEPTED");
    }

    @Test
    void aNoticeThatIsAnnouncedIsTakenNoteOfAndNotAskedAgain(KeycloakServer server, WebBrowser browser) {
        Pop800 notified = Pop800.create(server);
        Visitor visitor = browser.visit(VisitorProfile.english());
        String userId = signInWithoutOptional(notified, visitor);
        notified.edits()
                .dropNotice("privacy")
                .settings("privacy", yaml -> yaml + "versions:\n  1:\n    effectiveAt: 2099-01-01T00:00:00Z\n");
        Importer.run(notified);
        SignIn stepUp = ask(notified, visitor, "privacy");
        assertThat(visitor.page().locator(".agr-agreement")).hasCount(1);
        assertThat(visitor.page().locator("button[value=accept], button[value=decline]"))
                .hasCount(0);
        visitor.hear("step-up/notice-en-desktop");
        visitor.takePicture("step-up/notice-en-desktop");
        visitor.assertAccessible();
        new SignInPages(visitor.page()).press("acknowledge");

        assertThat(stepUp.awaitCallback().actionStatus()).isEqualTo("success");
        assertThat(notified.records(userId, "privacy"))
                .extracting(row -> row.get("decision"), row -> row.get("method"))
                .containsExactly(tuple("ACKNOWLEDGED", "APPLICATION"));
        assertThat(ask(notified, visitor, "privacy").awaitCallback().actionStatus())
                .isEqualTo("success");
        assertThat(notified.records(userId, "privacy")).hasSize(1);
    }

    @Test
    void whoDoesNotGoOnWithANoticeHasRefusedNothing(KeycloakServer server, WebBrowser browser) {
        Pop800 notified = Pop800.create(server);
        Visitor visitor = browser.visit(VisitorProfile.english());
        String userId = signInWithoutOptional(notified, visitor);
        notified.edits().dropNotice("privacy");
        Importer.run(notified);
        SignIn stepUp = ask(notified, visitor, "privacy");
        new SignInPages(visitor.page()).press("stop").press("leave");

        assertThat(stepUp.awaitCallback().error()).isEqualTo("access_denied");
        assertThat(notified.records(userId, "privacy")).isEmpty();
    }

    @Test
    void anUnknownAgreementIsAnErrorAndNotAPage(WebBrowser browser) {
        Visitor visitor = browser.visit(VisitorProfile.english());
        signInWithoutOptional(visitor);

        assertThat(ask(visitor, "no-such-thing").awaitCallback().actionStatus()).isEqualTo("error");
    }

    @Test
    void anAgreementForOtherClientsIsAnError(KeycloakServer server, WebBrowser browser) {
        Pop800 elsewhere = Pop800.create(
                server, files -> files.settings(OPTIONAL, yaml -> yaml + "audience:\n  clients: [another]\n"));
        Visitor visitor = browser.visit(VisitorProfile.english());
        signInWithoutOptional(elsewhere, visitor);

        assertThat(ask(elsewhere, visitor, OPTIONAL).awaitCallback().actionStatus())
                .isEqualTo("error");
    }

    @Test
    void whatIsOwedIsAskedOnTheSamePage(WebBrowser browser) {
        String email = newPerson(pop800);
        Visitor visitor = browser.visit(VisitorProfile.english());
        SignIn stepUp = ask(visitor, OPTIONAL);
        new SignInPages(visitor.page()).submitPassword(email, Pop800.PASSWORD);
        assertThat(visitor.page().locator(".agr-agreement")).hasCount(2);
        visitor.hear("step-up/with-what-is-owed");
        visitor.takePicture("step-up/with-what-is-owed");
        visitor.page().locator("#agreement-" + OPTIONAL).check();
        new SignInPages(visitor.page()).press("accept");

        assertThat(stepUp.awaitCallback().actionStatus()).isEqualTo("success");
        String userId = pop800.realm().user(email).toRepresentation().getId();
        assertThat(decisions(userId, Pop800.AGREEMENT)).containsExactly("ACCEPTED");
        assertThat(decisions(userId, OPTIONAL)).containsExactly("ACCEPTED");
    }

    @Test
    void anUnknownAgreementIsAnErrorAlsoWhereSomethingIsOwed(WebBrowser browser) {
        String email = newPerson(pop800);
        Visitor visitor = browser.visit(VisitorProfile.english());
        SignIn stepUp = ask(visitor, "no-such-thing");
        new SignInPages(visitor.page()).submitPassword(email, Pop800.PASSWORD).press("accept");

        assertThat(stepUp.awaitCallback().actionStatus()).isEqualTo("error");
        assertThat(stepUp.awaitCallback().code()).isNotBlank();
    }

    @Test
    void itCannotBeAskedInSilence(WebBrowser browser) {
        Visitor visitor = browser.visit(VisitorProfile.english());
        signInWithoutOptional(visitor);

        assertThat(pop800.client()
                        .authorization()
                        .with("kc_action", "agreement-acceptance:" + OPTIONAL)
                        .with("prompt", "none")
                        .open(visitor.newPage())
                        .awaitCallback()
                        .error())
                .isEqualTo("interaction_required");
    }

    private SignIn ask(Visitor visitor, String key) {
        return ask(pop800, visitor, key);
    }

    private static SignIn ask(Pop800 realm, Visitor visitor, String key) {
        return realm.client()
                .authorization()
                .with("kc_action", "agreement-acceptance:" + key)
                .open(visitor.page());
    }

    private String signInWithoutOptional(Visitor visitor) {
        return signInWithoutOptional(pop800, visitor);
    }

    private static String signInWithoutOptional(Pop800 realm, Visitor visitor) {
        SignIn signIn = realm.client().authorization().open(visitor.page());
        new SignInPages(visitor.page())
                .submitPassword(newPerson(realm), Pop800.PASSWORD)
                .press("accept");
        return signIn.awaitTokens().idTokenClaims().path("sub").asText();
    }

    private static String newPerson(Pop800 realm) {
        String email = "person-" + UUID.randomUUID().toString().substring(0, 8) + "@example.org";
        realm.newUser(email);
        return email;
    }

    private List<Object> decisions(String userId, String key) {
        return pop800.records(userId, key).stream()
                .map(row -> row.get("decision"))
                .toList();
    }
}
