package io.agreements.keycloak.tests.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.browser.Screen;
import io.agreements.keycloak.testing.browser.Visitor;
import io.agreements.keycloak.testing.browser.VisitorProfile;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.oidc.SignIn;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.tests.fixture.page.SignInPages;
import io.agreements.keycloak.tests.fixture.realm.Mailbox;
import io.agreements.keycloak.tests.fixture.realm.Mailbox.Letter;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.rest.AdminApi;
import io.agreements.keycloak.tests.fixture.rest.MyRest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.RealmRepresentation;

/** Who asks for the deletion of the account is told by mail, at each step. */
@WithKeycloak
final class DeletionMailIT {

    private final Mailbox mailbox = new Mailbox();
    private Pop800 pop800;

    @BeforeEach
    void createRealm(KeycloakServer server) {
        pop800 = Pop800.create(server);
        mailbox.serve(pop800);
    }

    @AfterEach
    void stopMail() {
        mailbox.close();
    }

    @Test
    void eachStepIsToldInTheLanguageInWhichTheUserSignsIn(WebBrowser browser) {
        String person = "liu@example.org";
        MyRest my = signIn(browser.visit(VisitorProfile.chinese()), person);
        my.post("/deletion");
        my.delete("/deletion");
        my.post("/deletion");
        String userId = pop800.realm().user(person).toRepresentation().getId();
        AdminApi.of(pop800).reading("en").post("/deletion-requests/" + userId + "/execute", "{}");

        List<Letter> letters = mailbox.await(4);
        assertThat(letters).extracting(Letter::to).containsOnly(person);
        assertThat(letters).extracting(Letter::subject).containsExactly("您的账号即将注销", "您的账号已保留", "您的账号即将注销", "您的账号已注销");
        assertThat(letters.get(0).text())
                .startsWith("您的账号即将注销")
                .contains("您好：", "POP800", "不会通过电话或邮件向您索要密码", "登录您的账号", "service@pop800.example")
                .contains(pop800.realm().url() + "/account")
                .doesNotContain("{", "<");
        assertThat(letters.get(0).html())
                .contains("<html lang=\"zh-Hans\" dir=\"ltr\">", "<p>", "POP800", "不会通过电话或邮件向您索要密码")
                .contains(
                        "href=\"" + pop800.realm().url() + "/account" + "\"", "href=\"mailto:service@pop800.example\"");
        assertThat(List.of(letters.get(3).text(), letters.get(3).html()))
                .allSatisfy(words -> assertThat(words)
                        .contains("将在一天内删除", "管理员对您的账号所做的操作", "日志文件")
                        .doesNotContain("{0}", "${", "agreementsDeletion"));
    }

    @Test
    void whoseRecordsAreHeldIsToldThatTheyStayButNotWhatFor(WebBrowser browser) {
        AdminApi admin = AdminApi.of(pop800).reading("en");
        for (String told : List.of("true", "false")) {
            for (VisitorProfile profile :
                    List.of(VisitorProfile.chinese(), VisitorProfile.english().on(Screen.PHONE))) {
                tell(told);
                String person = profile.locale().toLowerCase(Locale.ROOT) + "-" + told + "@example.org";
                Visitor visitor = browser.visit(profile);
                MyRest my = signIn(visitor, person);
                String userId = pop800.realm().user(person).toRepresentation().getId();
                admin.post("/holds", "{\"userId\": \"" + userId + "\", \"reason\": \"Lawsuit 4711.\"}")
                        .successful();
                pop800.client()
                        .authorization()
                        .with("kc_action", "agreement-account-deletion")
                        .open(visitor.page());
                // Asked for unless it was given in this very second.
                visitor.page()
                        .locator("#password, #account-deletion-form")
                        .first()
                        .waitFor();
                if (visitor.page().locator("#password").isVisible()) {
                    visitor.page().locator("#password").fill(Pop800.PASSWORD);
                    visitor.page().locator("#kc-login").click();
                }
                boolean english = profile.locale().equals("en");
                String later = english ? "as soon as no law asks to keep them" : "一旦法律不再要求保留即予删除";
                String matter = english ? "a legal matter asks" : "因法律事务需要";
                String form = visitor.page().locator("#account-deletion-form").innerText();
                assertThat(form).contains(later).doesNotContain("4711");
                assertThat(form.contains(matter)).isEqualTo(told.equals("true"));
                visitor.hear("holds/deletion-" + profile.locale() + "-" + told);
                visitor.takePicture("holds/deletion-" + profile.locale() + "-" + told);
                visitor.assertAccessible();

                my.post("/deletion");
                admin.post("/deletion-requests/" + userId + "/execute", "{}");
                assertThat(pop800.records(userId, Pop800.AGREEMENT))
                        .allSatisfy(row -> assertThat(row).containsEntry("username", person));
            }
        }

        List<Letter> done = mailbox.await(8).stream()
                .filter(letter ->
                        letter.subject().equals("您的账号已注销") || letter.subject().equals("Your account has been deleted"))
                .toList();
        assertThat(done)
                .hasSize(4)
                .allSatisfy(letter -> assertThat(letter.text()).doesNotContain("4711", "{"));
        assertThat(done.subList(0, 2))
                .allSatisfy(letter -> assertThat(letter.text()).contains("因法律事务需要，部分记录暂时原样保留"));
        assertThat(done.subList(2, 4))
                .allSatisfy(letter ->
                        assertThat(letter.text()).contains("一旦法律不再要求保留").doesNotContain("法律事务"));
    }

    private void tell(String told) {
        RealmRepresentation representation = pop800.realm().admin().toRepresentation();
        representation.getAttributes().put("agreements.hold.told", told);
        pop800.realm().admin().update(representation);
    }

    @Test
    void mailIsInEnglishForWhoReadsEnglish(WebBrowser browser) {
        MyRest my = signIn(browser.visit(VisitorProfile.english()), "ann@example.org");
        my.send("POST", "/deletion", null, Map.of("Accept-Language", "en"));

        Letter letter = mailbox.await(1).get(0);
        assertThat(letter.subject()).isEqualTo("Your account is going to be deleted");
        assertThat(letter.text()).contains("It will be deleted on", "never ask for your password");
    }

    @Test
    void askingTwiceSendsOneMailAndAMailServerThatIsAwayStopsNothing(WebBrowser browser) {
        MyRest my = signIn(browser.visit(VisitorProfile.english()), "bob@example.org");
        my.post("/deletion");
        my.post("/deletion");
        mailbox.await(1);
        mailbox.close();

        assertThat(my.delete("/deletion").status()).isEqualTo(204);
        assertThat(mailbox.size()).isLessThanOrEqualTo(1);
    }

    private MyRest signIn(Visitor visitor, String person) {
        pop800.newUser(person);
        SignIn signIn = pop800.client().authorization().open(visitor.page());
        new SignInPages(visitor.page()).submitPassword(person, Pop800.PASSWORD).press("accept");
        return new MyRest(pop800, signIn.awaitTokens().accessToken());
    }
}
