package io.agreements.keycloak.tests.ledger;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.testing.OnEveryDatabase;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.browser.Visitor;
import io.agreements.keycloak.testing.browser.VisitorProfile;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.oidc.SignIn;
import io.agreements.keycloak.testing.realm.UserBuilder;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.testing.server.database.Database;
import io.agreements.keycloak.tests.fixture.page.RegistrationForm;
import io.agreements.keycloak.tests.fixture.page.SignInPages;
import io.agreements.keycloak.tests.fixture.realm.Broker;
import io.agreements.keycloak.tests.fixture.realm.Flows;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import jakarta.ws.rs.WebApplicationException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No user without a record, no record without a user: the ledger cannot be written, so nothing else is. */
@OnEveryDatabase
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LedgerFailureIT {

    private static final String UNWRITABLE = "unwritable@example.org";

    private Database database;

    @BeforeAll
    void makeTheLedgerRefuseOnePerson(KeycloakServer server) {
        database = server.database();
        database.update("alter table agr_record add constraint refuse_one check (username is null or username <> '"
                + UNWRITABLE + "')");
    }

    @AfterAll
    void makeTheLedgerTakeEverybodyAgain() {
        database.update("alter table agr_record drop constraint refuse_one");
    }

    @ParameterizedTest(name = "asked first: {0}, at sign-in too: {1}")
    @CsvSource({"false, true", "true, true", "true, false"})
    void aRegistrationThatCannotBeRecordedLeavesNoUserAndNoAcceptance(
            boolean first, boolean atSignIn, KeycloakServer server, WebBrowser browser) {
        Pop800 own = first ? Pop800.create(server).askingFirst() : Pop800.create(server);
        if (!atSignIn) {
            own.askForNothing();
        }
        Visitor visitor = browser.visit(VisitorProfile.chinese());
        SignIn registration = own.client().registration().open(visitor.page());
        RegistrationForm form = new RegistrationForm(visitor.page());
        form.fill(UNWRITABLE).tick(Pop800.AGREEMENT).submit();
        visitor.page().waitForLoadState();

        assertThat(registration.isOver()).isFalse();
        assertThat(visitor.page().locator("#kc-error-message")).isVisible();
        assertThat(visitor.page().content()).doesNotContain("Exception").doesNotContain("refuse_one");
        assertThat(own.realm().admin().users().searchByUsername(UNWRITABLE, true))
                .isEmpty();
        assertThat(database.count(
                        "select count(*) from user_entity where email = ? and realm_id = ?", UNWRITABLE, own.id()))
                .isZero();
        assertThat(database.count(
                        "select count(*) from agr_record where realm_id = ? and type <> 'PUBLICATION'", own.id()))
                .isZero();
        assertThat(database.count("select count(*) from agr_standing where realm_id = ?", own.id()))
                .isZero();
    }

    @Test
    void anAccountWhoseDeletionCannotBeRecordedStays(KeycloakServer server) {
        Pop800 other = Pop800.create(server);
        String userId = other.newUser(UNWRITABLE).toRepresentation().getId();

        database.update("alter table agr_record add constraint refuse_user check (user_id is null or user_id <> '"
                + userId + "')");
        try {
            Assertions.assertThatThrownBy(
                            () -> other.realm().admin().users().get(userId).remove())
                    .isInstanceOf(WebApplicationException.class);
        } finally {
            database.update("alter table agr_record drop constraint refuse_user");
        }
        assertThat(other.realm().user(UNWRITABLE).toRepresentation().getId()).isEqualTo(userId);
    }

    @Test
    void aSignInWhoseAcceptanceCannotBeRecordedGivesNoCode(KeycloakServer server, WebBrowser browser) {
        Pop800 other = Pop800.create(server);
        String userId = other.newUser(UNWRITABLE).toRepresentation().getId();
        Visitor visitor = browser.visit(VisitorProfile.chinese());
        SignIn signIn = other.client().authorization().open(visitor.page());
        new SignInPages(visitor.page())
                .submitPassword(UNWRITABLE, Pop800.PASSWORD)
                .press("accept");
        visitor.page().waitForLoadState();

        assertThat(signIn.isOver()).isFalse();
        assertThat(other.records(userId)).isEmpty();
        assertThat(other.standings(userId)).isEmpty();
    }

    @Test
    void aFirstSignInThroughAnIdentityProviderThatCannotBeRecordedLeavesNoUser(
            KeycloakServer server, WebBrowser browser) {
        Broker broker = Broker.create(server, Pop800.create(server)).askFirst();
        expectNoUser(broker, browser);
    }

    @Test
    void norDoesItWhereTheFlowWouldGoOnAfterMakingTheUser(KeycloakServer server, WebBrowser browser) {
        Broker broker = Broker.create(server, Pop800.create(server)).askFirst();
        new Flows(broker.pop800()).add(Broker.ASKING_FLOW, "idp-username-password-form", 90);
        expectNoUser(broker, browser);
    }

    private static void expectNoUser(Broker broker, WebBrowser browser) {
        broker.home().createUser(UserBuilder.named(UNWRITABLE).password(Pop800.PASSWORD));
        Visitor visitor = browser.visit(VisitorProfile.chinese());
        SignIn signIn = broker.authorization().open(visitor.page());
        new SignInPages(visitor.page())
                .submitPassword(UNWRITABLE, Pop800.PASSWORD)
                .press("accept");
        visitor.page().waitForLoadState();

        assertThat(signIn.isOver()).isFalse();
        assertThat(broker.hasAccount(UNWRITABLE)).isFalse();
    }
}
