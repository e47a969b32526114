package io.agreements.keycloak.tests.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import io.agreements.keycloak.testing.OnEveryDatabase;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.browser.Visitor;
import io.agreements.keycloak.testing.browser.VisitorProfile;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.limit.Thoroughness;
import io.agreements.keycloak.testing.oidc.SignIn;
import io.agreements.keycloak.testing.oidc.TokenResponse;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.testing.server.database.Database;
import io.agreements.keycloak.testing.server.running.MovedClock;
import io.agreements.keycloak.testing.store.DirectoryProviderFactory;
import io.agreements.keycloak.tests.fixture.page.RegistrationForm;
import io.agreements.keycloak.tests.fixture.page.SignInPages;
import io.agreements.keycloak.tests.fixture.realm.Directory;
import io.agreements.keycloak.tests.fixture.realm.ExportedData;
import io.agreements.keycloak.tests.fixture.realm.Persons;
import io.agreements.keycloak.tests.fixture.realm.Persons.Person;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.realm.StoredDecision;
import io.agreements.keycloak.tests.fixture.realm.Tasks;
import io.agreements.keycloak.tests.fixture.rest.AdminRest;
import io.agreements.keycloak.tests.fixture.rest.MyRest;
import io.agreements.keycloak.tests.fixture.rest.MyRest.Reply;
import io.agreements.keycloak.tests.fixture.rest.PublicRest;
import java.net.http.HttpResponse;
import java.sql.Clob;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** Users go in many ways, and come back in some. The sweep runs again and again here. */
@OnEveryDatabase
@WithKeycloak(quickTasks = {Tasks.DELETIONS, Tasks.EVENT_ERASURES, Tasks.SWEEP})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DepartureIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SALT = "a".repeat(32);
    private static final int ROUNDS = Thoroughness.times(40, 200);
    private static final int AT_ONCE = 4;

    private Pop800 pop800;
    private Database database;

    @BeforeAll
    void createRealm(KeycloakServer server) {
        pop800 = Pop800.create(server);
        pop800.askForNothing();
        makePasswordsCheap();
        database = server.database();
    }

    @Test
    void whoIsOverwrittenByAnImportKeepsStandingAndIdentity(KeycloakServer server) {
        Person person = new Persons(pop800).settled();
        identify(person.id());
        ObjectNode wanted = JSON.createObjectNode().put("ifResourceExists", "OVERWRITE");
        wanted.putArray("users")
                .addObject()
                .put("id", person.id())
                .put("username", person.email())
                .put("email", person.email())
                .put("enabled", true);
        HttpResponse<String> imported =
                AdminRest.post(server, "/" + pop800.realm().name() + "/partialImport", wanted.toString());
        assertThat(imported.statusCode()).as(imported.body()).isEqualTo(200);

        assertThat(pop800.standings(person.id())).hasSize(3);
        assertThat(pop800.records(person.id(), Pop800.AGREEMENT))
                .allSatisfy(row -> assertThat(row)
                        .containsEntry("username", person.email())
                        .containsEntry("identity_salt", SALT));
        assertThat(ofType(person.id(), "ERASURE")).isEmpty();
        assertThat(ofType(person.id(), "DELETION"))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("method", "IMPORT")
                        .hasEntrySatisfying(
                                "details",
                                details -> assertThat((String) details)
                                        .contains("\"stage\":\"replaced\"")
                                        .contains("\"by\":\"administrator\"")));
    }

    @Test
    void nothingStaysOfWhoIsDeletedWhileDeciding(KeycloakServer server) throws Exception {
        String digest = PublicRest.json(PublicRest.of(pop800).getJson("/personalisation"))
                .at("/inForce/texts/0/digest")
                .asText();
        String locale = PublicRest.json(PublicRest.of(pop800).getJson("/personalisation"))
                .at("/inForce/texts/0/locale")
                .asText();
        String decision = "{\"decision\": \"ACCEPTED\", \"version\": 1, \"locale\": \"%s\", \"digest\": \"%s\"}"
                .formatted(locale, digest);
        List<String> gone = new ArrayList<>();
        int decided = 0;
        for (int round = 0; round < ROUNDS; round += AT_ONCE) {
            List<CompletableFuture<Integer>> answers = new ArrayList<>();
            List<CompletableFuture<Void>> removals = new ArrayList<>();
            CyclicBarrier start = new CyclicBarrier(2 * AT_ONCE);
            for (int i = 0; i < AT_ONCE; i++) {
                Person person = new Persons(pop800).owing();
                MyRest my = new MyRest(
                        pop800,
                        pop800.client()
                                .password(person.email(), Pop800.PASSWORD)
                                .accessToken());
                gone.add(person.id());
                long pause = Duration.ofMillis((round + i) * 40L / ROUNDS).toNanos();
                answers.add(CompletableFuture.supplyAsync(() -> {
                    await(start);
                    return my.put("/personalisation", decision).status();
                }));
                removals.add(CompletableFuture.runAsync(() -> {
                    await(start);
                    LockSupport.parkNanos(pause);
                    pop800.realm().admin().users().get(person.id()).remove();
                }));
            }
            for (CompletableFuture<Void> removal : removals) {
                removal.get(60, TimeUnit.SECONDS);
            }
            for (CompletableFuture<Integer> answer : answers) {
                int status = answer.get(60, TimeUnit.SECONDS);
                assertThat(status).isIn(200, 401, 404, 409);
                decided += status == 200 ? 1 : 0;
            }
        }

        assertThat(decided).as("rounds in which the decision came first").isPositive();
        for (String userId : gone) {
            assertThat(pop800.standings(userId)).as("standings").isEmpty();
            assertThat(pop800.records(userId))
                    .allSatisfy(row -> assertThat(row)
                            .containsEntry("username", null)
                            .containsEntry("identity_salt", null)
                            .containsEntry("connection_salt", null));
            assertThat(ofType(userId, "DELETION"))
                    .singleElement()
                    .satisfies(row -> assertThat((String) row.get("details")).contains("\"stage\":\"executed\""));
        }
    }

    @Test
    void whoGoesWithoutAWordIsFoundBySweeping() {
        Person person = new Persons(pop800).settled();
        Person staying = new Persons(pop800).settled();
        identify(person.id());
        identify(staying.id());
        request(person.id());
        removeBehindKeycloaksBack(person.id());

        await(() -> pop800.standings(person.id()).isEmpty()
                && database.count("select count(*) from agr_deletion_request where user_id = ?", person.id()) == 0);
        assertThat(pop800.records(person.id()))
                .allSatisfy(
                        row -> assertThat(row).containsEntry("username", null).containsEntry("identity_salt", null));
        assertThat(ofType(person.id(), "DELETION"))
                .singleElement()
                .satisfies(row -> assertThat((String) row.get("details"))
                        .contains("\"stage\":\"missing\"")
                        .contains("\"by\":\"schedule\""));
        assertThat(ofType(person.id(), "ERASURE")).hasSize(1);
        assertThat(pop800.standings(staying.id())).hasSize(3);
        assertThat(pop800.records(staying.id(), Pop800.AGREEMENT))
                .allSatisfy(row -> assertThat(row).containsEntry("username", staying.email()));
    }

    @Test
    void ofAUserOfADirectoryNoNameIsLeft() {
        Set<Object> others = gone(Set.of()).stream().map(row -> row.get("id")).collect(Collectors.toSet());
        Directory directory = Directory.create(pop800, "wang,zhang", Instant.EPOCH);
        String wang = directory.userId("wang");
        String zhang = directory.userId("zhang");
        new StoredDecision(wang, "wang", Pop800.AGREEMENT, 1, "ACCEPTED", Instant.now()).storeIn(pop800);
        new StoredDecision(zhang, "zhang", Pop800.AGREEMENT, 1, "ACCEPTED", Instant.now()).storeIn(pop800);
        database.update(
                "update agr_record set subject_salt = ?, administrator_id = ?, actor_salt = ? where user_id in (?, ?)",
                HexFormat.of().parseHex(SALT),
                wang,
                HexFormat.of().parseHex(SALT),
                wang,
                zhang);
        directory.hold("zhang", Instant.EPOCH);

        await(() -> pop800.records(wang).isEmpty());
        assertThat(pop800.records(zhang)).singleElement().satisfies(row -> {
            assertThat(row).containsEntry("subject_salt", SALT).containsEntry("actor_salt", null);
            assertThat((String) row.get("administrator_id")).startsWith("gone:");
        });
        assertThat(gone(others))
                .filteredOn(row -> row.get("type").equals("ACCEPTANCE"))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("subject_salt", null)
                        .containsEntry("administrator_id", row.get("user_id")));
        assertThat(pop800.standings(wang)).isEmpty();
        assertThat(gone(others))
                .extracting(row -> row.get("type"))
                .containsExactlyInAnyOrder("ACCEPTANCE", "DELETION", "ERASURE");
        assertThat(pop800.standings(zhang)).hasSize(1);

        pop800.realm().admin().components().component(directory.id()).remove();
        await(() -> pop800.records(zhang).isEmpty());
        assertThat(pop800.standings(zhang)).isEmpty();
        assertThat(database.query(
                        "select * from agr_record where realm_id = ? and type = 'ACCEPTANCE' and subject_salt is not null"
                                + " and (user_id like 'f:%' or user_id like 'gone:%')",
                        pop800.id()))
                .isEmpty();
    }

    @Test
    void whoIsGoneFromADirectoryIsFoundByRecordsAndByARequestAlone() {
        Directory directory = Directory.create(pop800, "zhao,qian,sun", Instant.EPOCH);
        for (String name : List.of("zhao", "sun")) {
            new StoredDecision(directory.userId(name), name, Pop800.AGREEMENT, 1, "ACCEPTED", Instant.now())
                    .storeIn(pop800);
            database.update("delete from agr_standing where user_id = ?", directory.userId(name));
        }
        request(directory.userId("qian"));
        directory.hold("sun", Instant.EPOCH);

        await(() -> pop800.records(directory.userId("zhao")).isEmpty()
                && database.count(
                                "select count(*) from agr_deletion_request where user_id = ?", directory.userId("qian"))
                        == 0);
        assertThat(pop800.records(directory.userId("sun"))).hasSize(1);
        pop800.realm().admin().components().component(directory.id()).remove();
        await(() -> pop800.records(directory.userId("sun")).isEmpty());
    }

    @Test
    void theEndOfADirectoryLeavesTheUsersOfAnotherWithAnIdMuchLikeIt() {
        String suffix = pop800.id().substring(0, 8);
        Directory ending = Directory.create(pop800, "of_" + suffix, "wang", Instant.EPOCH);
        Directory staying = Directory.create(pop800, "of-" + suffix, "zhang", Instant.EPOCH);
        String wang = ending.userId("wang");
        String zhang = staying.userId("zhang");
        new StoredDecision(wang, "wang", Pop800.AGREEMENT, 1, "ACCEPTED", Instant.now()).storeIn(pop800);
        new StoredDecision(zhang, "zhang", Pop800.AGREEMENT, 1, "ACCEPTED", Instant.now()).storeIn(pop800);
        identify(wang);
        identify(zhang);
        pop800.realm().admin().components().component(ending.id()).remove();

        assertThat(pop800.standings(wang)).isEmpty();
        assertThat(pop800.standings(zhang)).hasSize(1);
        assertThat(pop800.records(zhang))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("username", "zhang"));
        pop800.realm().admin().components().component(staying.id()).remove();
        await(() -> pop800.records(wang).isEmpty() && pop800.records(zhang).isEmpty());
    }

    @Test
    void whatKeycloaksEventStoreTellsOfSomebodyIsErasedSoonAfterTheAccount(KeycloakServer server) {
        keepAdministratorsWords(true);
        Person person = new Persons(pop800).settled();
        Person staying = new Persons(pop800).settled();
        for (Person one : List.of(person, staying)) {
            pop800.client().password(one.email(), Pop800.PASSWORD);
            pop800.client().password(one.email(), "wrong");
            UserRepresentation user =
                    pop800.realm().admin().users().get(one.id()).toRepresentation();
            user.setLastName("Surname-of-" + one.id());
            pop800.realm().admin().users().get(one.id()).update(user);
        }
        pop800.realm().admin().users().get(person.id()).remove();
        keepAdministratorsWords(false);
        assertThat(told(person.id())).isPositive();

        try (MovedClock clock = MovedClock.of(server)) {
            clock.ahead(Duration.ofMinutes(2));
            await(() -> told(person.id()) == 0 && namedInStoredEvents("Surname-of-" + person.id()) == 0);
            clock.ahead(Duration.ofHours(2));
            await(() -> waiting() == 0);
        }
        assertThat(namedInStoredEvents(person.email())).isZero();
        assertThat(namedInStoredEvents("Surname-of-" + person.id())).isZero();
        assertThat(database.query(
                        "select * from admin_event_entity where realm_id = ? and resource_path = ?",
                        pop800.id(),
                        "users/" + person.id()))
                .extracting(row -> row.get("operation_type"))
                .containsExactlyInAnyOrder("CREATE", "UPDATE", "DELETE");
        assertThat(database.count(
                        "select count(*) from admin_event_entity where resource_path = ? and auth_user_id is null",
                        "users/" + person.id()))
                .isZero();
        assertThat(told(staying.id())).isGreaterThanOrEqualTo(2);
        assertThat(namedInStoredEvents("Surname-of-" + staying.id())).isPositive();
    }

    @Test
    void attemptsThatNamedSomebodyBeforeThereWasAnAccountAndLaterAreErasedWithItToo(
            KeycloakServer server, WebBrowser browser) {
        String email = "Visitor-" + UUID.randomUUID() + "@example.org";
        Person staying = new Persons(pop800).settled();
        String other = "other-" + UUID.randomUUID() + "@example.org";
        for (String name : List.of(email, email.toUpperCase(Locale.ROOT), other)) {
            assertThat(pop800.client().password(name, Pop800.PASSWORD).error()).isEqualTo("invalid_grant");
        }
        for (String name : List.of(email.toUpperCase(Locale.ROOT), email, staying.email())) {
            Page page =
                    browser.visit(VisitorProfile.english().withoutJavaScript()).page();
            pop800.client().registration().open(page);
            RegistrationForm form = new RegistrationForm(page).fill(name).tick(Pop800.AGREEMENT);
            page.locator("#password-confirm").fill("another");
            form.submit();
            page.locator("#kc-register-form").waitFor();
        }
        Page page = browser.visit().page();
        SignIn registration = pop800.client().registration().open(page);
        new RegistrationForm(page).fill(email).tick(Pop800.AGREEMENT).submit();
        registration.awaitTokens();
        UserResource user = pop800.realm().user(email);
        String id = user.toRepresentation().getId();
        Page again = browser.visit().page();
        pop800.client().registration().open(again);
        new RegistrationForm(again).fill(email).tick(Pop800.AGREEMENT).submit();
        again.locator("#kc-register-form").waitFor();
        assertThat(ofNobody("REGISTER_ERROR", email)).isEqualTo(3);
        assertThat(ofNobody("LOGIN_ERROR", email)).isEqualTo(2);
        user.remove();

        try (MovedClock clock = MovedClock.of(server)) {
            clock.ahead(Duration.ofMinutes(2));
            await(() -> told(id) == 0);
            assertThat(database.query("select * from agr_event_erasure where user_id = ?", id))
                    .singleElement()
                    .satisfies(row -> assertThat(row.values().toString().toLowerCase(Locale.ROOT))
                            .doesNotContain(email.toLowerCase(Locale.ROOT)));
            clock.ahead(Duration.ofHours(2));
            await(() -> waiting() == 0);
        }
        assertThat(namedInStoredEvents(email)).isZero();
        assertThat(ofNobody("LOGIN_ERROR", other)).isEqualTo(1);
        assertThat(ofNobody("REGISTER_ERROR", staying.email())).isEqualTo(1);
    }

    @Test
    void ofManyAttemptsAtTheSameMomentThoseThatNameWhoIsGoneByWhateverNameAreErasedAndTheOthersStay(
            KeycloakServer server) {
        Person person = new Persons(pop800).settled();
        String other = "other-" + UUID.randomUUID() + "@example.org";
        String prefix = UUID.randomUUID().toString().substring(0, 8);
        storeEvent(prefix + "-a", "RESET_PASSWORD_ERROR", null, "username", person.email());
        storeEvent(prefix + "-b", "RESET_PASSWORD_ERROR", null, "username", other);
        for (char doubling = 'a'; doubling < 'k'; doubling++) {
            database.update(
                    "insert into event_entity (id, event_time, type, realm_id, details_json_long_value)"
                            + " select concat(id, ?), event_time, type, realm_id, details_json_long_value"
                            + " from event_entity where id like ?",
                    String.valueOf(doubling),
                    prefix + "%");
        }
        String earlier = "earlier-" + UUID.randomUUID() + "@example.org";
        storeEvent(prefix + "-x", "RESET_PASSWORD_ERROR", null, "username", earlier);
        storeEvent(prefix + "-y", "UPDATE_PROFILE", null, "updated_email", earlier);
        storeEvent(prefix + "-z", "UPDATE_EMAIL", person.id(), "previous_email", earlier);
        assertThat(ofNobody("RESET_PASSWORD_ERROR", person.email())).isEqualTo(1024);
        pop800.realm().admin().users().get(person.id()).remove();

        try (MovedClock clock = MovedClock.of(server)) {
            clock.ahead(Duration.ofHours(2));
            await(() -> waiting() == 0);
        }
        assertThat(ofNobody("RESET_PASSWORD_ERROR", person.email())).isZero();
        assertThat(ofNobody("RESET_PASSWORD_ERROR", other)).isEqualTo(1024);
        assertThat(namedInStoredEvents(earlier)).isZero();
    }

    private void storeEvent(String id, String type, String userId, String detail, String value) {
        database.update(
                "insert into event_entity (id, event_time, type, realm_id, user_id, details_json_long_value)"
                        + " values (?, ?, ?, ?, ?, ?)",
                id,
                Instant.now().toEpochMilli(),
                type,
                pop800.id(),
                userId,
                JSON.createObjectNode().put(detail, value).toString());
    }

    /** How many stored events of that type are of no user and have the name in them, however it was typed. */
    private long ofNobody(String type, String name) {
        return database
                .query(
                        "select * from event_entity where realm_id = ? and type = ? and user_id is null",
                        pop800.id(),
                        type)
                .stream()
                .filter(row -> row.values().stream().anyMatch(value -> hasWords(value, name)))
                .count();
    }

    @Test
    void whoIsBackUnderTheSameIdKeepsTheEvents() {
        Person person = new Persons(pop800).settled();
        pop800.client().password(person.email(), Pop800.PASSWORD);
        long told = told(person.id());
        database.update(
                "insert into agr_event_erasure (user_id, realm_id, pseudonym, gone_at) values (?, ?, ?, 0)",
                person.id(),
                pop800.id(),
                person.id());

        await(() -> database.count("select count(*) from agr_event_erasure where user_id = ?", person.id()) == 0);
        assertThat(told(person.id())).isPositive().isEqualTo(told);
    }

    @Test
    void aDirectoryThatDoesNotAnswerKeepsNobodyElsesEventsFromBeingErased() {
        Directory directory = Directory.create(pop800, DirectoryProviderFactory.AWAY, Instant.EPOCH);
        for (int user = 0; user < 100; user++) {
            noteGone(directory.userId("user-" + user), 0);
        }
        String local = UUID.randomUUID().toString();
        noteGone(local, 1);

        await(() -> database.count("select count(*) from agr_event_erasure where user_id = ?", local) == 0);
        assertThat(waiting()).isEqualTo(100);
        directory.hold("", Instant.EPOCH);
        await(() -> waiting() == 0);
        pop800.realm().admin().components().component(directory.id()).remove();
    }

    private void noteGone(String userId, long goneAt) {
        database.update(
                "insert into agr_event_erasure (user_id, realm_id, pseudonym, gone_at) values (?, ?, 'gone:any', ?)",
                userId,
                pop800.id(),
                goneAt);
    }

    @Test
    void noNameOfADirectorysUserIsLeftInKeycloaksEventStoreEither(KeycloakServer server) {
        Directory directory = Directory.create(pop800, "liu,chen", Instant.EPOCH);
        for (String name : List.of("liu", "chen")) {
            String userId = directory.userId(name);
            new StoredDecision(userId, name, Pop800.AGREEMENT, 1, "ACCEPTED", Instant.now()).storeIn(pop800);
            pop800.client().password(name, Pop800.PASSWORD);
            pop800.realm().admin().users().get(userId).logout();
            assertThat(told(userId)).isPositive();
            assertThat(namedInStoredEvents(userId)).isPositive();
        }
        try (MovedClock clock = MovedClock.of(server)) {
            directory.hold("chen", Instant.EPOCH);
            await(() -> pop800.records(directory.userId("liu")).isEmpty());
            clock.ahead(Duration.ofHours(2));
            await(() -> waiting() == 0);
            assertThat(told(directory.userId("liu"))).isZero();
            assertThat(namedInStoredEvents(directory.userId("liu"))).isZero();
            assertThat(namedInStoredEvents("users/gone:")).isEqualTo(1);
            assertThat(told(directory.userId("chen"))).isPositive();
        }
        pop800.realm().admin().components().component(directory.id()).remove();
        try (MovedClock clock = MovedClock.of(server)) {
            clock.ahead(Duration.ofHours(4));
            await(() -> waiting() == 0 && told(directory.userId("chen")) == 0);
        }
        assertThat(namedInStoredEvents(directory.userId("chen"))).isZero();
        assertThat(namedInStoredEvents("users/gone:")).isEqualTo(2);
    }

    /** How many of Keycloak's stored events are of the user. */
    private long told(String userId) {
        return database.count(
                "select count(*) from event_entity where realm_id = ? and user_id = ?", pop800.id(), userId);
    }

    /** Records of users who are gone, but for those of these ids. */
    private List<Map<String, Object>> gone(Set<Object> others) {
        return database
                .query("select * from agr_record where realm_id = ? and user_id like 'gone:%'", pop800.id())
                .stream()
                .filter(row -> !others.contains(row.get("id")))
                .toList();
    }

    private long waiting() {
        return database.count("select count(*) from agr_event_erasure where realm_id = ?", pop800.id());
    }

    /** How many of Keycloak's stored events, administrators' among them, have the words in them. */
    private long namedInStoredEvents(String words) {
        return Stream.of("event_entity", "admin_event_entity")
                .flatMap(
                        table -> database.query("select * from " + table + " where realm_id = ?", pop800.id()).stream())
                .filter(row -> row.values().stream().anyMatch(value -> hasWords(value, words)))
                .count();
    }

    private static boolean hasWords(Object value, String words) {
        return text(value).toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
    }

    private static String text(Object value) {
        try {
            return value instanceof Clob clob ? clob.getSubString(1, (int) clob.length()) : String.valueOf(value);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void keepAdministratorsWords(boolean kept) {
        RealmRepresentation settings = pop800.realm().admin().toRepresentation();
        settings.setAdminEventsDetailsEnabled(kept);
        pop800.realm().admin().update(settings);
    }

    @Test
    void aUserOfADirectoryThatCannotBeWrittenToAsksForDeletionAndTakesItBack(WebBrowser browser) {
        Directory directory = Directory.create(pop800, "reader", Instant.EPOCH);
        Visitor visitor = browser.visit();
        SignIn signIn = pop800.client().authorization().open(visitor.page());
        new SignInPages(visitor.page()).submitPassword("reader", Pop800.PASSWORD);
        MyRest my = new MyRest(pop800, signIn.awaitTokens().accessToken());
        Reply asked = my.post("/deletion");
        assertThat(asked.status()).as(asked.body()).isEqualTo(200);

        Page later = browser.visit().page();
        SignIn again = pop800.client().authorization().open(later);
        new SignInPages(later).submitPassword("reader", Pop800.PASSWORD);
        later.locator("[name=account-deletion-decision][value=keep]").click();
        assertThat(again.awaitCallback().code()).isNotBlank();
        assertThat(database.count(
                        "select count(*) from agr_deletion_request where user_id = ?", directory.userId("reader")))
                .isZero();
        pop800.realm().admin().components().component(directory.id()).remove();
    }

    @Test
    void whoComesBackToADirectoryAfterTheSweepIsAskedInSessionsOfBefore(KeycloakServer server, WebBrowser browser) {
        Pop800 asking = Pop800.create(server);
        Directory directory = Directory.create(asking, "traveller", Instant.EPOCH);
        Page page = browser.visit().page();
        SignIn signIn = asking.client().authorization().open(page);
        new SignInPages(page).submitPassword("traveller", Pop800.PASSWORD).press("accept");
        TokenResponse tokens = asking.client().refresh(signIn.awaitTokens().refreshToken());
        assertThat(tokens.status()).isEqualTo(200);
        directory.hold("", Instant.EPOCH);
        await(() -> asking.standings(directory.userId("traveller")).isEmpty());
        directory.hold("traveller", Instant.EPOCH);

        TokenResponse refused = asking.client().refresh(tokens.refreshToken());
        assertThat(refused.error()).isEqualTo("invalid_grant");
        assertThat(refused.errorDescription()).contains("agreement " + Pop800.AGREEMENT);
    }

    /** The sweep has not run in between: it finds nobody missing. */
    @Test
    void whoGetsTheNameOfSomebodyWhoIsGoneInheritsNothing(KeycloakServer server, WebBrowser browser) {
        Pop800 asking = Pop800.create(server);
        Instant decided = Instant.now().minus(Duration.ofDays(3)).truncatedTo(ChronoUnit.MILLIS);
        Directory directory = Directory.create(asking, "wang", decided.minus(Duration.ofDays(1)));
        String userId = directory.userId("wang");
        for (String agreement : List.of(Pop800.AGREEMENT, "personalisation", "news-by-mail")) {
            new StoredDecision(userId, "wang", agreement, 1, "ACCEPTED", decided).storeIn(asking);
        }
        assertThat(asking.client().password("wang", Pop800.PASSWORD).status()).isEqualTo(200);
        directory.hold("wang", decided.plus(Duration.ofDays(1)));

        assertThat(asking.client().password("wang", Pop800.PASSWORD).error()).isEqualTo("invalid_grant");
        Page page = browser.visit().page();
        SignIn signIn = asking.client().authorization().open(page);
        new SignInPages(page).submitPassword("wang", Pop800.PASSWORD).press("accept");
        MyRest my = new MyRest(asking, signIn.awaitTokens().accessToken());
        assertThat(asking.standings(userId))
                .hasSize(3)
                .allSatisfy(standing ->
                        assertThat((Long) standing.get("decided_at")).isGreaterThan(decided.toEpochMilli()));
        assertThat(asking.records(userId)).hasSize(6);
        assertThat(my.get("/records").json()).hasSize(3);
        assertThat(ExportedData.of(my.download("/export").body()).json("records.json"))
                .allSatisfy(
                        entry -> assertThat(entry.path("occurredAt").asLong()).isGreaterThan(decided.toEpochMilli()));
        assertThat(asking.client().password("wang", Pop800.PASSWORD).status()).isEqualTo(200);
    }

    /** Hundreds of users sign in here. */
    private void makePasswordsCheap() {
        RealmRepresentation settings = pop800.realm().admin().toRepresentation();
        settings.setPasswordPolicy("hashAlgorithm(pbkdf2-sha256) and hashIterations(1)");
        pop800.realm().admin().update(settings);
    }

    private List<Map<String, Object>> ofType(String userId, String type) {
        return pop800.records(userId).stream()
                .filter(row -> row.get("type").equals(type))
                .toList();
    }

    private void identify(String userId) {
        database.update(
                "update agr_record set identity_salt = ? where user_id = ?",
                HexFormat.of().parseHex(SALT),
                userId);
    }

    private void request(String userId) {
        database.update(
                "insert into agr_deletion_request (user_id, realm_id, requested_at, due_at) values (?, ?, 0, ?)",
                userId,
                pop800.id(),
                Instant.now().plus(Duration.ofDays(7)).toEpochMilli());
    }

    private void removeBehindKeycloaksBack(String userId) {
        for (String table : List.of(
                "credential", "user_attribute", "user_role_mapping", "user_required_action", "user_group_membership")) {
            database.update("delete from " + table + " where user_id = ?", userId);
        }
        assertThat(database.update("delete from user_entity where id = ?", userId))
                .isEqualTo(1);
    }

    private static void await(CyclicBarrier start) {
        try {
            start.await(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
