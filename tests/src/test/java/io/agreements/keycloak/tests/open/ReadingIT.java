package io.agreements.keycloak.tests.open;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.browser.Screen;
import io.agreements.keycloak.testing.browser.Visitor;
import io.agreements.keycloak.testing.browser.VisitorProfile;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.tests.fixture.page.RegistrationForm;
import io.agreements.keycloak.tests.fixture.realm.Corpus;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts of every language and shape are read from beginning to end on every screen. */
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ReadingIT {

    private static final String OPERATORS_OWN = "operators-own";
    private static final int LONG_TEXT = 300 * 1024;
    private static final String FITS = "document.documentElement.scrollWidth <= window.innerWidth";

    private Pop800 pop800;

    @BeforeAll
    void publishTheCorpus(KeycloakServer server) {
        pop800 = Pop800.create(server, files -> {
            files.withoutAny().drop(OPERATORS_OWN, "POP800用户注册协议", "zh-Hans", operatorsOwn());
            for (Corpus.Entry entry : Corpus.entries()) {
                files.drop(entry.key(), entry.title(), entry.locale(), entry.text());
            }
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 390})
    void noPageIsWiderThanTheScreen(int width, WebBrowser browser) {
        Page page = browser.visit(VisitorProfile.english().on(Screen.PHONE)).page();
        page.setViewportSize(width, 800);
        for (Corpus.Entry entry : Corpus.entries()) {
            read(page, entry.key());
            assertThat((Boolean) page.evaluate(FITS)).as(entry.name()).isTrue();
        }
        read(page, OPERATORS_OWN);
        assertThat((Boolean) page.evaluate(FITS)).isTrue();
        pop800.client().registration().open(page);
        assertThat((Boolean) page.evaluate(FITS)).as("registration").isTrue();
    }

    @Test
    void whereManyTextsAreShownNoTwoPlacesHaveTheSameName(WebBrowser browser) {
        Visitor visitor = browser.visit(VisitorProfile.english());
        pop800.client().registration().open(visitor.page());

        assertThat(visitor.page().evaluate("""
                                () => {
                                  const names = [...document.querySelectorAll("[id]")].map((element) => element.id);
                                  return names.filter((name, place) => names.indexOf(name) !== place);
                                }""")).isEqualTo(List.of());
        assertThat(visitor.page().evaluate("""
                                () => [...document.querySelectorAll(".agr-text a[href^='#']")]
                                  .filter((link) => !link.closest(".agr-text")
                                    .contains(document.getElementById(decodeURIComponent(link.hash.slice(1)))))
                                  .map((link) => link.getAttribute("href"))""")).isEqualTo(List.of());
        visitor.assertAccessible();
    }

    @Test
    void textsOfManyArticlesHaveThemListedAndOthersDoNot(WebBrowser browser) {
        Page page = browser.visit(VisitorProfile.english()).page();
        for (Corpus.Entry entry : Corpus.entries()) {
            read(page, entry.key());
            assertThat(page.locator(".agr-contents a")).hasCount(entry.articles() > 7 ? entry.articles() : 0);
        }
    }

    @Test
    void theContentsLeadToTheArticleByKeyboard(WebBrowser browser) {
        Visitor visitor = browser.visit(VisitorProfile.english().on(Screen.PHONE));
        Page page = visitor.page();
        read(page, "en");
        assertThat(page.locator(".agr-contents ul")).isHidden();
        page.locator(".agr-contents summary").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".agr-contents ul")).isVisible();
        visitor.hear("reading/contents-en-phone");
        visitor.takePicture("reading/contents-en-phone");
        visitor.assertAccessible();
        for (int article = 1; article <= 6; article++) {
            page.keyboard().press("Tab");
        }
        assertThat(page.locator(".agr-contents a:focus")).hasText("6. Returning tools");
        page.keyboard().press("Enter");

        assertThat(page).hasURL(Pattern.compile(".*/agreements/en#6-returning-tools$"));
        assertThat(heading(page, "6. Returning tools")).isInViewport();
        page.keyboard().press("Shift+Tab");
        assertThat(page.locator(":focus")).not().hasText("6. Returning tools");
    }

    @Test
    void onADecisionPageTheContentsLeadToTheArticleWithinItsText(WebBrowser browser) {
        Page page = browser.visit(VisitorProfile.english().on(Screen.PHONE)).page();
        pop800.client().registration().open(page);
        Locator text = page.locator("#agreement-en-text");
        page.locator(".agr-agreement:has(#agreement-en-title) .agr-read").click();
        text.locator(".agr-contents summary").click();
        text.getByText("9. Law").first().click();

        assertThat(heading(page, "9. Law")).isInViewport();
        assertThat((Boolean) text.evaluate("text => text.parentElement.scrollTop > 100"))
                .isTrue();
        page.locator("dialog[open] .agr-sheet-done").click();
        assertThat(text).isHidden();
        assertThat(page).hasURL(Pattern.compile(".*#en:9-law$"));
        assertThat(page.locator("#kc-register-form")).isVisible();
    }

    static Stream<Arguments> looks() {
        return Stream.of(
                Arguments.of("en", Screen.PHONE, ColorScheme.LIGHT),
                Arguments.of("en", Screen.DESKTOP, ColorScheme.DARK),
                Arguments.of("zh-hans", Screen.PHONE, ColorScheme.DARK),
                Arguments.of("zh-hans", Screen.DESKTOP, ColorScheme.LIGHT),
                Arguments.of("ar", Screen.PHONE, ColorScheme.LIGHT),
                Arguments.of("ar", Screen.DESKTOP, ColorScheme.DARK),
                Arguments.of("he", Screen.PHONE, ColorScheme.DARK),
                Arguments.of("he", Screen.DESKTOP, ColorScheme.LIGHT),
                Arguments.of("ja", Screen.PHONE, ColorScheme.LIGHT),
                Arguments.of("de", Screen.DESKTOP, ColorScheme.LIGHT),
                Arguments.of("zh-hans-plain", Screen.PHONE, ColorScheme.LIGHT),
                Arguments.of("ru-plain", Screen.DESKTOP, ColorScheme.DARK));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("looks")
    void everyTextIsAccessible(String key, Screen screen, ColorScheme scheme, WebBrowser browser) {
        Visitor visitor = browser.visit(VisitorProfile.english().on(screen));
        visitor.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        read(visitor.page(), key);
        for (Locator summary : visitor.page().locator(".agr-contents summary").all()) {
            summary.click();
        }

        visitor.takePicture("reading/" + key + "-" + screen + "-" + scheme);
        visitor.assertAccessible();
        assertThat(visitor.errors()).isEmpty();
    }

    @Test
    void aWideTableScrollsByItself(WebBrowser browser) {
        Page page = browser.visit(VisitorProfile.english().on(Screen.PHONE)).page();
        page.setViewportSize(320, 800);
        read(page, "en");
        Locator table = page.locator(".agr-table").first();
        table.focus();
        page.keyboard().press("ArrowRight");

        page.waitForCondition(() -> (Boolean) table.evaluate("table => table.scrollLeft > 0"));
        assertThat((Boolean) page.evaluate("window.scrollX === 0")).isTrue();
    }

    @Test
    void onPaperTheTextStandsWithoutItsContentsAndTablesAreWhole(WebBrowser browser) {
        Visitor visitor = browser.visit(VisitorProfile.english());
        Page page = visitor.page();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        read(page, "en");

        assertThat(page.locator(".agr-contents")).isHidden();
        assertThat(page.locator(".agr-table").first()).hasCSS("overflow-x", "visible");
        visitor.takePicture("reading/en-printed");
    }

    static Stream<Arguments> readersOfTheOperatorsOwn() {
        return Stream.of(
                Arguments.of("desktop", VisitorProfile.chinese()),
                Arguments.of("phone", VisitorProfile.chinese().on(Screen.PHONE)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("readersOfTheOperatorsOwn")
    void theOperatorsDocumentAsItIsLooksLikeAnAgreement(String name, VisitorProfile profile, WebBrowser browser) {
        Visitor visitor = browser.visit(profile);
        Page page = visitor.page();
        read(page, OPERATORS_OWN);

        assertThat(page.locator("article h2").allInnerTexts())
                .containsExactly(
                        "1. 用户信息采集",
                        "2. 用户信息的使用",
                        "3. 用户信息的共享和披露",
                        "4. 用户管理",
                        "5. 信息安全",
                        "6. 用户隐私制度",
                        "7. 责任限制",
                        "8. 免责声明",
                        "9. 协议更新及用户关注义务",
                        "10. 法律管辖和适用",
                        "11. 其他");
        assertThat(page.locator(".agr-contents a")).hasCount(11);
        assertThat(page.locator("article")).containsText("（4)使我们更加了解您如何接入和使用我们的服务");
        assertThat(page.locator("article")).containsText("(9)含有法律、行政法规禁止的其他内容");
        assertThat(letters(page.locator("article").innerText().replaceFirst("(?s).*?目录", "")))
                .isEqualTo(letters(operatorsOwn()));
        visitor.hearAtADesk("reading/operators-own-" + name);
        visitor.takePicture("reading/operators-own-" + name);
        visitor.assertAccessible();
    }

    @Test
    void aRegistrationPageWithALongTextIsUsable(KeycloakServer server, WebBrowser browser) {
        Pop800 wordy = Pop800.create(server, files -> files.withoutAny().drop("wordy", "很长的协议", "zh-Hans", longText()));
        Visitor visitor = browser.visit(VisitorProfile.chinese().on(Screen.PHONE));
        Page page = visitor.page();
        wordy.client().registration().open(page);
        wordy.client().registration().open(page);
        Object load = page.evaluate("""
                () => {
                  const [entry] = performance.getEntriesByType("navigation");
                  return `first byte ${Math.round(entry.responseStart - entry.requestStart)} ms, `
                    + `ready after ${Math.round(entry.domContentLoadedEventEnd - entry.startTime)} ms, `
                    + `${entry.transferSize} bytes`;
                }""");
        page.evaluate("""
                () => {
                  window.lag = 0;
                  document.addEventListener("keydown", (event) => {
                    requestAnimationFrame(() => setTimeout(() => {
                      window.lag = Math.max(window.lag, performance.now() - event.timeStamp);
                    }));
                  }, true);
                }""");
        page.locator("#email").pressSequentially("somebody@example.org");
        double lag = ((Number) page.evaluate("window.lag * 1.0")).doubleValue();
        System.out.println("[reading] registration with " + LONG_TEXT + " bytes of text: " + load + ", slowest key "
                + Math.round(lag) + " ms");
        visitor.takePicture("reading/long-text-phone");

        assertThat(lag).isLessThan(500);
        new RegistrationForm(page).readToTheEnd("wordy");
        assertThat((Boolean) page.evaluate(FITS)).isTrue();
    }

    private void read(Page page, String key) {
        page.navigate(pop800.realm().url() + "/agreements/" + key);
    }

    private static Locator heading(Page page, String words) {
        return page.locator(":is(h2, h3, h4)").filter(new Locator.FilterOptions().setHasText(words));
    }

    private static String letters(String words) {
        return words.codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String operatorsOwn() {
        try (InputStream content = ReadingIT.class.getResourceAsStream("/pop800-agreement-source.txt")) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Articles with paragraphs, lists and a table, until there are as many bytes. */
    private static String longText() {
        StringBuilder text = new StringBuilder();
        for (int article = 1; text.toString().getBytes(StandardCharsets.UTF_8).length < LONG_TEXT; article++) {
            text.append("## ").append(article).append(". 服务的第").append(article).append("个方面\n\n");
            for (int paragraph = 1; paragraph <= 6; paragraph++) {
                text.append("我们按照本条向您提供服务，并在法律允许的范围内对服务作出说明；您可以随时查阅、更正、导出或者删除与您有关的信息。".repeat(4))
                        .append("\n\n");
            }
            text.append(
                    "1. 按时付款；\n2. 妥善保管账号；\n3. 遵守公共秩序。\n\n| 项目 | 费用 |\n| --- | ---: |\n| 基本服务 | 0 |\n| 附加服务 | 12 |\n\n");
        }
        return text.toString();
    }
}
