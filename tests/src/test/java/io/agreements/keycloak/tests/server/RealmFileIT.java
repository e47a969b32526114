package io.agreements.keycloak.tests.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.browser.Screen;
import io.agreements.keycloak.testing.browser.Visitor;
import io.agreements.keycloak.testing.browser.VisitorProfile;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.oidc.SignIn;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.tests.fixture.page.RegistrationForm;
import io.agreements.keycloak.tests.fixture.page.SignInPages;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.keys.KeyProvider;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.util.JsonSerialization;

/** The realm file of the project does what it is there for, and survives export and import. */
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RealmFileIT {

    private Pop800 pop800;

    @BeforeAll
    void createRealm(KeycloakServer server) {
        pop800 = Pop800.ofTheProject(server);
    }

    @Test
    void theRealmIsAsTheAgreementDemands() {
        RealmRepresentation realm = pop800.realm().admin().toRepresentation();

        assertThat(realm.getDefaultLocale()).isEqualTo("zh-Hans");
        assertThat(realm.getSupportedLocales()).containsExactlyInAnyOrder("zh-Hans", "zh-TW", "en");
        assertThat(realm.getLoginTheme()).isEqualTo("pop800");
        assertThat(realm.getEventsListeners()).contains("agreements");
        assertThat(realm.getPasswordPolicy()).contains("length(10)");
        assertThat(realm.isBruteForceProtected()).isTrue();
        assertThat(realm.isRememberMe()).isFalse();
        assertThat(realm.isRegistrationEmailAsUsername()).isTrue();
        assertThat(pop800.realm().admin().flows().getRequiredActions()).anySatisfy(action -> {
            assertThat(action.getAlias()).isEqualTo("agreement-acceptance");
            assertThat(action.isEnabled()).isTrue();
        });
        assertThat(pop800.realm().admin().flows().getExecutions("pop800 browser"))
                .anySatisfy(step -> assertThat(step.getProviderId()).isEqualTo("user-session-limits"));
    }

    /** Browsers name Chinese by country or by script. */
    @ParameterizedTest
    @CsvSource({
        "zh-TW, zh-TW, 註冊 POP800, 用於稱呼您和核實身分, 我已閱讀並同意",
        "zh-Hant-TW, zh-TW, 註冊 POP800, 用於稱呼您和核實身分, 我已閱讀並同意",
        "zh-CN, zh-Hans, 注册 POP800, 用于称呼您和核实身份, 我已阅读并同意",
        "zh-Hans-CN, zh-Hans, 注册 POP800, 用于称呼您和核实身份, 我已阅读并同意",
        "zh, zh-Hans, 注册 POP800, 用于称呼您和核实身份, 我已阅读并同意"
    })
    void eachChineseReaderIsGreetedInTheOwnScript(
            String reader, String language, String title, String purpose, String choice, WebBrowser browser) {
        Page page =
                browser.visit(new VisitorProfile(reader, Screen.DESKTOP, true)).page();
        pop800.client().registration().open(page);

        assertThat(page.locator("html")).hasAttribute("lang", language);
        assertThat(page.locator("h1")).containsText(title);
        assertThat(page.locator("#kc-register-form")).containsText(purpose);
        assertThat(page.locator("label[for=agreement-user-registration]")).containsText(choice);
        assertThat(page.locator("#login-select-toggle option")).hasText(new String[] {"English", "简体中文", "繁體中文"});
    }

    @Test
    void theDemoUserSignsInAndIsAskedForTheAgreement(WebBrowser browser) {
        Visitor visitor = browser.visit(VisitorProfile.chinese());
        SignIn signIn = pop800.client().authorization().open(visitor.page());
        SignInPages pages = new SignInPages(visitor.page()).submitPassword("demo@pop800.example", "Demo-2026-pop800");
        assertThat(pages.acceptance()).isVisible();
        pages.press("accept");

        signIn.awaitCallback().code();
    }

    /** Without its keys: the console's export masks the private ones, and Keycloak takes no masked key back. */
    @Test
    void whatIsExportedCanBeImportedAndWorks(KeycloakServer server, WebBrowser browser) throws IOException {
        Pop800 again = Pop800.create(server);
        RealmRepresentation exported = again.realm().admin().partialExport(true, true);
        exported.getComponents().remove(KeyProvider.class.getName());
        server.importRealm(JsonSerialization.writeValueAsString(exported));
        Visitor visitor = browser.visit(VisitorProfile.chinese());
        SignIn registration = again.client().registration().open(visitor.page());
        new RegistrationForm(visitor.page())
                .fill("again@example.org")
                .tick(Pop800.AGREEMENT)
                .submit();

        registration.awaitCallback().code();
        String userId =
                again.realm().user("again@example.org").toRepresentation().getId();
        assertThat(again.records(userId)).hasSize(3);
    }
}
