package io.agreements.keycloak.tests.signin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.browser.ClientSite;
import io.agreements.keycloak.testing.browser.Screen;
import io.agreements.keycloak.testing.browser.Visitor;
import io.agreements.keycloak.testing.browser.VisitorProfile;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.oidc.Callback;
import io.agreements.keycloak.testing.oidc.OidcClient;
import io.agreements.keycloak.testing.oidc.SignIn;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.tests.fixture.page.SignInPages;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.rest.AdminRest;
import io.agreements.keycloak.tests.fixture.rest.Importer;
import jakarta.ws.rs.core.Response;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.resource.ClientResource;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.GroupRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;

/** What the times, the kind and the audience of a version mean for who signs in. */
@WithKeycloak
final class VersionLifeIT {

    private static final String AGREEMENT = Pop800.AGREEMENT;
    private static final String PERSON = "person@example.org";

    @Test
    void aVersionNotEnforcedYetIsOfferedAndMayWait(KeycloakServer server, WebBrowser browser) {
        Pop800 pop800 = Pop800.create(server);
        String userId = pop800.newUser(PERSON).toRepresentation().getId();
        Visitor visitor = browser.visit(VisitorProfile.chinese());
        accept(pop800, visitor);
        publishSecondVersion(pop800, "    enforcedAt: " + inDays(30) + "\n");

        assertThat(silent(pop800, visitor).code()).isNotBlank();
        assertThat(pop800.client().password(PERSON, Pop800.PASSWORD).status()).isEqualTo(200);
        for (VisitorProfile profile :
                List.of(VisitorProfile.chinese(), VisitorProfile.english().on(Screen.PHONE))) {
            Visitor fresh = browser.visit(profile);
            SignIn signIn = signIn(pop800, fresh);
            fresh.hear("life/offered-" + profile.locale());
            fresh.takePicture("life/offered-" + profile.locale());
            fresh.assertAccessible();
            new SignInPages(fresh.page()).press("later");
            signIn.awaitCallback().code();
            assertThat(pop800.client()
                            .authorization()
                            .open(fresh.newPage())
                            .awaitCallback()
                            .error())
                    .isNull();
        }
        assertThat(pop800.records(userId, AGREEMENT)).hasSize(1);

        Visitor ready = browser.visit(VisitorProfile.chinese());
        SignIn signIn = signIn(pop800, ready);
        assertThat(new SignInPages(ready.page()).heading()).isEqualTo("协议即将更新");
        assertThat(ready.page().locator(".agr-intro")).containsText(Pattern.compile("自\\d{4}年\\d+月\\d+日起"));
        new SignInPages(ready.page()).press("accept");
        signIn.awaitCallback().code();
        assertThat(pop800.records(userId, AGREEMENT))
                .extracting(row -> row.get("version_number"), row -> row.get("decision"))
                .containsExactly(tuple(1, "ACCEPTED"), tuple(2, "ACCEPTED"));
    }

    @Test
    void whatMayWaitIsAskedForOnlyOnceEvenWhereAnotherAgreementIsForARole(KeycloakServer server, WebBrowser browser) {
        Pop800 pop800 = Pop800.create(
                server, files -> files.settings("personalisation", audience("audience:\n  role: merchant\n", 20)));
        pop800.newUser(PERSON);
        accept(pop800, browser.visit(VisitorProfile.chinese()));
        publishSecondVersion(pop800, "    enforcedAt: " + inDays(30) + "\n");
        Visitor visitor = browser.visit(VisitorProfile.chinese());
        SignIn signIn = signIn(pop800, visitor);
        new SignInPages(visitor.page()).press("later");

        assertThat(signIn.awaitCallback().error()).isNull();
    }

    @Test
    void onceEnforcedItCannotWait(KeycloakServer server, WebBrowser browser) {
        Pop800 pop800 = Pop800.create(server);
        pop800.newUser(PERSON);
        Visitor visitor = browser.visit(VisitorProfile.chinese());
        accept(pop800, visitor);
        publishSecondVersion(pop800, "    enforcedAt: " + inDays(30) + "\n");
        server.database()
                .update(
                        "update agr_version set enforced_at = effective_at where version_number = 2 and agreement_id in"
                                + " (select id from agr_agreement where realm_id = ?)",
                        pop800.id());
        pop800.edits().settings("news-by-mail", yaml -> yaml.replace("position: 30", "position: 31"));
        Importer.run(pop800);

        assertThat(silent(pop800, visitor).error()).isEqualTo("interaction_required");
        pop800.client().authorization().open(visitor.page());
        assertThat(visitor.page().locator("button[value=later]")).hasCount(0);
        assertThat(visitor.page().locator("button[value=decline]")).isVisible();
    }

    @Test
    void aRetractedVersionIsAskedForNoMore(KeycloakServer server, WebBrowser browser) {
        Pop800 pop800 = Pop800.create(server);
        pop800.newUser(PERSON);
        Visitor visitor = browser.visit(VisitorProfile.chinese());
        accept(pop800, visitor);
        publishSecondVersion(pop800, "");
        assertThat(silent(pop800, visitor).error()).isEqualTo("interaction_required");
        pop800.edits()
                .settings(
                        AGREEMENT,
                        yaml -> yaml + "    retractedAt: " + Instant.now().truncatedTo(ChronoUnit.MILLIS) + "\n");

        assertThat(Importer.run(pop800)).contains("\"updated\":[\"user-registration/2\"]");
        assertThat(silent(pop800, visitor).code()).isNotBlank();
        visitor.page().navigate(pop800.realm().url() + "/agreements/" + AGREEMENT);
        assertThat(visitor.page().locator("article h2")).hasCount(11);
        visitor.page().navigate(pop800.realm().url() + "/agreements/" + AGREEMENT + "/versions/2");
        assertThat(visitor.page().locator(".agr-edition").first()).containsText("已撤回");
    }

    @Test
    void anEditorialVersionIsNotAskedFor(KeycloakServer server, WebBrowser browser) {
        Pop800 pop800 = Pop800.create(server);
        pop800.newUser(PERSON);
        Visitor visitor = browser.visit(VisitorProfile.chinese());
        accept(pop800, visitor);
        publishSecondVersion(pop800, "    material: false\n");

        assertThat(silent(pop800, visitor).code()).isNotBlank();
        assertThat(signIn(pop800, browser.visit(VisitorProfile.chinese()))
                        .awaitCallback()
                        .error())
                .isNull();
    }

    @Test
    void whoGoesOnAfterANoticeIsOnRecordAsJustThat(KeycloakServer server, WebBrowser browser) {
        Pop800 pop800 = Pop800.create(server);
        String userId = pop800.newUser(PERSON).toRepresentation().getId();
        Visitor visitor = browser.visit(VisitorProfile.chinese());
        accept(pop800, visitor);
        publishSecondVersion(pop800, "    acceptance: CONTINUED_USE\n");
        SignIn signIn = pop800.client().authorization().open(visitor.page());
        visitor.hear("life/notice-zh");
        visitor.takePicture("life/notice-zh");
        visitor.assertAccessible();
        assertThat(visitor.page().locator("button[value=accept]")).hasText("继续");
        new SignInPages(visitor.page()).press("accept");

        signIn.awaitCallback().code();
        assertThat(pop800.records(userId, AGREEMENT)).last().satisfies(row -> {
            assertThat(row).containsEntry("version_number", 2).containsEntry("decision", "ACCEPTED");
            assertThat((String) row.get("details")).contains("\"acceptance\":\"CONTINUED_USE\"");
        });
        assertThat(silent(pop800, visitor).code()).isNotBlank();
        Visitor newcomer = browser.visit(VisitorProfile.chinese());
        pop800.newUser("newcomer@example.org");
        pop800.client().authorization().open(newcomer.page());
        new SignInPages(newcomer.page()).submitPassword("newcomer@example.org", Pop800.PASSWORD);
        assertThat(newcomer.page().locator("button[value=accept]")).hasText("同意并继续");
    }

    @Test
    void anAcceptanceIsAskedForAgainAfterItsTime(KeycloakServer server, WebBrowser browser) {
        Pop800 pop800 = Pop800.create(
                server,
                files -> files.settings(
                        AGREEMENT, yaml -> yaml.replace("position: 10", "position: 10\nreacceptAfterDays: 365")));
        String userId = pop800.newUser(PERSON).toRepresentation().getId();
        Visitor visitor = browser.visit(VisitorProfile.chinese());
        accept(pop800, visitor);
        assertThat(signIn(pop800, browser.visit(VisitorProfile.chinese()))
                        .awaitCallback()
                        .error())
                .isNull();
        server.database()
                .update(
                        "update agr_standing set decided_at = ? where user_id = ?",
                        Instant.now().minus(Duration.ofDays(366)).toEpochMilli(),
                        userId);

        Visitor later = browser.visit(VisitorProfile.chinese());
        SignIn signIn = signIn(pop800, later);
        assertThat(new SignInPages(later.page()).heading()).isEqualTo("请再次确认");
        later.hear("life/renewal-zh");
        later.takePicture("life/renewal-zh");
        new SignInPages(later.page()).press("accept");
        signIn.awaitCallback().code();
        assertThat(pop800.records(userId, AGREEMENT)).hasSize(2);
    }

    @Test
    void anAgreementForAClientIsAskedForOnlyThereAlsoFromAnOpenSession(KeycloakServer server, WebBrowser browser) {
        Pop800 pop800 =
                Pop800.create(server, files -> files.settings(AGREEMENT, audience("audience:\n  clients: [market]\n")));
        String userId = pop800.newUser(PERSON).toRepresentation().getId();
        OidcClient market = publicClient(pop800, "market");
        Visitor visitor = browser.visit(VisitorProfile.chinese());
        SignIn elsewhere = signIn(pop800, visitor);
        if (!elsewhere.isOver()) {
            new SignInPages(visitor.page()).press("accept");
        }
        elsewhere.awaitCallback().code();
        assertThat(pop800.records(userId, AGREEMENT)).isEmpty();

        assertThat(market.authorization()
                        .with("prompt", "none")
                        .open(visitor.newPage())
                        .awaitCallback()
                        .error())
                .isEqualTo("interaction_required");
        SignIn signIn = market.authorization().open(visitor.page());
        new SignInPages(visitor.page()).press("accept");
        signIn.awaitCallback().code();
        assertThat(pop800.records(userId, AGREEMENT))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("client_id", "market"));
        assertThat(silent(pop800, visitor).code()).isNotBlank();
    }

    @Test
    void aClientThatIsRenamedIntoAnAudienceIsPartOfItInOpenSessionsToo(KeycloakServer server, WebBrowser browser) {
        Pop800 pop800 =
                Pop800.create(server, files -> files.settings(AGREEMENT, audience("audience:\n  clients: [market]\n")));
        pop800.newUser(PERSON);
        OidcClient stall = publicClient(pop800, "stall");
        Visitor visitor = browser.visit(VisitorProfile.chinese());
        SignIn signIn = stall.authorization().open(visitor.page());
        new SignInPages(visitor.page()).submitPassword(PERSON, Pop800.PASSWORD);
        new SignInPages(visitor.page()).press("accept");
        signIn.awaitCallback().code();
        assertThat(silent(stall, visitor).code()).isNotBlank();

        ClientResource client = pop800.realm()
                .admin()
                .clients()
                .get(pop800.realm()
                        .admin()
                        .clients()
                        .findByClientId("stall")
                        .get(0)
                        .getId());
        ClientRepresentation renamed = client.toRepresentation();
        renamed.setClientId("market");
        client.update(renamed);
        OidcClient market =
                pop800.realm().client("market", renamed.getRedirectUris().get(0));
        assertThat(silent(market, visitor).error()).isEqualTo("interaction_required");
    }

    @Test
    void anAgreementForARoleIsAskedForOnceTheRoleIsHeldInWhicheverWay(KeycloakServer server, WebBrowser browser) {
        Pop800 pop800 =
                Pop800.create(server, files -> files.settings(AGREEMENT, audience("audience:\n  role: merchant\n")));
        String userId = pop800.newUser(PERSON).toRepresentation().getId();
        RoleRepresentation role = new RoleRepresentation("merchant", "", false);
        pop800.realm().admin().roles().create(role);
        Visitor visitor = browser.visit(VisitorProfile.chinese());
        SignIn signIn = signIn(pop800, visitor);
        new SignInPages(visitor.page()).press("accept");
        signIn.awaitCallback().code();
        assertThat(pop800.records(userId, AGREEMENT)).isEmpty();
        assertThat(silent(pop800, visitor).code()).isNotBlank();

        RealmResource realm = pop800.realm().admin();
        UserResource user = realm.users().get(userId);
        List<RoleRepresentation> merchant =
                List.of(realm.roles().get("merchant").toRepresentation());
        user.roles().realmLevel().add(merchant);
        assertThat(silent(pop800, visitor).error()).isEqualTo("interaction_required");
        user.roles().realmLevel().remove(merchant);
        assertThat(silent(pop800, visitor).code()).isNotBlank();

        GroupRepresentation merchants = new GroupRepresentation();
        merchants.setName("merchants");
        realm.groups().add(merchants).close();
        String groupId = realm.groups().groups("merchants", 0, 1).get(0).getId();
        realm.groups().group(groupId).roles().realmLevel().add(merchant);
        user.joinGroup(groupId);
        assertThat(silent(pop800, visitor).error()).isEqualTo("interaction_required");
        user.leaveGroup(groupId);
        assertThat(silent(pop800, visitor).code()).isNotBlank();

        realm.roles().create(new RoleRepresentation("trader", "", false));
        user.roles().realmLevel().add(List.of(realm.roles().get("trader").toRepresentation()));
        assertThat(silent(pop800, visitor).code()).isNotBlank();
        realm.roles().get("trader").addComposites(merchant);
        assertThat(silent(pop800, visitor).error()).isEqualTo("interaction_required");
    }

    @Test
    void languagesWithAnUnequalNumberOfArticlesAreNotPublished(KeycloakServer server) {
        Pop800 pop800 = Pop800.create(server);
        pop800.edits().dropSecondVersion().text(2, "en", "## 1. Only one\n\nArticle.\n");
        HttpResponse<String> response = Importer.run(pop800, AdminRest.administratorToken(server));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("version 2", "differ in the articles", "en has 1 (1)", "zh-Hans has 12 (");
    }

    private static UnaryOperator<String> audience(String yaml) {
        return audience(yaml, 10);
    }

    private static UnaryOperator<String> audience(String yaml, int position) {
        String before = "position: " + position + "\n";
        return settings -> settings.replace(before, before + yaml);
    }

    private static void publishSecondVersion(Pop800 pop800, String more) {
        pop800.edits().dropSecondVersion().settings(AGREEMENT, yaml -> yaml + more);
        Importer.run(pop800);
    }

    private static String inDays(int days) {
        return Instant.now()
                .plus(Duration.ofDays(days))
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }

    private static OidcClient publicClient(Pop800 pop800, String clientId) {
        String redirectUri = "http://localhost:" + ClientSite.PORT + "/" + clientId;
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId(clientId);
        client.setPublicClient(true);
        client.setRedirectUris(List.of(redirectUri));
        try (Response response = pop800.realm().admin().clients().create(client)) {
            assertThat(response.getStatus()).isEqualTo(201);
        }
        return pop800.realm().client(clientId, redirectUri);
    }

    private static SignIn signIn(Pop800 pop800, Visitor visitor) {
        SignIn signIn = pop800.client().authorization().open(visitor.page());
        new SignInPages(visitor.page()).submitPassword(PERSON, Pop800.PASSWORD);
        return signIn;
    }

    private static void accept(Pop800 pop800, Visitor visitor) {
        SignIn signIn = signIn(pop800, visitor);
        new SignInPages(visitor.page()).press("accept");
        signIn.awaitCallback().code();
    }

    private static Callback silent(Pop800 pop800, Visitor visitor) {
        return silent(pop800.client(), visitor);
    }

    private static Callback silent(OidcClient client, Visitor visitor) {
        return client.authorization()
                .with("prompt", "none")
                .open(visitor.newPage())
                .awaitCallback();
    }
}
