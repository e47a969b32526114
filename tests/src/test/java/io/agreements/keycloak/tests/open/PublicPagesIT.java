package io.agreements.keycloak.tests.open;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.SelectOption;
import io.agreements.keycloak.testing.MainFlow;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.browser.Screen;
import io.agreements.keycloak.testing.browser.Visitor;
import io.agreements.keycloak.testing.browser.VisitorProfile;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.rest.PublicRest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everybody can read what is in force and every version there has been, signed in or not. */
@MainFlow
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
        assertThat(page.locator(".agr-list .agr-requirement").first())
                .hasText(name.startsWith("zh") ? "使用账号须同意" : "Needed for an account");
        assertThat(page.locator(".agr-list .agr-requirement").last())
                .hasText(name.startsWith("zh") ? "可选授权（自愿）" : "Optional");
        visitor.hearAtADesk("public/list-" + name);
        visitor.takePicture("public/list-" + name);
        visitor.assertAccessible();
        page.locator(".agr-list a")
                .filter(new Locator.FilterOptions().setHasText(title))
                .click();

        assertThat(page.locator("h1")).containsText(title);
        assertThat(page.locator(".agr-edition").first()).containsText(state);
        assertThat(page.locator("article h2")).hasCount(12);
        assertThat(page.locator(".agr-versions li")).hasCount(2);
        assertThat(page.locator(".agr-actions a[download]")).isVisible();
        assertThat(page.locator("[data-agreement-print]")).isVisible();
        visitor.hearAtADesk("public/version-" + name);
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

    @ParameterizedTest
    @CsvSource({
        "'', Agreements",
        "/user-registration, POP800 User Registration Agreement",
        "/user-registration/versions/1, POP800 User Registration Agreement",
        "/user-registration/changes, POP800 User Registration Agreement: what has changed",
        "/nothing, We are sorry...",
    })
    void aPageIsCalledByWhatItShows(String path, String words, WebBrowser browser) {
        Page page = browser.visit(VisitorProfile.english()).page();
        page.navigate(pop800.realm().url() + "/agreements" + path);

        assertThat(page.title()).startsWith(words + " – ").doesNotContainIgnoringCase("sign in");
    }

    @Test
    void noHeadingHasTheNameOfAnotherPlaceOfThePage(KeycloakServer server, WebBrowser browser) {
        Page page = browser.visit(VisitorProfile.english()).page();
        page.navigate(pop800.realm().url() + "/agreements/user-registration");
        List<String> names = names(page, ":not(article *)");
        String text = names.stream()
                .map(name -> "## " + name + "\n\nSee [" + name + "](#" + name + ").\n\n")
                .collect(Collectors.joining());
        Pop800 other = Pop800.create(
                server,
                files -> files.without(1, "zh-Hans")
                        .without(1, "en")
                        .text(1, "zh-Hans", text)
                        .text(1, "en", text));
        page.navigate(other.realm().url() + "/agreements/user-registration");

        assertThat(names).contains("kc-page-title", "kc-header");
        assertThat(page.locator("article h2")).hasCount(names.size());
        assertThat(names(page, "")).doesNotHaveDuplicates();
        page.locator("article a[href$='kc-page-title']").last().click();
        assertThat(page.locator("article h2:target")).hasText("kc-page-title");
    }

    @SuppressWarnings("unchecked")
    private static List<String> names(Page page, String where) {
        return (List<String>)
                page.locator("[id]" + where).evaluateAll("all => all.map(one => one.id).filter(id => id)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/user-registration", "/user-registration/changes", "/nothing", "/console", "/export"})
    void pagesStandInNoFrameOfOthers(String path) {
        HttpResponse<String> response = PublicRest.of(pop800).get(path, "Accept", "text/html");

        assertThat(response.headers().firstValue("X-Frame-Options")).hasValue("SAMEORIGIN");
        assertThat(response.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("frame-ancestors 'self'"));
    }

    @Test
    void whatIsNotThereOrNotPublishedGivesANotFoundPageInTheTheme(WebBrowser browser) {
        Visitor visitor = browser.visit(VisitorProfile.chinese());
        for (String path : new String[] {
            "nothing",
            "user-registration/versions/3",
            "user-registration/versions/99",
            "user-registration/versions/x",
            "user-registration/changes?from=1&to=3",
            "user-registration/changes?from=1&to=99"
        }) {
            Response response = visitor.page().navigate(pop800.realm().url() + "/agreements/" + path);
            assertThat(response.status()).as(path).isEqualTo(404);
            assertThat(visitor.page().locator("#kc-error-message")).containsText("没有找到");
            assertThat(visitor.page().locator(".agr-list a").first()).isVisible();
            assertThat(visitor.page().locator(".agr-text, article")).hasCount(0);
        }
        visitor.hear("public/missing");
        visitor.takePicture("public/missing");
        visitor.assertAccessible();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("readers")
    void whatChangedIsReadArticleByArticle(
            String name, VisitorProfile profile, String title, String state, WebBrowser browser) {
        Visitor visitor = browser.visit(profile);
        Page page = visitor.page();
        page.navigate(pop800.realm().url() + "/agreements/user-registration");
        page.locator("a[href*='/changes']").click();

        assertThat(page).hasURL(pop800.realm().url() + "/agreements/user-registration/changes?from=1&to=2");
        assertThat(page.locator("h1")).containsText(title);
        assertThat(page.locator(".agr-articles > li")).hasCount(2);
        assertThat(page.locator(".agr-articles ins")).hasCount(1);
        assertThat(page.locator(".agr-articles del")).hasCount(0);
        assertThat(page.locator(".agr-untouched li")).hasCount(10);
        boolean chinese = name.startsWith("zh");
        assertThat(page.locator(".agr-section").first())
                .containsText(chinese ? "明确了更新公示期。" : "The notice period is now fixed.");
        assertThat(page.locator(".agr-articles ins"))
                .containsText(chinese ? "【新增：更新前至少三十日公示。】" : "[inserted: Changes are announced thirty days before.]");
        visitor.hearAtADesk("public/changes-" + name);
        visitor.takePicture("public/changes-" + name);
        visitor.assertAccessible();
        assertThat(visitor.errors()).isEmpty();
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .isTrue();
    }

    @Test
    void changedWordsAreMarkedWithoutColour(WebBrowser browser) {
        Page page = browser.visit(VisitorProfile.chinese()).page();
        page.navigate(pop800.realm().url() + "/agreements/user-registration/changes");

        assertThat(page.locator(".agr-articles ins")).hasCSS("text-decoration-line", "underline");
        assertThat(page.locator(".agr-section .agr-hint del")).hasCSS("text-decoration-line", "line-through");
    }

    @Test
    void theLanguageCanBeChosenWithoutLosingWhatIsCompared(WebBrowser browser) {
        Page page = browser.visit(VisitorProfile.chinese()).page();
        page.navigate(pop800.realm().url() + "/agreements/user-registration/changes?from=1&to=2&show=all");
        page.locator("#login-select-toggle").selectOption(new SelectOption().setLabel("English"));

        assertThat(page.locator("h1")).containsText("what has changed");
        assertThat(page).hasURL(Pattern.compile(".*changes\\?from=1&to=2&show=all&kc_locale=en$"));
        assertThat(page.locator(".agr-untouched")).hasCount(0);
        page.navigate(pop800.realm().url() + "/agreements");
        assertThat(page.locator("h1")).hasText("Agreements");
    }

    @Test
    void numbersThatCannotBeComparedSayWhatToDo(WebBrowser browser) {
        Visitor visitor = browser.visit(VisitorProfile.english().on(Screen.PHONE));
        for (String query : new String[] {"?from=1&to=1", "?from=2&to=1", "?from=x&to=2", "?from=1&to=%3Cscript%3E"}) {
            Response response =
                    visitor.page().navigate(pop800.realm().url() + "/agreements/user-registration/changes" + query);
            assertThat(response.status()).as(query).isEqualTo(400);
            assertThat(visitor.page().locator("#kc-error-message")).containsText("the older one first");
        }
        visitor.hear("public/wrong-numbers");
        visitor.takePicture("public/wrong-numbers");
        visitor.assertAccessible();
        visitor.page().locator("#kc-error-message a").click();
        assertThat(visitor.page()).hasURL(pop800.realm().url() + "/agreements");
    }

    @Test
    void anAgreementOfOneVersionHasNothingToCompare(WebBrowser browser) {
        Page page = browser.visit(VisitorProfile.chinese()).page();
        Response response = page.navigate(pop800.realm().url() + "/agreements/news-by-mail/changes");

        assertThat(response.status()).isEqualTo(404);
        assertThat(page.locator("#kc-error-message")).containsText("还没有两个已发布的版本");
        page.navigate(pop800.realm().url() + "/agreements/news-by-mail");
        assertThat(page.locator("a[href*='/changes']")).hasCount(0);
    }

    @Test
    void anyThemeSaysWhomToAskAndThatNobodyAsksForPasswords(KeycloakServer server, WebBrowser browser) {
        Pop800 plain = Pop800.create(server);
        var realm = plain.realm().admin().toRepresentation();
        realm.setLoginTheme("keycloak.v2");
        realm.getAttributes().put("agreements.feedback", "https://pop800.example/feedback");
        plain.realm().admin().update(realm);
        for (VisitorProfile profile : new VisitorProfile[] {
            VisitorProfile.chinese(), VisitorProfile.english().on(Screen.PHONE)
        }) {
            Visitor visitor = browser.visit(profile);
            Page page = visitor.page();
            page.navigate(plain.realm().url() + "/agreements/user-registration");
            assertThat(page.locator(".agr-contact a").first()).hasAttribute("href", "mailto:service@pop800.example");
            assertThat(page.locator(".agr-contact a").last()).hasAttribute("href", "https://pop800.example/feedback");
            assertThat(page.locator(".agr-contact"))
                    .containsText(profile.locale().equals("en") ? "never ask" : "不会");
            visitor.hearAtADesk("public/plain-theme-" + profile.locale());
            visitor.takePicture("public/plain-theme-" + profile.locale());
            visitor.assertAccessible();
        }
    }

    @Test
    void thePop800ThemeSaysItOnce(WebBrowser browser) {
        Page page = browser.visit(VisitorProfile.english()).page();
        page.navigate(pop800.realm().url() + "/agreements");

        assertThat(page.getByText("never ask for your password")).hasCount(1);
        assertThat(page.locator("a[href='mailto:feedback@pop800.example']")).hasCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"keycloak.v2", "pop800"})
    void whatIsNoAddressOfTheWebOrOfMailIsNoLink(String theme, KeycloakServer server) {
        Pop800 odd = Pop800.create(server);
        var realm = odd.realm().admin().toRepresentation();
        realm.setLoginTheme(theme);
        realm.getAttributes().put("agreements.contact", "https://pop800.example@elsewhere.example/");
        realm.getAttributes().put("agreements.feedback", "javascript:alert(1)//a@b.example");
        odd.realm().admin().update(realm);

        assertThat(PublicRest.of(odd)
                        .get("/user-registration", "Accept", "text/html")
                        .body())
                .doesNotContain("elsewhere.example", "javascript:alert");
    }

    @Test
    void itIsPrintedBlackOnWhiteWithoutControls(WebBrowser browser) {
        Visitor visitor = browser.visit(VisitorProfile.chinese());
        Page page = visitor.page();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.navigate(pop800.realm().url() + "/agreements/user-registration");

        assertThat(page.locator("#login-select-toggle")).isHidden();
        assertThat(page.locator(".agr-versions")).isHidden();
        assertThat(page.locator("h1")).hasCSS("color", "rgb(0, 0, 0)");
        assertThat(page.locator("body")).hasCSS("background-color", "rgba(0, 0, 0, 0)");
        visitor.takePicture("public/printed");
    }
}
