package io.agreements.keycloak.tests.open;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
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
import io.agreements.keycloak.tests.fixture.realm.AgreementEdits;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.rest.Importer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever has accepted an earlier version sees what has changed since, first and in its words. */
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ChangesIT {

    private static final String EMAIL = "reader@example.org";

    private Pop800 pop800;
    private String userId;

    @BeforeAll
    void acceptTheFirstVersionAndPublishTwoMore(KeycloakServer server, WebBrowser browser) {
        pop800 = Pop800.create(server);
        userId = pop800.newUser(EMAIL).toRepresentation().getId();
        Visitor visitor = browser.visit();
        SignIn signIn = signIn(visitor);
        new SignInPages(visitor.page()).press("accept");
        signIn.awaitCallback().code();
        AgreementEdits edits = pop800.edits().dropSecondVersion();
        edits.text(3, "zh-Hans", third(edits.text(2, "zh-Hans"), "第六条", "第七条", "建议您不要把密码", "\\<b>请\\</b>务必不要把密码"))
                .text(
                        3,
                        "en",
                        third(edits.text(2, "en"), "6.", "7.", "We advise you not", "You are \\<b>urged\\</b> not"))
                .settings(
                        Pop800.AGREEMENT,
                        yaml -> yaml
                                + "  3:\n"
                                + "    summaries:\n"
                                + "      zh-Hans: 删去了隐私一条。\n"
                                + "      en: The article on privacy is gone.\n");
        Importer.run(pop800);
    }

    /** Without the article before the last named, the last under its number, and with other words in the fifth. */
    private static String third(String text, String gone, String next, String words, String others) {
        return text.replaceFirst(
                        "(?s)## " + gone.replace(".", "\\.") + ".*?(?=## " + next.replace(".", "\\.") + ")", "")
                .replace("## " + next, "## " + gone)
                .replace(words, others);
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
    void theAcceptancePageShowsWhatChangedBeforeTheWholeText(String name, VisitorProfile profile, WebBrowser browser) {
        boolean chinese = name.startsWith("zh");
        Visitor visitor = browser.visit(profile);
        signIn(visitor);
        Page page = visitor.page();
        Locator change = page.locator(".agr-change");

        assertThat(change).containsText(chinese ? "第 1 版" : "version 1");
        assertThat(change).containsText(chinese ? "明确了更新公示期。" : "The notice period is now fixed.");
        assertThat(change).containsText(chinese ? "删去了隐私一条。" : "The article on privacy is gone.");
        assertThat(change.locator("h3"))
                .containsText(
                        chinese
                                ? new String[] {"修改： 第五条", "已删除： 第六条", "编号变更： 第六条", "修改： 第九条", "新增： 第十二条"}
                                : new String[] {
                                    "Changed: 5.", "Removed: 6.", "Renumbered: 6.", "Changed: 9.", "New: 12."
                                });
        assertThat(change).containsText(chinese ? "原标题：第七条" : "Its heading was: 7.");
        assertThat(change.locator(".agr-articles > li").first().locator("del").first())
                .containsText(chinese ? "【删去：" : "[deleted: We advise");
        assertThat(change.locator(".agr-articles > li").first().locator("ins").first())
                .containsText("<b>");
        assertThat(change.locator("b")).hasCount(0);
        assertThat(page.locator(".agr-text").first()).isHidden();
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .isTrue();
        visitor.hearAtADesk("changes/acceptance-" + name);
        visitor.takePicture("changes/acceptance-" + name);
        visitor.assertAccessible();

        page.locator(".agr-details > summary").last().click();
        assertThat(page.locator(".agr-text").first()).isVisible();
        visitor.hearAtADesk("changes/acceptance-whole-" + name);
        visitor.takePicture("changes/acceptance-whole-" + name);
        visitor.assertAccessible();
        assertThat(visitor.errors()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("readers")
    void thePublicPageShowsTheSummaryOfEveryVersionOnTheWay(String name, VisitorProfile profile, WebBrowser browser) {
        Visitor visitor = browser.visit(profile);
        Page page = visitor.page();
        page.navigate(pop800.realm().url() + "/agreements/user-registration/changes?from=1&to=3");

        assertThat(page.locator(".agr-section").first().locator("h3")).hasCount(2);
        assertThat(page.locator(".agr-articles > li")).hasCount(5);
        assertThat(page.locator(".agr-articles details del").first()).isHidden();
        page.locator(".agr-articles summary").click();
        assertThat(page.locator(".agr-articles details del").first()).isVisible();
        visitor.hearAtADesk("changes/public-" + name);
        visitor.takePicture("changes/public-" + name);
        visitor.assertAccessible();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("readers")
    void thePublicPageShowsTheWholeTextToo(String name, VisitorProfile profile, WebBrowser browser) {
        Visitor visitor = browser.visit(profile.withoutJavaScript());
        Page page = visitor.page();
        page.navigate(pop800.realm().url() + "/agreements/user-registration/changes?from=1&to=3");
        assertThat(page.locator(".agr-overview a")).hasCount(5);
        boolean chinese = name.startsWith("zh");
        page.getByText(chinese ? "显示全文" : "Show the whole text").click();

        assertThat(page.locator(".agr-articles > li")).hasCount(13);
        assertThat(page.locator(".agr-gap")).hasCount(0);
        assertThat(page.locator(".agr-untouched")).hasCount(0);
        assertThat(page.locator(".agr-alert-important")).hasCount(4);
        assertThat(page.locator(".agr-alert-important .agr-alert-title").first())
                .hasText(chinese ? "重要提示" : "Important");
        assertThat(page.locator(".agr-alert-important").first()).not().containsText("⋯");
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .isTrue();
        visitor.takePicture("changes/public-whole-" + name);
        page.getByText(chinese ? "只显示变更" : "Show only what has changed").click();
        assertThat(page.locator(".agr-articles > li")).hasCount(5);
    }

    @Test
    void havingPassedThroughTheWholeTextIsNotedAndAJumpToItsEndIsNot(KeycloakServer server, WebBrowser browser) {
        Pop800 other = Pop800.create(server);
        String id = other.newUser(EMAIL).toRepresentation().getId();
        Visitor first = browser.visit();
        SignIn before = signIn(other, first);
        new SignInPages(first.page()).press("accept");
        before.awaitCallback().code();
        other.edits().dropSecondVersion();
        Importer.run(other);
        Visitor visitor = browser.visit();
        SignIn signIn = signIn(other, visitor);
        Page page = visitor.page();
        page.locator(".agr-details > summary").focus();
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        assertThat(page.locator(".agr-text").first()).isFocused();
        page.keyboard().press("End");
        page.waitForFunction("""
                () => document.querySelector("[data-agreement-end]").getBoundingClientRect().top < window.innerHeight""");
        assertThat(page.locator("input[name$='.end']").first()).hasValue("");
        RegistrationForm.passThrough(page.locator(".agr-text").first());
        assertThat(page.locator("input[name$='.end']").first()).hasValue("true");
        new SignInPages(page).press("accept");
        signIn.awaitCallback().code();

        assertThat(other.records(id, Pop800.AGREEMENT))
                .last()
                .satisfies(row -> assertThat(row)
                        .containsEntry("version_number", 2)
                        .containsEntry("end_reached", true)
                        .containsEntry("diff_from", 1));
    }

    @Test
    void withoutScriptsTheWholeTextOpensToo(WebBrowser browser) {
        Visitor visitor = browser.visit(VisitorProfile.english().withoutJavaScript());
        signIn(visitor);
        visitor.page().locator(".agr-details > summary").last().click();

        assertThat(visitor.page().locator(".agr-text").first()).isVisible();
        assertThat(pop800.records(userId, Pop800.AGREEMENT))
                .extracting(row -> row.get("version_number"))
                .isEqualTo(List.of(1));
    }

    private SignIn signIn(Visitor visitor) {
        return signIn(pop800, visitor);
    }

    private static SignIn signIn(Pop800 realm, Visitor visitor) {
        SignIn signIn = realm.client().authorization().open(visitor.page());
        new SignInPages(visitor.page()).submitPassword(EMAIL, Pop800.PASSWORD);
        return signIn;
    }
}
