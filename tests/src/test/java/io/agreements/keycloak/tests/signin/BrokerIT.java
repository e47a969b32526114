package io.agreements.keycloak.tests.signin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.browser.Screen;
import io.agreements.keycloak.testing.browser.Visitor;
import io.agreements.keycloak.testing.browser.VisitorProfile;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.oidc.Callback;
import io.agreements.keycloak.testing.oidc.SignIn;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.tests.fixture.page.SignInPages;
import io.agreements.keycloak.tests.fixture.realm.Broker;
import io.agreements.keycloak.tests.fixture.realm.Flows;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.rest.Importer;
import io.agreements.keycloak.tests.fixture.rest.OAuthClient.Reply;
import io.agreements.keycloak.tests.fixture.rest.OwedTokens;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A person who comes from an identity provider is asked before there is an account. */
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BrokerIT {

    private static final String AGREEMENT = Pop800.AGREEMENT;

    private Pop800 pop800;
    private Broker broker;

    @BeforeAll
    void createRealms(KeycloakServer server) {
        pop800 = Pop800.create(server);
        broker = Broker.create(server, pop800).askFirst();
    }

    @Test
    void whoComesForTheFirstTimeIsAskedBeforeThereIsAnAccountAndOnRecordWithIt(WebBrowser browser) {
        String person = broker.newPerson();
        Visitor visitor = browser.visit(VisitorProfile.english());
        SignIn signIn = arrive(visitor, person);
        assertThat(new SignInPages(visitor.page()).acceptance()).isVisible();
        assertThat(broker.hasAccount(person)).isFalse();
        visitor.page().locator("#agreement-personalisation").check();
        new SignInPages(visitor.page()).press("accept");

        String userId = signIn.awaitTokens().idTokenClaims().path("sub").asText();
        assertThat(userId).isEqualTo(broker.accountId(person));
        assertThat(pop800.records(userId))
                .hasSize(3)
                .allSatisfy(row -> assertThat(row)
                        .containsEntry("method", "BROKER")
                        .containsEntry("client_id", "sample")
                        .containsEntry("username", person)
                        .containsEntry("locale", "en"))
                .extracting(row -> row.get("agreement_key"), row -> row.get("decision"))
                .contains(
                        tuple(AGREEMENT, "ACCEPTED"),
                        tuple("personalisation", "ACCEPTED"),
                        tuple("news-by-mail", "DECLINED"));
        assertThat(pop800.records(userId, AGREEMENT))
                .singleElement()
                .satisfies(row -> assertThat(row.get("details").toString())
                        .contains("{\"attention\":[{\"digest\":\"", "\"inView\":false}]}"));
        assertThat(pop800.standings(userId)).hasSize(3);
        assertThat(visitor.errors()).isEmpty();
    }

    @Test
    void atALaterSignInNothingIsAskedUntilANewerVersionIsEnforced(KeycloakServer server, WebBrowser browser) {
        Pop800 changing = Pop800.create(server);
        Broker other = Broker.create(server, changing).askFirst();
        String person = other.newPerson();
        accept(other, browser.visit(VisitorProfile.chinese()), person);

        Visitor later = browser.visit(VisitorProfile.chinese());
        SignIn again = arrive(other, later, person);
        assertThat(again.awaitCallback().code()).isNotBlank();

        changing.edits().dropSecondVersion();
        Importer.run(changing);
        Visitor afterwards = browser.visit(VisitorProfile.chinese());
        SignIn changed = arrive(other, afterwards, person);
        new SignInPages(afterwards.page()).press("accept");
        changed.awaitCallback().code();
        assertThat(changing.records(other.accountId(person), AGREEMENT))
                .extracting(row -> row.get("version_number"), row -> row.get("diff_from"), row -> row.get("method"))
                .containsExactly(tuple(1, null, "BROKER"), tuple(2, 1, "BROKER"));
    }

    @Test
    void aVersionPublishedWhileSomebodyReadsIsShownBeforeThereIsAnAccount(KeycloakServer server, WebBrowser browser) {
        Pop800 changing = Pop800.create(server);
        Broker other = Broker.create(server, changing).askFirst();
        String person = other.newPerson();
        Visitor visitor = browser.visit(VisitorProfile.english());
        SignIn signIn = arrive(other, visitor, person);
        assertThat(new SignInPages(visitor.page()).acceptance()).isVisible();
        changing.edits().dropSecondVersion();
        Importer.run(changing);
        new SignInPages(visitor.page()).press("accept");
        assertThat(visitor.page().locator(".agr-error")).containsText("newer version");
        assertThat(other.hasAccount(person)).isFalse();
        new SignInPages(visitor.page()).press("accept");

        signIn.awaitCallback().code();
        assertThat(changing.records(other.accountId(person), AGREEMENT))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("version_number", 2));
    }

    static Stream<Arguments> readers() {
        return Stream.of(
                Arguments.of("zh-desktop", VisitorProfile.chinese()),
                Arguments.of("zh-phone", VisitorProfile.chinese().on(Screen.PHONE)),
                Arguments.of("en-desktop", VisitorProfile.english()),
                Arguments.of("en-phone", VisitorProfile.english().on(Screen.PHONE)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("readers")
    void whoDeclinesLeavesNoAccountAndTheClientIsTold(String name, VisitorProfile profile, WebBrowser browser) {
        String person = broker.newPerson();
        Visitor visitor = browser.visit(profile);
        SignIn signIn = arrive(visitor, person);
        visitor.hearAtADesk("broker/asked-" + name);
        visitor.takePicture("broker/asked-" + name);
        visitor.assertAccessible();
        SignInPages pages = new SignInPages(visitor.page()).press("decline");
        assertThat(pages.declined()).isVisible();
        visitor.hearAtADesk("broker/declined-" + name);
        visitor.takePicture("broker/declined-" + name);
        visitor.assertAccessible();
        pages.press("leave");

        Callback callback = signIn.awaitCallback();
        assertThat(callback.error()).isEqualTo("access_denied");
        assertThat(callback.errorDescription()).contains(AGREEMENT).contains("version 1");
        assertThat(broker.hasAccount(person)).isFalse();
        assertThat(pop800.realm()
                        .server()
                        .database()
                        .count(
                                "select count(*) from agr_record where realm_id = ? and username = ?",
                                pop800.id(),
                                person))
                .isZero();
    }

    @Test
    void whoDeclinesCanReadAgainAndAccept(WebBrowser browser) {
        String person = broker.newPerson();
        Visitor visitor = browser.visit(VisitorProfile.chinese());
        SignIn signIn = arrive(visitor, person);
        new SignInPages(visitor.page()).press("decline").press("read").press("accept");

        signIn.awaitCallback().code();
        assertThat(pop800.records(broker.accountId(person), AGREEMENT))
                .extracting(row -> row.get("decision"))
                .containsExactly("ACCEPTED");
    }

    @Test
    void aNoticeIsTakenNoteOfBeforeThereIsAnAccountAndIsNoConsent(KeycloakServer server, WebBrowser browser) {
        Pop800 notified = Pop800.create(server, files -> files.withoutAny().dropNotice("privacy"));
        Broker other = Broker.create(server, notified).askFirst();
        String person = other.newPerson();
        Visitor leaving = browser.visit(VisitorProfile.english());
        SignIn left = arrive(other, leaving, person);
        new SignInPages(leaving.page()).press("stop").press("leave");
        assertThat(left.awaitCallback().error()).isEqualTo("access_denied");
        assertThat(other.hasAccount(person)).isFalse();

        Visitor visitor = browser.visit(VisitorProfile.english());
        SignIn signIn = arrive(other, visitor, person);
        assertThat(visitor.page().locator("button[value=accept], button[value=decline]"))
                .hasCount(0);
        assertThat(other.hasAccount(person)).isFalse();
        new SignInPages(visitor.page()).press("acknowledge");

        String userId = signIn.awaitTokens().idTokenClaims().path("sub").asText();
        assertThat(notified.records(userId))
                .extracting(row -> row.get("agreement_key"), row -> row.get("decision"), row -> row.get("method"))
                .containsExactly(tuple("privacy", "ACKNOWLEDGED", "BROKER"));
        assertThat(notified.standings(userId))
                .extracting(row -> row.get("decision"))
                .containsExactly("ACKNOWLEDGED");
        Visitor later = browser.visit(VisitorProfile.english());
        assertThat(arrive(other, later, person).awaitCallback().code()).isNotBlank();
    }

    @Test
    void whoHadAnAccountAllAlongKeepsWhatWasDecidedWithIt(WebBrowser browser) {
        String person = broker.newPerson();
        String userId = pop800.newUser(person).toRepresentation().getId();
        Visitor before = browser.visit(VisitorProfile.chinese());
        SignIn local = pop800.client().authorization().open(before.page());
        new SignInPages(before.page()).submitPassword(person, Pop800.PASSWORD);
        before.page().locator("#agreement-personalisation").check();
        new SignInPages(before.page()).press("accept");
        local.awaitCallback().code();
        List<?> decided = pop800.records(userId);

        Visitor visitor = browser.visit(VisitorProfile.chinese());
        SignIn signIn = arrive(visitor, person);
        new SignInPages(visitor.page()).press("accept");
        visitor.page().locator("#linkAccount").click();
        visitor.page().locator("#password").fill(Pop800.PASSWORD);
        visitor.page().locator("#kc-login").click();

        assertThat(signIn.awaitTokens().idTokenClaims().path("sub").asText()).isEqualTo(userId);
        assertThat(pop800.records(userId)).hasSameSizeAs(decided);
    }

    @Test
    void whoHadAnAccountWithoutADecisionHasDecidedByThePageBefore(WebBrowser browser) {
        String person = broker.newPerson();
        String userId = pop800.newUser(person).toRepresentation().getId();
        Visitor visitor = browser.visit(VisitorProfile.chinese());
        SignIn signIn = arrive(visitor, person);
        new SignInPages(visitor.page()).press("accept");
        visitor.page().locator("#linkAccount").click();
        assertThat(visitor.page().locator("#password")).isVisible();
        assertThat(pop800.records(userId)).isEmpty();
        visitor.page().locator("#password").fill(Pop800.PASSWORD);
        visitor.page().locator("#kc-login").click();

        signIn.awaitCallback().code();
        assertThat(pop800.records(userId))
                .hasSize(3)
                .allSatisfy(row -> assertThat(row).containsEntry("method", "BROKER"));
    }

    @Test
    void aFlowThatGoesOnAfterMakingTheUserDoesNotLeaveOneWithoutARecord(KeycloakServer server, WebBrowser browser) {
        Pop800 longer = Pop800.create(server);
        Broker other = Broker.create(server, longer).askFirst();
        new Flows(longer).add(Broker.ASKING_FLOW, "idp-username-password-form", 90);
        String person = other.newPerson();
        Visitor visitor = browser.visit(VisitorProfile.chinese());
        SignIn signIn = arrive(other, visitor, person);
        new SignInPages(visitor.page()).press("accept");
        assertThat(visitor.page().locator("#password")).isVisible();

        assertThat(signIn.isOver()).isFalse();
        assertThat(longer.records(other.accountId(person))).hasSize(3);
        assertThat(longer.standings(other.accountId(person))).hasSize(3);
    }

    @Test
    void aFlowThatFailsAfterMakingTheUserDoesNotLeaveOneWithoutARecord(KeycloakServer server, WebBrowser browser) {
        Pop800 failing = Pop800.create(server);
        Broker other = Broker.create(server, failing).askFirst();
        new Flows(failing).add(Broker.ASKING_FLOW, "deny-access-authenticator", 90);
        String person = other.newPerson();
        Visitor visitor = browser.visit(VisitorProfile.chinese());
        arrive(other, visitor, person);
        new SignInPages(visitor.page()).press("accept");
        assertThat(visitor.page().locator("#kc-error-message")).isVisible();

        assertThat(other.hasAccount(person)).isTrue();
        assertThat(failing.records(other.accountId(person))).hasSize(3);
    }

    @Test
    void withoutTheAuthenticatorWhoComesIsAskedRightAfterwards(KeycloakServer server, WebBrowser browser) {
        Pop800 stock = Pop800.create(server);
        Broker other = Broker.create(server, stock);
        String person = other.newPerson();
        Visitor visitor = browser.visit(VisitorProfile.chinese());
        SignIn signIn = arrive(other, visitor, person);
        new SignInPages(visitor.page()).press("accept");

        signIn.awaitCallback().code();
        assertThat(stock.records(other.accountId(person), AGREEMENT))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("method", "BROKER"));
    }

    @Test
    void inAFlowAfterTheProviderItAsksAtEverySignIn(KeycloakServer server, WebBrowser browser) {
        Pop800 after = Pop800.create(server);
        after.askForNothing();
        new Flows(after).create("after broker").add("after broker", "agreements", 10);
        Broker other = Broker.create(server, after).useAfterLogin("after broker");
        String person = other.newPerson();
        Visitor visitor = browser.visit(VisitorProfile.chinese());
        SignIn signIn = arrive(other, visitor, person);
        new SignInPages(visitor.page()).press("accept");

        signIn.awaitCallback().code();
        assertThat(after.records(other.accountId(person), AGREEMENT))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("method", "BROKER"));
        Visitor later = browser.visit(VisitorProfile.chinese());
        assertThat(arrive(other, later, person).awaitCallback().code()).isNotBlank();
    }

    @Test
    void aStoredTokenOfTheProviderIsGivenOnlyOfWhoHasAccepted(KeycloakServer server, WebBrowser browser) {
        OwedTokens owed = OwedTokens.create(server);
        Broker other = Broker.create(server, owed.pop800()).askFirst().keepTokens();
        String person = other.newPerson();
        Visitor visitor = browser.visit(VisitorProfile.english());
        SignIn signIn = arrive(other, visitor, person);
        new SignInPages(visitor.page()).press("accept");
        String accessToken = signIn.awaitTokens().accessToken();
        Reply before = owed.api().storedToken(Broker.ALIAS, accessToken);
        assertThat(before.status()).as(before.body()).isEqualTo(200);
        assertThat(before.body()).contains("access_token");
        owed.publish();

        for (String path : List.of("/token", "/token/", "//token", "/%74oken", "/token;a=b")) {
            Reply refused = owed.api().stored(Broker.ALIAS + path, accessToken);
            assertThat(refused.body()).as(path).doesNotContain("access_token");
            assertThat(refused.status()).as(path).isIn(400, 404);
        }
        owed.assertRefused(owed.api().storedToken(Broker.ALIAS, accessToken));
        owed.accept(other.accountId(person), 2);
        assertThat(owed.api().storedToken(Broker.ALIAS, accessToken).body()).isEqualTo(before.body());
    }

    @Test
    void whatTheProviderRenewedForARequestThatIsRefusedIsKept(KeycloakServer server, WebBrowser browser) {
        OwedTokens owed = OwedTokens.create(server);
        Broker other = Broker.create(server, owed.pop800()).askFirst().keepTokens();
        String person = other.newPerson();
        Visitor visitor = browser.visit(VisitorProfile.english());
        SignIn signIn = arrive(other, visitor, person);
        new SignInPages(visitor.page()).press("accept");
        String accessToken = signIn.awaitTokens().accessToken();
        owed.publish();
        other.letStoredTokenExpire(person);

        owed.assertRefused(owed.api().storedToken(Broker.ALIAS, accessToken));
        assertThat(other.storedToken(person))
                .doesNotContain(Broker.EXPIRED + ",", Broker.EXPIRED + "}")
                .contains("access_token");
    }

    private SignIn arrive(Visitor visitor, String person) {
        return arrive(broker, visitor, person);
    }

    private static SignIn arrive(Broker from, Visitor visitor, String person) {
        SignIn signIn = from.authorization().open(visitor.page());
        new SignInPages(visitor.page()).submitPassword(person, Pop800.PASSWORD);
        return signIn;
    }

    private static void accept(Broker from, Visitor visitor, String person) {
        SignIn signIn = arrive(from, visitor, person);
        new SignInPages(visitor.page()).press("accept");
        signIn.awaitCallback().code();
    }
}
