package io.agreements.keycloak.tests.signin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.browser.Screen;
import io.agreements.keycloak.testing.browser.Visitor;
import io.agreements.keycloak.testing.browser.VisitorProfile;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.oidc.SignIn;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.tests.fixture.page.AccountConsole;
import io.agreements.keycloak.tests.fixture.page.RegistrationForm;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.rest.AdminApi;
import jakarta.ws.rs.BadRequestException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.EventRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** What people may write of themselves, and how old they have to be. */
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ProfileRulesIT {

    /** A birthdate; in each zone it is one of the same age. */
    private static final String OF_A_CHILD =
            LocalDate.now(ZoneOffset.UTC).minusYears(6).minusDays(100).toString();

    private Pop800 pop800;

    @BeforeAll
    void createRealm(KeycloakServer server) {
        pop800 = Pop800.create(server);
        AdminApi.of(pop800)
                .put("/prohibited-content", "{\"content\": \"swindle\\n赌博\\n*casino*\\n!Casino Square\"}")
                .successful();
    }

    static Stream<Arguments> readers() {
        return Stream.of(
                Arguments.of("zh-desktop-light", VisitorProfile.chinese(), "zh-Hans", ColorScheme.LIGHT),
                Arguments.of("en-desktop-dark", VisitorProfile.english(), "en", ColorScheme.DARK),
                Arguments.of("zh-phone-dark", VisitorProfile.chinese().on(Screen.PHONE), "zh-Hans", ColorScheme.DARK),
                Arguments.of("en-phone-light", VisitorProfile.english().on(Screen.PHONE), "en", ColorScheme.LIGHT));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("readers")
    void whatIsRefusedIsSaidAtItsField(
            String name, VisitorProfile profile, String locale, ColorScheme scheme, WebBrowser browser) {
        Visitor visitor = browser.visit(profile);
        Page page = visitor.page();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        SignIn registration =
                pop800.client().registration().with("ui_locales", locale).open(page);
        String email = name + "@example.org";
        RegistrationForm form = new RegistrationForm(page).fill(email).tick(Pop800.AGREEMENT);
        page.locator("#firstName").fill("ѕ-ｗ-і-n-d-l-e");
        page.locator("#city").fill("賭 博 城");
        page.locator("#phoneNumber").fill("12345");
        form.submit();

        boolean chinese = locale.startsWith("zh");
        String prohibited = chinese ? "此处包含不允许使用的内容" : "This contains something that may not be used here";
        assertThat(page.locator("#input-error-firstName")).containsText(prohibited);
        assertThat(page.locator("#input-error-city")).containsText(prohibited);
        assertThat(page.locator("#input-error-phoneNumber")).containsText(chinese ? "大陆电话号码" : "telephone number");
        assertThat(page.locator("#input-error-lastName")).hasCount(0);
        page.locator("#input-error-firstName").scrollIntoViewIfNeeded();
        visitor.hearAtADesk("profile-rules/field-" + name);
        visitor.takePicture("profile-rules/field-" + name);
        visitor.assertAccessible();

        page.locator("#firstName").fill("小明");
        page.locator("#city").fill("Casino Square");
        page.locator("#phoneNumber").fill("138 0013 8000");
        form.fillPasswords().submit();
        assertThat(registration.awaitCallback().code()).isNotBlank();
        assertThat(visitor.errors()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("readers")
    void whoIsTooYoungIsToldWhyAndNothingThatWasTypedIsKept(
            String name, VisitorProfile profile, String locale, ColorScheme scheme, WebBrowser browser) {
        Visitor visitor = browser.visit(profile);
        Page page = visitor.page();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        pop800.client().registration().with("ui_locales", locale).open(page);
        String email = "young-" + UUID.randomUUID() + "@example.org";
        RegistrationForm form = new RegistrationForm(page).fill(email).tick(Pop800.AGREEMENT);
        page.locator("#birthdate").fill(OF_A_CHILD);
        Response answer =
                page.waitForResponse(response -> response.request().method().equals("POST"), form::submit);

        assertThat(answer.status()).isEqualTo(403);
        boolean chinese = locale.startsWith("zh");
        assertThat(page.locator("#registration-too-young")).containsText(chinese ? "年满 14 周岁" : "14 years old");
        assertThat(page.locator("#registration-too-young")).containsText(chinese ? "监护人" : "guardians");
        visitor.hearAtADesk("profile-rules/too-young-" + name);
        visitor.takePicture("profile-rules/too-young-" + name);
        visitor.assertAccessible();
        assertNothingIsKept(email);
        assertThat(page.content()).doesNotContain(email);

        page.goBack();
        assertThat(page.locator("#registration-too-young")).hasCount(0);
        assertThat(visitor.errors().stream().filter(error -> !error.contains("403")))
                .isEmpty();
    }

    @Test
    void theStepThatLooksAtTheAgeMayStandAboveTheOneThatMakesTheUser(KeycloakServer server, WebBrowser browser) {
        Pop800 other = Pop800.create(server).askingFirst();
        Page page = browser.visit(VisitorProfile.english()).page();
        other.client().registration().with("ui_locales", "en").open(page);
        RegistrationForm form =
                new RegistrationForm(page).fill("first@example.org").tick(Pop800.AGREEMENT);
        page.locator("#birthdate").fill(OF_A_CHILD);
        form.submit();

        assertThat(page.locator("#registration-too-young")).isVisible();
        assertThat(other.realm().admin().users().searchByEmail("first@example.org", true))
                .isEmpty();
    }

    @Test
    void inTheAccountConsoleItIsSaidAtTheFieldToo(WebBrowser browser) {
        String email = "console-" + UUID.randomUUID() + "@example.org";
        UserResource user = pop800.newUser(email);
        UserRepresentation named = user.toRepresentation();
        named.setEmail(email);
        user.update(named);
        AccountConsole console = AccountConsole.signIn(browser, VisitorProfile.english(), pop800, email, "");
        Page page = console.page();
        page.locator("#lastName").fill("Swindle");
        page.locator("#firstName").fill("Ann");
        page.locator("#phoneNumber").fill("1");
        page.getByTestId("save").click();

        assertThat(page.getByText("This contains something that may not be used here")
                        .first())
                .isVisible();
        assertThat(page.getByText("telephone number of mainland China").first()).isVisible();
        page.locator("#lastName").fill("Lee");
        page.locator("#phoneNumber").fill("+44 20 7946 0958");
        page.getByTestId("save").click();
        page.getByText("Your account has been updated").first().waitFor();
        console.visitor().takePicture("profile-rules/account-console");
        assertThat(user.toRepresentation().getLastName()).isEqualTo("Lee");
    }

    /** By the key of a message: the admin console has its words, in the language of the administrator. */
    @Test
    void anAdministratorIsToldTheFieldAndTheKeyOfTheMessage() {
        UserResource user = pop800.newUser("admin-" + UUID.randomUUID() + "@example.org");
        UserRepresentation edited = user.toRepresentation();
        edited.setLastName("ＳＷＩＮＤＬＥ");

        assertThat(catchBadRequest(() -> user.update(edited))).contains("error-prohibited-content", "lastName");
    }

    private void assertNothingIsKept(String email) {
        assertThat(pop800.realm().admin().users().searchByEmail(email, true)).isEmpty();
        List<EventRepresentation> events =
                pop800.realm().admin().getEvents(List.of("REGISTER_ERROR"), null, null, null, null, null, 0, 100);
        assertThat(events)
                .extracting(EventRepresentation::getDetails)
                .anySatisfy(details -> assertThat(details)
                        .containsEntry("reason", "below_minimum_age")
                        .doesNotContainKeys("username", "email", "first_name", "last_name"))
                .allSatisfy(details -> assertThat(details.values()).doesNotContain(email, OF_A_CHILD));
    }

    private static String catchBadRequest(Runnable call) {
        try {
            call.run();
            throw new AssertionError("was not refused");
        } catch (BadRequestException e) {
            return e.getResponse().readEntity(String.class);
        }
    }
}
