package io.agreements.keycloak.tests.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.browser.Screen;
import io.agreements.keycloak.testing.browser.VisitorProfile;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.tests.fixture.page.AdminConsole;
import io.agreements.keycloak.tests.fixture.realm.Daytime;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.rest.AdminApi;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.RealmRepresentation;

/** Whatever an administrator means by publishing, the times that come of it are those that were meant, in the realm's zone. */
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PublishingConsoleIT {

    /** Of the realm, and of no browser here. */
    private static final ZoneId ZONE = Daytime.zone();

    private static final String LOCKED_OUT = "Users are locked out at once";

    private Pop800 pop800;

    @BeforeAll
    void createRealmWithAUserWhoOwesEverything(KeycloakServer server) {
        pop800 = Pop800.create(server).withoutSampleUser();
        RealmRepresentation settings = pop800.realm().admin().toRepresentation();
        settings.getAttributes().put("agreements.timeZone", ZONE.getId());
        pop800.realm().admin().update(settings);
        pop800.newUser("asked@example.org");
        AdminConsole.useTheme(server, AdminConsole.AGREEMENTS);
    }

    @AfterAll
    void useTheStockTheme(KeycloakServer server) {
        AdminConsole.useTheme(server, AdminConsole.STOCK);
    }

    @Test
    void nowIsForEverybodyAtOnceAndWarnsOfThat(WebBrowser browser) {
        AdminConsole console = openDialog(browser, "rules-now");
        assertThat(choice(console, "Now")).isChecked();
        assertThat(console.dialog()).containsText("1 user will be asked.");
        assertThat(console.dialog()).containsText(LOCKED_OUT);
        assertThat(console.dialog()).containsText("1 user cannot go on before answering");
        publish(console);

        JsonNode version = version("rules-now");
        assertThat(version.path("state").asText()).isEqualTo("IN_FORCE");
        assertThat(version.path("material").asBoolean()).isTrue();
        assertThat(moment(version, "effectiveAt")).isEqualTo(moment(version, "publishedAt"));
        assertThat(moment(version, "enforcedAt")).isEqualTo(moment(version, "publishedAt"));
        assertThat(console.page().getByText("Times in " + ZONE)).isVisible();
        assertThat(console.button("Retract version 2")).hasClass(Pattern.compile("pf-m-danger"));
        console.button("Retract version 2").click();
        assertThat(console.dialogButton("Retract")).hasClass(Pattern.compile("pf-m-danger"));
        assertThat(console.visitor().errors()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 14, 30})
    void anAnnouncementGivesUsersFullDays(int days, WebBrowser browser) {
        String key = "rules-in-" + days;
        AdminConsole console = openDialog(browser, key);
        choice(console, "Announce now, required from a later day").check();
        notice(console).selectOption(String.valueOf(days));
        assertThat(console.dialog()).not().containsText(LOCKED_OUT);
        publish(console);

        JsonNode version = version(key);
        Instant end = LocalDate.ofInstant(moment(version, "publishedAt"), ZONE)
                .plusDays(days + 1L)
                .atStartOfDay(ZONE)
                .toInstant();
        assertThat(version.path("state").asText()).isEqualTo("ANNOUNCED");
        assertThat(version.path("material").asBoolean()).isTrue();
        assertThat(moment(version, "effectiveAt")).isEqualTo(end);
        assertThat(moment(version, "enforcedAt")).isEqualTo(end);
    }

    @Test
    void anAnnouncementForADayBeginsWithThatDayWhichLiesAhead(WebBrowser browser) {
        AdminConsole console = openDialog(browser, "rules-on-a-day");
        choice(console, "Announce now, required from a later day").check();
        notice(console).selectOption("day");
        Locator day = console.dialog().locator("input[type=date]");
        assertThat(console.dialogButton("Publish")).isDisabled();
        day.fill("2001-01-01");
        assertThat(console.dialog()).containsText("This day has begun already.");
        assertThat(console.dialogButton("Publish")).isDisabled();
        day.fill("2101-02-03");
        publish(console);

        Instant begin = LocalDate.of(2101, 2, 3).atStartOfDay(ZONE).toInstant();
        assertThat(moment(version("rules-on-a-day"), "effectiveAt")).isEqualTo(begin);
        assertThat(moment(version("rules-on-a-day"), "enforcedAt")).isEqualTo(begin);
        assertThat(console.page().getByRole(AriaRole.GRID).first()).containsText("Feb 3, 2101, 12:00");
    }

    @Test
    void aCorrectionAsksNobodyAgain(WebBrowser browser) {
        AdminConsole console = openDialog(browser, "rules-corrected");
        choice(console, "Correction, nobody is asked").check();
        assertThat(console.dialog()).not().containsText(LOCKED_OUT);
        assertThat(console.dialog()).containsText("earlier answers remain valid");
        publish(console);

        JsonNode version = version("rules-corrected");
        assertThat(version.path("state").asText()).isEqualTo("IN_FORCE");
        assertThat(version.path("material").asBoolean()).isFalse();
    }

    @Test
    void timesOfOnesOwnAreTypedInTheZoneOfTheRealm(WebBrowser browser) {
        AdminConsole console = openDialog(browser, "rules-at-times");
        choice(console, "Let me set the times").check();
        assertThat(console.dialog()).containsText(LOCKED_OUT);
        console.dialog()
                .getByLabel("Enforced", new Locator.GetByLabelOptions().setExact(true))
                .selectOption("time");
        console.dialog().getByLabel("Enforced: date and time").fill("2101-03-04T05:06");
        assertThat(console.dialog()).containsText("In the time zone of this realm, " + ZONE + ".");
        assertThat(console.dialog()).not().containsText(LOCKED_OUT);
        publish(console);

        JsonNode version = version("rules-at-times");
        assertThat(version.path("state").asText()).isEqualTo("IN_FORCE");
        assertThat(moment(version, "effectiveAt")).isEqualTo(moment(version, "publishedAt"));
        assertThat(moment(version, "enforcedAt"))
                .isEqualTo(LocalDateTime.of(2101, 3, 4, 5, 6).atZone(ZONE).toInstant());
        assertThat(console.page().getByRole(AriaRole.GRID).first()).containsText("Mar 4, 2101, 5:06");
    }

    static Stream<Arguments> administrators() {
        return Stream.of(
                Arguments.of("en-desktop", VisitorProfile.english()),
                Arguments.of("zh-desktop", VisitorProfile.chinese()),
                Arguments.of("en-phone", VisitorProfile.english().on(Screen.PHONE)),
                Arguments.of("zh-phone", VisitorProfile.chinese().on(Screen.PHONE)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("administrators")
    void everyIntentionIsReadableForEverybody(String name, VisitorProfile profile, WebBrowser browser) {
        boolean chinese = name.startsWith("zh");
        String key = "rules-" + name;
        draft(key);
        AdminConsole console = AdminConsole.signIn(browser, profile, pop800, "agreements/" + key + "/versions");
        console.button(chinese ? "发布第 2 版" : "Publish version 2").click();
        assertThat(console.dialog()).containsText(chinese ? "1 位用户" : "1 user will be asked.");
        for (String intention : new String[] {"now", "announce", "correction", "times"}) {
            console.dialog()
                    .locator("input[type=radio][id$='-" + intention + "']")
                    .check();
            assertThat(console.dialog()
                            .getByRole(
                                    AriaRole.IMG,
                                    new Locator.GetByRoleOptions()
                                            .setName(chinese ? "时间轴" : "Timeline")
                                            .setExact(true)))
                    .isVisible();
            console.hearAtADesk("console/publishing/" + intention + "-" + name);
            console.visitor().takePicture("console/publish-" + intention + "-" + name);
            console.visitor().assertAccessible(".pf-v5-c-modal-box");
            assertThat((Boolean) console.page().evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .as("%s is not wider than the window", intention)
                    .isTrue();
        }
        assertThat(console.visitor().errors()).isEmpty();
    }

    private AdminConsole openDialog(WebBrowser browser, String key) {
        draft(key);
        AdminConsole console =
                AdminConsole.signIn(browser, VisitorProfile.english(), pop800, "agreements/" + key + "/versions");
        console.button("Publish version 2").click();
        assertThat(console.dialog()).isVisible();
        return console;
    }

    private static void publish(AdminConsole console) {
        console.dialogButton("Publish").click();
        assertThat(console.page().getByText("Version 2 published")).isVisible();
        assertThat(console.dialog()).hasCount(0);
    }

    private static Locator choice(AdminConsole console, String intention) {
        return console.dialog()
                .getByRole(
                        AriaRole.RADIO,
                        new Locator.GetByRoleOptions().setName(intention).setExact(true));
    }

    private static Locator notice(AdminConsole console) {
        return console.dialog().getByLabel("From", new Locator.GetByLabelOptions().setExact(true));
    }

    /** An agreement with a version that is in force and a draft of the next. */
    private void draft(String key) {
        AdminApi admin = AdminApi.of(pop800);
        admin.post("", "{\"key\": \"" + key + "\", \"requirement\": \"REQUIRED\", \"bindingLocale\": \"en\"}")
                .successful();
        admin.post("/" + key + "/versions", "{}").successful();
        admin.put("/" + key + "/versions/1/texts/en", """
                        {"title": "House rules", "content": "# House rules\\n\\nBe kind.\\n"}
                        """).successful();
        int edits = admin.get("/" + key + "/versions/1").json().path("edits").asInt();
        admin.post("/" + key + "/versions/1/publish", "{\"edits\": " + edits + "}")
                .successful();
        admin.post("/" + key + "/versions", "{\"copyTextsOf\": 1}").successful();
    }

    private JsonNode version(String key) {
        return AdminApi.of(pop800).get("/" + key + "/versions/2").successful();
    }

    private static Instant moment(JsonNode version, String name) {
        return Instant.ofEpochMilli(version.path(name).asLong());
    }
}
