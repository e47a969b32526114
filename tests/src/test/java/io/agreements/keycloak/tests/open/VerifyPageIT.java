package io.agreements.keycloak.tests.open;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.browser.Screen;
import io.agreements.keycloak.testing.browser.Visitor;
import io.agreements.keycloak.testing.browser.VisitorProfile;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.realm.Tasks;
import io.agreements.keycloak.tests.fixture.rest.AdminBytes;
import io.agreements.keycloak.tests.fixture.rest.AdminRest;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Anybody verifies a receipt in the browser, and it is sent nowhere. */
@WithKeycloak(quickTasks = Tasks.SEQUENCER)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class VerifyPageIT {

    private static final Path RECEIPTS = Path.of("../proof/src/test/resources/receipts");

    private static final Path VERSIONS = Path.of("../proof/src/test/resources/versions");

    private KeycloakServer server;
    private Pop800 pop800;

    /** The samples are signed by a key that this realm does not have, as a forger's would be. */
    private static final String OF_ANOTHER_LOG =
            "It fits together, but by a key that is none of this site’s. Compare that key before you rely on it.";

    @BeforeAll
    void createRealm(KeycloakServer server) {
        this.server = server;
        pop800 = Pop800.create(server);
    }

    @Test
    void aReceiptOfThisRealmIsGoodByTheKeysThatAreKnownHere(WebBrowser browser) {
        Visitor visitor = browser.visit(VisitorProfile.english());
        Page page = open(visitor);
        page.waitForResponse(
                response -> response.url().endsWith("/agreements/log/keys"),
                () -> drop(page, "receipt.zip", receipt()));

        assertThat(verdict(page)).hasText("The receipt is good.");
        assertThat(findings(page)).hasCount(4);
        assertThat(findings(page).filter(new Locator.FilterOptions().setHasText("Yes: ")))
                .hasCount(2);
        assertThat(findings(page).filter(new Locator.FilterOptions().setHasText("No: ")))
                .hasCount(2);
        visitor.takePicture("verify/good-en-desktop");
        visitor.assertAccessible();
        assertThat(visitor.errors()).isEmpty();
        assertThat(visitor.requests()).allSatisfy(url -> assertThat(url).startsWith(server.url()));
    }

    @Test
    void whatTheProgramSaysOfASampleThePageSaysToo(WebBrowser browser) throws IOException {
        Page page = open(browser.visit(VisitorProfile.english()));
        List<String> samples = Files.readAllLines(RECEIPTS.resolve("expected.csv"));
        for (String line : samples.subList(1, samples.size())) {
            String[] expected = line.split(",", -1);
            drop(page, expected[0] + ".zip", Files.readAllBytes(RECEIPTS.resolve(expected[0] + ".zip")));
            switch (expected[1]) {
                case "good" -> assertThat(verdict(page)).hasText(OF_ANOTHER_LOG);
                case "not good" -> assertThat(verdict(page)).hasText("The receipt is NOT good.");
                default -> assertThat(verdict(page)).hasText("This is no receipt, or a damaged one.");
            }
            for (String finding : expected[3].split("; ")) {
                if (!finding.isEmpty()) {
                    String file = finding.substring(finding.indexOf(' ') + 1);
                    assertThat(findings(page).filter(new Locator.FilterOptions().setHasText(file + ":")))
                            .not()
                            .hasCount(0);
                }
            }
        }
    }

    @Test
    void whatTheProgramSaysOfTheEvidenceOfAVersionThePageSaysToo(WebBrowser browser) throws IOException {
        Visitor visitor = browser.visit(VisitorProfile.english());
        Page page = open(visitor);
        List<String> samples = Files.readAllLines(VERSIONS.resolve("expected.csv"));
        for (String line : samples.subList(1, samples.size())) {
            String[] expected = line.split(",", -1);
            drop(page, expected[0] + ".zip", Files.readAllBytes(VERSIONS.resolve(expected[0] + ".zip")));
            switch (expected[1]) {
                case "good" -> assertThat(verdict(page)).hasText(OF_ANOTHER_LOG);
                case "not good" -> assertThat(verdict(page)).hasText("The evidence is NOT good.");
                default -> assertThat(verdict(page)).hasText("This is no receipt, or a damaged one.");
            }
            for (String finding : expected[2].split("; ")) {
                if (!finding.isEmpty()) {
                    String file = finding.substring(finding.indexOf(' ') + 1);
                    assertThat(findings(page).filter(new Locator.FilterOptions().setHasText(file + ":")))
                            .not()
                            .hasCount(0);
                }
            }
        }
        drop(page, "evidence.zip", Files.readAllBytes(VERSIONS.resolve("text-changed.zip")));
        visitor.hear("verify/version-changed-en-desktop");
        visitor.takePicture("verify/version-changed-en-desktop");
        visitor.assertAccessible();
    }

    @Test
    void whatIsWrongIsSaidInChineseOnAPhone(WebBrowser browser) throws IOException {
        Visitor visitor = browser.visit(VisitorProfile.chinese().on(Screen.PHONE));
        Page page = open(visitor);
        drop(page, "回执.zip", Files.readAllBytes(RECEIPTS.resolve("text-changed.zip")));

        assertThat(verdict(page)).hasText("回执无效。");
        assertThat(findings(page).filter(new Locator.FilterOptions().setHasText("错误：text.md：与原来不同")))
                .hasCount(1);
        visitor.hear("verify/changed-zh-phone");
        visitor.takePicture("verify/changed-zh-phone");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        visitor.takePicture("verify/changed-zh-phone-dark");
        visitor.assertAccessible();
    }

    @Test
    void whatToDoIsSaidOfAFileThatIsNoReceipt(WebBrowser browser) throws IOException {
        Visitor visitor = browser.visit(VisitorProfile.chinese().on(Screen.PHONE));
        Page page = open(visitor);
        Locator told = page.locator("[data-verdict]");
        drop(page, "hello.txt", "hello".getBytes(StandardCharsets.UTF_8));
        assertThat(told).containsText("回执是一个 ZIP 文件");
        drop(page, "cut.zip", Files.readAllBytes(RECEIPTS.resolve("cut.zip")));
        assertThat(told).containsText("请使用下载时的原文件");
        assertThat(told).containsText("文件并非服务器写出的原样");
        assertThat(told.locator("[lang=en]")).hasCount(0);

        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();
        visitor.hear("verify/no-receipt-zh-phone");
        visitor.takePicture("verify/no-receipt-zh-phone");
    }

    @Test
    void withoutScriptsThePageSaysHowToDoItByTheProgram(WebBrowser browser) {
        Visitor visitor = browser.visit(VisitorProfile.english().withoutJavaScript());
        Page page = open(visitor);

        assertThat(page.locator("[data-agreement-verify]")).isHidden();
        assertThat(page.locator("main, body").first())
                .containsText(Pattern.compile("java -jar keycloak-agreements\\.jar verify-receipt"));
        visitor.hear("verify/without-scripts");
        visitor.takePicture("verify/without-scripts");
    }

    private Page open(Visitor visitor) {
        visitor.page().navigate(pop800.realm().url() + "/agreements/verify");
        return visitor.page();
    }

    private static void drop(Page page, String name, byte[] content) {
        page.locator("[data-agreement-verify] input").setInputFiles(new FilePayload(name, "application/zip", content));
        page.waitForSelector("[data-verdict][data-file='" + name + "']");
    }

    private static Locator verdict(Page page) {
        return page.locator(".agr-verdict");
    }

    private static Locator findings(Page page) {
        return page.locator("[data-verdict] li");
    }

    /** Of whatever is on record first. */
    private byte[] receipt() {
        String id = (String) server.database()
                .query("select id from agr_record where realm_id = ? order by recorded_at", pop800.id())
                .get(0)
                .get("id");
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (true) {
            HttpResponse<byte[]> answer = AdminBytes.get(
                    server,
                    "/" + pop800.realm().name() + "/agreements/records/" + id + "/receipt",
                    AdminRest.administratorToken(server));
            if (answer.statusCode() == 200) {
                return answer.body();
            }
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }
}
