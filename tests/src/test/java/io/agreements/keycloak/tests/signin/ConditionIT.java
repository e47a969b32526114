package io.agreements.keycloak.tests.signin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.browser.Visitor;
import io.agreements.keycloak.testing.browser.VisitorProfile;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.oidc.SignIn;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.tests.fixture.page.SignInPages;
import io.agreements.keycloak.tests.fixture.realm.Flows;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.realm.StoredDecision;
import io.agreements.keycloak.tests.fixture.rest.Importer;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Part of a flow runs only for those who have accepted certain agreements, or for the others. */
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ConditionIT {

    private static final String FORMS = "pop800 browser forms";
    private static final String OPTIONAL = "personalisation";

    /** Who has not accepted an optional agreement is refused at sign-in; it is named twice. */
    private Pop800 guarded;

    /** Who has not accepted all that is required is asked for it by the authenticator. */
    private Pop800 asking;

    /** Who has accepted all that is required is refused: the condition without a negation. */
    private Pop800 closed;

    @BeforeAll
    void createRealms(KeycloakServer server) {
        guarded = withSubFlow(
                server,
                Map.of("agreements", OPTIONAL + "##" + OPTIONAL, "negate", "true"),
                "deny-access-authenticator");
        asking = withSubFlow(server, Map.of("negate", "true"), "agreements");
        closed = withSubFlow(server, Map.of(), "deny-access-authenticator");
    }

    @Test
    void whoHasAcceptedTheAgreementNamedGoesOnAndWhoHasNotIsRefused(KeycloakServer server, WebBrowser browser) {
        String willing = newPerson(guarded);
        String unwilling = newPerson(guarded);
        new StoredDecision(id(guarded, willing), willing, OPTIONAL, 1, "ACCEPTED", Instant.now()).storeIn(guarded);
        new StoredDecision(id(guarded, unwilling), unwilling, OPTIONAL, 1, "DECLINED", Instant.now()).storeIn(guarded);

        assertThat(signIn(guarded, browser.visit(VisitorProfile.chinese()), willing)
                        .awaitCallback()
                        .code())
                .isNotBlank();
        refuses(guarded, browser, unwilling);
        refuses(guarded, browser, newPerson(guarded));
    }

    @Test
    void withoutANameAllThatIsRequiredIsMeant(WebBrowser browser) {
        String person = newPerson(asking);
        Visitor visitor = browser.visit(VisitorProfile.chinese());
        SignIn signIn = signIn(asking, visitor, person);
        new SignInPages(visitor.page()).press("accept");
        signIn.awaitCallback().code();
        assertThat(asking.records(id(asking, person))).hasSize(3);

        assertThat(signIn(asking, browser.visit(VisitorProfile.chinese()), person)
                        .awaitCallback()
                        .code())
                .isNotBlank();
    }

    @Test
    void withoutANegationItHoldsForThoseWhoHaveAccepted(WebBrowser browser) {
        String accepted = newPerson(closed);
        new StoredDecision(id(closed, accepted), accepted, Pop800.AGREEMENT, 1, "ACCEPTED", Instant.now())
                .storeIn(closed);

        refuses(closed, browser, accepted);
        assertThat(signIn(closed, browser.visit(VisitorProfile.chinese()), newPerson(closed))
                        .awaitCallback()
                        .code())
                .isNotBlank();
    }

    @Test
    void anAcceptanceOfAnOlderVersionNoLongerCounts(KeycloakServer server, WebBrowser browser) {
        Pop800 changing = withSubFlow(server, Map.of("negate", "true"), "deny-access-authenticator");
        String person = newPerson(changing);
        new StoredDecision(id(changing, person), person, Pop800.AGREEMENT, 1, "ACCEPTED", Instant.now())
                .storeIn(changing);
        assertThat(signIn(changing, browser.visit(VisitorProfile.chinese()), person)
                        .awaitCallback()
                        .code())
                .isNotBlank();
        changing.edits().dropSecondVersion();
        Importer.run(changing);

        refuses(changing, browser, person);
    }

    @Test
    void aNameOfNoAgreementIsOneNobodyHasAccepted(KeycloakServer server, WebBrowser browser) {
        Pop800 mistaken = withSubFlow(
                server, Map.of("agreements", "no-such-thing", "negate", "true"), "deny-access-authenticator");

        refuses(mistaken, browser, newPerson(mistaken));
    }

    private static void refuses(Pop800 realm, WebBrowser browser, String person) {
        Visitor visitor = browser.visit(VisitorProfile.chinese());
        SignIn signIn = signIn(realm, visitor, person);
        assertThat(visitor.page().locator("#kc-error-message")).isVisible();
        assertThat(signIn.isOver()).isFalse();
    }

    private static Pop800 withSubFlow(KeycloakServer server, Map<String, String> condition, String consequence) {
        Pop800 realm = Pop800.create(server);
        realm.askForNothing();
        new Flows(realm)
                .addFlow(FORMS, "guard", "CONDITIONAL", 90)
                .add("guard", "agreements-accepted", 10, condition)
                .add("guard", consequence, 20);
        return realm;
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

    private static String id(Pop800 realm, String person) {
        return realm.realm().user(person).toRepresentation().getId();
    }
}
