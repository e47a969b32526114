package io.agreements.keycloak.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.browser.Screen;
import io.agreements.keycloak.testing.browser.Visitor;
import io.agreements.keycloak.testing.browser.VisitorProfile;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.server.KeycloakServer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Everybody can read what is in force and every version there has been, signed in or not. */
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PublicPagesIT {

    private Pop800 pop800;

    @BeforeAll
    void createRealmWithTwoVersionsAndADraft(KeycloakServer server) {
        pop800 = Pop800.create(server, files -> {
            files.dropSecondVersion();
            files.text(3, "zh-Hans", "## 第一条 草稿\n\n还没有发布。\n")
                    .settings(Pop800.AGREEMENT, yaml -> yaml + "  3:\n    draft: true\n");
        });
    }

    static Stream<Arguments> readers() {
        return Stream.of(
                Arguments.of("zh-desktop", VisitorProfile.chinese(), "POP800用户注册协议", "现行版本"),
                Arguments.of("zh-phone", VisitorProfile.chinese().on(Screen.PHONE), "POP800用户注册协议", "现行版本"),
                Arguments.of("en-desktop", VisitorProfile.english(), "POP800 User Registration Agreement", "in force"),
                Arguments.of(
                        "en-phone",
                        VisitorProfile.english().on(Screen.PHONE),
                        "POP800 User Registration Agreement",
                        "in force"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("readers")
    void theVersionInForceIsReadWithoutSigningIn(
            String name, VisitorProfile profile, String title, String state, WebBrowser browser) {
        Visitor visitor = browser.visit(profile);
        Page page = visitor.page();
        page.navigate(pop800.realm().url() + "/agreements");
        visitor.takePicture("public/list-" + name);
        visitor.assertAccessible();
        page.locator(".agr-list a")
                .filter(new Locator.FilterOptions().setHasText(title))
                .click();

        assertThat(page.locator("h1")).containsText(title);
        assertThat(page.locator(".agr-edition").first()).containsText(state);
        assertThat(page.locator("article h2")).hasCount(12);
        assertThat(page.locator(".agr-versions li")).hasCount(2);
        visitor.takePicture("public/version-" + name);
        visitor.assertAccessible();
        assertThat(visitor.errors()).isEmpty();

        page.locator(".agr-versions a").click();
        assertThat(page).hasURL(pop800.realm().url() + "/agreements/user-registration/versions/1");
        assertThat(page.locator("article h2")).hasCount(11);
    }

    @Test
    void theAddressWithoutANumberIsTheVersionInForce(WebBrowser browser) {
        Page page = browser.visit(VisitorProfile.chinese()).page();
        page.navigate(pop800.realm().url() + "/agreements/user-registration");

        assertThat(page.locator("article h2")).hasCount(12);
    }

    @Test
    void whatIsNotThereOrNotPublishedGivesANotFoundPageInTheTheme(WebBrowser browser) {
        Visitor visitor = browser.visit(VisitorProfile.chinese());
        for (String path : new String[] {
            "nothing", "user-registration/versions/3", "user-registration/versions/99", "user-registration/versions/x"
        }) {
            Response response = visitor.page().navigate(pop800.realm().url() + "/agreements/" + path);
            assertThat(response.status()).as(path).isEqualTo(404);
            assertThat(visitor.page().locator("#kc-error-message")).containsText("没有找到");
            assertThat(visitor.page().locator(".agr-text, article")).hasCount(0);
        }
        visitor.takePicture("public/missing");
        visitor.assertAccessible();
    }
}
