package io.agreements.keycloak.tests.setup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agreements.keycloak.testing.OnEveryDatabase;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.realm.TestRealm;
import io.agreements.keycloak.testing.realm.UserBuilder;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.testing.server.running.Statements;
import io.agreements.keycloak.testing.server.running.Statements.Statement;
import io.agreements.keycloak.tests.fixture.realm.Flows;
import io.agreements.keycloak.tests.fixture.realm.PlainRealm;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.rest.AdminApi;
import io.agreements.keycloak.tests.fixture.rest.AdminApi.Reply;
import io.agreements.keycloak.tests.fixture.rest.SetupApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.AdminEventRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.RequiredActionProviderRepresentation;

/** A realm gets what it needs, and gives it back. */
@OnEveryDatabase
@WithKeycloak
final class SetupIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> ACTIONS =
            List.of("agreement-acceptance", "agreement-account-deletion", "agreement-restriction");

    private TestRealm realm;
    private AdminApi admin;
    private SetupApi setup;

    @BeforeEach
    void createRealm(KeycloakServer server) {
        realm = PlainRealm.create(server);
        admin = PlainRealm.admin(realm);
        setup = new SetupApi(admin);
    }

    @Test
    void aRealmThatHasNothingGetsAllByOneRequestAndASecondOneChangesNothing() {
        assertThat(setup.lacking())
                .containsEntry("agreement", "BY_HAND")
                .containsEntry("registration-flow", "TO_MEND")
                .containsEntry("login-theme", "TO_MEND")
                .containsEntry("event-listener", "TO_MEND")
                .containsEntry("client-policy", "TO_MEND")
                .containsEntry("claim", "TO_MEND")
                .containsEntry("deletion-role", "TO_MEND")
                .containsEntry("lifespans", "TO_MEND")
                .containsEntry("brute-force", "TO_MEND")
                .containsEntry("account-theme", "TO_MEND")
                .containsEntry("console-client", "TO_MEND");
        PlainRealm.publish(realm);

        setup.mend().successful();

        assertThat(setup.lacking()).isEmpty();
        Map<String, Object> made = shape();
        int events = setupEvents().size();
        setup.mend().successful();
        assertThat(shape()).isEqualTo(made);
        assertThat(setupEvents()).hasSize(events);
        assertThat(realm.admin().toRepresentation().getRegistrationFlow()).isEqualTo("registration with agreements");
        assertThat(realm.admin().flows().getExecutions("registration"))
                .noneMatch(step -> "registration-agreements".equals(step.getProviderId()));
    }

    @Test
    void eachChangeThatWasShownIsOneAdminEventAndNothingElseIs() {
        List<String> shown = new ArrayList<>();
        admin.get(SetupApi.PATH)
                .successful()
                .path("conditions")
                .forEach(condition -> condition.path("changes").forEach(change -> shown.add(change.asText())));
        setup.mend().successful();

        assertThat(setupEvents())
                .allSatisfy(event -> assertThat(event.getOperationType()).isEqualTo("UPDATE"))
                .extracting(SetupIT::changeOf)
                .containsExactlyInAnyOrderElementsOf(shown);
    }

    @Test
    void takingAllBackLeavesTheRealmAsItWasWithTheActionsOff() {
        Map<String, Object> before = shape();
        setup.mend().successful();
        List<String> shown = setup.shownToTakeBack();
        int events = setupEvents().size();

        setup.takeBack().successful();

        assertThat(shape()).isEqualTo(before);
        assertThat(ACTIONS)
                .allSatisfy(action -> assertThat(action(action).isEnabled()).isFalse());
        assertThat(setupEvents()).hasSize(events + shown.size());
        assertThat(setup.shownToTakeBack()).isEmpty();
        admin.get(SetupApi.PATH)
                .successful()
                .path("conditions")
                .forEach(condition -> assertThat(condition.has("withoutJars"))
                        .as(condition.toString())
                        .isFalse());
        setup.mend().successful();
        assertThat(setup.lacking()).containsOnlyKeys("agreement");
    }

    @Test
    void aFlowOfTheRealmsOwnKeepsAllButTheStep() {
        new Flows(realm).copy("registration", "ours");
        change(settings -> settings.setRegistrationFlow("ours"));
        setup.mend("registration-flow").successful();
        assertThat(realm.admin().toRepresentation().getRegistrationFlow()).isEqualTo("ours");
        assertThat(realm.admin().flows().getExecutions("ours"))
                .anyMatch(step -> "registration-agreements".equals(step.getProviderId()));

        setup.takeBack().successful();

        assertThat(realm.admin().toRepresentation().getRegistrationFlow()).isEqualTo("ours");
        assertThat(realm.admin().flows().getExecutions("ours"))
                .noneMatch(step -> "registration-agreements".equals(step.getProviderId()))
                .anyMatch(step -> "registration-user-creation".equals(step.getProviderId()));
    }

    @Test
    void aConditionIsTakenBackWithTheFlowItGuards() {
        new Flows(realm)
                .copy("browser", "guarded")
                .addFlow("guarded forms", "guard", "CONDITIONAL", 90)
                .add("guard", "agreements-accepted", 10)
                .add("guard", "deny-access-authenticator", 20);
        assertThat(setup.condition("other-flows").has("withoutJars")).isTrue();

        setup.takeBack().successful();

        assertThat(realm.admin().flows().getExecutions("guarded"))
                .noneMatch(step -> "agreements-accepted".equals(step.getProviderId()))
                .filteredOn(step -> "guard".equals(step.getDisplayName()))
                .singleElement()
                .satisfies(step -> assertThat(step.getRequirement()).isEqualTo("DISABLED"));
    }

    @Test
    void theSampleRealmGivesBackAllThatWouldStandInTheWayWithoutTheJars(KeycloakServer server) {
        Pop800 pop800 = Pop800.create(server);
        SetupApi sample = new SetupApi(AdminApi.of(pop800));
        assertThat(sample.condition("user-profile").path("withoutJars").asText())
                .isNotBlank();

        sample.takeBack().successful();

        assertThat(sample.shownToTakeBack()).isEmpty();
        RealmRepresentation settings = pop800.realm().admin().toRepresentation();
        assertThat(settings.getRegistrationFlow()).isEqualTo("pop800 registration");
        assertThat(settings.getLoginTheme()).isNull();
        assertThat(settings.getEventsListeners()).containsExactly("jboss-logging");
        assertThat(pop800.realm().admin().flows().getExecutions("pop800 registration"))
                .noneMatch(step -> "registration-agreements".equals(step.getProviderId()));
        assertThat(pop800.realm()
                        .admin()
                        .clientPoliciesProfilesResource()
                        .getProfiles(false)
                        .getProfiles())
                .isEmpty();
        assertThat(pop800.realm()
                        .admin()
                        .users()
                        .userProfile()
                        .getConfiguration()
                        .getAttribute("birthdate")
                        .getValidations())
                .isEmpty();
        assertThat(pop800.client()
                        .password("demo@pop800.example", "Demo-2026-pop800")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void usersLoseTheActionsInOneGoHoweverManyTheyAre(KeycloakServer server) {
        for (int n = 0; n < 30; n++) {
            realm.createUser(UserBuilder.named("user-" + n).requiredAction(ACTIONS.get(n % 3)));
        }
        String fingerprint = admin.get(SetupApi.PATH + "?takeBack=true")
                .successful()
                .path("fingerprint")
                .asText();

        List<Statement> statements = Statements.during(
                server,
                () -> admin.delete(SetupApi.PATH + "?fingerprint=" + fingerprint)
                        .successful());

        assertThat(statements)
                .extracting(statement -> statement.sql().toLowerCase(Locale.ROOT))
                .filteredOn(sql -> sql.contains("delete from user_required_action"))
                .hasSize(3);
        assertThat(realm.admin().users().list(0, 100))
                .hasSize(31)
                .allSatisfy(user -> assertThat(user.getRequiredActions()).isEmpty());
    }

    @Test
    void nothingIsDoneThatWasNotShown() {
        String shown = admin.get(SetupApi.PATH + "?condition=event-listener")
                .successful()
                .path("fingerprint")
                .asText();
        change(settings -> settings.setEventsListeners(List.of("jboss-logging", "agreements")));
        Reply refused = admin.post(SetupApi.PATH, SetupApi.body(shown, "event-listener"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(admin.post(SetupApi.PATH, SetupApi.body(shown)).status()).isEqualTo(409);
        assertThat(admin.delete(SetupApi.PATH + "?fingerprint=" + shown).status())
                .isEqualTo(409);

        assertThat(admin.post(SetupApi.PATH, "{}").status()).isEqualTo(400);
        assertThat(admin.post(SetupApi.PATH, null).status()).isEqualTo(400);
        assertThat(admin.delete(SetupApi.PATH).status()).isEqualTo(400);
        assertThat(admin.get(SetupApi.PATH + "?condition=weather").errorMessage())
                .startsWith("condition must be among agreement, ");
        assertThat(admin.post(SetupApi.PATH, SetupApi.body(shown, "weather")).status())
                .isEqualTo(400);
        assertThat(admin.post(SetupApi.PATH, "{\"fingerprint\": \"x\", \"conditions\": [null]}")
                        .status())
                .isEqualTo(400);
        assertThat(admin.get(SetupApi.PATH + "?takeBack=maybe").status()).isEqualTo(400);
        assertThat(admin.get(SetupApi.PATH + "?takeBack=true&condition=claim").status())
                .isEqualTo(400);
        assertThat(setupEvents()).isEmpty();
    }

    @Test
    void onlyWhoMayManageTheRealmChangesAnything(KeycloakServer server) {
        Pop800 pop800 = Pop800.create(server);
        AdminApi viewer = AdminApi.ofAdministratorWith(pop800, "view-realm");
        AdminApi other = AdminApi.ofAdministratorWith(pop800, "manage-users", "view-events");

        assertThat(viewer.get(SetupApi.PATH).status()).isEqualTo(200);
        assertThat(viewer.post(SetupApi.PATH, "{}").status()).isEqualTo(403);
        assertThat(viewer.delete(SetupApi.PATH).status()).isEqualTo(403);
        for (AdminApi nobody : List.of(other, AdminApi.ofNobody(pop800))) {
            int expected = nobody == other ? 403 : 401;
            assertThat(nobody.get(SetupApi.PATH).status()).isEqualTo(expected);
            assertThat(nobody.post(SetupApi.PATH, "{}").status()).isEqualTo(expected);
            assertThat(nobody.delete(SetupApi.PATH).status()).isEqualTo(expected);
        }
    }

    @Test
    void administratorsReadItInTheirOwnLanguageWhateverTheRealmOffersItsUsers() {
        JsonNode english = setup.condition("email-sender");
        JsonNode chinese = new SetupApi(admin.reading("zh-CN,zh;q=0.9,en;q=0.8")).condition("email-sender");

        assertThat(english.path("title").asText()).isEqualTo("E-mail");
        assertThat(chinese.path("title").asText()).isEqualTo("电子邮件");
        for (String first : List.of("ja-JP,ja;q=0.9,en;q=0.8", "ko,ja;q=0.9,zh;q=0.8")) {
            JsonNode japanese = new SetupApi(admin.reading(first)).condition("email-sender");
            assertThat(japanese.path("title").asText()).as(first).isEqualTo("メール");
        }
        for (String language : List.of("en", "ja", "zh-Hans", "zh-Hant", "fr", "*")) {
            AdminApi reader = admin.reading(language);
            for (String query : List.of("", "?takeBack=true")) {
                assertThat(reader.get(SetupApi.PATH + query).successful().toString())
                        .as(language)
                        .doesNotContain("agreementsSetup.");
            }
        }
    }

    private List<AdminEventRepresentation> setupEvents() {
        return realm.admin().getAdminEvents(null, null, null, null, null, null, null, null, 0, 1000).stream()
                .filter(event -> "AGREEMENT_SETUP".equals(event.getResourceType()))
                .toList();
    }

    private static String changeOf(AdminEventRepresentation event) {
        try {
            return JSON.readTree(event.getRepresentation()).path("change").asText();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private RequiredActionProviderRepresentation action(String alias) {
        return realm.admin().flows().getRequiredAction(alias);
    }

    private void change(Consumer<RealmRepresentation> change) {
        RealmRepresentation settings = realm.admin().toRepresentation();
        change.accept(settings);
        realm.admin().update(settings);
    }

    /** What of the realm the set-up may change, but the required actions, which are there from the start. */
    private Map<String, Object> shape() {
        RealmRepresentation settings = realm.admin().toRepresentation();
        Map<String, Object> shape = new TreeMap<>();
        shape.put("registrationFlow", settings.getRegistrationFlow());
        shape.put("loginTheme", String.valueOf(settings.getLoginTheme()));
        shape.put("adminTheme", String.valueOf(settings.getAdminTheme()));
        shape.put("accountTheme", String.valueOf(settings.getAccountTheme()));
        shape.put("listeners", settings.getEventsListeners().stream().sorted().toList());
        shape.put("bruteForce", settings.isBruteForceProtected());
        shape.put("login", settings.getAccessCodeLifespanLogin());
        shape.put("action", settings.getAccessCodeLifespanUserAction());
        shape.put("idle", settings.getSsoSessionIdleTimeout());
        shape.put("links", settings.getActionTokenGeneratedByUserLifespan());
        shape.put(
                "flows",
                realm.admin().flows().getFlows().stream()
                        .map(flow -> flow.getAlias())
                        .sorted()
                        .toList());
        shape.put(
                "clients",
                realm.admin().clients().findAll().stream()
                        .map(client -> client.getClientId())
                        .sorted()
                        .toList());
        shape.put(
                "scopes",
                realm.admin().clientScopes().findAll().stream()
                        .map(scope -> scope.getName())
                        .sorted()
                        .toList());
        shape.put(
                "offeredScopes",
                realm.admin().getDefaultOptionalClientScopes().stream()
                        .map(scope -> scope.getName())
                        .sorted()
                        .toList());
        shape.put(
                "profiles",
                realm.admin().clientPoliciesProfilesResource().getProfiles(false).getProfiles().stream()
                        .map(profile -> profile.getName())
                        .toList());
        shape.put(
                "policies",
                realm.admin().clientPoliciesPoliciesResource().getPolicies().getPolicies().stream()
                        .map(policy -> policy.getName())
                        .toList());
        shape.put(
                "defaultRoles",
                realm.admin().roles().get("default-roles-" + realm.name()).getRoleComposites().stream()
                        .map(role -> role.getName())
                        .sorted()
                        .toList());
        shape.put(
                "kept",
                settings.getAttributes().keySet().stream()
                        .filter(name -> name.startsWith("agreements.setup."))
                        .toList());
        return shape;
    }
}
