package io.agreements.keycloak.tests.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.browser.ClientSite;
import io.agreements.keycloak.testing.http.BoundedHttp;
import io.agreements.keycloak.testing.oidc.AuthorizationRequest;
import io.agreements.keycloak.testing.oidc.Callback;
import io.agreements.keycloak.testing.oidc.OidcClient;
import io.agreements.keycloak.testing.oidc.TokenResponse;
import io.agreements.keycloak.testing.realm.RealmBuilder;
import io.agreements.keycloak.testing.realm.TestRealm;
import io.agreements.keycloak.testing.realm.UserBuilder;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.testing.server.running.QuickTasks;
import io.agreements.keycloak.tests.fixture.realm.Flows;
import io.agreements.keycloak.tests.fixture.realm.Mailbox;
import io.agreements.keycloak.tests.fixture.realm.Persons;
import io.agreements.keycloak.tests.fixture.realm.Persons.Person;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.realm.Tasks;
import io.agreements.keycloak.tests.fixture.rest.MyRest;
import io.agreements.keycloak.tests.fixture.rest.PlainSignIn;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.keycloak.admin.client.resource.ClientPoliciesProfilesResource;
import org.keycloak.admin.client.resource.ClientResource;
import org.keycloak.admin.client.resource.ClientsResource;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.ClientPoliciesRepresentation;
import org.keycloak.representations.idm.ClientPolicyConditionRepresentation;
import org.keycloak.representations.idm.ClientPolicyExecutorRepresentation;
import org.keycloak.representations.idm.ClientPolicyRepresentation;
import org.keycloak.representations.idm.ClientProfileRepresentation;
import org.keycloak.representations.idm.ClientProfilesRepresentation;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ClientScopeRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;
import org.keycloak.representations.idm.RealmEventsConfigRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.RequiredActionProviderRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.representations.userprofile.config.UPConfig;

/**
 * The jars are taken out of a Keycloak whose realms still name what was in them, and put back: what the table in the
 * operators' guide tells.
 */
@Tag("long")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class JarsGoneIT {

    private static final String ACCEPTANCE = "agreement-acceptance";
    private static final String DELETION = "agreement-account-deletion";
    private static final String RESTRICTION = "agreement-restriction";
    private static final List<String> ACTIONS = List.of(ACCEPTANCE, DELETION, RESTRICTION);
    private static final List<String> VALIDATORS = List.of("birthdate", "phone-number", "prohibited-content");
    private static final String CLIENT = "app";
    private static final String CONSOLE = "agreements-console";
    private static final String REDIRECT_URI = "http://localhost:" + ClientSite.PORT + "/callback";
    private static final String ANN = "ann";
    private static final String BOB = "bob";
    private static final String LEAVER = "leaver";
    private static final Pattern SAML_RESPONSE = Pattern.compile("name=\"SAMLResponse\" value=\"([^\"]+)\"");

    private KeycloakServer server;

    private TestRealm registration;
    private TestRealm registrationDisabled;
    private TestRealm profile;
    private TestRealm actions;
    private TestRealm disabledActions;
    private TestRealm defaultAction;
    private TestRealm flow;
    private TestRealm flowDisabled;
    private TestRealm condition;
    private TestRealm directGrant;
    private TestRealm accepted;
    private TestRealm thirdParty;
    private TestRealm mappers;
    private TestRealm listener;
    private TestRealm themes;
    private TestRealm clientTheme;
    private TestRealm console;
    private TestRealm madeMeanwhile;

    /** Turned off as the README says. */
    private Pop800 inOrder;

    private Person settled;
    private Person owing;
    private Person due;
    private Person thinking;
    private Person removedMeanwhile;
    private Person newMeanwhile;
    private ClientProfilesRepresentation profilesWithExecutors;

    @BeforeAll
    void createRealms(KeycloakServer running) {
        server = running;
        registration = asking("registration");
        registrationDisabled = asking("registration-disabled");
        new Flows(registrationDisabled).disable("asking registration form", "registration-agreements");
        profile = realm("profile");
        setValidator(profile, true);
        actions = realm("actions");
        actions.createUser(UserBuilder.named(BOB).requiredAction(ACCEPTANCE));
        actions.createUser(UserBuilder.named(LEAVER).requiredAction(DELETION));
        disabledActions = realm("disabled-actions");
        ACTIONS.forEach(action -> set(disabledActions, action, settings -> {
            settings.setEnabled(false);
            settings.setDefaultAction(true);
        }));
        disabledActions.createUser(
                UserBuilder.named(BOB).requiredAction(ACCEPTANCE).requiredAction(DELETION));
        defaultAction = realm("default-action");
        set(defaultAction, ACCEPTANCE, settings -> settings.setDefaultAction(true));
        flow = browserFlow("flow");
        new Flows(flow).add("asking forms", "agreements", 90);
        flowDisabled = browserFlow("flow-disabled");
        new Flows(flowDisabled).add("asking forms", "agreements", 90).disable("asking forms", "agreements");
        condition = browserFlow("condition");
        new Flows(condition)
                .addFlow("asking forms", "guard", "CONDITIONAL", 90)
                .add("guard", "agreements-accepted", 10)
                .add("guard", "deny-access-authenticator", 20);
        directGrant = realm("direct-grant");
        new Flows(directGrant).copy("direct grant", "asking").add("asking", "agreements", 90);
        change(directGrant, settings -> settings.setDirectGrantFlow("asking"));
        accepted = realm("accepted", settings -> everyRequestMeets(settings, "agreements-accepted"));
        thirdParty = realm("third-party", settings -> everyRequestMeets(settings, "third-party-consent-required"));
        mappers = realm("mappers");
        addMappers();
        listener = realm("listener", settings -> {
            settings.setEventsEnabled(true);
            settings.setEventsListeners(List.of("jboss-logging", "agreements"));
        });
        themes = realm("themes", settings -> {
            settings.setLoginTheme("agreements");
            settings.setAccountTheme("agreements");
            settings.setAdminTheme("agreements");
            settings.setEmailTheme("agreements");
        });
        clientTheme = realm("client-theme");
        ClientResource app = client(clientTheme, CLIENT);
        ClientRepresentation styled = app.toRepresentation();
        styled.getAttributes().put("login_theme", "agreements");
        app.update(styled);
        console = realm("console");
        addConsole();
        createRealmTurnedOffInOrder();
    }

    private void createRealmTurnedOffInOrder() {
        inOrder = Pop800.create(server);
        Persons persons = new Persons(inOrder);
        settled = persons.settled();
        owing = persons.owing();
        due = persons.settled();
        thinking = persons.settled();
        removedMeanwhile = persons.settled();
        for (Person leaving : List.of(due, thinking)) {
            AuthorizationRequest request = inOrder.client().authorization();
            Callback callback = Callback.parse(PlainSignIn.open(request.url())
                    .password(leaving.email(), Pop800.PASSWORD)
                    .client());
            String token = inOrder.client().exchange(callback, request).accessToken();
            assertThat(new MyRest(inOrder, token).post("/deletion").status()).isLessThan(300);
        }
        assertThat(password(owing).status()).isEqualTo(400);
        change(inOrder.realm(), settings -> {
            settings.setLoginTheme("keycloak.v2");
            settings.setAdminTheme("keycloak.v2");
            settings.setAccountTheme("keycloak.v3");
            settings.setEventsListeners(List.of("jboss-logging"));
        });
        new Flows(inOrder).remove("pop800 registration form", "registration-agreements");
        inOrder.enable(ACCEPTANCE, false);
        inOrder.enable(DELETION, false);
        inOrder.enable(RESTRICTION, false);
        profilesWithExecutors = takeExecutorsOut(inOrder.realm());
        UPConfig configuration = inOrder.realm().admin().users().userProfile().getConfiguration();
        configuration
                .getAttributes()
                .forEach(attribute -> attribute.getValidations().keySet().removeAll(VALIDATORS));
        inOrder.realm().admin().users().userProfile().update(configuration);
    }

    @Test
    void whatIsInTheTableHappensWhileTheyAreGoneAndEverythingGoesOnOnceTheyAreBack() {
        assertAll(
                () -> server.withoutProduct(() -> assertAll(
                        "gone",
                        this::theRegistrationPageFails,
                        this::theRegistrationPageIsShownWithTheStepDisabled,
                        this::nobodySignsInWhereTheProfileNamesTheValidator,
                        this::actionsThatAreEnabledFailOnlyWhereTheyAreCalledFor,
                        this::actionsThatAreDisabledAskNobody,
                        this::aDefaultActionKeepsOutWhoIsNew,
                        this::aFlowWithTheAuthenticatorFails,
                        this::aFlowWithTheAuthenticatorDisabledDoesNot,
                        this::aFlowWithTheConditionFails,
                        this::aDirectGrantWithTheAuthenticatorFails,
                        this::everyRequestFailsAndNoSettingsAreSavedWhereAPolicyNamesAnExecutor,
                        this::tokensComeWithoutTheClaim,
                        this::assertionsComeWithoutTheAttribute,
                        this::clientsAndScopesAreSavedButNotTheMapper,
                        this::onlyTheEventSettingsAreNotSavedWithTheListener,
                        this::keycloaksOwnThemesAreShown,
                        this::keycloaksOwnLoginThemeIsShownForTheClient,
                        this::theClientOfTheConsoleLeadsToNoPage,
                        this::whatWasTurnedOffInOrderWorks)),
                () -> assertAll(
                        "back",
                        this::theRegistrationFlowIsThereToBeBoundAgain,
                        this::actionsCanBeTakenOffUsers,
                        this::mappersWorkAgain,
                        this::actionsAreEnabledWhereTheyWereMissing,
                        this::actionsThatWereDisabledStaySo,
                        this::deletionsThatCameDueAreCarriedOutAndRemovalsAreOnRecord,
                        this::onceEnabledWhoOwesIsAskedAndWhoAcceptedIsNot));
    }

    private void theRegistrationPageFails() {
        PlainSignIn page = PlainSignIn.open(app(registration).registration().url());
        assertThat(page.status()).as(page.toString()).isEqualTo(500);
        expectSignIn(registration);
        assertThat(saved(registration)).isEqualTo(200);
        change(registration, settings -> settings.setRegistrationFlow("registration"));
        expectPage(app(registration).registration().url());
    }

    private void theRegistrationPageIsShownWithTheStepDisabled() {
        expectPage(app(registrationDisabled).registration().url());
    }

    private void nobodySignsInWhereTheProfileNamesTheValidator() {
        assertAll(
                () -> expectPassword(profile, ANN, 500),
                () -> expectFailure(profile, 400),
                () -> assertThat(status(() -> profile.admin().users().list())).isEqualTo(400),
                () -> assertThat(status(() -> profile.createUser(UserBuilder.named(BOB))))
                        .isEqualTo(500),
                () -> assertThat(saved(profile)).isEqualTo(200));
        setValidator(profile, false);
        expectPassword(profile, ANN, 200);
        expectSignIn(profile);
    }

    private void actionsThatAreEnabledFailOnlyWhereTheyAreCalledFor() {
        assertAll(
                () -> expectSignIn(actions),
                () -> expectPassword(actions, ANN, 200),
                () -> assertThat(server.logs())
                        .contains("'agreement-acceptance' configured in the realm '" + actions.name()
                                + "' is not available"),
                () -> expectFailure(signInWithAction(actions, ACCEPTANCE), 500),
                () -> expectFailure(signInWithAction(actions, DELETION), 500),
                () -> expectFailure(signIn(actions, BOB), 500),
                () -> expectFailure(signIn(actions, LEAVER), 500),
                () -> expectPassword(actions, BOB, 400),
                () -> expectPassword(actions, LEAVER, 400),
                () -> assertThat(saved(actions)).isEqualTo(200));
        ACTIONS.forEach(action -> actions.admin().flows().removeRequiredAction(action));
        assertAll(
                () -> expectSignIn(signIn(actions, BOB)),
                () -> expectSignIn(signIn(actions, LEAVER)),
                () -> expectPassword(actions, BOB, 400));
        takeActionsOff(actions.user(BOB));
        assertThat(actions.user(BOB).toRepresentation().getRequiredActions()).containsExactly(ACCEPTANCE);
        expectPassword(actions, BOB, 400);
    }

    private void actionsThatAreDisabledAskNobody() {
        disabledActions.createUser(UserBuilder.named("new"));
        assertAll(
                () -> expectSignIn(disabledActions),
                () -> expectSignIn(signInWithAction(disabledActions, ACCEPTANCE)),
                () -> expectSignIn(signInWithAction(disabledActions, DELETION)),
                () -> expectSignIn(signIn(disabledActions, BOB)),
                () -> expectPassword(disabledActions, BOB, 400),
                () -> assertThat(disabledActions.user("new").toRepresentation().getRequiredActions())
                        .isEmpty());
    }

    private void aDefaultActionKeepsOutWhoIsNew() {
        expectSignIn(defaultAction);
        defaultAction.createUser(UserBuilder.named(BOB));
        assertThat(defaultAction.user(BOB).toRepresentation().getRequiredActions())
                .containsExactly(ACCEPTANCE);
        expectFailure(signIn(defaultAction, BOB), 500);
    }

    private void aFlowWithTheAuthenticatorFails() {
        PlainSignIn page = PlainSignIn.open(app(flow).authorization().url());
        expectFailure(page, 400);
        assertThat(page.page()).doesNotContain("kc-form-login");
        expectPassword(flow, ANN, 200);
        assertThat(saved(flow)).isEqualTo(200);
        change(flow, settings -> settings.setBrowserFlow("browser"));
        expectSignIn(flow);
    }

    private void aFlowWithTheAuthenticatorDisabledDoesNot() {
        expectSignIn(flowDisabled);
    }

    private void aFlowWithTheConditionFails() {
        expectFailure(condition, 400);
        change(condition, settings -> settings.setBrowserFlow("browser"));
        expectSignIn(condition);
    }

    private void aDirectGrantWithTheAuthenticatorFails() {
        expectPassword(directGrant, ANN, 500);
        expectSignIn(directGrant);
    }

    private void everyRequestFailsAndNoSettingsAreSavedWhereAPolicyNamesAnExecutor() {
        for (TestRealm realm : List.of(accepted, thirdParty)) {
            expectPassword(realm, ANN, 500);
            expectFailure(PlainSignIn.open(app(realm).authorization().url()), 500);
            assertThat(saved(realm)).isEqualTo(500);
        }
        ClientPoliciesRepresentation policies =
                accepted.admin().clientPoliciesPoliciesResource().getPolicies();
        policies.getPolicies().forEach(policy -> policy.setEnabled(false));
        accepted.admin().clientPoliciesPoliciesResource().updatePolicies(policies);
        expectSignIn(accepted);
        assertThat(saved(accepted)).isEqualTo(500);
        takeExecutorsOut(thirdParty);
        expectSignIn(thirdParty);
        assertThat(saved(thirdParty)).isEqualTo(200);
    }

    private void tokensComeWithoutTheClaim() {
        TokenResponse tokens = app(mappers).password(ANN, ANN);
        assertThat(tokens.accessTokenClaims().has("sub")).isTrue();
        assertThat(tokens.accessTokenClaims().has("of_client")).isFalse();
        assertThat(tokens.accessTokenClaims().has("of_scope")).isFalse();
    }

    private void assertionsComeWithoutTheAttribute() {
        PlainSignIn signIn = PlainSignIn.open(mappers.url() + "/protocol/saml/clients/intranet")
                .password(ANN, ANN);
        Matcher response = SAML_RESPONSE.matcher(signIn.page());
        assertThat(response.find()).as(signIn.toString()).isTrue();
        assertThat(new String(Base64.getMimeDecoder().decode(response.group(1)), StandardCharsets.UTF_8))
                .contains("status:Success")
                .doesNotContain("Name=\"agreements\"");
    }

    private void clientsAndScopesAreSavedButNotTheMapper() {
        ClientResource app = client(mappers, CLIENT);
        ProtocolMapperRepresentation mapper =
                app.toRepresentation().getProtocolMappers().get(0);
        ClientScopeRepresentation scope = scope();
        assertAll(
                () -> assertThat(status(() -> app.update(app.toRepresentation())))
                        .isEqualTo(200),
                () -> assertThat(status(() -> mappers.admin()
                                .clientScopes()
                                .get(scope.getId())
                                .update(scope)))
                        .isEqualTo(200),
                () -> assertThat(status(() -> app.getProtocolMappers().update(mapper.getId(), mapper)))
                        .isEqualTo(404));
    }

    private void onlyTheEventSettingsAreNotSavedWithTheListener() {
        expectSignIn(listener);
        assertThat(server.logs()).contains("Event listeners [agreements] registered, but provider not found");
        RealmEventsConfigRepresentation events = listener.admin().getRealmEventsConfig();
        assertAll(
                () -> assertThat(saved(listener)).isEqualTo(200),
                () -> assertThat(status(() -> listener.admin().updateRealmEventsConfig(events)))
                        .isEqualTo(400));
        events.setEventsListeners(List.of("jboss-logging"));
        listener.admin().updateRealmEventsConfig(events);
    }

    private void keycloaksOwnThemesAreShown() {
        try (Mailbox mailbox = new Mailbox()) {
            mailbox.serve(Pop800.of(themes, null));
            themes.user(ANN).executeActionsEmail(List.of("UPDATE_PASSWORD"));
            assertThat(mailbox.await(1)).hasSize(1);
        }
        PlainSignIn signIn = PlainSignIn.open(app(themes).authorization().url());
        assertAll(
                () -> assertThat(signIn.page()).contains("login/keycloak.v2"),
                () -> expectSignIn(signIn.password(ANN, ANN)),
                () -> assertThat(get(themes.url() + "/account/").body()).contains("account/keycloak.v3"),
                () -> assertThat(get(server.url() + "/admin/" + themes.name() + "/console/")
                                .body())
                        .contains("admin/keycloak.v2"),
                () -> assertThat(server.logs())
                        .contains(
                                "Failed to find LOGIN theme agreements",
                                "Failed to find EMAIL theme agreements",
                                "Failed to find ACCOUNT theme agreements",
                                "Failed to find ADMIN theme agreements"),
                () -> assertThat(saved(themes)).isEqualTo(200),
                () -> assertThat(themes.admin().toRepresentation().getLoginTheme())
                        .isEqualTo("agreements"));
    }

    private void keycloaksOwnLoginThemeIsShownForTheClient() {
        PlainSignIn signIn = PlainSignIn.open(app(clientTheme).authorization().url());
        assertThat(signIn.page()).as(signIn.toString()).contains("login/keycloak.v2");
        expectSignIn(signIn.password(ANN, ANN));
        ClientResource app = client(clientTheme, CLIENT);
        assertThat(status(() -> app.update(app.toRepresentation()))).isEqualTo(200);
    }

    private void theClientOfTheConsoleLeadsToNoPage() {
        String page = console.url() + "/agreements/console";
        assertThat(get(page).statusCode()).isEqualTo(404);
        PlainSignIn signIn = PlainSignIn.open(OidcClient.of(server, console.name(), CONSOLE, page)
                        .authorization()
                        .url())
                .password(ANN, ANN);
        assertThat(signIn.status()).as(signIn.toString()).isEqualTo(404);
    }

    private void whatWasTurnedOffInOrderWorks() {
        madeMeanwhile = realm("made-meanwhile");
        newMeanwhile = new Persons(inOrder).owing();
        inOrder.realm().admin().users().get(removedMeanwhile.id()).remove();
        server.database().update("update agr_deletion_request set due_at = 1 where user_id = ?", due.id());
        assertThat(password(settled).idTokenClaims().has("agreements")).isFalse();
        for (Person person : List.of(settled, owing, due, thinking, newMeanwhile)) {
            expectSignIn(signInOrdered(person));
        }
        for (Person leaving : List.of(due, thinking)) {
            assertThat(password(leaving).errorDescription()).isEqualTo("Account is not fully set up");
        }
        expectPage(inOrder.client().registration().url());
        assertThat(saved(inOrder.realm())).isEqualTo(200);
    }

    private void theRegistrationFlowIsThereToBeBoundAgain() {
        change(registration, settings -> settings.setRegistrationFlow("asking"));
        expectPage(app(registration).registration().url());
    }

    private void actionsCanBeTakenOffUsers() {
        takeActionsOff(actions.user(BOB));
        expectPassword(actions, BOB, 200);
    }

    private static void takeActionsOff(UserResource user) {
        UserRepresentation freed = user.toRepresentation();
        freed.setRequiredActions(List.of());
        user.update(freed);
    }

    private void mappersWorkAgain() {
        TokenResponse tokens = app(mappers).password(ANN, ANN);
        assertThat(tokens.accessTokenClaims().has("of_client")).isTrue();
        assertThat(tokens.accessTokenClaims().has("of_scope")).isTrue();
    }

    private void actionsAreEnabledWhereTheyWereMissing() {
        for (TestRealm realm : List.of(madeMeanwhile, actions)) {
            assertThat(ACTIONS)
                    .allSatisfy(action -> assertThat(realm.admin()
                                    .flows()
                                    .getRequiredAction(action)
                                    .isEnabled())
                            .isTrue());
        }
    }

    private void actionsThatWereDisabledStaySo() {
        for (TestRealm realm : List.of(disabledActions, inOrder.realm())) {
            assertThat(ACTIONS)
                    .allSatisfy(action -> assertThat(realm.admin()
                                    .flows()
                                    .getRequiredAction(action)
                                    .isEnabled())
                            .isFalse());
        }
        for (Person person : List.of(settled, owing, newMeanwhile)) {
            assertThat(password(person).status()).isEqualTo(200);
        }
        assertThat(password(settled).idTokenClaims().has("agreements")).isTrue();
    }

    private void deletionsThatCameDueAreCarriedOutAndRemovalsAreOnRecord() {
        try (QuickTasks tasks = QuickTasks.on(server, Tasks.DELETIONS, Tasks.SWEEP)) {
            assertThat(tasks).isNotNull();
            for (Person gone : List.of(due, removedMeanwhile)) {
                await(() -> inOrder.records(gone.id()).stream()
                        .map(row -> row.get("type"))
                        .toList()
                        .containsAll(List.of("DELETION", "ERASURE")));
                assertThat(inOrder.standings(gone.id())).isEmpty();
            }
        }
        assertThat(inOrder.realm().admin().users().searchByUsername(due.email(), true))
                .isEmpty();
        assertThat(inOrder.realm().admin().users().searchByUsername(thinking.email(), true))
                .hasSize(1);
    }

    private void onceEnabledWhoOwesIsAskedAndWhoAcceptedIsNot() {
        expectSignIn(signInOrdered(thinking));
        inOrder.enable(ACCEPTANCE, true);
        inOrder.enable(DELETION, true);
        inOrder.enable(RESTRICTION, true);
        inOrder.realm().admin().clientPoliciesProfilesResource().updateProfiles(profilesWithExecutors);
        assertAll(
                () -> assertThat(password(settled).status()).isEqualTo(200),
                () -> assertThat(password(owing).errorDescription()).contains(Pop800.AGREEMENT),
                () -> assertThat(password(newMeanwhile).errorDescription()).contains(Pop800.AGREEMENT),
                () -> expectSignIn(signInOrdered(settled)),
                () -> assertThat(signInOrdered(owing).page()).contains("agreement-acceptance-form"),
                () -> assertThat(signInOrdered(newMeanwhile).page()).contains("agreement-acceptance-form"),
                () -> assertThat(signInOrdered(thinking).page()).contains("account-deletion-pending-form"));
    }

    private PlainSignIn signInOrdered(Person person) {
        return PlainSignIn.open(inOrder.client().authorization().url()).password(person.email(), Pop800.PASSWORD);
    }

    /** @return what was there */
    private static ClientProfilesRepresentation takeExecutorsOut(TestRealm realm) {
        ClientPoliciesProfilesResource profiles = realm.admin().clientPoliciesProfilesResource();
        ClientProfilesRepresentation before = profiles.getProfiles(false);
        ClientProfilesRepresentation without = profiles.getProfiles(false);
        without.getProfiles().forEach(profile -> profile.setExecutors(List.of()));
        profiles.updateProfiles(without);
        return before;
    }

    private TestRealm realm(String what) {
        return realm(what, settings -> {});
    }

    private TestRealm realm(String what, Consumer<RealmRepresentation> change) {
        return RealmBuilder.unique("gone-" + what)
                .publicClient(CLIENT, REDIRECT_URI)
                .user(UserBuilder.named(ANN))
                .with(change)
                .create(server);
    }

    private TestRealm asking(String what) {
        TestRealm realm = realm(what, settings -> settings.setRegistrationAllowed(true));
        new Flows(realm).copy("registration", "asking").add("asking registration form", "registration-agreements", 90);
        change(realm, settings -> settings.setRegistrationFlow("asking"));
        return realm;
    }

    private TestRealm browserFlow(String what) {
        TestRealm realm = realm(what);
        new Flows(realm).copy("browser", "asking");
        change(realm, settings -> settings.setBrowserFlow("asking"));
        return realm;
    }

    private static void setValidator(TestRealm realm, boolean named) {
        UPConfig configuration = realm.admin().users().userProfile().getConfiguration();
        UPAttribute birthdate = new UPAttribute("birthdate");
        if (named) {
            birthdate.setValidations(new HashMap<>(Map.of("birthdate", Map.of("min-age", "14"))));
        }
        configuration.addOrReplaceAttribute(birthdate);
        realm.admin().users().userProfile().update(configuration);
    }

    private static void set(TestRealm realm, String action, Consumer<RequiredActionProviderRepresentation> change) {
        RequiredActionProviderRepresentation settings = realm.admin().flows().getRequiredAction(action);
        change.accept(settings);
        realm.admin().flows().updateRequiredAction(action, settings);
    }

    private static void everyRequestMeets(RealmRepresentation settings, String executor) {
        ClientPolicyExecutorRepresentation step = new ClientPolicyExecutorRepresentation();
        step.setExecutorProviderId(executor);
        step.setConfiguration(JsonNodeFactory.instance.objectNode());
        ClientProfileRepresentation profile = new ClientProfileRepresentation();
        profile.setName("agreements");
        profile.setExecutors(List.of(step));
        ClientProfilesRepresentation profiles = new ClientProfilesRepresentation();
        profiles.setProfiles(List.of(profile));
        settings.setParsedClientProfiles(profiles);
        ClientPolicyConditionRepresentation anyClient = new ClientPolicyConditionRepresentation();
        anyClient.setConditionProviderId("any-client");
        anyClient.setConfiguration(JsonNodeFactory.instance.objectNode());
        ClientPolicyRepresentation policy = new ClientPolicyRepresentation();
        policy.setName("agreements");
        policy.setEnabled(true);
        policy.setConditions(List.of(anyClient));
        policy.setProfiles(List.of("agreements"));
        ClientPoliciesRepresentation policies = new ClientPoliciesRepresentation();
        policies.setPolicies(List.of(policy));
        settings.setParsedClientPolicies(policies);
    }

    private void addMappers() {
        client(mappers, CLIENT)
                .getProtocolMappers()
                .createMapper(claim("of_client"))
                .close();
        ClientScopeRepresentation scope = new ClientScopeRepresentation();
        scope.setName("agreements");
        scope.setProtocol("openid-connect");
        scope.setProtocolMappers(List.of(claim("of_scope")));
        mappers.admin().clientScopes().create(scope).close();
        client(mappers, CLIENT).addDefaultClientScope(scope().getId());
        ClientRepresentation intranet = new ClientRepresentation();
        intranet.setClientId("intranet");
        intranet.setProtocol("saml");
        intranet.setEnabled(true);
        intranet.setRedirectUris(List.of(REDIRECT_URI));
        intranet.setAttributes(Map.of(
                "saml.client.signature", "false",
                "saml.force.post.binding", "true",
                "saml_assertion_consumer_url_post", REDIRECT_URI,
                "saml_idp_initiated_sso_url_name", "intranet"));
        intranet.setProtocolMappers(
                List.of(mapper("saml", "saml-agreements-mapper", Map.of("attribute.name", "agreements"))));
        mappers.admin().clients().create(intranet).close();
    }

    private ClientScopeRepresentation scope() {
        return mappers.admin().clientScopes().findAll().stream()
                .filter(candidate -> candidate.getName().equals("agreements"))
                .findFirst()
                .orElseThrow();
    }

    private static ProtocolMapperRepresentation claim(String name) {
        return mapper(
                "openid-connect", "oidc-agreements-mapper", Map.of("claim.name", name, "access.token.claim", "true"));
    }

    private static ProtocolMapperRepresentation mapper(String protocol, String provider, Map<String, String> config) {
        ProtocolMapperRepresentation mapper = new ProtocolMapperRepresentation();
        mapper.setName("agreements");
        mapper.setProtocol(protocol);
        mapper.setProtocolMapper(provider);
        mapper.setConfig(config);
        return mapper;
    }

    private void addConsole() {
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId(CONSOLE);
        client.setPublicClient(true);
        client.setEnabled(true);
        client.setRootUrl("${authBaseUrl}");
        client.setBaseUrl("/realms/" + console.name() + "/agreements/console");
        client.setRedirectUris(List.of("/realms/" + console.name() + "/agreements/console"));
        try (Response response = console.admin().clients().create(client)) {
            assertThat(response.getStatus()).isEqualTo(201);
        }
    }

    private static void change(TestRealm realm, Consumer<RealmRepresentation> change) {
        RealmRepresentation settings = realm.admin().toRepresentation();
        change.accept(settings);
        realm.admin().update(settings);
    }

    /** What the server answers when the settings of a realm are saved as they are. */
    private static int saved(TestRealm realm) {
        return status(() -> change(realm, settings -> {}));
    }

    private static int status(Runnable call) {
        try {
            call.run();
            return 200;
        } catch (WebApplicationException e) {
            return e.getResponse().getStatus();
        }
    }

    private static ClientResource client(TestRealm realm, String clientId) {
        ClientsResource clients = realm.admin().clients();
        return clients.get(clients.findByClientId(clientId).get(0).getId());
    }

    private static OidcClient app(TestRealm realm) {
        return realm.client(CLIENT, REDIRECT_URI);
    }

    private TokenResponse password(Person person) {
        return inOrder.client().password(person.email(), Pop800.PASSWORD);
    }

    private static void expectPassword(TestRealm realm, String user, int status) {
        TokenResponse answer = app(realm).password(user, user);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    }

    private static PlainSignIn signInWithAction(TestRealm realm, String action) {
        return PlainSignIn.open(
                        app(realm).authorization().with("kc_action", action).url())
                .password(ANN, ANN);
    }

    private static PlainSignIn signIn(TestRealm realm, String user) {
        return PlainSignIn.open(app(realm).authorization().url()).password(user, user);
    }

    private static void expectSignIn(TestRealm realm) {
        expectSignIn(signIn(realm, ANN));
    }

    private static void expectSignIn(PlainSignIn signIn) {
        assertThat(signIn.client()).as(signIn.toString()).startsWith(REDIRECT_URI);
        assertThat(Callback.parse(signIn.client()).code()).isNotBlank();
    }

    private static void expectFailure(TestRealm realm, int status) {
        expectFailure(signIn(realm, ANN), status);
    }

    private static void expectFailure(PlainSignIn signIn, int status) {
        assertThat(signIn.status()).as(signIn.toString()).isEqualTo(status);
    }

    private static void expectPage(String url) {
        PlainSignIn page = PlainSignIn.open(url);
        assertThat(page.status()).as(page.toString()).isEqualTo(200);
    }

    private static HttpResponse<String> get(String url) {
        return BoundedHttp.send(HttpRequest.newBuilder(URI.create(url)), HttpResponse.BodyHandlers.ofString());
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }
}
