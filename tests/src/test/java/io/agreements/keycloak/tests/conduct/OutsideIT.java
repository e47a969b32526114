package io.agreements.keycloak.tests.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.realm.UserBuilder;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.testing.server.running.Statements;
import io.agreements.keycloak.testing.server.running.Statements.Statement;
import io.agreements.keycloak.tests.fixture.page.ServiceProvider;
import io.agreements.keycloak.tests.fixture.realm.Broker;
import io.agreements.keycloak.tests.fixture.realm.Flows;
import io.agreements.keycloak.tests.fixture.realm.Mailbox;
import io.agreements.keycloak.tests.fixture.realm.Mailbox.Letter;
import io.agreements.keycloak.tests.fixture.realm.Persons;
import io.agreements.keycloak.tests.fixture.realm.Persons.Person;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.rest.AdminApi;
import io.agreements.keycloak.tests.fixture.rest.AuthenticationDevice;
import io.agreements.keycloak.tests.fixture.rest.OAuthClient;
import io.agreements.keycloak.tests.fixture.rest.OAuthClient.Reply;
import io.agreements.keycloak.tests.fixture.rest.OwedTokens;
import io.agreements.keycloak.tests.fixture.rest.PlainSignIn;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * Nobody learns without the password whether an account is suspended, closed, or about to be deleted: on every way on which
 * an account can be named, answers, mails, statements and times are those of any account.
 */
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OutsideIT {

    private static final String WRONG = "wrong";
    private static final String NAME_FIRST = "name first";

    /** What Keycloak does now and then is in one try and not in another. */
    private static final int TRIES = 3;

    /** Where who asks signs in first, Keycloak writes down that session, the one before it, and when it comes to it. */
    private static final Set<String> SIGNED_IN = Set.of("impersonation", "token exchange for another");

    private static final Predicate<String> OF_A_SESSION =
            Pattern.compile("OFFLINE_(USER|CLIENT)_SESSION").asPredicate();

    private static final Pattern LINK = Pattern.compile("http://localhost[^\\s<>\"]+");

    private static final int ROUNDS = 40;

    private KeycloakServer server;
    private OwedTokens realm;
    private Pop800 pop800;
    private Pop800 nameFirst;
    private Broker broker;
    private ServiceProvider provider;
    private Mailbox mailbox;
    private AuthenticationDevice device;
    private Person other;
    private List<Person> kinds;
    private List<Person> kindsThere;
    private Map<String, Function<Person, List<Reply>>> ways;

    @BeforeAll
    void makeAccountsOfEachKind(KeycloakServer server) {
        this.server = server;
        realm = OwedTokens.create(server);
        pop800 = realm.pop800();
        kinds = oneOfEachKind(pop800);
        broker = Broker.create(server, pop800);
        kinds.forEach(
                kind -> broker.home().createUser(UserBuilder.named(kind.email()).password(Pop800.PASSWORD)));
        provider = ServiceProvider.addTo(pop800);
        other = new Persons(pop800).settled();
        nameFirst = Pop800.create(server);
        new Flows(nameFirst)
                .create(NAME_FIRST)
                .add(NAME_FIRST, "auth-username-form", 10)
                .add(NAME_FIRST, "auth-password-form", 20);
        RealmRepresentation settings = nameFirst.realm().admin().toRepresentation();
        settings.setBrowserFlow(NAME_FIRST);
        settings.setRegistrationEmailAsUsername(false);
        nameFirst.realm().admin().update(settings);
        kindsThere = oneOfEachKind(nameFirst);
        mailbox = new Mailbox();
        mailbox.serve(pop800);
        device = AuthenticationDevice.switchedOn();
        ways = ways();
    }

    @AfterAll
    void switchOff() {
        if (device != null) {
            device.close();
        }
        if (mailbox != null) {
            mailbox.close();
        }
    }

    static Stream<String> names() {
        return Stream.of(
                "sign-in page",
                "sign-in page, tried twice",
                "sign-in page with the name in its address",
                "password grant",
                "password grant without a password",
                "registration",
                "mailed link for a new password",
                "identity provider that knows the address",
                "identity provider, and link with the account",
                "device",
                "backchannel authentication",
                "SAML",
                "impersonation",
                "token exchange for another");
    }

    private Map<String, Function<Person, List<Reply>>> ways() {
        Map<String, Function<Person, List<Reply>>> all = new LinkedHashMap<>();
        all.put(
                "sign-in page",
                person -> signIn().password(person.email(), WRONG).answers());
        all.put(
                "sign-in page, tried twice",
                person -> signIn().password(person.email(), WRONG)
                        .password(person.email(), "wrong again")
                        .answers());
        all.put(
                "sign-in page with the name in its address",
                person -> PlainSignIn.open(pop800.client()
                                .authorization()
                                .with("login_hint", person.email())
                                .url())
                        .answers());
        all.put("password grant", person -> List.of(passwordGrant(person.email(), WRONG)));
        all.put("password grant without a password", person -> List.of(passwordGrant(person.email(), "")));
        all.put(
                "registration",
                person -> PlainSignIn.open(pop800.client().registration().url())
                        .submit(registration(person.email()))
                        .answers());
        all.put(
                "mailed link for a new password",
                person -> signIn().follow("reset-credentials")
                        .submit(Map.of("username", person.email()))
                        .answers());
        all.put(
                "identity provider that knows the address",
                person -> knownToTheProvider(person).answers());
        all.put(
                "identity provider, and link with the account",
                person -> knownToTheProvider(person)
                        .submit(Map.of("submitAction", "linkAccount"))
                        .answers());
        all.put(
                "device",
                person -> PlainSignIn.open(realm.api()
                                .post("/auth/device", Map.of("scope", "openid"))
                                .field("verification_uri_complete"))
                        .password(person.email(), WRONG)
                        .answers());
        all.put("backchannel authentication", person -> {
            Reply begun = device.ask(realm.api(), person.email());
            return List.of(begun, realm.api().backchannel(begun.field("auth_req_id")));
        });
        all.put(
                "SAML",
                person -> PlainSignIn.open(provider.address(false))
                        .password(person.email(), WRONG)
                        .answers());
        all.put(
                "impersonation",
                person -> List.of(OAuthClient.send(HttpRequest.newBuilder(URI.create(server.url() + "/admin/realms/"
                                + pop800.realm().name() + "/users/" + person.id() + "/impersonation"))
                        .header("Authorization", "Bearer " + tokenOfTheOther())
                        .POST(HttpRequest.BodyPublishers.noBody()))));
        all.put(
                "token exchange for another",
                person -> List.of(realm.api()
                        .token(Map.of(
                                "grant_type",
                                "urn:ietf:params:oauth:grant-type:token-exchange",
                                "subject_token",
                                tokenOfTheOther(),
                                "subject_token_type",
                                "urn:ietf:params:oauth:token-type:access_token",
                                "requested_subject",
                                person.id()))));
        return all;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void whatIsAnsweredTellsNothing(String name) {
        assertSame(name, kinds, ways.get(name));
    }

    @Test
    void everyWayHasItsRow() {
        assertThat(ways.keySet()).containsExactlyElementsOf(names().toList());
    }

    @Test
    void whereTheNameIsAskedForFirstItsPageAndTheOneForThePasswordTellNothing() {
        assertSame("name", kindsThere, person -> nameFirstSignIn(person).answers());
        assertSame(
                "password",
                kindsThere,
                person -> nameFirstSignIn(person)
                        .submit(Map.of("password", WRONG))
                        .answers());
    }

    @Test
    void whoRegistersWithTheNameOfAnAccountIsToldTheSameOfEachKind() {
        assertSame("registration", kindsThere, person -> {
            PlainSignIn form =
                    PlainSignIn.open(nameFirst.client().registration().url());
            Map<String, String> fields = new LinkedHashMap<>(registration("somebody-else@example.org"));
            fields.put("username", person.email());
            return form.submit(fields).answers();
        });
    }

    @Test
    void theMailForANewPasswordIsTheOneThatEverybodyGets() {
        List<String> mails = new ArrayList<>();
        for (Person kind : kinds) {
            int before = mailbox.size();
            ways.get("mailed link for a new password").apply(kind);
            Letter letter = mailbox.await(before + 1).stream()
                    .filter(received -> received.to().equals(kind.email()))
                    .reduce((earlier, later) -> later)
                    .orElseThrow();
            mails.add(Outsider.without(kind, letter.subject() + "\n" + letter.text() + "\n" + letter.html()));
        }
        assertThat(mails.get(0)).contains("key=");
        assertThat(mails).containsOnly(mails.get(0));
    }

    @Test
    void whoFollowsTheMailedLinkIsAskedForANewPasswordAndToldNothing() {
        assertSame("the link in the same browser", kinds, person -> {
            PlainSignIn signIn = signIn();
            return signIn.go(mailedLink(signIn, person)).answers();
        });
        assertSame(
                "the link in another browser",
                kinds,
                person -> PlainSignIn.open(mailedLink(signIn(), person)).answers());
        for (Person kind : kinds) {
            assertThat(PlainSignIn.open(mailedLink(signIn(), kind)).page())
                    .contains("password-new")
                    .doesNotContain("agreement-restriction", "agreement-export-form", "account-deletion");
        }
    }

    @Test
    void whoSetsANewPasswordIsToldAfterThatOnly() {
        Person suspended = oneOfEachKind(pop800).get(1);
        PlainSignIn signIn = signIn();
        PlainSignIn same = signIn.go(mailedLink(signIn, suspended)).submit(newPassword("Calmer-river-2027"));
        assertThat(same.page()).contains("agreement-restriction-form");

        PlainSignIn other = PlainSignIn.open(mailedLink(signIn(), suspended)).submit(newPassword("Deeper-river-2028"));
        assertThat(other.page())
                .contains("kc-info-message")
                .doesNotContain("agreement-restriction", "agreement-export-form");
    }

    @Test
    void whatAnAdministratorHasSentByMailIsDoneAndTellsNothing() {
        for (String action : List.of("UPDATE_PASSWORD", "VERIFY_EMAIL")) {
            assertSame(action, kinds, person -> sent(action, person).answers());
        }
        for (Person kind : kinds) {
            assertThat(sent("UPDATE_PROFILE", kind).page())
                    .contains("kc-update-profile-form")
                    .doesNotContain("agreement-restriction", "agreement-export-form", "account-deletion");
        }
    }

    /** What takes time is told by what is done: statements are counted, which no busy machine disturbs. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void theDatabaseIsAskedTheSameForEachKind(String name) {
        assertSameStatements(name, kinds, ways.get(name));
    }

    @Test
    void whereTheNameIsAskedForFirstTheDatabaseIsAskedTheSame() {
        assertSameStatements(
                "name first",
                kindsThere,
                person -> nameFirstSignIn(person)
                        .submit(Map.of("password", WRONG))
                        .answers());
    }

    @Test
    void theTimeOfARefusalTellsNothingEither() {
        List<List<Long>> times =
                kinds.stream().map(kind -> (List<Long>) new ArrayList<Long>()).toList();
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < kinds.size(); i++) {
                long begin = System.nanoTime();
                passwordGrant(kinds.get(i).email(), WRONG);
                times.get(i).add(System.nanoTime() - begin);
            }
        }
        List<Long> fastHalf = times.stream()
                .map(measured -> measured.stream().sorted().toList().get(measured.size() / 4))
                .toList();
        assertThat((double) Collections.max(fastHalf) / Collections.min(fastHalf))
                .as("the quarter that is fastest, in ns, for each kind: %s", fastHalf)
                .isLessThan(2);
    }

    private static void assertSame(String name, List<Person> persons, Function<Person, List<Reply>> way) {
        String usual = Outsider.hears(persons.get(0), way.apply(persons.get(0)));
        assertThat(usual).as(name).isNotBlank();
        for (Person kind : persons) {
            assertThat(Outsider.hears(kind, way.apply(kind))).as(name).isEqualTo(usual);
        }
    }

    private void assertSameStatements(String name, List<Person> persons, Function<Person, List<Reply>> way) {
        persons.forEach(way::apply);
        List<List<List<String>>> sent = persons.stream()
                .map(kind -> (List<List<String>>) new ArrayList<List<String>>())
                .toList();
        for (int attempt = 0; attempt < TRIES; attempt++) {
            for (int i = 0; i < persons.size(); i++) {
                Person person = persons.get(i);
                sent.get(i)
                        .add(Statements.during(server, () -> way.apply(person)).stream()
                                .map(Statement::sql)
                                .filter(sql -> !SIGNED_IN.contains(name) || !OF_A_SESSION.test(sql))
                                .sorted()
                                .toList());
            }
        }
        List<List<String>> common = new ArrayList<>(sent.get(0));
        sent.forEach(common::retainAll);
        assertThat(common)
                .as("%s: what is sent for each kind at least once, of %s", name, sent)
                .isNotEmpty();
    }

    private static Map<String, String> newPassword(String password) {
        return Map.of("password-new", password, "password-confirm", password);
    }

    /** The link for a new password, which the sign-in asks for. */
    private String mailedLink(PlainSignIn signIn, Person person) {
        int before = mailbox.size();
        signIn.follow("reset-credentials").submit(Map.of("username", person.email()));
        return linkOf(before, person);
    }

    /** Follows the link by which an administrator asks for something, up to its page. */
    private PlainSignIn sent(String action, Person person) {
        int before = mailbox.size();
        pop800.realm().admin().users().get(person.id()).executeActionsEmail(List.of(action));
        return PlainSignIn.open(linkOf(before, person)).follow("action-token");
    }

    /** Keycloak's plain letters are written as for HTML. */
    private String linkOf(int lettersBefore, Person person) {
        String letter = mailbox.await(lettersBefore + 1).stream()
                .filter(received -> received.to().equals(person.email()))
                .map(Letter::text)
                .filter(text -> text.contains("action-token"))
                .reduce((earlier, later) -> later)
                .orElseThrow();
        Matcher link = LINK.matcher(letter);
        assertThat(link.find()).as(letter).isTrue();
        return link.group().replace("&#61;", "=").replace("&amp;", "&");
    }

    private PlainSignIn signIn() {
        return PlainSignIn.open(pop800.client().authorization().url());
    }

    private PlainSignIn nameFirstSignIn(Person person) {
        return PlainSignIn.open(nameFirst.client().authorization().url()).submit(Map.of("username", person.email()));
    }

    /** Somebody with an account at the provider that has the same address, and none here: up to what is said of that. */
    private PlainSignIn knownToTheProvider(Person person) {
        return PlainSignIn.open(broker.authorization().url()).password(person.email(), Pop800.PASSWORD);
    }

    private Reply passwordGrant(String username, String password) {
        return realm.api()
                .token(Map.of("grant_type", "password", "username", username, "password", password, "scope", "openid"));
    }

    /** Of somebody whose account has nothing to do with the one that is named. */
    private String tokenOfTheOther() {
        return realm.api().password(other.email(), "openid").accessToken();
    }

    private static Map<String, String> registration(String email) {
        return Map.of(
                "email",
                email,
                "firstName",
                "Ann",
                "lastName",
                "Example",
                "password",
                Pop800.PASSWORD,
                "password-confirm",
                Pop800.PASSWORD);
    }

    /** As any account, suspended, closed, and waiting for the deletion that its user asked for. */
    private List<Person> oneOfEachKind(Pop800 where) {
        Persons persons = new Persons(where);
        List<Person> all =
                IntStream.range(0, 4).mapToObj(i -> persons.settled()).toList();
        AdminApi admin = AdminApi.of(where);
        admin.post(
                        "/restrictions",
                        RestrictionBody.of(all.get(1).id(), "SUSPENSION").toString())
                .successful();
        admin.post(
                        "/restrictions",
                        RestrictionBody.of(all.get(2).id(), "TERMINATION").toString())
                .successful();
        UserRepresentation waiting =
                where.realm().admin().users().get(all.get(3).id()).toRepresentation();
        waiting.setRequiredActions(List.of("agreement-account-deletion"));
        where.realm().admin().users().get(waiting.getId()).update(waiting);
        server.database()
                .update(
                        "insert into agr_deletion_request (user_id, realm_id, requested_at, due_at) values (?, ?, ?, ?)",
                        waiting.getId(),
                        where.id(),
                        1L,
                        4_000_000_000_000L);
        return all;
    }
}
