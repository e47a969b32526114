package io.agreements.keycloak.tests.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.agreements.keycloak.testing.OnEveryDatabase;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.browser.Visitor;
import io.agreements.keycloak.testing.browser.VisitorProfile;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.testing.server.running.MovedClock;
import io.agreements.keycloak.testing.server.running.Statements;
import io.agreements.keycloak.testing.server.running.Statements.Statement;
import io.agreements.keycloak.tests.fixture.page.SignInPages;
import io.agreements.keycloak.tests.fixture.realm.Broker;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.realm.Tasks;
import io.agreements.keycloak.tests.fixture.rest.AdminApi;
import io.agreements.keycloak.tests.fixture.rest.PlainSignIn;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** What belonged to an account that was closed cannot be registered again, and from outside nobody can tell that it is so. */
@OnEveryDatabase
@WithKeycloak(quickTasks = Tasks.BARRED_NAMES)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BarredNamesIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private KeycloakServer server;
    private Pop800 pop800;
    private AdminApi admin;

    @BeforeAll
    void createRealm(KeycloakServer server) {
        this.server = server;
        pop800 = Pop800.create(server).withoutSampleUser();
        admin = AdminApi.of(pop800);
    }

    @Test
    void atRegistrationItIsToldLikeANameThatAnotherAccountHas() {
        String taken = newEmail();
        pop800.newUser(taken);
        String barred = closedAndGone(newEmail(), "EMAIL");

        assertThat(withoutWhatIsRandom(registration(barred, "+8613900139000").page(), barred))
                .isEqualTo(withoutWhatIsRandom(
                        registration(taken, "+8613900139000").page(), taken));
        assertThat(registration(barred, "+8613900139000").page()).contains("已经注册");
        assertThat(registration(barred.toUpperCase(Locale.ROOT), "+8613900139000")
                        .client())
                .isEmpty();
        assertThat(users(barred)).isZero();
    }

    @Test
    void andSoItIsWhereUserNamesAreNoAddresses(KeycloakServer server) {
        Pop800 named = Pop800.create(server).withoutSampleUser();
        RealmRepresentation settings = named.realm().admin().toRepresentation();
        settings.setRegistrationEmailAsUsername(false);
        named.realm().admin().update(settings);
        String taken = newEmail();
        named.newUser(taken);
        String barred = newEmail();
        close(named, named.newUser(barred).toRepresentation().getId(), "USERNAME");
        named.realm().user(barred).remove();
        Map<String, String> others = Map.of("email", newEmail());

        assertThat(withoutWhatIsRandom(registration(named, barred, others).page(), barred))
                .isEqualTo(
                        withoutWhatIsRandom(registration(named, taken, others).page(), taken));
    }

    @Test
    void whereNobodySignsInWithAnAddressTheUserNameTellsNothingOfIt(KeycloakServer server) {
        Pop800 named = Pop800.create(server).withoutSampleUser();
        RealmRepresentation settings = named.realm().admin().toRepresentation();
        settings.setRegistrationEmailAsUsername(false);
        settings.setLoginWithEmailAllowed(false);
        named.realm().admin().update(settings);
        String taken = newEmail();
        named.newUser(taken);
        String barred = newEmail();
        close(named, named.newUser(barred).toRepresentation().getId(), "EMAIL");
        named.realm().user(barred).remove();
        String free = newEmail();

        assertThat(withName(named, barred)).isEqualTo(withName(named, free)).isNotEqualTo(withName(named, taken));
        assertThat(withAddress(named, barred))
                .isEqualTo(withAddress(named, taken))
                .isNotEqualTo(withAddress(named, free));
    }

    private static String withName(Pop800 realm, String name) {
        return withoutWhatIsRandom(
                registration(realm, name, Map.of("email", newEmail())).page(), name);
    }

    private static String withAddress(Pop800 realm, String address) {
        return withoutWhatIsRandom(
                registration(realm, newEmail(), Map.of("email", address)).page(), address);
    }

    @Test
    void aTelephoneNumberIsToldLikeOneThatIsInUse() {
        String email = newEmail();
        UserRepresentation user = pop800.newUser(email).toRepresentation();
        user.singleAttribute("phoneNumber", "138 0013 8000");
        pop800.realm().admin().users().get(user.getId()).update(user);
        close(pop800, user.getId(), "PHONE");
        pop800.realm().user(email).remove();

        assertThat(registration(newEmail(), "138-0013-8000").page()).contains("该电话号码已被使用");
        assertThat(registration(newEmail(), "139 0013 9000").page()).doesNotContain("该电话号码已被使用");
    }

    @Test
    void whoComesFromAnIdentityProviderGetsNoAccountByIt(KeycloakServer server, WebBrowser browser) {
        Pop800 other = Pop800.create(server).withoutSampleUser();
        other.askForNothing();
        Broker broker = Broker.create(server, other);
        String person = broker.newPerson();
        close(other, other.newUser(person).toRepresentation().getId(), "EMAIL");
        other.realm().user(person).remove();
        Visitor visitor = browser.visit(VisitorProfile.english());
        broker.authorization().open(visitor.page());
        new SignInPages(visitor.page()).submitPassword(person, Pop800.PASSWORD);

        PlaywrightAssertions.assertThat(visitor.page().locator("#kc-error-message"))
                .containsText("already exists");
        assertThat(broker.hasAccount(person)).isFalse();
        visitor.hear("restriction/barred-newcomer-en");
        visitor.takePicture("restriction/barred-newcomer-en");
    }

    @Test
    void liftedItIsFreeAgain() {
        String email = newEmail();
        String id = close(pop800, pop800.newUser(email).toRepresentation().getId(), "EMAIL", "USERNAME");
        admin.delete("/restrictions/" + id).successful();
        pop800.realm().user(email).remove();

        assertThat(server.database().query("select id from agr_barred_name where restriction_id = ?", id))
                .isEmpty();
        assertThat(registration(email, "+8613900139000").page()).doesNotContain("已经注册");
    }

    @Test
    void pastItsDateItIsFreeAgainAndItsDigestIsGone() {
        String email = newEmail();
        String userId = pop800.newUser(email).toRepresentation().getId();
        String id = close(pop800, userId, "EMAIL");
        pop800.realm().user(email).remove();
        try (MovedClock clock = MovedClock.of(server)) {
            clock.ahead(Duration.ofDays(31));
            assertThat(registration(email, "+8613900139000").page()).doesNotContain("已经注册");
            await(() -> server.database()
                    .query("select id from agr_barred_name where restriction_id = ?", id)
                    .isEmpty());
        }
    }

    @Test
    void anAdministratorMayMakeTheAccountAllTheSameAndIsTold() {
        String email = closedAndGone(newEmail(), "EMAIL");
        String userId = pop800.newUser(email).toRepresentation().getId();
        JsonNode told = admin.get("/restrictions/barred-names?user=" + userId).successful();
        assertThat(told.findValuesAsText("kind")).contains("EMAIL");
        assertThat(told.path(0).path("until").asLong())
                .isGreaterThan(Instant.now().toEpochMilli());

        String unconcerned = pop800.newUser(newEmail()).toRepresentation().getId();
        assertThat(admin.get("/restrictions/barred-names?user=" + unconcerned).successful())
                .isEmpty();
        assertThat(admin.get("/restrictions/barred-names?user=nobody").status()).isEqualTo(404);
        assertThat(admin.get("/restrictions/barred-names").status()).isEqualTo(400);
        assertThat(AdminApi.ofAdministratorWith(pop800, "manage-realm")
                        .get("/restrictions/barred-names?user=" + userId)
                        .status())
                .isEqualTo(403);
        assertThat(AdminApi.ofNobody(pop800)
                        .get("/restrictions/barred-names?user=" + userId)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void whatAUserHasThatCanBeBarredIsToldToWhoMaySeeTheUser() {
        String address = "/restrictions/barrable-names?user=";
        String userId = pop800.newUser(newEmail()).toRepresentation().getId();

        assertThat(admin.get(address + userId).successful().toString()).isEqualTo("[\"USERNAME\",\"EMAIL\"]");
        assertThat(admin.get(address + "nobody").status()).isEqualTo(404);
        assertThat(admin.get("/restrictions/barrable-names").status()).isEqualTo(400);
        assertThat(AdminApi.ofAdministratorWith(pop800, "manage-realm")
                        .get(address + userId)
                        .status())
                .isEqualTo(403);
        assertThat(AdminApi.ofNobody(pop800).get(address + userId).status()).isEqualTo(401);
    }

    @Test
    void whoseAccountIsBeingClosedIsNotToldOfTheOwnNames() {
        String userId = pop800.newUser(newEmail()).toRepresentation().getId();
        String id = close(pop800, userId, "EMAIL", "USERNAME");
        assertThat(admin.get("/restrictions/barred-names?user=" + userId).successful())
                .isEmpty();
        JsonNode kept = admin.get("/restrictions/" + id).successful();
        assertThat(kept.path("barred").toString()).isEqualTo("[\"USERNAME\",\"EMAIL\"]");
        assertThat(kept.path("barredUntil").asLong())
                .isGreaterThan(Instant.now().toEpochMilli());
    }

    @Test
    void whoseAccountIsBeingClosedReadsWhatCannotBeRegisteredAgain(WebBrowser browser) {
        String email = newEmail();
        close(pop800, pop800.newUser(email).toRepresentation().getId(), "EMAIL");
        Visitor visitor = browser.visit(VisitorProfile.english());
        pop800.client().authorization().open(visitor.page());
        new SignInPages(visitor.page()).submitPassword(email, Pop800.PASSWORD);

        PlaywrightAssertions.assertThat(visitor.page().locator("#agreement-restriction-form"))
                .isVisible();
        PlaywrightAssertions.assertThat(visitor.page().locator("body"))
                .containsText("Kept from being registered again until");
        PlaywrightAssertions.assertThat(visitor.page().locator(".agr-form strong"))
                .hasText("email address");
        PlaywrightAssertions.assertThat(visitor.page().locator(".agr-form ul")).hasCount(0);
        visitor.hear("restriction/terminated-barred-en");
        visitor.takePicture("restriction/terminated-barred-en");
        visitor.assertAccessible();
    }

    @Test
    void nothingOfItIsStoredInClear() {
        String email = closedAndGone(newEmail(), "EMAIL", "USERNAME");
        List<Map<String, Object>> rows =
                server.database().query("select * from agr_barred_name where realm_id = ?", pop800.id());
        assertThat(rows).isNotEmpty();
        assertThat(rows.toString()).doesNotContain(email).doesNotContain(email.substring(0, 12));
        assertThat(server.database()
                        .query(
                                "select c.value from component_config c join component k on k.id = c.component_id"
                                        + " where k.provider_id = 'agreements-barring' and k.realm_id = ?",
                                pop800.id()))
                .hasSize(1);
        assertThat(pop800.realm().admin().components().query().stream()
                        .filter(component -> "agreements-barring".equals(component.getProviderId()))
                        .map(component -> component.getConfig().toString()))
                .singleElement()
                .asString()
                .doesNotContain("secret");
    }

    @Test
    void whereNothingIsBarredItCostsNothing(KeycloakServer server) {
        Pop800 quiet = Pop800.create(server).withoutSampleUser();
        assertThat(Statements.during(server, () -> registration(quiet, newEmail(), Map.of())).stream()
                        .map(Statement::sql)
                        .map(sql -> sql.toLowerCase(Locale.ROOT))
                        .filter(sql -> sql.contains("agr_barred_name") && sql.startsWith("select")))
                .isEmpty();
    }

    @Test
    void whatIsWrongWithAWishIsNamed() {
        String userId = pop800.newUser(newEmail()).toRepresentation().getId();
        ObjectNode suspension = wish(userId, "SUSPENSION", "EMAIL");
        assertRefused(suspension, "barred is for a TERMINATION only");
        ObjectNode endless = wish(userId, "TERMINATION", "EMAIL");
        endless.remove("barredUntil");
        assertRefused(endless, "barredUntil must lie in the future");
        ObjectNode tooLong = wish(userId, "TERMINATION", "EMAIL");
        tooLong.put("barredUntil", Instant.now().plus(Duration.ofDays(4000)).toEpochMilli());
        assertRefused(tooLong, "barredUntil must lie in the future, within ten years");
        assertRefused(wish(userId, "TERMINATION", "PHONE"), "barred: the user has no PHONE");
        assertRefused(wish(userId, "TERMINATION", "SHOE_SIZE"), "barred");
        ObjectNode nothing = wish(userId, "TERMINATION");
        assertRefused(nothing, "barredUntil is for what is barred");
        assertThat(admin.get("/restrictions?user=" + userId).successful()).isEmpty();
    }

    private void assertRefused(ObjectNode wanted, String message) {
        AdminApi.Reply reply = admin.post("/restrictions", wanted.toString());
        assertThat(reply.status()).as(reply.body()).isEqualTo(400);
        assertThat(reply.errorMessage()).contains(message);
    }

    private String closedAndGone(String email, String... barred) {
        close(pop800, pop800.newUser(email).toRepresentation().getId(), barred);
        pop800.realm().user(email).remove();
        return email;
    }

    private static String close(Pop800 realm, String userId, String... barred) {
        return AdminApi.of(realm)
                .post("/restrictions", wish(userId, "TERMINATION", barred).toString())
                .successful()
                .path("id")
                .asText();
    }

    private static ObjectNode wish(String userId, String kind, String... barred) {
        ObjectNode wanted = JSON.createObjectNode();
        wanted.put("userId", userId).put("kind", kind);
        wanted.putArray("grounds").add("ILLEGAL_USE");
        wanted.put("facts", "It was used for fraud.").put("article", "Article 4 (1)");
        for (String each : barred) {
            wanted.withArray("barred").add(each);
        }
        wanted.put("barredUntil", Instant.now().plus(Duration.ofDays(30)).toEpochMilli());
        return wanted;
    }

    private PlainSignIn registration(String email, String phone) {
        return registration(pop800, null, Map.of("email", email, "phoneNumber", phone));
    }

    /** @param username null where the address is the user name */
    private static PlainSignIn registration(Pop800 realm, String username, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(Map.of(
                "firstName",
                "小明",
                "lastName",
                "王",
                "birthdate",
                "1990-05-31",
                "password",
                Pop800.PASSWORD,
                "password-confirm",
                Pop800.PASSWORD));
        if (username != null) {
            all.put("username", username);
        }
        all.putAll(fields);
        return PlainSignIn.open(realm.client().registration().url() + "&ui_locales=zh-Hans")
                .submit(all);
    }

    private int users(String email) {
        return pop800.realm().admin().users().searchByEmail(email, true).size();
    }

    private static String newEmail() {
        return "person-" + UUID.randomUUID() + "@example.org";
    }

    private static String withoutWhatIsRandom(String page, String name) {
        return page.replace(name, "NAME")
                .replace(name.replace("@", "%40"), "NAME")
                .replace(name.replace("@", "&#64;"), "NAME")
                .replaceAll("person-[0-9a-f-]{36}(@|%40|&#64;)example.org", "OTHER")
                .replaceAll("(session_code|execution|tab_id|client_data|state|nonce|code_challenge)=[^&\"']*", "$1=")
                .replaceAll("(?s)checkAuthSession\\(.*?\\)", "")
                .replaceAll("value=\"[A-Za-z0-9_-]{16,}\"", "value=\"\"")
                .replaceAll("\"[A-Za-z0-9_+/=-]{40,}\"", "\"\"");
    }

    private static void await(BooleanSupplier condition) {
        Instant end = Instant.now().plusSeconds(60);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
    }
}
