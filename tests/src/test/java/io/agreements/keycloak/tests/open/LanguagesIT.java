package io.agreements.keycloak.tests.open;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.browser.Screen;
import io.agreements.keycloak.testing.browser.Visitor;
import io.agreements.keycloak.testing.browser.VisitorProfile;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.realm.UserBuilder;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.tests.fixture.page.AccountConsole;
import io.agreements.keycloak.tests.fixture.page.AdminConsole;
import io.agreements.keycloak.tests.fixture.realm.AgreementEdits;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.rest.PublicRest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.RealmRepresentation;

/** Words run in the direction of their language, whatever the page around them; and nobody gets words in another's script. */
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LanguagesIT {

    private static final String PRICES = "prices";
    private static final String TITLE = "شروط POP800!";
    private static final String PRICE = "السعر 100$!";
    private static final String HAN = ".*\\p{IsHan}.*";

    private Pop800 pop800;
    private PublicRest agreements;

    /** Prices are in Arabic alone; the realm's own agreement is in Simplified Chinese, which binds, and English. */
    @BeforeAll
    void createRealm(KeycloakServer server) {
        pop800 = Pop800.create(server, files -> {
            write(files, "1/ar.md", "## 1. السعر\n\n" + PRICE + "\n\n## 2. المدة\n\nسنة واحدة.\n");
            write(
                    files,
                    "agreement.yaml",
                    "requirement: REQUIRED\nbindingLocale: ar\nposition: 5\ntitles:\n  ar: \"" + TITLE
                            + "\"\nversions:\n  1:\n    label: \"نسخة 1\"\n");
        });
        RealmRepresentation realm = pop800.realm().admin().toRepresentation();
        realm.setSupportedLocales(Set.of("ar", "fa", "he", "ja", "ko", "zh-CN", "zh-TW", "en", "de", "de-CH"));
        realm.setDefaultLocale("zh-CN");
        realm.setLoginTheme("agreements");
        realm.setAccountTheme(AccountConsole.AGREEMENTS);
        pop800.realm().admin().update(realm);
        agreements = PublicRest.of(pop800);
    }

    @Test
    void arabicWordsRunFromRightToLeftOnAnEnglishPage(WebBrowser browser) {
        Page page = registration(browser, "en");
        Locator prices = page.locator(".agr-agreement").first();

        assertThat(page.locator("html")).hasAttribute("dir", "ltr");
        runs(prices.locator("h2"), "ar", "rtl");
        runs(prices.locator(".agr-text"), "ar", "rtl");
        assertThat(prices.locator(".agr-text")).containsText(PRICE);
        runs(page.locator(".agr-agreement").nth(1).locator("h2"), "en", "ltr");
        assertThat(prices.locator("label").innerText())
                .isEqualTo("I have read “\u2067" + TITLE + "\u2069” and accept it");
        assertThat(prices.locator(".agr-edition").innerText()).contains("Version 1 (\u2068نسخة 1\u2069)");
        runs(prices.locator(".agr-hidden bdi"), "ar", "rtl");
    }

    @Test
    void englishWordsRunFromLeftToRightOnAnArabicPage(WebBrowser browser) {
        Page page = registration(browser, "ar");

        assertThat(page.locator("html")).hasAttribute("dir", "rtl");
        runs(page.locator(".agr-agreement").first().locator("h2"), "ar", "rtl");
        runs(page.locator(".agr-agreement").nth(1).locator("h2"), "en", "ltr");
        runs(page.locator(".agr-agreement").nth(1).locator(".agr-text"), "en", "ltr");
        runs(page.locator(".agr-sentence").locator("xpath=.."), "en", "ltr");
    }

    @Test
    void everyPublicPageAndItsDataSayInWhichDirectionAnAgreementIsWritten() {
        String list = html("", "en");
        assertThat(list).contains("<bdi lang=\"ar\" dir=\"rtl\">" + TITLE, "<bdi lang=\"en\" dir=\"ltr\">POP800 User");
        assertThat(html("/" + PRICES, "en"))
                .contains(
                        "lang=\"ar\" dir=\"rtl\">" + TITLE,
                        "<article class=\"agr-whole-text\" lang=\"ar\" dir=\"rtl\">");
        assertThat(html("/" + Pop800.AGREEMENT, "ar"))
                .contains("<article class=\"agr-whole-text\" lang=\"en\" dir=\"ltr\">");
        JsonNode text = PublicRest.json(agreements.getJson("/" + PRICES)).at("/inForce/texts/0");
        assertThat(text.path("locale").asText()).isEqualTo("ar");
        assertThat(text.path("direction").asText()).isEqualTo("RTL");
    }

    @Test
    void changesRunAsTheirTextsDo(KeycloakServer server, WebBrowser browser) {
        Pop800 other = Pop800.create(server, files -> {
            write(files, "1/ar.md", "## 1. السعر\n\nالسعر 100$!\n\n## 2. المدة\n\nسنة واحدة.\n");
            write(files, "2/ar.md", "## 1. السعر\n\nالسعر 200$!\n\n## 2. المدة\n\nسنة واحدة.\n");
            write(
                    files,
                    "agreement.yaml",
                    "requirement: REQUIRED\nbindingLocale: ar\ntitles:\n  ar: \"" + TITLE
                            + "\"\nversions:\n  1: {}\n  2:\n    summaries: {ar: \"سعر جديد!\\nالمدة كما كانت.\"}\n");
        });
        String page = PublicRest.of(other)
                .get("/" + PRICES + "/changes?from=1&to=2", "Accept", "text/html", "Accept-Language", "en")
                .body();

        assertThat(page)
                .contains(
                        "<bdi lang=\"ar\" dir=\"rtl\">" + TITLE + "</bdi>",
                        "<p lang=\"ar\" dir=\"rtl\">سعر جديد!</p>",
                        "<p lang=\"ar\" dir=\"rtl\">المدة كما كانت.</p>",
                        "<span lang=\"ar\" dir=\"rtl\">1. السعر</span>",
                        "<div class=\"agr-difference\" lang=\"ar\" dir=\"rtl\">",
                        "<ul class=\"agr-untouched\" lang=\"ar\" dir=\"rtl\">");
        assertThat(PublicRest.json(PublicRest.of(other).getJson("/" + PRICES + "/changes"))
                        .path("direction")
                        .asText())
                .isEqualTo("RTL");
        RealmRepresentation inArabic = other.realm().admin().toRepresentation();
        inArabic.setSupportedLocales(Set.of("ar", "en"));
        inArabic.setDefaultLocale("en");
        other.realm().admin().update(inArabic);
        assertThat(PublicRest.of(other)
                        .get("/" + PRICES, "Accept", "text/html", "Accept-Language", "ar")
                        .body())
                .contains("What has changed since version 1</a>");
        Page shown = browser.visit(new VisitorProfile("ar", Screen.PHONE, true)).page();
        shown.navigate(PublicRest.of(other).base() + "/" + PRICES + "/changes?kc_locale=ar");
        Locator title = shown.locator("h1 .agr-own");
        runs(title, "en", "ltr");
        assertThat(title).hasCSS("display", "inline");
        assertThat(title).hasCSS("unicode-bidi", "isolate");
    }

    @Test
    void aKoreanPageHasEnglishWordsAroundATextAndNoChineseOnes(WebBrowser browser) {
        Page page = registration(browser, "ko");
        Locator own = page.locator(".agr-own").first();

        assertThat(page.locator("html")).hasAttribute("lang", "ko");
        assertThat(own).hasAttribute("lang", "en");
        assertThat(own).containsText("I have read");
        assertThat(page.locator("label[for=agreement-user-registration]"))
                .hasText("I have read “POP800 User Registration Agreement” and accept it");
        assertThat(page.locator(".agr-own .agr-hint, .agr-own .agr-sentence, .agr-own .agr-edition")
                        .allInnerTexts())
                .allSatisfy(words -> assertThat(words).doesNotContain("。", "您", "生效"));
        assertThat(html("", "ko")).contains("never ask for your password").doesNotContain("工作人员");
        assertThat(agreements
                        .get("/nothing", "Accept", "application/json", "Accept-Language", "ko")
                        .body())
                .doesNotMatch("(?s)" + HAN);
    }

    @Test
    void aJapanesePageHasJapaneseWordsAroundATextAndNoChineseOnes(WebBrowser browser) {
        Page page = registration(browser, "ja");

        assertThat(page.locator("html")).hasAttribute("lang", "ja");
        assertThat(page.locator(".agr-own").first()).hasAttribute("lang", "ja");
        assertThat(page.locator("label[for=agreement-user-registration]"))
                .hasText("「POP800 User Registration Agreement」を読み、同意します");
        assertThat(page.locator(".agr-own .agr-hint, .agr-own .agr-sentence, .agr-own .agr-edition")
                        .allInnerTexts())
                .isNotEmpty()
                .allSatisfy(words -> assertThat(words).doesNotContain("您", "阅读", "生效"));
        assertThat(html("", "ja")).contains("パスワードをお尋ねすることは一切ありません").doesNotContain("工作人员");
        assertThat(agreements
                        .get("/nothing", "Accept", "application/json", "Accept-Language", "ja")
                        .body())
                .contains("見つかりません");
    }

    @ParameterizedTest
    @CsvSource({"zh-TW, 我已閱讀並同意《POP800用户注册协议》", "zh-CN, 我已阅读并同意《POP800用户注册协议》"})
    void eachChineseReaderHasWordsInTheOwnScript(String locale, String choice, WebBrowser browser) {
        Page page = registration(browser, locale);

        assertThat(page.locator("label[for=agreement-user-registration]")).hasText(choice);
        assertThat(page.locator(".agr-own").first())
                .hasAttribute("lang", locale.equals("zh-TW") ? "zh-Hant" : "zh-Hans");
    }

    @ParameterizedTest
    @CsvSource({"ja, お尋ねする", "ko, never ask", "ar, never ask", "zh-TW, 索取密碼", "zh-CN, 索要密码", "en, never ask"})
    void wordsOnPublicPagesAreThoseAReaderIsMostLikelyToRead(String locale, String words) {
        assertThat(html("/" + PRICES, locale)).contains(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "de-AT", "de-CH"})
    void whoReadsGermanHasGermanWordsInEveryCountry(String locale) {
        assertThat(html("/" + PRICES, locale))
                .contains("class=\"agr-own\" lang=\"de\" dir=\"ltr\"", "nie per Telefon oder E-Mail")
                .doesNotContain("never ask");
    }

    static Stream<Arguments> readers() {
        return Stream.of("he", "ar", "fa", "ja", "zh-TW", "en")
                .flatMap(locale -> Stream.of(Screen.DESKTOP, Screen.PHONE).map(screen -> Arguments.of(locale, screen)));
    }

    @ParameterizedTest
    @MethodSource("readers")
    void pagesFitAndAreAccessibleInBothDirections(String locale, Screen screen, WebBrowser browser) {
        Visitor visitor = browser.visit(new VisitorProfile(locale, screen, true));
        Page page = visitor.page();
        pop800.client().registration().with("ui_locales", locale).open(page);
        assertThat(page.locator("html"))
                .hasAttribute("dir", Set.of("he", "ar", "fa").contains(locale) ? "rtl" : "ltr");
        look(visitor, "registration-" + locale + "-" + screen);
        for (Map.Entry<String, String> place : Map.of(
                        "list", "", "arabic", "/" + PRICES, "english", "/" + Pop800.AGREEMENT)
                .entrySet()) {
            page.navigate(agreements.base() + place.getValue() + "?kc_locale=" + locale);
            look(visitor, place.getKey() + "-" + locale + "-" + screen);
        }
        assertThat(visitor.errors()).isEmpty();
    }

    @Test
    void theAccountConsoleShowsTitlesAndTextsInTheirDirection(WebBrowser browser) {
        String email = "account-ar@example.org";
        pop800.realm()
                .createUser(UserBuilder.named(email).password(Pop800.PASSWORD).attribute("locale", "ar"));
        AccountConsole console = AccountConsole.signIn(
                browser, new VisitorProfile("ar", Screen.DESKTOP, true), pop800, email, "agreements");
        Page page = console.page();
        Locator card = page.locator(".agreements-card").first();

        runs(card.locator("h3"), "ar", "rtl");
        runs(page.locator(".agreements-card h3").nth(1), "en", "ltr");
        runs(page.locator(AccountConsole.VIEWS).first(), "en", "ltr");
        console.visitor().takePicture("languages/account-ar");
        card.locator("button").first().click();
        runs(page.locator(".agreements-reading"), "ar", "rtl");
        console.visitor().takePicture("languages/account-ar-text");
        assertThat(console.visitor().errors()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ar, en", "zh-TW, zh-TW", "ja, ja"})
    void theAdminConsoleDoesToo(String locale, String words, KeycloakServer server, WebBrowser browser) {
        AdminConsole.useTheme(server, AdminConsole.AGREEMENTS);
        RealmRepresentation master = server.adminClient().realm("master").toRepresentation();
        Set.of("ar", "ja", "zh-TW").forEach(master::addSupportedLocales);
        server.adminClient().realm("master").update(master);
        AdminConsole console = AdminConsole.signIn(
                browser, new VisitorProfile(locale, Screen.DESKTOP, true), pop800, "agreements/" + PRICES + "/text");
        Page page = console.page();

        runs(page.locator(".agreements-page"), "ar", "rtl");
        runs(page.locator("h1 bdi"), "ar", "rtl");
        runs(page.locator(".agreements-reading-view h2").first(), "ar", "rtl");
        runs(page.locator(AdminConsole.VIEWS).first(), words, "ltr");
        console.visitor().takePicture("languages/admin-" + locale);
        assertThat(console.visitor().errors()).isEmpty();
    }

    private static void look(Visitor visitor, String picture) {
        visitor.takePicture("languages/" + picture);
        visitor.assertAccessible();
        assertThat((Boolean) visitor.page().evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as(picture)
                .isTrue();
    }

    private Page registration(WebBrowser browser, String locale) {
        Page page =
                browser.visit(new VisitorProfile(locale, Screen.DESKTOP, true)).page();
        pop800.client().registration().with("ui_locales", locale).open(page);
        return page;
    }

    private static void runs(Locator words, String language, String direction) {
        assertThat(words).hasAttribute("lang", language);
        assertThat(words).hasAttribute("dir", direction);
        assertThat(words).hasCSS("direction", direction);
    }

    private String html(String path, String locale) {
        return agreements
                .get(path, "Accept", "text/html", "Accept-Language", locale)
                .body();
    }

    private static void write(AgreementEdits files, String name, String content) {
        Path file = files.directory().resolve(PRICES).resolve(name);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
