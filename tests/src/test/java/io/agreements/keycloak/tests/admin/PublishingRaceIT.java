package io.agreements.keycloak.tests.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.testing.OnEveryDatabase;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.limit.Thoroughness;
import io.agreements.keycloak.testing.realm.RealmBuilder;
import io.agreements.keycloak.testing.realm.TestRealm;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.tests.fixture.rest.AdminApi;
import io.agreements.keycloak.tests.fixture.rest.AdminBytes;
import io.agreements.keycloak.tests.fixture.rest.AdminRest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two administrators do at the same moment what only one of them can. */
@OnEveryDatabase
@WithKeycloak
final class PublishingRaceIT {

    private static final int ROUNDS = Thoroughness.times(40, 200);
    private static final int ROUNDS_PER_TOKEN = 40;
    private static final String PUBLICATION = "{\"edits\": 0}";

    private final ExecutorService administrators = Executors.newFixedThreadPool(2);
    private KeycloakServer server;
    private TestRealm realm;

    @BeforeEach
    void createRealm(KeycloakServer running) {
        server = running;
        realm = RealmBuilder.unique("race").create(server);
    }

    @AfterEach
    void end() {
        administrators.shutdownNow();
    }

    @Test
    void aPublishedVersionHasTheTextThatBinds() throws Exception {
        importDrafts(1);
        List<List<Integer>> statuses = race(
                (admin, key) -> admin.post("/" + key + "/versions/1/publish", PUBLICATION),
                (admin, key) -> admin.put("/" + key, """
                        {"key": "%s", "requirement": "REQUIRED", "bindingLocale": "en", "edits": 0}
                        """.formatted(key)));

        assertThat(statuses)
                .allSatisfy(pair -> assertThat(pair).containsOnlyOnce(200).containsAnyOf(400, 409));
        assertThat(rows("""
                        select a.agreement_key from agr_agreement a join agr_version v on v.agreement_id = a.id
                        where a.realm_id = ? and v.published_at is not null and not exists
                        (select t.id from agr_text t where t.version_id = v.id and t.locale = a.binding_locale)""")).isEmpty();
        int published = firstSuccess(statuses, 0);
        assertThat(admin().post("/" + key(published) + "/versions/1/retract", "{\"edits\": 1}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whatIsPublishedIsNotDeletedAndWhatIsDeletedIsNotPublished() throws Exception {
        importDrafts(1);
        List<List<Integer>> statuses = race(
                (admin, key) -> admin.post("/" + key + "/versions/1/publish", PUBLICATION),
                (admin, key) -> admin.delete("/" + key));

        assertThat(statuses).allSatisfy(pair -> {
            assertThat(pair).allMatch(status -> status < 500);
            assertThat(pair.get(0) == 200).as(pair.toString()).isNotEqualTo(pair.get(1) == 204);
        });
        long published = statuses.stream().filter(pair -> pair.get(0) == 200).count();
        assertThat(rows("""
                        select v.id from agr_agreement a join agr_version v on v.agreement_id = a.id
                        join agr_text t on t.version_id = v.id where a.realm_id = ?""")).hasSize((int) published);
        assertThat(server.database()
                        .query("select id from agr_text where version_id not in (select id from agr_version)"))
                .isEmpty();
        assertThat(rows("select id from agr_record where realm_id = ? and type = 'PUBLICATION'"))
                .hasSize((int) published);
    }

    @Test
    void aTextIsPublishedAsItWasReadOrAsItWasWritten() throws Exception {
        importDrafts(1);
        List<List<Integer>> statuses = race(
                (admin, key) -> admin.post("/" + key + "/versions/1/publish", PUBLICATION),
                (admin, key) -> admin.put("/" + key + "/versions/1/texts/zh-Hans", """
                        {"title": "守则", "content": "另一份", "edits": 0}"""));

        assertThat(statuses)
                .allSatisfy(pair -> assertThat(pair).containsOnlyOnce(200).containsOnlyOnce(409));
        long published = statuses.stream().filter(pair -> pair.get(0) == 200).count();
        assertThat(rows("""
                        select t.digest, r.text_digest from agr_record r join agr_agreement a
                        on a.realm_id = r.realm_id and a.agreement_key = r.agreement_key
                        join agr_version v on v.agreement_id = a.id join agr_text t on t.version_id = v.id
                        where a.realm_id = ? and r.type = 'PUBLICATION' and t.edits = 0
                        and v.published_at is not null"""))
                .hasSize((int) published)
                .allSatisfy(row -> assertThat(row.get("text_digest")).isEqualTo(row.get("digest")));
    }

    @Test
    void aTextIsPublishedOrDeletedAndNotBoth() throws Exception {
        importDrafts(1);
        List<List<Integer>> statuses = race(
                (admin, key) -> admin.post("/" + key + "/versions/1/publish", PUBLICATION),
                (admin, key) -> admin.delete("/" + key + "/versions/1/texts/zh-Hans"));

        assertThat(statuses)
                .allSatisfy(pair -> assertThat(pair).isIn(List.of(200, 409), List.of(409, 204), List.of(400, 204)));
        long published = statuses.stream().filter(pair -> pair.get(0) == 200).count();
        assertThat(rows("""
                        select t.id from agr_agreement a join agr_version v on v.agreement_id = a.id
                        join agr_text t on t.version_id = v.id
                        where a.realm_id = ? and v.published_at is not null""")).hasSize((int) published);
    }

    @Test
    void ofTwoPublicationsTheHigherNumberIsTheLater() throws Exception {
        importDrafts(2);
        List<List<Integer>> statuses = race(
                (admin, key) -> admin.post("/" + key + "/versions/1/publish", PUBLICATION),
                (admin, key) -> admin.post("/" + key + "/versions/2/publish", PUBLICATION));

        assertThat(statuses).allSatisfy(pair -> assertThat(pair).contains(200).isSubsetOf(200, 400, 409));
        assertThat(rows("""
                        select one.id from agr_record one join agr_record two
                        on one.realm_id = two.realm_id and one.agreement_key = two.agreement_key
                        where one.realm_id = ? and one.version_number = 1 and two.version_number = 2
                        and one.occurred_at > two.occurred_at""")).isEmpty();
    }

    /** @return the status of each of the two, for each round */
    private List<List<Integer>> race(Step one, Step other) throws Exception {
        List<List<Integer>> statuses = new ArrayList<>();
        AdminApi admin = admin();
        for (int round = 0; round < ROUNDS; round++) {
            if (round % ROUNDS_PER_TOKEN == 0) {
                admin = admin();
            }
            CyclicBarrier start = new CyclicBarrier(2);
            Future<Integer> first = administrators.submit(started(start, one, admin, key(round)));
            Future<Integer> second = administrators.submit(started(start, other, admin, key(round)));
            statuses.add(List.of(first.get(), second.get()));
        }
        return statuses;
    }

    private static Callable<Integer> started(CyclicBarrier start, Step step, AdminApi admin, String key) {
        return () -> {
            start.await();
            return step.take(admin, key).status();
        };
    }

    private static int firstSuccess(List<List<Integer>> statuses, int which) {
        for (int round = 0; round < statuses.size(); round++) {
            if (statuses.get(round).get(which) == 200) {
                return round;
            }
        }
        throw new AssertionError("none of " + statuses);
    }

    private AdminApi admin() {
        return new AdminApi(realm, AdminRest.administratorToken(server));
    }

    private List<Map<String, Object>> rows(String sql) {
        return server.database().query(sql, realm.admin().toRepresentation().getId());
    }

    private void importDrafts(int versions) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream archive = new ZipOutputStream(bytes)) {
            for (int round = 0; round < ROUNDS; round++) {
                StringBuilder settings = new StringBuilder(
                        "requirement: REQUIRED\nbindingLocale: zh-Hans\ntitles: {zh-Hans: 守则}\nversions:\n");
                for (int number = 1; number <= versions; number++) {
                    settings.append("  ").append(number).append(": {draft: true}\n");
                    add(archive, key(round) + "/" + number + "/zh-Hans.md", "守则" + round + " " + number);
                }
                add(archive, key(round) + "/agreement.yaml", settings.toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(AdminBytes.post(
                                server,
                                "/" + realm.name() + "/agreements/import",
                                "application/zip",
                                bytes.toByteArray(),
                                AdminRest.administratorToken(server))
                        .statusCode())
                .isEqualTo(200);
    }

    private static void add(ZipOutputStream archive, String name, String content) throws IOException {
        archive.putNextEntry(new ZipEntry(name));
        archive.write(content.getBytes(StandardCharsets.UTF_8));
        archive.closeEntry();
    }

    private static String key(int round) {
        return "rules-" + round;
    }

    private interface Step {
        AdminApi.Reply take(AdminApi admin, String key);
    }
}
