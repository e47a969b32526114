package io.agreements.keycloak.tests.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.http.BoundedHttp;
import io.agreements.keycloak.testing.limit.Thoroughness;
import io.agreements.keycloak.testing.oidc.OidcClient;
import io.agreements.keycloak.testing.realm.TestRealm;
import io.agreements.keycloak.testing.server.KeycloakCluster;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.testing.server.KeycloakServers;
import io.agreements.keycloak.testing.server.KeycloakSpec;
import io.agreements.keycloak.tests.fixture.realm.AgreementMappers;
import io.agreements.keycloak.tests.fixture.realm.Persons;
import io.agreements.keycloak.tests.fixture.realm.Persons.Person;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.rest.Importer;
import io.agreements.keycloak.tests.fixture.rest.MyRest;
import io.agreements.keycloak.tests.fixture.rest.OAuthClient;
import io.agreements.keycloak.tests.fixture.rest.OwedTokens;
import io.agreements.keycloak.tests.fixture.rest.PlainSignIn;
import io.agreements.keycloak.tests.fixture.rest.PublicRest;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two nodes on one database, behind a proxy: what one does the other knows, and what one leaves the other goes on with. */
@Tag("long")
@WithKeycloak
final class ClusterIT {

    private static final String PERSON = "person@example.org";
    private static final String OPTIONAL = "news-by-mail";

    /** Of one agreement, which has room for a thousand versions; ten batches make a thousand tries. */
    private static final int PUBLICATIONS = 100;

    private static final int CHANGES = Thoroughness.times(2, 10);
    private static final int DECISIONS = Thoroughness.times(20, 200);

    /** A power of ten; it takes some seconds to delete them, of which a node has as many as it gets. */
    private static final int DUE = 1_000;

    /** More than one node deletes in the ten seconds of a run. */
    private static final int MANY_DUE = 6_000;

    /** Between two rounds: what is left of the longest time is spread over it. */
    private static final int LATER_MILLIS = 577;

    private static final int LONGEST_UNTIL_KILLED_MILLIS = 4_000;
    private static final int ENOUGH = 10;

    private static final Duration AWAY = Duration.ofSeconds(30);
    private static final Duration BACK_WITHIN = Duration.ofSeconds(30);
    private static final Duration BETWEEN_PAGES = Duration.ofMillis(200);
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(25);

    /** What nobody is to read on a page. */
    private static final Pattern INNER =
            Pattern.compile("Exception|jdbc:|org\\.hibernate|\\n\\s+at |Connection refused");

    private KeycloakCluster cluster;

    @BeforeEach
    void restore(KeycloakServers servers) {
        cluster = servers.cluster(KeycloakSpec.plain());
        cluster.restore();
    }

    static IntStream batchesOfPublications() {
        return IntStream.rangeClosed(1, Thoroughness.times(1, 10));
    }

    static IntStream kills() {
        return IntStream.rangeClosed(1, Thoroughness.times(2, 20));
    }

    static IntStream starts() {
        return IntStream.rangeClosed(1, Thoroughness.times(1, 4));
    }

    @ParameterizedTest(name = "batch {0}")
    @MethodSource("batchesOfPublications")
    void whatIsPublishedOnOneNodeIsAskedForOnTheOtherAtOnce(int batch) {
        OwedTokens a = OwedTokens.create(cluster.a());
        OwedTokens b = on(cluster.b(), a);
        a.newUser(PERSON);
        assertThat(b.api().password(PERSON, "openid").status()).isEqualTo(200);

        List<String> stale = new ArrayList<>();
        for (int version = 2; version <= PUBLICATIONS + 1; version++) {
            OwedTokens publisher = version % 2 == 0 ? a : b;
            OwedTokens other = version % 2 == 0 ? b : a;
            publisher.publish();
            String answer = other.api().password(PERSON, "openid").body();
            if (!Pattern.compile("version " + version + "\\b").matcher(answer).find()) {
                stale.add(version + ": " + answer);
            }
        }

        say("publications, batch %d: %d seen from the other node, %d stale", batch, PUBLICATIONS, stale.size());
        assertThat(stale).isEmpty();
    }

    @Test
    void aVersionPublishedInTheMiddleOfASignInOrARegistrationIsShownBeforeItCanBeAccepted() {
        for (int change = 1; change <= CHANGES; change++) {
            Pop800 pop800 = Pop800.create(cluster.a()).withoutSampleUser();
            OidcClient client = client(pop800);
            Person person = new Persons(pop800).owing();
            cluster.leadOnlyTo(change % 2 == 0 ? cluster.a() : cluster.b());
            PlainSignIn signIn =
                    PlainSignIn.open(client.authorization().url()).password(person.email(), Pop800.PASSWORD);
            PlainSignIn registration = PlainSignIn.open(client.registration().url());
            pop800.edits().dropSecondVersion();
            Importer.run(pop800);

            assertThat(accept(signIn).client()).as(signIn.toString()).isEmpty();
            assertThat(Newcomers.submit(registration, "newcomer@example.org").client())
                    .as(registration.toString())
                    .isEmpty();
            cluster.leadToAll();
            assertThat(accept(signIn).client()).as(signIn.toString()).contains("code=");
            assertThat(Newcomers.submit(registration, "newcomer@example.org").client())
                    .as(registration.toString())
                    .contains("code=");
            String newcomer = pop800.realm()
                    .user("newcomer@example.org")
                    .toRepresentation()
                    .getId();
            for (String userId : List.of(person.id(), newcomer)) {
                assertThat(pop800.records(userId, Pop800.AGREEMENT))
                        .singleElement()
                        .satisfies(row -> assertThat(row).containsEntry("version_number", 2));
            }
        }
        say("changes in the middle: %d sign-ins and %1$d registrations, each shown the new version", CHANGES);
    }

    @Test
    void aDecisionMadeOnOneNodeIsInTheClaimOfTheOtherAtTheNextRefresh() {
        OwedTokens a = OwedTokens.create(cluster.a());
        OwedTokens b = on(cluster.b(), a);
        AgreementMappers.add(a.pop800(), OwedTokens.API, "agreements", "");
        a.newUser(PERSON);
        OAuthClient.Reply tokens = b.api().password(PERSON, "openid");

        List<String> stale = new ArrayList<>();
        for (int decision = 1; decision <= DECISIONS; decision++) {
            OwedTokens decider = decision % 4 < 2 ? a : b;
            OwedTokens other = decision % 4 < 2 ? b : a;
            String decided = decision % 2 == 0 ? "WITHDRAWN" : "ACCEPTED";
            tokens = other.api().refresh(tokens.refreshToken());
            decide(decider.pop800(), tokens.accessToken(), decided);
            tokens = other.api().refresh(tokens.refreshToken());
            String told = told(tokens);
            if (!told.equals("ACCEPTED " + decided)) {
                stale.add(decision + ": " + told + " for " + decided);
            }
        }

        say("decisions: %d seen in the claim of the other node, %d stale", DECISIONS, stale.size());
        assertThat(stale).isEmpty();
    }

    @ParameterizedTest(name = "round {0}")
    @MethodSource("kills")
    void whereANodeIsKilledEveryUserHasARecordEveryRecordAUserAndTheOtherNodeGoesOnWithItsTasks(int round) {
        Pop800 pop800 = Pop800.create(cluster.a()).withoutSampleUser();
        KeycloakServer killed = round % 2 == 0 ? cluster.a() : cluster.b();
        Rows rows = new Rows(pop800).withAccounts(DUE);
        long left;
        try (Newcomers newcomers = Newcomers.to(client(pop800))) {
            newcomers.awaitMore(ENOUGH);
            rows.letAccountsFallDue();
            pause(Duration.ofMillis(round * LATER_MILLIS % LONGEST_UNTIL_KILLED_MILLIS));
            killed.kill();
            left = rows.dueDeletions();
            newcomers.awaitMore(ENOUGH);
            newcomers.end();
            rows.awaitDeletions();
            rows.awaitLog();

            say(
                    "killed, round %d: %d registered and told so, %d accounts, %d failures;"
                            + " %d of %d deletions left to the other node",
                    round,
                    newcomers.registered().size(),
                    rows.newcomers(),
                    newcomers.failures().size(),
                    left,
                    DUE);
            rows.assertEveryUserHasARecordAndEveryRecordAUser(newcomers.registered());
        }
        rows.assertDeletedOnce(DUE);
        rows.assertLogIsWhole();
        cluster.startStopped();
        Newcomers.register(client(pop800), "after@example.org");
    }

    @Test
    void bothNodesDeleteWhatIsDueAndEachAccountIsDeletedOnce() {
        Pop800 pop800 = Pop800.create(cluster.a()).withoutSampleUser();
        Rows rows = new Rows(pop800).withAccounts(MANY_DUE);
        long[] before = {runsThatDeleted(cluster.a()), runsThatDeleted(cluster.b())};
        rows.letAccountsFallDue();
        rows.awaitDeletions();
        rows.awaitLog();

        long ofA = runsThatDeleted(cluster.a()) - before[0];
        long ofB = runsThatDeleted(cluster.b()) - before[1];
        say("shared: %d accounts deleted in %d runs of one node and %d of the other", MANY_DUE, ofA, ofB);
        assertThat(ofA).isPositive();
        assertThat(ofB).isPositive();
        rows.assertDeletedOnce(MANY_DUE);
        rows.assertLogIsWhole();
    }

    @ParameterizedTest(name = "start {0}")
    @MethodSource("starts")
    void nodesThatStartAtTheSameMomentOnAnExistingDatabaseTakeTheFilesOverOnce(int start) {
        Pop800 pop800 = Pop800.create(cluster.a()).withoutSampleUser();
        pop800.edits().dropSecondVersion();
        for (KeycloakServer node : List.of(cluster.a(), cluster.b())) {
            if (start % 2 == 0) {
                node.close();
            } else {
                node.kill();
            }
        }
        cluster.startStopped();

        Rows rows = new Rows(pop800);
        assertThat(rows.versions(2)).isEqualTo(1);
        assertThat(rows.publications(2)).isEqualTo(1);
        assertThat(ourErrors()).isEmpty();
        Newcomers.register(client(pop800), Newcomers.NAMES + "1@example.org");
        rows.awaitLog();
        rows.assertLogIsWhole();
        say("start %d: two nodes at once, the new version taken over %d time", start, rows.publications(2));
    }

    @Test
    void aRollingRestartIsNoticedByNobodyWhoRegisters() {
        Pop800 pop800 = Pop800.create(cluster.a()).withoutSampleUser();
        Rows rows = new Rows(pop800);
        int rounds = Thoroughness.times(1, 3);
        try (Newcomers newcomers = Newcomers.to(client(pop800))) {
            newcomers.awaitMore(ENOUGH);
            for (int round = 1; round <= rounds; round++) {
                for (KeycloakServer node : List.of(cluster.a(), cluster.b())) {
                    node.close();
                    newcomers.awaitMore(ENOUGH);
                    cluster.startStopped();
                    newcomers.awaitMore(ENOUGH);
                }
            }
            newcomers.end();
            rows.awaitLog();

            say(
                    "rolling restart, %d rounds: %d registered, %d failures; answers of each node: %s",
                    rounds, newcomers.registered().size(), newcomers.failures().size(), cluster.answers());
            assertThat(newcomers.failures()).isEmpty();
            rows.assertEveryUserHasARecordAndEveryRecordAUser(newcomers.registered());
        }
        rows.assertLogIsWhole();
    }

    @Test
    void whileTheDatabaseIsAwayPagesAreClearAndAfterwardsNothingIsLostAndNothingNeedsARestart() {
        Pop800 pop800 = Pop800.create(cluster.a()).withoutSampleUser();
        OidcClient client = client(pop800);
        Rows rows = new Rows(pop800);
        try (Newcomers newcomers = Newcomers.to(client)) {
            newcomers.awaitMore(ENOUGH);
            cluster.takeDatabaseAway();
            List<HttpResponse<String>> pages = new ArrayList<>();
            long end = System.nanoTime() + AWAY.toNanos();
            while (System.nanoTime() < end) {
                pages.add(page(client.authorization().url()));
                pages.add(page(client.registration().url()));
                pages.add(page(client.issuer() + "/agreements"));
                pause(BETWEEN_PAGES);
            }
            int health = page(cluster.a().managementUrl() + "/health/ready").statusCode();
            cluster.bringDatabaseBack();
            long back = System.nanoTime();
            newcomers.awaitMore(1);
            Duration until = Duration.ofNanos(System.nanoTime() - back);
            newcomers.awaitMore(ENOUGH);
            newcomers.end();
            rows.awaitLog();

            say(
                    "database away for %d s: pages by status %s, readiness %d; back after %d ms; %d registered, %d accounts, %d failures",
                    AWAY.toSeconds(),
                    byStatus(pages),
                    health,
                    until.toMillis(),
                    newcomers.registered().size(),
                    rows.newcomers(),
                    newcomers.failures().size());
            assertThat(pages).allSatisfy(ClusterIT::assertClear);
            assertThat(until).isLessThan(BACK_WITHIN);
            rows.assertEveryUserHasARecordAndEveryRecordAUser(newcomers.registered());
        }
        rows.assertLogIsWhole();
        for (KeycloakServer node : List.of(cluster.a(), cluster.b())) {
            cluster.leadOnlyTo(node);
            Newcomers.register(client, "after-" + (node == cluster.a()) + "@example.org");
        }
    }

    /** The realm as this node serves it by its own address. */
    private static OwedTokens on(KeycloakServer node, OwedTokens realm) {
        // A token names the realms its bearer may administer.
        node.adminClient().tokenManager().grantToken();
        Pop800 there = new Pop800(
                new TestRealm(node, realm.pop800().realm().name()),
                realm.pop800().id(),
                realm.pop800().files());
        return new OwedTokens(
                there, new OAuthClient(there, OwedTokens.API, realm.api().secret()));
    }

    /** The realm's client as users come to it: through the proxy. */
    private OidcClient client(Pop800 pop800) {
        OidcClient byNode = pop800.client();
        return new OidcClient(
                cluster.url() + "/realms/" + pop800.realm().name(), byNode.clientId(), byNode.redirectUri());
    }

    private static PlainSignIn accept(PlainSignIn page) {
        Map<String, String> fields = new HashMap<>(page.hidden());
        fields.put("agreements-decision", "accept");
        return page.submit(fields);
    }

    private static void decide(Pop800 pop800, String accessToken, String decision) {
        var text =
                PublicRest.json(PublicRest.of(pop800).getJson("/" + OPTIONAL)).at("/inForce/texts/0");
        MyRest.Reply reply = new MyRest(pop800, accessToken).put("/" + OPTIONAL, """
                {"decision": "%s", "version": 1, "locale": "%s", "digest": "%s"}""".formatted(
                decision, text.path("locale").asText(), text.path("digest").asText()));
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    }

    private static String told(OAuthClient.Reply tokens) {
        return String.join(" ", tokens.claims("access_token").path("agreements").findValuesAsText("decision"));
    }

    /** As a browser asks for it. */
    private static HttpResponse<String> page(String url) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Accept", "text/html")
                .header("Accept-Language", "en")
                .build();
        return BoundedHttp.send(request, HttpResponse.BodyHandlers.ofString(), ANSWERED_WITHIN);
    }

    /** What is kept in memory is shown; the rest says that it does not work at the moment, and nothing that is not for users. */
    private static void assertClear(HttpResponse<String> page) {
        assertThat(page.statusCode()).as(page.body()).isIn(200, 500, 503);
        assertThat(page.headers().firstValue("Content-Type").orElse(""))
                .as(page + page.body())
                .startsWith("text/html");
        assertThat(page.body()).contains("<title>");
        if (page.statusCode() != 200) {
            assertThat(page.body()).doesNotContainPattern(INNER);
        }
    }

    private static Map<Integer, Long> byStatus(List<HttpResponse<String>> pages) {
        return pages.stream()
                .collect(Collectors.groupingBy(HttpResponse::statusCode, TreeMap::new, Collectors.counting()));
    }

    /** What the product complains of in the logs of the nodes. */
    private List<String> ourErrors() {
        return List.of(cluster.a(), cluster.b()).stream()
                .flatMap(node -> node.logs().lines())
                .filter(line -> line.contains(" ERROR ") && line.contains("[io.agreements"))
                .toList();
    }

    /** What a node says of each of its runs. */
    private static long runsThatDeleted(KeycloakServer node) {
        return node.logs()
                .lines()
                .filter(line -> line.contains("accounts deleted, as their users had asked for"))
                .count();
    }

    private static void pause(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }

    private static void say(String format, Object... counts) {
        System.out.println("[cluster] " + String.format(Locale.ROOT, format, counts));
    }
}
