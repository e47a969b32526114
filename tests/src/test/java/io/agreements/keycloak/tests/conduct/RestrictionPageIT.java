package io.agreements.keycloak.tests.conduct;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.browser.Screen;
import io.agreements.keycloak.testing.browser.Visitor;
import io.agreements.keycloak.testing.browser.VisitorProfile;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.oidc.SignIn;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.tests.fixture.page.SignInPages;
import io.agreements.keycloak.tests.fixture.realm.Persons;
import io.agreements.keycloak.tests.fixture.realm.Persons.Person;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.rest.AdminApi;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** From what an administrator imposes to what the user sees, and back. */
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RestrictionPageIT {

    private static final String FORM = "#agreement-restriction-form";

    /** Whether all that stands on the page has room above it. */
    private static final String APART = """
            [...document.querySelectorAll('.agr-form > * + *')].every(after =>
              after.getBoundingClientRect().top - after.previousElementSibling.getBoundingClientRect().bottom >= 8)""";

    private static final String ANSWER = "{\"outcome\": \"UPHELD\", \"answer\": \"We were wrong.\"}";

    private Pop800 pop800;
    private AdminApi admin;

    @BeforeAll
    void createRealm(KeycloakServer server) {
        pop800 = Pop800.create(server);
        admin = AdminApi.of(pop800);
    }

    @Test
    void whoIsSuspendedReadsWhyAndUntilWhenAfterThePasswordAndGoesOnOnceItIsLifted(WebBrowser browser) {
        Person person = new Persons(pop800).settled();
        String id = impose(person, "SUSPENSION", "\"until\": " + inDays(3) + ", \"appeal\": \"help@example.org\"");
        Visitor visitor = browser.visit(VisitorProfile.chinese().on(Screen.PHONE));
        Page page = visitor.page();
        pop800.client().authorization().open(page);
        new SignInPages(page).submitPassword(person.email(), "wrong");
        assertThat(page.content()).doesNotContain("暂停").doesNotContain("侮辱");
        new SignInPages(page).submitPassword(person.email(), Pop800.PASSWORD);

        assertThat(page.locator(FORM)).isVisible();
        assertThat(page.locator("body")).containsText("您的账号已被暂停使用");
        assertThat(page.locator("body")).containsText("侮辱或者诽谤他人");
        assertThat(page.locator("body")).containsText("The nickname is an insult.");
        assertThat(page.locator("body")).containsText("Article 4 (8)");
        assertThat(page.locator("body")).containsText("help@example.org");
        visitor.hear("restriction/suspended-phone-zh");
        visitor.takePicture("restriction/suspended-phone-zh");
        visitor.assertAccessible();

        page.reload();
        assertThat(page.locator(FORM)).isVisible();
        assertThat(admin.delete("/restrictions/" + id).status()).isEqualTo(200);
        page.reload();
        assertThat(page.locator(FORM)).hasCount(0);
    }

    @Test
    void whoIsSuspendedCanTakeTheDataAskForDeletionAndSignOut(WebBrowser browser) {
        Person person = new Persons(pop800).settled();
        impose(person, "SUSPENSION", "\"appeal\": null");
        Visitor visitor = browser.visit(VisitorProfile.english());
        Page page = visitor.page();
        SignIn signIn = pop800.client().authorization().open(page);
        new SignInPages(page).submitPassword(person.email(), Pop800.PASSWORD);
        assertThat(page.locator("body")).containsText("until the suspension is lifted");
        visitor.hear("restriction/suspended-desktop-en");
        visitor.takePicture("restriction/suspended-desktop-en");
        visitor.assertAccessible();
        String data = page.waitForDownload(
                        () -> page.locator("#agreement-export-form button").click())
                .suggestedFilename();
        assertThat(data).endsWith(".zip");

        page.locator("#agreement-deletion-form button").click();
        page.locator("button[value=request]").click();
        assertThat(page.locator(FORM)).isVisible();
        assertThat(page.locator("body")).containsText("It will be deleted on");
        visitor.hear("restriction/suspended-deletion-en");
        visitor.takePicture("restriction/suspended-deletion-en");
        new SignInPages(page).press("keep");
        assertThat(page.locator(FORM)).isVisible();
        assertThat(page.locator("body")).not().containsText("It will be deleted on");
        new SignInPages(page).press("leave");
        assertThat(signIn.awaitCallback().error()).isEqualTo("access_denied");
    }

    @Test
    void whoObjectsIsAnsweredAndGoesOnIfThatIsRight(WebBrowser browser) {
        Person person = new Persons(pop800).settled();
        String id = impose(person, "SUSPENSION", "\"appeal\": null");
        Visitor visitor = browser.visit(VisitorProfile.chinese());
        Page page = visitor.page();
        pop800.client().authorization().open(page);
        new SignInPages(page).submitPassword(person.email(), Pop800.PASSWORD);
        page.locator("#restriction-appeal").fill("那不是我写的。\n请再看一看。");
        visitor.hear("restriction/appeal-desktop-zh");
        visitor.takePicture("restriction/appeal-desktop-zh");
        visitor.assertAccessible();
        new SignInPages(page).press("appeal");
        assertThat(page.locator("#restriction-appeal")).hasCount(0);
        assertThat(page.locator("body")).containsText("那不是我写的。");
        assertThat(page.locator("body")).containsText("我们已收到您的申诉");

        assertThat(admin.get("/restrictions?appealed=true").json().toString()).contains(id, "那不是我写的");
        assertThat(admin.post("/restrictions/" + id + "/answer", "{\"outcome\": \"REJECTED\"}")
                        .status())
                .isEqualTo(400);
        assertThat(AdminApi.ofAdministratorWith(pop800, "view-users")
                        .post("/restrictions/" + id + "/answer", ANSWER)
                        .status())
                .isEqualTo(403);
        assertThat(admin.post("/restrictions/" + id + "/answer", ANSWER)
                        .successful()
                        .path("ending")
                        .asText())
                .isEqualTo("LIFTED");
        assertThat(admin.post("/restrictions/" + id + "/answer", ANSWER).status())
                .isEqualTo(409);
        page.reload();
        assertThat(page.locator(FORM)).hasCount(0);
        assertThat(pop800.records(person.id()).stream()
                        .filter(row -> "RESTRICTION".equals(row.get("type")))
                        .map(row -> ((String) row.get("details")).replaceAll(".*\"stage\":\"([a-z]+)\".*", "$1")))
                .containsExactlyInAnyOrder("imposed", "appealed", "answered", "lifted");
    }

    @Test
    void anAnswerThatSaysNoIsShownAndNobodyObjectsTwice(WebBrowser browser) {
        Person person = new Persons(pop800).settled();
        String id = impose(person, "SUSPENSION", "\"appeal\": null");
        Visitor visitor = browser.visit(VisitorProfile.english().on(Screen.PHONE));
        Page page = visitor.page();
        pop800.client().authorization().open(page);
        new SignInPages(page).submitPassword(person.email(), Pop800.PASSWORD);
        page.locator("#restriction-appeal").fill("It was not me.");
        new SignInPages(page).press("appeal");
        assertThat(page.locator("body")).containsText("We have received it");
        admin.post("/restrictions/" + id + "/answer", "{\"outcome\": \"REJECTED\", \"answer\": \"It was you.\"}")
                .successful();
        page.reload();
        assertThat(page.locator("body")).containsText("the decision stands");
        assertThat(page.locator("body")).containsText("It was you.");
        assertThat(page.locator("#restriction-appeal")).hasCount(0);
        visitor.hear("restriction/answered-phone-en");
        visitor.takePicture("restriction/answered-phone-en");
        visitor.assertAccessible();
    }

    @Test
    void whoseAccountIsClosedCannotKeepIt(WebBrowser browser) {
        Person person = new Persons(pop800).settled();
        impose(person, "TERMINATION", "\"appeal\": null");
        Visitor visitor = browser.visit(VisitorProfile.english());
        Page page = visitor.page();
        pop800.client().authorization().open(page);
        new SignInPages(page).submitPassword(person.email(), Pop800.PASSWORD);
        assertThat(page.locator(FORM)).isVisible();
        assertThat(page.locator("body")).containsText("Your account has been closed");
        assertThat(page.locator("body")).containsText("It will be deleted on");
        assertThat(page.locator("button[value=keep]")).hasCount(0);
        visitor.hear("restriction/terminated-desktop-en");
        visitor.takePicture("restriction/terminated-desktop-en");
        visitor.assertAccessible();
    }

    static Stream<Arguments> readers() {
        return Stream.of(
                        Arguments.of("NOTICE", "Something has to be corrected", "请更正账号信息"),
                        Arguments.of("SUSPENSION", "Your account is suspended", "您的账号已被暂停使用"),
                        Arguments.of("TERMINATION", "Your account has been closed", "您的账号已被注销登记"))
                .map(Arguments::get)
                .flatMap(kind -> Stream.of(
                        Arguments.of(kind[0], "en-desktop-light", VisitorProfile.english(), kind[1], ColorScheme.LIGHT),
                        Arguments.of(kind[0], "zh-desktop-dark", VisitorProfile.chinese(), kind[2], ColorScheme.DARK),
                        Arguments.of(
                                kind[0],
                                "en-phone-dark",
                                VisitorProfile.english().on(Screen.PHONE),
                                kind[1],
                                ColorScheme.DARK),
                        Arguments.of(
                                kind[0],
                                "zh-phone-light",
                                VisitorProfile.chinese().on(Screen.PHONE),
                                kind[2],
                                ColorScheme.LIGHT)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("readers")
    void eachKindIsReadableForEverybody(
            String kind, String name, VisitorProfile profile, String title, ColorScheme scheme, WebBrowser browser) {
        Person person = new Persons(pop800).settled();
        impose(person, kind, "\"until\": " + inDays(3) + ", \"appeal\": \"help@example.org\"");
        Visitor visitor = browser.visit(profile);
        Page page = visitor.page();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        pop800.client().authorization().open(page);
        new SignInPages(page).submitPassword(person.email(), Pop800.PASSWORD);

        assertThat(page.locator(FORM)).isVisible();
        assertThat(page.locator("body")).containsText(title);
        assertThat(page.locator(".agr-form ul:not(:has(li + li))")).hasCount(0);
        assertThat((Boolean) page.evaluate(APART)).as("room between").isTrue();
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("no wider than the window")
                .isTrue();
        visitor.hearAtADesk("restriction/" + kind.toLowerCase(Locale.ROOT) + "-" + name);
        visitor.takePicture("restriction/" + kind.toLowerCase(Locale.ROOT) + "-" + name);
        visitor.assertAccessible();
    }

    @Test
    void whoGetsANoticeCorrectsTheProfileAtOnceAndTheNoticeIsOver(WebBrowser browser) {
        Person person = new Persons(pop800).settled();
        String id = impose(person, "NOTICE", "\"until\": " + inDays(3) + ", \"attribute\": \"lastName\"");
        Visitor visitor = browser.visit(VisitorProfile.english());
        Page page = visitor.page();
        SignIn signIn = pop800.client().authorization().open(page);
        new SignInPages(page).submitPassword(person.email(), Pop800.PASSWORD);
        assertThat(page.locator(FORM)).isVisible();
        assertThat(page.locator("body")).containsText("Something has to be corrected");
        visitor.hear("restriction/notice-desktop-en");
        visitor.takePicture("restriction/notice-desktop-en");
        visitor.assertAccessible();
        new SignInPages(page).press("correct");
        page.locator("#lastName").fill("Corrected");
        page.locator("input[type=submit], button[type=submit]").first().click();

        assertThat(signIn.awaitCallback().error()).isNull();
        assertThat(admin.get("/restrictions/" + id).json().path("ending").asText())
                .isEqualTo("CORRECTED");
    }

    @Test
    void whoGetsANoticeCanCorrectLaterAndIsToldAtTheNextSignIn(WebBrowser browser) {
        Person person = new Persons(pop800).settled();
        impose(person, "NOTICE", "\"until\": " + inDays(3));
        for (int i = 0; i < 2; i++) {
            Page page =
                    browser.visit(VisitorProfile.english().withoutJavaScript()).page();
            SignIn signIn = pop800.client().authorization().open(page);
            new SignInPages(page).submitPassword(person.email(), Pop800.PASSWORD);
            new SignInPages(page).press("later");
            assertThat(signIn.awaitCallback().error()).isNull();
        }
    }

    private String impose(Person person, String kind, String more) {
        return admin.post("/restrictions", """
                        {"userId": "%s", "kind": "%s", "grounds": ["DEFAMATION", "FALSE_REGISTRATION_DATA"],
                         "facts": "The nickname is an insult.\\nIt was reported by three users.",
                         "article": "Article 4 (8)", %s}""".formatted(person.id(), kind, more))
                .successful()
                .path("id")
                .asText();
    }

    private static long inDays(int days) {
        return Instant.now().plus(Duration.ofDays(days)).toEpochMilli();
    }
}
