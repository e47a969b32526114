package io.agreements.keycloak.tests.account;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.agreements.keycloak.testing.OnEveryDatabase;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.browser.Screen;
import io.agreements.keycloak.testing.browser.Visitor;
import io.agreements.keycloak.testing.browser.VisitorProfile;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.oidc.SignIn;
import io.agreements.keycloak.testing.oidc.TokenResponse;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.tests.fixture.page.SignInPages;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.realm.Tasks;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.RealmRepresentation;

/** A user asks for the deletion of the account, and has time to think again. */
@OnEveryDatabase
@WithKeycloak(quickTasks = {Tasks.DELETIONS, Tasks.SWEEP})
final class DeletionRequestIT {

    private static final String PERSON = "person@example.org";

    private Pop800 pop800;

    @BeforeEach
    void createRealm(KeycloakServer server) {
        pop800 = Pop800.create(server);
    }

    @Test
    void whoAsksSeesWhatHappensAndWhoSignsInMeanwhileSeesWhen(WebBrowser browser) {
        for (VisitorProfile profile :
                List.of(VisitorProfile.chinese(), VisitorProfile.english().on(Screen.PHONE))) {
            Visitor visitor = browser.visit(profile);
            String person = profile.locale() + "@example.org";
            String userId = pop800.newUser(person).toRepresentation().getId();
            acceptAtSignIn(visitor.page(), person);
            askForDeletion(visitor.page());
            assertThat(visitor.page().locator("#account-deletion-form"))
                    .containsText(profile.locale().equals("en") ? "within a day after the deletion" : "注销后一天内删除");
            assertThat(visitor.page().locator("#account-deletion-form"))
                    .containsText(profile.locale().equals("en") ? "log files of the server" : "服务器的日志文件");
            assertThat(visitor.page().locator("#account-deletion-form button"))
                    .hasText(
                            profile.locale().equals("en")
                                    ? new String[] {"Keep my account", "Delete my account"}
                                    : new String[] {"保留我的账号", "注销我的账号"});
            assertThat(visitor.page().locator("button[value=request]")).hasClass(Pattern.compile(".*pf-m-danger.*"));
            visitor.hear("deletion/confirm-" + profile.locale());
            visitor.takePicture("deletion/confirm-" + profile.locale());
            visitor.assertAccessible();
            assertThat(deletions(userId)).isEmpty();

            decide(visitor.page(), "request");
            assertThat(visitor.page().locator("#account-deletion-pending-form")).isVisible();
            visitor.hear("deletion/pending-" + profile.locale());
            visitor.takePicture("deletion/pending-" + profile.locale());
            visitor.assertAccessible();
            assertThat(stages(userId)).containsExactly("requested");

            Visitor later = browser.visit(profile);
            SignIn signIn = signIn(later.page(), person);
            assertThat(later.page().locator("#account-deletion-pending-form")).isVisible();
            assertThat(signIn.isOver()).isFalse();
            decide(later.page(), "leave");
            assertThat(signIn.awaitCallback().error()).isNotNull();
            assertThat(stages(userId)).containsExactly("requested");
        }
    }

    @Test
    void whoKeepsTheAccountGoesOnAsIfNothingHadBeen(WebBrowser browser) {
        String userId = pop800.newUser(PERSON).toRepresentation().getId();
        Page page = browser.visit(VisitorProfile.english()).page();
        acceptAtSignIn(page, PERSON);
        askForDeletion(page);
        decide(page, "request");

        Page again = browser.visit(VisitorProfile.english()).page();
        SignIn signIn = signIn(again, PERSON);
        decide(again, "keep");
        assertThat(signIn.awaitCallback().code()).isNotBlank();
        assertThat(stages(userId)).containsExactly("requested", "cancelled");
        assertThat(requests()).isEmpty();

        Page third = browser.visit(VisitorProfile.english()).page();
        assertThat(signIn(third, PERSON).awaitCallback().code()).isNotBlank();
    }

    @Test
    void theOtherSessionsEndWhenTheRequestIsMade(WebBrowser browser) {
        pop800.newUser(PERSON);
        Page first = browser.visit(VisitorProfile.english()).page();
        TokenResponse elsewhere = acceptAtSignIn(first, PERSON).awaitTokens();
        Page second = browser.visit(VisitorProfile.english()).page();
        signIn(second, PERSON).awaitCallback();
        askForDeletion(second);
        assertThat(pop800.client().refresh(elsewhere.refreshToken()).status()).isEqualTo(200);
        decide(second, "request");
        assertThat(second.locator("#account-deletion-pending-form")).isVisible();

        assertThat(pop800.client().refresh(elsewhere.refreshToken()).status()).isEqualTo(400);
    }

    @Test
    void whatIsDueIsCarriedOutAndLeavesRecordsThatTellNobody(WebBrowser browser) {
        RealmRepresentation realm = pop800.realm().admin().toRepresentation();
        realm.getAttributes().put("agreements.deletion.coolingOffDays", "0");
        pop800.realm().admin().update(realm);
        String userId = pop800.newUser(PERSON).toRepresentation().getId();
        Page page = browser.visit(VisitorProfile.english()).page();
        acceptAtSignIn(page, PERSON);
        askForDeletion(page);
        decide(page, "request");

        await(() -> stages(userId).contains("executed"));
        assertThat(stages(userId)).containsExactly("requested", "executed");
        assertThat(requests()).isEmpty();
        assertThat(pop800.realm().admin().users().searchByUsername(PERSON, true))
                .isEmpty();
        assertThat(pop800.standings(userId)).isEmpty();
        assertThat(pop800.records(userId))
                .hasSizeGreaterThan(3)
                .allSatisfy(row -> assertThat(row)
                        .containsEntry("username", null)
                        .containsEntry("ip_address", null)
                        .containsEntry("user_agent", null)
                        .containsEntry("session_id", null));
        Page after = browser.visit(VisitorProfile.english()).page();
        SignIn signIn = signIn(after, PERSON);
        assertThat(after.locator("#input-error-username, #input-error, .pf-m-danger")
                        .first())
                .isVisible();
        assertThat(signIn.isOver()).isFalse();
    }

    @Test
    void whoLacksTheRoleIsToldSoAndNothingIsRequested(WebBrowser browser) {
        String userId = pop800.newUser(PERSON).toRepresentation().getId();
        pop800.realm()
                .admin()
                .users()
                .get(userId)
                .roles()
                .realmLevel()
                .remove(pop800.realm()
                        .admin()
                        .users()
                        .get(userId)
                        .roles()
                        .realmLevel()
                        .listAll());
        Page page = browser.visit(VisitorProfile.english()).page();
        acceptAtSignIn(page, PERSON);
        askForDeletion(page);

        assertThat(page.locator("#account-deletion-form")).hasCount(0);
        assertThat(page.locator("#kc-error-message")).isVisible();
        assertThat(requests()).isEmpty();
    }

    private SignIn acceptAtSignIn(Page page, String person) {
        SignIn signIn = signIn(page, person);
        new SignInPages(page).press("accept");
        signIn.awaitCallback().code();
        return signIn;
    }

    private SignIn signIn(Page page, String person) {
        SignIn signIn = pop800.client().authorization().open(page);
        new SignInPages(page).submitPassword(person, Pop800.PASSWORD);
        return signIn;
    }

    /** Up to the page that says what will happen; the password is asked for on the way unless it just was. */
    private void askForDeletion(Page page) {
        pop800.client()
                .authorization()
                .with("kc_action", "agreement-account-deletion")
                .open(page);
        page.locator("#password, #account-deletion-form, #kc-error-message")
                .first()
                .waitFor();
        if (page.locator("#password").isVisible()) {
            page.locator("#password").fill(Pop800.PASSWORD);
            page.locator("#kc-login").click();
        }
        page.locator("#account-deletion-form, #kc-error-message").waitFor();
    }

    private static void decide(Page page, String decision) {
        page.locator("button[name=account-deletion-decision][value=" + decision + "]")
                .click();
    }

    private List<String> stages(String userId) {
        return deletions(userId).stream()
                .map(row -> ((String) row.get("details")).replaceAll(".*\"stage\":\"(\\w+)\".*", "$1"))
                .toList();
    }

    private List<Map<String, Object>> deletions(String userId) {
        return pop800.records(userId).stream()
                .filter(row -> row.get("type").equals("DELETION"))
                .toList();
    }

    private List<Map<String, Object>> requests() {
        return pop800.realm()
                .server()
                .database()
                .query("select * from agr_deletion_request where realm_id = ?", pop800.id());
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
