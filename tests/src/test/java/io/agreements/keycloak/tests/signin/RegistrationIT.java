package io.agreements.keycloak.tests.signin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.microsoft.playwright.Page;
import io.agreements.keycloak.testing.MainFlow;
import io.agreements.keycloak.testing.OnEveryDatabase;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.browser.Screen;
import io.agreements.keycloak.testing.browser.Visitor;
import io.agreements.keycloak.testing.browser.VisitorProfile;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.oidc.SignIn;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.testing.server.running.MovedClock;
import io.agreements.keycloak.tests.fixture.page.RegistrationForm;
import io.agreements.keycloak.tests.fixture.realm.Flows;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.rest.Importer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.admin.client.resource.UserProfileResource;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.keycloak.representations.userprofile.config.UPConfig;

/** A person reads the agreement and registers. */
@MainFlow
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RegistrationIT {

    private static final String AGREEMENT = Pop800.AGREEMENT;

    private Pop800 pop800;

    @BeforeAll
    void createRealm(KeycloakServer server) {
        pop800 = Pop800.create(server);
    }

    static Stream<Arguments> readers() {
        return Stream.of(
                Arguments.of("zh-desktop", VisitorProfile.chinese(), "zh-Hans", true),
                Arguments.of("zh-phone", VisitorProfile.chinese().on(Screen.PHONE), "zh-Hans", true),
                Arguments.of("en-desktop", VisitorProfile.english(), "en", true),
                Arguments.of("en-phone", VisitorProfile.english().on(Screen.PHONE), "en", true),
                Arguments.of("zh-no-script", VisitorProfile.chinese().withoutJavaScript(), "zh-Hans", false));
    }

    static Stream<Arguments> scriptedReaders() {
        return readers()
                .filter(reader -> (Boolean) reader.get()[3])
                .map(reader -> Arguments.of(Arrays.copyOf(reader.get(), 3)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("readers")
    @OnEveryDatabase
    void aPersonReadsAcceptsAndRegistersAndTheLedgerSaysWhatWasShown(
            String name, VisitorProfile profile, String locale, boolean scripted, WebBrowser browser) {
        Visitor visitor = browser.visit(profile);
        SignIn registration =
                pop800.client().registration().with("ui_locales", locale).open(visitor.page());
        visitor.hear("registration/" + name);
        visitor.takePicture("registration/" + name);
        if (scripted) {
            visitor.assertAccessible();
        }
        String email = name + "@example.org";
        RegistrationForm form = new RegistrationForm(visitor.page()).fill(email);
        form.tick(AGREEMENT).tick("news-by-mail");
        if (scripted) {
            form.readToTheEnd(AGREEMENT);
        }
        form.submit();

        assertThat(registration.awaitTokens().idTokenClaims().path("email").asText())
                .isEqualTo(email);
        String userId = pop800.realm().user(email).toRepresentation().getId();
        assertThat(pop800.records(userId))
                .extracting(row -> row.get("agreement_key"), row -> row.get("decision"))
                .containsExactlyInAnyOrder(
                        tuple(AGREEMENT, "ACCEPTED"),
                        tuple("news-by-mail", "ACCEPTED"),
                        tuple("personalisation", "DECLINED"));
        Map<String, Object> accepted = pop800.records(userId, AGREEMENT).get(0);
        assertThat(accepted)
                .containsEntry("type", "ACCEPTANCE")
                .containsEntry("method", "REGISTRATION")
                .containsEntry("version_number", 1)
                .containsEntry("locale", locale)
                .containsEntry("text_digest", digest(pop800.edits().text(1, locale)))
                .containsEntry("client_id", "sample")
                .containsEntry("username", email)
                .containsEntry("end_reached", scripted ? true : null)
                .containsEntry("diff_from", null);
        assertThat((String) accepted.get("wording_digest")).hasSize(64);
        assertThat((String) accepted.get("ip_address")).isNotBlank();
        assertThat((String) accepted.get("identity_commitment")).hasSize(64);
        assertThat(pop800.standings(userId)).hasSize(3);
        assertThat(visitor.requests())
                .allMatch(url -> url.startsWith(pop800.realm().server().url())
                        || url.startsWith(pop800.client().redirectUri()));
        assertThat(visitor.errors()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scriptedReaders")
    void whoAnswersTooLateFindsWhatWasTypedAgainButPasswordsAndBoxes(
            String name, VisitorProfile profile, String locale, KeycloakServer server, WebBrowser browser) {
        Visitor visitor = browser.visit(profile);
        Page page = visitor.page();
        page.clock().install();
        SignIn registration =
                pop800.client().registration().with("ui_locales", locale).open(page);
        RegistrationForm form =
                new RegistrationForm(page).fill("late-" + name + "@example.org").tick(AGREEMENT);
        assertThat(page.locator("[data-agreement-lifespan]")).isHidden();
        try (MovedClock clock = MovedClock.of(server)) {
            clock.ahead(Duration.ofMinutes(31));
            page.clock().fastForward(Duration.ofMinutes(31).toMillis());
            form.submit();
            page.locator("#kc-registration a").click();

            assertThat(page.locator("#email")).hasValue("late-" + name + "@example.org");
            assertThat(page.locator("#gender")).hasValue("male");
            assertThat(page.locator("#city")).hasValue("北京");
            assertThat(page.locator("#password")).hasValue("");
            assertThat(form.box(AGREEMENT)).not().isChecked();
            assertThat(page.locator("[data-agreement-lifespan]")).isVisible();
            visitor.hear("registration/typed-again-" + name);
            visitor.takePicture("registration/typed-again-" + name);
            form.fillPasswords().tick(AGREEMENT).submit();
            assertThat(registration.awaitCallback().code()).isNotBlank();
        }
    }

    @Test
    void nothingIsTickedInAdvanceAndTheTextIsReachedByKeyboard(WebBrowser browser) {
        Page page = open(browser, VisitorProfile.chinese());
        RegistrationForm form = new RegistrationForm(page);

        assertThat(page.locator("input[type=checkbox]:checked")).hasCount(0);
        page.locator(".agr-fold > summary").focus();
        assertThat(focusAfterTab(page)).isEqualTo("a:查看全文");
        for (String clause : new String[] {"第四条", "第七条", "第八条", "第十条"}) {
            assertThat(focusAfterTab(page)).isEqualTo("a:" + clause);
        }
        assertThat(focusAfterTab(page)).isEqualTo("agreement-user-registration-text");
        assertThat(focusAfterTab(page)).isEqualTo("summary:目录");
        assertThat(focusAfterTab(page)).isEqualTo("agreement-user-registration");
        assertThat(form.text(AGREEMENT)).hasAttribute("role", "region");
        assertThat(form.text(AGREEMENT)).hasAttribute("aria-labelledby", "agreement-user-registration-title");
    }

    @Test
    void whatIsNotNecessaryIsFoldedAndABirthdayThatIsRequiredIsNot(WebBrowser browser) {
        Page page = open(browser, VisitorProfile.chinese().on(Screen.PHONE));
        RegistrationForm form = new RegistrationForm(page);

        assertThat(page.locator("#birthdate")).isVisible();
        for (String optional : new String[] {"#lastName", "#firstName", "#gender", "#city", "#phoneNumber"}) {
            assertThat(page.locator(optional)).not().isVisible();
        }
        assertThat(page.locator(".agr-fold > summary")).containsText("选填");
        double button = page.locator("#kc-register-form input[type=submit]").boundingBox().y;
        assertThat(button).as("the button stands within two screens").isLessThan(2 * page.viewportSize().height);
        form.unfold();
        assertThat(page.locator("#city")).isVisible();
    }

    @Test
    void whatIsWrongIsSaidBeforeTheFormIsSentAndAListLeadsToEach(WebBrowser browser) {
        Visitor visitor = browser.visit(VisitorProfile.english());
        Page page = visitor.page();
        pop800.client().registration().with("ui_locales", "en").open(page);
        RegistrationForm form = new RegistrationForm(page).fill("hasty@example.org");
        page.locator("#password").fill("short");
        assertThat(page.locator("[data-password-rule=length]")).not().hasClass("agr-met");
        form.submit();

        assertThat(page.locator("#password")).isFocused();
        assertThat(page.locator("#password")).hasValue("short");
        assertThat(page.locator("#input-error-password")).isVisible();
        assertThat(page.locator("#input-error-password-confirm")).isVisible();
        assertThat(form.error(AGREEMENT)).isVisible();
        assertThat(page.locator(".agr-summary a")).hasCount(3);
        visitor.hear("registration/wrong-en");
        visitor.takePicture("registration/wrong-en");
        visitor.assertAccessible();
        page.locator(".agr-summary a").last().click();
        assertThat(form.box(AGREEMENT)).isFocused();

        page.locator("#password").fill(Pop800.PASSWORD);
        assertThat(page.locator("[data-password-rule=length]")).hasClass("agr-met");
        assertThat(page.locator("#input-error-password")).hasCount(0);
    }

    @Test
    void aRealmMayAskForWhatIsNotNecessaryOnceThereIsAnAccount(KeycloakServer server, WebBrowser browser) {
        Pop800 own = Pop800.create(server);
        RealmRepresentation realm = own.realm().admin().toRepresentation();
        realm.getAttributes().put("agreements.optionalFields", "later");
        own.realm().admin().update(realm);
        Page page = browser.visit(VisitorProfile.chinese()).page();
        SignIn registration = own.client().registration().open(page);

        assertThat(page.locator("#birthdate")).isVisible();
        assertThat(page.locator("#city")).hasCount(0);
        page.locator("#email").fill("brief@example.org");
        new RegistrationForm(page).fillPasswords().tick(AGREEMENT).submit();
        assertThat(registration.awaitCallback().code()).isNotBlank();
    }

    @Test
    void theAgreementsAreAsWideAsTheForm(WebBrowser browser) {
        Page page = open(browser, VisitorProfile.chinese());

        double form = page.locator("#kc-register-form").boundingBox().width;
        for (String part : new String[] {".agr-agreements", ".agr-sentence"}) {
            assertThat(page.locator(part).first().boundingBox().width).as(part).isEqualTo(form);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("readers")
    void withoutAcceptanceTheFormComesBackWithAllThatWasTyped(
            String name, VisitorProfile profile, String locale, boolean scripted, WebBrowser browser) {
        Visitor visitor = browser.visit(profile);
        pop800.client().registration().with("ui_locales", locale).open(visitor.page());
        Page page = visitor.page();
        String email = "undecided-" + name + "@example.org";
        RegistrationForm form = new RegistrationForm(page).fill(email).tick("personalisation");
        form.submit();

        assertThat(form.error(AGREEMENT)).isVisible();
        assertThat(form.error("personalisation")).hasCount(0);
        assertThat(form.box(AGREEMENT)).isFocused();
        assertThat(form.box(AGREEMENT)).hasAttribute("aria-invalid", "true");
        assertThat(form.box("personalisation")).isChecked();
        assertThat(page.locator("#email")).hasValue(email);
        assertThat(page.locator("#city")).hasValue("北京");
        assertThat(page.locator("#birthdate")).hasValue("1990-05-31");
        assertThat(page.locator("#gender")).hasValue("male");
        assertThat(page.locator("#password")).hasValue(scripted ? Pop800.PASSWORD : "");
        assertThat(pop800.realm().admin().users().searchByEmail(email, true)).isEmpty();
        visitor.hear("registration/missing-" + name);
        visitor.takePicture("registration/missing-" + name);
        if (scripted) {
            visitor.assertAccessible();
        }

        form.fillPasswords().tick(AGREEMENT).submit();
        page.waitForURL(url -> url.startsWith(pop800.client().redirectUri()));
        assertThat(pop800.realm().admin().users().searchByEmail(email, true)).hasSize(1);
    }

    @ParameterizedTest(name = "asked first: {0}, at sign-in too: {1}")
    @CsvSource({"false, true", "false, false", "true, true", "true, false"})
    @OnEveryDatabase
    void whereverTheStepStandsTheDecisionsAreOnRecordAndNoFieldIsLeftWithTheUser(
            boolean first, boolean atSignIn, KeycloakServer server, WebBrowser browser) {
        Pop800 own = first ? Pop800.create(server).askingFirst() : Pop800.create(server);
        keepEveryFieldAsAnAttribute(own);
        if (!atSignIn) {
            own.askForNothing();
        }
        register(own, browser, "anywhere@example.org").awaitTokens();

        expectDecisionsOnRecord(own, "anywhere@example.org");
    }

    @Test
    void whoDecidedOnTheFormIsNotAskedAgainFurtherDownInTheFlow(KeycloakServer server, WebBrowser browser) {
        Pop800 own = Pop800.create(server).askingFirst();
        own.askForNothing();
        new Flows(own).add("pop800 registration", "agreements", 90);
        register(own, browser, "once@example.org").awaitTokens();

        expectDecisionsOnRecord(own, "once@example.org");
    }

    @Test
    void withoutAcceptanceNobodyRegistersWhereTheStepStandsFirst(KeycloakServer server, WebBrowser browser) {
        Pop800 own = Pop800.create(server).askingFirst();
        Visitor visitor = browser.visit(VisitorProfile.chinese().withoutJavaScript());
        own.client().registration().open(visitor.page());
        RegistrationForm form = new RegistrationForm(visitor.page()).fill("nobody@example.org");
        form.submit();

        assertThat(form.error(AGREEMENT)).isVisible();
        assertThat(visitor.page().locator("#email")).hasValue("nobody@example.org");
        assertThat(visitor.page().locator("#password")).hasValue("");
        assertThat(own.realm().admin().users().searchByEmail("nobody@example.org", true))
                .isEmpty();
    }

    private static SignIn register(Pop800 own, WebBrowser browser, String email) {
        Visitor visitor = browser.visit(VisitorProfile.chinese());
        SignIn registration = own.client().registration().open(visitor.page());
        new RegistrationForm(visitor.page())
                .fill(email)
                .tick(AGREEMENT)
                .tick("news-by-mail")
                .submit();
        return registration;
    }

    private static void keepEveryFieldAsAnAttribute(Pop800 own) {
        UserProfileResource profile = own.realm().admin().users().userProfile();
        UPConfig configuration = profile.getConfiguration();
        configuration.setUnmanagedAttributePolicy(UPConfig.UnmanagedAttributePolicy.ENABLED);
        profile.update(configuration);
    }

    private static void expectDecisionsOnRecord(Pop800 own, String email) {
        UserRepresentation user = own.realm().user(email).toRepresentation();
        assertThat(own.records(user.getId()))
                .allSatisfy(row ->
                        assertThat(row).containsEntry("method", "REGISTRATION").containsEntry("username", email))
                .extracting(row -> row.get("agreement_key"), row -> row.get("decision"))
                .containsExactlyInAnyOrder(
                        tuple(AGREEMENT, "ACCEPTED"),
                        tuple("news-by-mail", "ACCEPTED"),
                        tuple("personalisation", "DECLINED"));
        assertThat(own.standings(user.getId())).hasSize(3);
        assertThat(user.getAttributes())
                .containsKey("city")
                .allSatisfy((name, values) -> assertThat(name).doesNotStartWith("agreement"));
    }

    @Test
    @OnEveryDatabase
    void aVersionPublishedMeanwhileIsShownBeforeItCanBeAccepted(KeycloakServer server, WebBrowser browser) {
        Pop800 changing = Pop800.create(server);
        Visitor visitor = browser.visit(VisitorProfile.chinese());
        SignIn registration = changing.client().registration().open(visitor.page());
        RegistrationForm form =
                new RegistrationForm(visitor.page()).fill("late@example.org").tick(AGREEMENT);
        changing.edits().dropSecondVersion();
        Importer.run(changing);
        form.submit();

        assertThat(form.error(AGREEMENT)).containsText("新版本");
        assertThat(form.box(AGREEMENT)).not().isChecked();
        assertThat(form.text(AGREEMENT)).containsText("更新前至少三十日公示");
        assertThat(visitor.page().locator("#email")).hasValue("late@example.org");
        visitor.hear("registration/changed-meanwhile");
        visitor.takePicture("registration/changed-meanwhile");

        form.fillPasswords().tick(AGREEMENT).submit();
        registration.awaitCallback().code();
        String userId =
                changing.realm().user("late@example.org").toRepresentation().getId();
        assertThat(changing.records(userId, AGREEMENT))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("version_number", 2)
                        .containsEntry("text_digest", digest(changing.edits().text(2, "zh-Hans"))));
    }

    @Test
    void aVersionCanInsistOnItsEndBeingReached(KeycloakServer server, WebBrowser browser) {
        Pop800 strict = Pop800.create(
                server,
                files -> files.settings(AGREEMENT, yaml -> yaml.replace("readToEnd: false", "readToEnd: true")));
        Visitor visitor = browser.visit(VisitorProfile.chinese());
        SignIn registration = strict.client().registration().open(visitor.page());
        RegistrationForm form =
                new RegistrationForm(visitor.page()).fill("hasty@example.org").tick(AGREEMENT);
        form.submit();
        assertThat(form.error(AGREEMENT)).containsText("文末");

        form.fillPasswords().readToTheEnd(AGREEMENT);
        form.submit();
        registration.awaitCallback().code();
        String userId =
                strict.realm().user("hasty@example.org").toRepresentation().getId();
        assertThat(strict.records(userId, AGREEMENT))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("end_reached", true));
    }

    @Test
    @OnEveryDatabase
    void anOperatorsExactTextIsShownAndDigestedToTheByte(KeycloakServer server, WebBrowser browser) {
        String exact = """
                \uFEFF某某用户注册协议\r
                \r
                在此提醒您:注册前请阅读本《某某用户注册协议》(以下简称“协议”)。\r
                \r
                1. 用户信息采集\r
                \r
                当您注册时,我们将收集：姓名、性别、生日、城市、电子邮箱地址、手机电话等。\r
                \r
                （1）完成您的要求。\r
                \r
                （4)使我们更加了解您 &amp; 您的 需求。\r
                \r
                2. 法律管辖\r
                \r
                 \r
                \r
                我们谨此再次提醒您。""";
        byte[] bytes = exact.getBytes(StandardCharsets.UTF_8);
        Pop800 own =
                Pop800.create(server, files -> files.text(1, "zh-Hans", bytes).without(1, "en"));
        Visitor visitor = browser.visit(VisitorProfile.chinese());
        SignIn registration = own.client().registration().open(visitor.page());
        RegistrationForm form = new RegistrationForm(visitor.page());
        String shown = form.text(AGREEMENT).innerText();

        assertThat(exact.lines()
                        .map(line -> line.replace("\uFEFF", "")
                                .replaceFirst("^\\d+\\. ", "")
                                .strip()))
                .filteredOn(line -> !line.isEmpty())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(shown).contains(line.replace("&amp;", "&")));
        form.fill("exact@example.org").tick(AGREEMENT).submit();
        registration.awaitCallback().code();
        String userId = own.realm().user("exact@example.org").toRepresentation().getId();
        assertThat(own.records(userId, AGREEMENT))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("text_digest", digest(bytes)));
        assertThat(server.database().query("select content from agr_text where digest = ?", digest(bytes)))
                .singleElement()
                .satisfies(row -> assertThat((byte[]) row.get("content")).isEqualTo(bytes));
    }

    @Test
    void aWrongBirthdateIsRefusedWithoutLosingTheAcceptance(WebBrowser browser) {
        Page page = open(browser, VisitorProfile.chinese());
        RegistrationForm form =
                new RegistrationForm(page).fill("young@example.org").tick(AGREEMENT);
        page.locator("#birthdate").fill("2999-01-01");
        form.submit();

        assertThat(page.locator("#input-error-birthdate")).containsText("生日不能晚于今天");
        assertThat(form.box(AGREEMENT)).isChecked();
        assertThat(form.error(AGREEMENT)).hasCount(0);
    }

    private Page open(WebBrowser browser, VisitorProfile profile) {
        Visitor visitor = browser.visit(profile);
        pop800.client().registration().open(visitor.page());
        return visitor.page();
    }

    private static String focusAfterTab(Page page) {
        page.keyboard().press("Tab");
        return (String)
                page.evaluate(
                        "() => { const e = document.activeElement; return e.id || e.localName + ':' + e.firstChild.textContent.trim() }");
    }

    private static String digest(String text) {
        return digest(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String digest(byte[] text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
