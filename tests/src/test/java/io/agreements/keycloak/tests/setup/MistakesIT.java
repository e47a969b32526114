package io.agreements.keycloak.tests.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.limit.ProcessTree;
import io.agreements.keycloak.testing.realm.TestRealm;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.tests.fixture.realm.Flows;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.rest.AdminApi;
import io.agreements.keycloak.tests.fixture.rest.SetupApi;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.admin.client.resource.ClientResource;
import org.keycloak.representations.idm.ClientPoliciesRepresentation;
import org.keycloak.representations.idm.ClientProfilesRepresentation;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.RequiredActionProviderRepresentation;

/** Every mistake in the set-up of a realm is found, told by its name, and mended where that can be. */
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MistakesIT {

    private static final String FORM = "pop800 registration form";
    private static final String STEP = "registration-agreements";
    private static final String CONSOLE = "agreements-console";

    /** Mistakes that do not hide one another, and what the command says of each. */
    private static final Map<String, String> TOLD_BY_THE_COMMAND = Map.ofEntries(
            Map.entry(
                    "the step is disabled",
                    "The step “Agreements” of the flow “pop800 registration” becomes required."),
            Map.entry(
                    "stock terms are asked for",
                    "The step “Terms and conditions” of the flow “pop800 registration” is disabled."),
            Map.entry("stock login theme", "Login theme: keycloak.v2 → "),
            Map.entry("a client with a stock login theme", "Nobody can register by these clients"),
            Map.entry("stock admin theme", "Theme of the admin console: keycloak.v2 → "),
            Map.entry("stock account theme", "Theme of the account console: keycloak.v3 → "),
            Map.entry("nobody is asked", "The required action agreement-acceptance is enabled."),
            Map.entry(
                    "asking is a default action",
                    "The required action agreement-acceptance is no default action any more."),
            Map.entry("deletion is off", "The required action agreement-account-deletion is enabled."),
            Map.entry(
                    "the restriction page is gone",
                    "The required action agreement-restriction is registered, enabled."),
            Map.entry("nobody has the role", "gets the role delete-account of the client account."),
            Map.entry("no listener", "The event listener agreements is added to those there are."),
            Map.entry("the policy is disabled", "The policy “agreements” is enabled."),
            Map.entry(
                    "the executor is gone",
                    "The client profile “agreements-accepted” gets the executor agreements-accepted."),
            Map.entry("the mapper is gone", "No client can learn what its user has decided"),
            Map.entry("no sender", "The realm cannot send mail"),
            Map.entry("five minutes to register", "Login timeout (minutes): 5 → 30"),
            Map.entry("five minutes to read", "Login action timeout (minutes): 5 → 30"),
            Map.entry("a short session", "SSO Session Idle (minutes): 10 → 30"),
            Map.entry("guessing is free", "Brute force detection is switched on."),
            Map.entry("no time zone", "The attribute agreements.timeZone is “Mars”"),
            Map.entry(
                    "the console client leads elsewhere", "The client agreements-console gets the valid redirect URI "),
            Map.entry("an audience of nobody", "Agreements name clients or roles that do not exist: "),
            Map.entry("no binding text", "Versions lack the text in the binding language: "));

    private KeycloakServer server;
    private Pop800 pop800;
    private TestRealm realm;
    private AdminApi admin;
    private SetupApi setup;

    @BeforeAll
    void createRealm(KeycloakServer running) {
        server = running;
        pop800 = Pop800.create(server);
        realm = pop800.realm();
        change(settings -> {
            settings.setBruteForceProtected(true);
            settings.setSmtpServer(sender());
        });
        admin = AdminApi.of(pop800);
        setup = new SetupApi(admin);
    }

    /** A mistake, the condition that is not met then, and what makes it good by hand; null where the set-up does. */
    private record Mistake(String name, String condition, Consumer<MistakesIT> plant, Consumer<MistakesIT> byHand) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static Mistake mistake(
            String name, String condition, Consumer<MistakesIT> plant, Consumer<MistakesIT> byHand) {
        return new Mistake(name, condition, plant, byHand);
    }

    private static Mistake mistake(String name, String condition, Consumer<MistakesIT> plant) {
        return mistake(name, condition, plant, null);
    }

    private static Mistake setting(String name, String condition, Consumer<RealmRepresentation> change) {
        return mistake(name, condition, test -> test.change(change));
    }

    static Stream<Mistake> mistakes() {
        return Stream.of(
                mistake(
                        "the step is disabled",
                        "registration-flow",
                        test -> test.flows().disable(FORM, STEP)),
                mistake(
                        "the step comes first",
                        "registration-flow",
                        test -> test.flows().moveToTheTop(FORM, STEP)),
                mistake(
                        "the step is gone",
                        "registration-flow",
                        test -> test.flows().remove(FORM, STEP)),
                mistake(
                        "stock terms are asked for",
                        "registration-flow",
                        test -> test.flows().add(FORM, "registration-terms-and-conditions", 5)),
                setting("stock login theme", "login-theme", settings -> settings.setLoginTheme("keycloak.v2")),
                mistake(
                        "a client with a stock login theme",
                        "client-themes",
                        test -> test.changeSample("keycloak.v2"),
                        test -> test.changeSample("")),
                setting("stock admin theme", "admin-theme", settings -> settings.setAdminTheme("keycloak.v2")),
                setting("stock account theme", "account-theme", settings -> settings.setAccountTheme("keycloak.v3")),
                mistake(
                        "nobody is asked",
                        "acceptance-action",
                        test -> test.pop800.enable("agreement-acceptance", false)),
                mistake(
                        "asking is a default action",
                        "acceptance-action",
                        test -> test.makeDefault("agreement-acceptance")),
                mistake(
                        "deletion is off",
                        "deletion-action",
                        test -> test.pop800.enable("agreement-account-deletion", false)),
                mistake(
                        "the restriction page is gone",
                        "restriction-action",
                        test -> test.realm.admin().flows().removeRequiredAction("agreement-restriction")),
                mistake("nobody has the role", "deletion-role", MistakesIT::takeRole),
                setting(
                        "no listener",
                        "event-listener",
                        settings -> settings.setEventsListeners(List.of("jboss-logging"))),
                mistake("the policy is disabled", "client-policy", MistakesIT::disablePolicy),
                mistake("the executor is gone", "client-policy", MistakesIT::takeExecutorOut),
                mistake("the mapper is gone", "claim", MistakesIT::removeMapper),
                mistake(
                        "no sender",
                        "email-sender",
                        test -> test.change(settings -> settings.setSmtpServer(new HashMap<>())),
                        test -> test.change(settings -> settings.setSmtpServer(sender()))),
                setting("five minutes to register", "lifespans", settings -> settings.setAccessCodeLifespanLogin(300)),
                setting("five minutes to read", "lifespans", settings -> settings.setAccessCodeLifespanUserAction(300)),
                setting("a short session", "lifespans", settings -> settings.setSsoSessionIdleTimeout(600)),
                setting("guessing is free", "brute-force", settings -> settings.setBruteForceProtected(false)),
                mistake(
                        "no time zone",
                        "time-zone",
                        test -> test.change(settings -> settings.getAttributes().put("agreements.timeZone", "Mars")),
                        test -> test.change(
                                settings -> settings.getAttributes().put("agreements.timeZone", "Asia/Shanghai"))),
                mistake(
                        "the console client is gone",
                        "console-client",
                        test -> test.console().remove()),
                mistake(
                        "the console client leads elsewhere",
                        "console-client",
                        test -> test.changeConsole(client -> client.setRedirectUris(List.of("/elsewhere")))),
                mistake(
                        "an audience of nobody",
                        "audiences",
                        MistakesIT::addAudience,
                        test -> test.admin.delete("/for-nobody").status()),
                mistake(
                        "no binding text",
                        "binding-texts",
                        MistakesIT::addVersionWithoutText,
                        test -> test.admin.delete("/without-text").status()),
                setting(
                        "the stock registration flow",
                        "registration-flow",
                        settings -> settings.setRegistrationFlow("registration")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void aMistakeIsToldByItsConditionAlone(Mistake mistake) {
        assertThat(setup.lacking()).as("before").isEmpty();
        mistake.plant().accept(this);

        String condition = mistake.condition();
        assertThat(setup.lacking())
                .containsExactly(Map.entry(condition, mistake.byHand() == null ? "TO_MEND" : "BY_HAND"));
        assertThat(setup.condition(condition).path("sentence").asText()).isNotBlank();
        if (mistake.byHand() == null) {
            assertThat(setup.condition(condition).path("changes")).isNotEmpty();
            setup.mend(condition).successful();
        } else {
            assertThat(setup.mend(condition).successful()).isNotNull();
            assertThat(setup.lacking()).containsOnlyKeys(condition);
            mistake.byHand().accept(this);
        }
        assertThat(setup.lacking()).as("after").isEmpty();
    }

    @Test
    void theCommandTellsEachOfTheMistakesThatOneRealmCanHaveAtOnce(@TempDir Path directory)
            throws IOException, InterruptedException {
        MistakesIT other = new MistakesIT();
        other.createRealm(server);
        Map<String, String> told = TOLD_BY_THE_COMMAND;
        assertThat(told).hasSizeGreaterThanOrEqualTo(20);
        assertThat(mistakes().map(Mistake::name)).containsAll(told.keySet());

        mistakes()
                .filter(mistake -> told.containsKey(mistake.name()))
                .forEach(mistake -> mistake.plant().accept(other));

        Command ill = doctor(directory, "--realm", other.realm.name());
        assertThat(ill.status()).as(ill.output()).isOne();
        assertThat(ill.output()).contains(told.values());
        assertThat(mistakes().filter(mistake -> told.containsKey(mistake.name())))
                .allSatisfy(mistake -> assertThat(ill.output())
                        .containsPattern("(TO MEND|BY HAND) +" + Pattern.quote(mistake.condition()) + ": "));
    }

    @Test
    void theCommandSaysTheSameAndSaysByItsExitStatusWhetherSomethingIsMissing(@TempDir Path directory)
            throws IOException, InterruptedException {
        Command healthy = doctor(directory, "--realm", realm.name());
        assertThat(healthy.output()).contains("Realm " + realm.name(), "event-listener", "Nothing is to be mended.");
        assertThat(healthy.status()).isZero();

        change(settings -> settings.setEventsListeners(List.of("jboss-logging")));
        Command one = doctor(directory, "--realm", realm.name(), "--language", "zh-Hans");
        assertThat(one.output()).contains("TO MEND", "event-listener", "事件监听器", "To be mended: 1");
        assertThat(one.status()).isOne();
        Command all = doctor(directory);
        assertThat(all.output())
                .contains("Realm " + realm.name(), "The event listener agreements is added")
                .contains("Realm master: no agreement in force, nothing is needed");
        assertThat(all.status()).isOne();
        setup.mend("event-listener").successful();

        Command unknown = doctor(directory, "--realm", "nowhere");
        assertThat(unknown.output()).contains("error: The server refuses");
        assertThat(unknown.status()).isEqualTo(2);
    }

    private record Command(int status, String output) {}

    private Command doctor(Path directory, String... words) throws IOException, InterruptedException {
        Path script = Path.of(System.getProperty("keycloak.project")).resolve("bin/doctor");
        List<String> line =
                new ArrayList<>(List.of("bash", script.toString(), "--server", server.url(), "--user=admin"));
        line.addAll(List.of(words));
        Path output = Files.createTempFile(directory, "doctor", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("KEYCLOAK_PASSWORD", "admin");
        Process process = builder.start();
        process.getOutputStream().close();
        boolean ended = process.waitFor(2, TimeUnit.MINUTES);
        if (!ended) {
            new ProcessTree(process.toHandle()).kill();
        }
        String written = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(ended).as(written).isTrue();
        return new Command(process.exitValue(), written);
    }

    private Flows flows() {
        return new Flows(pop800);
    }

    private void change(Consumer<RealmRepresentation> change) {
        RealmRepresentation settings = realm.admin().toRepresentation();
        change.accept(settings);
        realm.admin().update(settings);
    }

    private static Map<String, String> sender() {
        return new HashMap<>(Map.of("host", "127.0.0.1", "from", "service@pop800.example"));
    }

    private void makeDefault(String action) {
        RequiredActionProviderRepresentation settings = realm.admin().flows().getRequiredAction(action);
        settings.setDefaultAction(true);
        realm.admin().flows().updateRequiredAction(action, settings);
    }

    private void takeRole() {
        String account =
                realm.admin().clients().findByClientId("account").get(0).getId();
        realm.admin()
                .roles()
                .get("default-roles-pop800")
                .deleteComposites(List.of(realm.admin()
                        .clients()
                        .get(account)
                        .roles()
                        .get("delete-account")
                        .toRepresentation()));
    }

    private void disablePolicy() {
        ClientPoliciesRepresentation policies =
                realm.admin().clientPoliciesPoliciesResource().getPolicies();
        policies.getPolicies().stream()
                .filter(policy -> policy.getName().equals("agreements"))
                .forEach(policy -> policy.setEnabled(false));
        realm.admin().clientPoliciesPoliciesResource().updatePolicies(policies);
    }

    private void takeExecutorOut() {
        ClientProfilesRepresentation profiles =
                realm.admin().clientPoliciesProfilesResource().getProfiles(false);
        profiles.getProfiles().stream()
                .filter(profile -> profile.getName().equals("agreements-accepted"))
                .forEach(profile -> profile.setExecutors(List.of()));
        realm.admin().clientPoliciesProfilesResource().updateProfiles(profiles);
    }

    private void removeMapper() {
        ClientResource sample = client("sample");
        sample.getProtocolMappers().getMappers().stream()
                .filter(mapper -> mapper.getProtocolMapper().equals("oidc-agreements-mapper"))
                .forEach(mapper -> sample.getProtocolMappers().delete(mapper.getId()));
    }

    private ClientResource console() {
        return client(CONSOLE);
    }

    private void changeConsole(Consumer<ClientRepresentation> change) {
        ClientRepresentation client = console().toRepresentation();
        change.accept(client);
        console().update(client);
    }

    private void changeSample(String loginTheme) {
        ClientRepresentation sample = client("sample").toRepresentation();
        sample.getAttributes().put("login_theme", loginTheme);
        client("sample").update(sample);
    }

    private ClientResource client(String clientId) {
        return realm.admin()
                .clients()
                .get(realm.admin().clients().findByClientId(clientId).get(0).getId());
    }

    /** The client is there when it is named, and goes afterwards. */
    private void addAudience() {
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId("nobody");
        try (Response response = realm.admin().clients().create(client)) {
            assertThat(response.getStatus()).isEqualTo(201);
        }
        admin.post("", """
                        {"key": "for-nobody", "requirement": "OPTIONAL", "bindingLocale": "en",
                         "audience": {"type": "CLIENTS", "names": ["nobody"]}}
                        """).successful();
        client("nobody").remove();
    }

    private void addVersionWithoutText() {
        admin.post("", "{\"key\": \"without-text\", \"requirement\": \"OPTIONAL\", \"bindingLocale\": \"en\"}")
                .successful();
        admin.post("/without-text/versions", "{}").successful();
    }
}
