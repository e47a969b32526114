package io.agreements.keycloak.tests.setup;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.browser.VisitorProfile;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.realm.TestRealm;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.testing.server.KeycloakServers;
import io.agreements.keycloak.testing.server.KeycloakSpec;
import io.agreements.keycloak.tests.fixture.page.AdminConsole;
import io.agreements.keycloak.tests.fixture.realm.PlainRealm;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.rest.AdminApi;
import io.agreements.keycloak.tests.fixture.rest.SetupApi;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.RealmRepresentation;

/** What a theme or the words of a realm make worse of the pages on which users decide is found before a user meets it. */
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FaultyPagesIT {

    private static final String PAGE = "agreements-setup";
    private static final String NONE_CHOSEN = "";
    private static final Path THEMES = Path.of("src/test/resources/themes").toAbsolutePath();
    private static final String ACCEPTANCE = "agreement-acceptance.ftl (en)";

    private KeycloakServer server;
    private TestRealm realm;
    private SetupApi setup;

    @BeforeAll
    void start(KeycloakServers servers) {
        server = servers.get(KeycloakSpec.plain()
                .named("faulty-pages")
                .withOptions(Map.of("spi-theme--folder--dir", THEMES.toString())));
        AdminConsole.useTheme(server, NONE_CHOSEN);
    }

    @AfterAll
    void useTheStockTheme() {
        AdminConsole.useTheme(server, AdminConsole.STOCK);
    }

    @BeforeEach
    void createRealm() {
        realm = PlainRealm.create(server);
        PlainRealm.publish(realm);
        setup = new SetupApi(PlainRealm.admin(realm));
        setup.mend().successful();
        assertThat(setup.lacking()).isEmpty();
    }

    @Test
    void whatTheHtmlTellsIsToldByTheConditions() {
        change(settings -> settings.setLoginTheme("faulty"));

        assertThat(setup.lacking())
                .containsOnlyKeys("page-boxes", "page-order", "page-refusal", "page-keyboard")
                .allSatisfy((id, state) -> {
                    assertThat(state).as(id).isEqualTo("BY_HAND");
                    assertThat(setup.condition(id).path("sentence").asText()).contains(ACCEPTANCE);
                });
    }

    @Test
    void aLanguageWithoutWordsIsToldUntilTheRealmHasThem() {
        change(settings -> {
            settings.setInternationalizationEnabled(true);
            settings.setSupportedLocales(Set.of("en", "zh-CN", "zh-TW", "fr"));
        });
        assertThat(setup.lacking()).containsOnlyKeys("page-languages");
        assertThat(setup.condition("page-languages").path("sentence").asText())
                .contains(": fr.")
                .doesNotContain("zh");

        realm.admin().localization().createOrUpdateRealmLocalizationTexts("fr", Map.of("agreementsLanguage", "fr"));

        assertThat(setup.lacking()).isEmpty();
    }

    @Test
    void thePagesAreListedAndMadeAsUsersGetThem() {
        AdminApi admin = PlainRealm.admin(realm);
        assertThat(admin.get("/setup/pages").successful().findValuesAsText("template"))
                .containsExactly("register.ftl", "agreement-acceptance.ftl");

        for (String page : List.of("REGISTRATION", "ACCEPTANCE")) {
            assertThat(admin.get("/setup/pages/" + page + "/en")
                            .successful()
                            .path("html")
                            .asText())
                    .as(page)
                    .contains("data-agreement-text=\"agreement-" + PlainRealm.AGREEMENT + "\"", "Be kind.");
        }
        assertThat(admin.get("/setup/pages/ACCEPTANCE/fr").status()).isEqualTo(404);
        assertThat(admin.get("/setup/pages/STEP_UP/en").status()).isEqualTo(404);

        change(settings -> settings.setRegistrationAllowed(false));
        assertThat(admin.get("/setup/pages").successful().findValuesAsText("page"))
                .containsExactly("ACCEPTANCE");
    }

    @Test
    void onlyWhoMaySeeTheRealmSeesThem() {
        Pop800 pop800 = Pop800.create(server);
        String page = "/setup/pages/ACCEPTANCE/en";

        assertThat(AdminApi.ofAdministratorWith(pop800, "view-realm").get(page).status())
                .isEqualTo(200);
        assertThat(AdminApi.ofAdministratorWith(pop800, "manage-users")
                        .get(page)
                        .status())
                .isEqualTo(403);
        assertThat(AdminApi.ofNobody(pop800).get(page).status()).isEqualTo(401);
    }

    @Test
    void whatOnlyABrowserSeesIsToldOnThePage(WebBrowser browser) {
        change(settings -> settings.setLoginTheme("faulty-look"));
        assertThat(setup.lacking()).isEmpty();
        AdminConsole console = look(browser, Pop800.of(realm, server.agreements()));

        assertThat(console.page().getByText("One page has a fault.")).isVisible();
        Locator page = console.page().locator("[data-page=ACCEPTANCE][data-locale=en]");
        for (String rule : List.of("order", "refusal", "contrast", "keyboard")) {
            assertThat(page.locator("[data-rule=" + rule + "]").first()).isVisible();
        }
        assertThat(page.locator("[data-rule=boxes], [data-rule=language]")).hasCount(0);
        console.visitor().assertAccessible(AdminConsole.VIEWS);
        console.visitor().takePicture("setup/faults");
        assertThat(console.visitor().errors()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"agreements", "pop800"})
    void ourOwnThemesHaveNone(String theme, WebBrowser browser) {
        Pop800 pop800 = Pop800.create(server);
        RealmRepresentation settings = pop800.realm().admin().toRepresentation();
        settings.setLoginTheme(theme);
        pop800.realm().admin().update(settings);

        AdminConsole console = look(browser, pop800);

        assertThat(console.page().getByText("No fault is to be seen.")).isVisible();
        assertThat(console.visitor().errors()).isEmpty();
    }

    private static AdminConsole look(WebBrowser browser, Pop800 pop800) {
        AdminConsole console = AdminConsole.signIn(browser, VisitorProfile.english(), pop800, PAGE);
        console.expectHeading("Set-up");
        console.button("Look at the pages").click();
        return console;
    }

    private void change(Consumer<RealmRepresentation> change) {
        RealmRepresentation settings = realm.admin().toRepresentation();
        change.accept(settings);
        realm.admin().update(settings);
    }
}
