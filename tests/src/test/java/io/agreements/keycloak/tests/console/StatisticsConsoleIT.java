package io.agreements.keycloak.tests.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.browser.Screen;
import io.agreements.keycloak.testing.browser.VisitorProfile;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.testing.server.database.Database;
import io.agreements.keycloak.tests.fixture.page.AdminConsole;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Administrators look at statistics in the console. */
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class StatisticsConsoleIT {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    private Pop800 pop800;
    private Database database;

    @BeforeAll
    void createRealmWithNumbers(KeycloakServer server) {
        pop800 = Pop800.create(server);
        database = server.database();
        for (int day = 20; day > 3; day--) {
            publish("TOTAL", day, 0, null, false, 20 + day * day % 31);
        }
        publish("CITY", 10, 0, "上海", false, 40);
        publish("CITY", 10, 1, "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch", false, 12);
        publish("CITY", 10, 2, null, false, 17);
        publish("CITY", 10, 3, null, true, 23);
        AdminConsole.useTheme(server, AdminConsole.AGREEMENTS);
    }

    @AfterAll
    void useTheStockTheme(KeycloakServer server) {
        AdminConsole.useTheme(server, AdminConsole.STOCK);
    }

    static Stream<Arguments> administrators() {
        return Stream.of(
                Arguments.of("en-desktop-light", VisitorProfile.english(), ColorScheme.LIGHT),
                Arguments.of("zh-desktop-dark", VisitorProfile.chinese(), ColorScheme.DARK),
                Arguments.of("en-phone-dark", VisitorProfile.english().on(Screen.PHONE), ColorScheme.DARK),
                Arguments.of("zh-phone-light", VisitorProfile.chinese().on(Screen.PHONE), ColorScheme.LIGHT));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("administrators")
    void numbersAreReadableForEverybody(String name, VisitorProfile profile, ColorScheme scheme, WebBrowser browser) {
        boolean chinese = name.startsWith("zh");
        AdminConsole console = AdminConsole.signIn(browser, profile, pop800, "agreements-statistics");
        console.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        console.expectHeading(chinese ? "统计" : "Statistics");
        assertThat(console.page().locator(".agreements-statistics-bars li")).hasCount(17);
        look(console, "days", name);

        field(console, chinese ? "分类" : "By").selectOption("CITY");
        assertThat(console.page().locator(".agreements-statistics-bars li")).hasCount(4);
        assertThat(console.page().locator(".agreements-statistics-bars")).containsText(chinese ? "未知" : "Not known");
        look(console, "cities", name);

        field(console, chinese ? "统计内容" : "What is counted").selectOption("WITHDRAWALS");
        assertThat(console.page().getByText(chinese ? "这些日期尚无已发布的数字" : "Nothing has been published for these days"))
                .isVisible();
        look(console, "none", name);
        assertThat(console.visitor().errors()).isEmpty();
    }

    private static Locator field(AdminConsole console, String label) {
        return console.page().getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    private static void look(AdminConsole console, String what, String name) {
        console.hearAtADesk("console/statistics/" + what + "-" + name);
        console.visitor().takePicture("console/statistics-" + what + "-" + name);
        console.visitor().assertAccessible(AdminConsole.VIEWS);
        assertThat((Boolean) console.page().evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("%s is not wider than the window", what)
                .isTrue();
    }

    private void publish(String dimension, int daysAgo, int cell, String value, boolean other, int users) {
        LocalDate day = TODAY.minusDays(daysAgo);
        database.update(
                "insert into agr_statistic (realm_id, measure, agreement_key, dimension, first_day, cell, last_day,"
                        + " until_at, least_users, cell_value, is_other, users) values (?, 'REGISTRATIONS', '*', ?, ?, ?, ?, ?, 10, ?, ?, ?)",
                pop800.id(),
                dimension,
                day.toString(),
                cell,
                day.toString(),
                day.plusDays(1)
                        .atStartOfDay(ZoneId.of("Asia/Shanghai"))
                        .toInstant()
                        .toEpochMilli(),
                value,
                other,
                users);
    }
}
