package io.agreements.keycloak.tests.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.http.BoundedHttp;
import io.agreements.keycloak.testing.realm.UserBuilder;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.testing.server.running.MovedClock;
import io.agreements.keycloak.testing.server.running.QuickTasks;
import io.agreements.keycloak.testing.server.running.Statements;
import io.agreements.keycloak.testing.server.running.Statements.Statement;
import io.agreements.keycloak.tests.fixture.realm.AgreementEdits;
import io.agreements.keycloak.tests.fixture.realm.Crowd;
import io.agreements.keycloak.tests.fixture.realm.Mailbox;
import io.agreements.keycloak.tests.fixture.realm.Mailbox.Letter;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.realm.Tasks;
import io.agreements.keycloak.tests.fixture.rest.AdminApi;
import io.agreements.keycloak.tests.fixture.rest.AdminApi.Reply;
import io.agreements.keycloak.tests.fixture.rest.PublicRest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.AdminEventRepresentation;
import org.keycloak.representations.idm.GroupRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;

/** An administrator has users written to about a new version. */
@WithKeycloak(quickTasks = Tasks.MAILINGS)
final class MailingIT {

    private static final String TERMS = "/" + Pop800.AGREEMENT + "/versions/2";
    private static final String MAILING = TERMS + "/mailing";
    private static final String FAST = "{\"perMinute\": 6000}";
    private static final Pattern LINK = Pattern.compile("http\\S+");

    private Mailbox mailbox = new Mailbox();
    private Pop800 pop800;

    @BeforeEach
    void createRealm(KeycloakServer server) {
        pop800 = Pop800.create(server, AgreementEdits::dropSecondVersion).withoutSampleUser();
        mailbox.serve(pop800);
    }

    /** Whatever became of a mailing, it goes with the realm. */
    @AfterEach
    void removeRealm() {
        mailbox.close();
        pop800.realm().server().adminClient().tokenManager().grantToken();
        String realmId = pop800.id();
        pop800.realm().admin().remove();
        assertThat(count(realmId)).isZero();
    }

    @Test
    void anAuthorsWordsAreNoKeysOfMessages() throws IOException {
        decided(user("ann@example.org", "en"), Pop800.AGREEMENT, 1, "ACCEPTED");
        JsonNode draft = admin().post(
                        "/" + Pop800.AGREEMENT + "/versions", "{\"copyTextsOf\": 2, \"label\": \"${doLogIn}\"}")
                .successful();
        String version =
                "/" + Pop800.AGREEMENT + "/versions/" + draft.path("number").asInt();
        ObjectNode text = (ObjectNode) admin().get(version + "/texts/en").successful();
        admin().put(version + "/texts/en", text.put("title", "${doRegister}").toString())
                .successful();
        admin().post(version + "/publish", "{\"edits\": 1}").successful();
        admin().post(version + "/mailing", FAST).successful();

        Letter letter = mailbox.await(1).get(0);
        assertThat(letter.subject()).isEqualTo("New version: ${doRegister}");
        assertThat(letter.text()).contains("“${doRegister}”", "(${doLogIn})");
        assertThat(letter.html()).contains("“${doRegister}”", "(${doLogIn})");
        assertThat(PublicRest.of(pop800)
                        .get(
                                "/" + Pop800.AGREEMENT + "/changes?from=2&to=3",
                                "Accept",
                                "text/html",
                                "Accept-Language",
                                "en")
                        .body())
                .contains("${doRegister}</bdi>: what has changed");
    }

    @Test
    void aMailIsInWordsItsReaderReadsAndRunsAsThoseOfTheAgreementDo() throws IOException {
        RealmRepresentation realm = pop800.realm().admin().toRepresentation();
        realm.setSupportedLocales(Set.of("ar", "ja", "ko", "zh-CN", "zh-TW", "en"));
        pop800.realm().admin().update(realm);
        admin().post("", "{\"key\": \"prices\", \"requirement\": \"REQUIRED\", \"bindingLocale\": \"ar\"}")
                .successful();
        admin().post("/prices/versions", "{\"label\": \"نسخة 1\"}").successful();
        admin().put(
                        "/prices/versions/1/texts/ar",
                        "{\"title\": \"شروط POP800!\", \"summary\": \"السعر 100$!\", \"content\": \"السعر 100$!\"}")
                .successful();
        int edits = admin().get("/prices/versions/1").successful().path("edits").asInt();
        admin().post("/prices/versions/1/publish", "{\"edits\": " + edits + "}").successful();
        for (String locale : List.of("en", "ja", "ko", "ar", "zh-TW", "zh-CN")) {
            user(locale.toLowerCase(Locale.ROOT) + "@example.org", locale);
        }
        admin().post("/prices/versions/1/mailing", FAST).successful();

        List<Letter> letters = mailbox.await(6);
        letters.forEach(MailingIT::keep);
        for (String english : List.of("en", "ko", "ar")) {
            Letter letter = to(letters, english + "@example.org");
            assertThat(letter.subject()).isEqualTo("New version: \u2067شروط POP800!\u2069");
            assertThat(letter.text()).contains("“\u2067شروط POP800!\u2069”", "Version 1 (\u2068نسخة 1\u2069)");
            assertThat(letter.html())
                    .contains("<html lang=\"en\" dir=\"ltr\">", "<p lang=\"ar\" dir=\"rtl\">السعر 100$!</p>");
            assertThat(letter.subject() + letter.text() + letter.html()).doesNotMatch("(?s).*\\p{IsHan}.*");
        }
        assertThat(to(letters, "ja@example.org").text())
                .contains("「\u2067شروط POP800!\u2069」に、新しい版があります", "パスワード")
                .doesNotContain("发布", "密码");
        assertThat(to(letters, "zh-tw@example.org").text())
                .contains("《\u2067شروط POP800!\u2069》已發布新版本", "索取密碼")
                .doesNotContain("发布", "密码");
        assertThat(to(letters, "zh-cn@example.org").text()).contains("已发布新版本", "密码");
    }

    @Test
    void aMailAboutANoticeSpeaksOfNoConsent() throws IOException {
        agreementBegun("privacy", "ACKNOWLEDGEMENT", "");
        decided(user("ann@example.org", "en"), "privacy", 1, "ACKNOWLEDGED");
        user("zhang@example.org", "zh-Hans");
        decided(user("settled@example.org", "en"), "privacy", 2, "ACKNOWLEDGED");
        assertThat(writtenTo("/privacy/versions/2/mailing"))
                .containsExactlyInAnyOrder("ann@example.org", "zhang@example.org");
        admin().post("/privacy/versions", "{\"copyTextsOf\": 2, \"material\": false}")
                .successful();
        admin().post("/privacy/versions/3/publish", "{\"edits\": 0}").successful();
        assertThat(writtenTo("/privacy/versions/3/mailing")).hasSize(3);

        List<Letter> letters = mailbox.await(5);
        letters.forEach(MailingIT::keep);
        assertThat(letters)
                .allSatisfy(letter -> assertThat(letter.subject() + letter.text() + letter.html())
                        .doesNotContainPattern("(?i)\\b(agree[sd]?|accept\\w*|consent\\w*)\\b|同意|接受"));
        assertThat(letters)
                .filteredOn(letter -> letter.to().equals("ann@example.org"))
                .extracting(Letter::text)
                .anySatisfy(text -> assertThat(text)
                        .contains("Version 2", "the next time you sign in", "/privacy/changes?from=1&to=2"))
                .anySatisfy(text -> assertThat(text).contains("Version 3", "You need not do anything."));
    }

    @Test
    void eachUserGetsOneMailInTheOwnLanguage() throws IOException, InterruptedException {
        decided(user("zhang@example.org", "zh-Hans"), Pop800.AGREEMENT, 1, "ACCEPTED");
        decided(user("ann@example.org", "en"), Pop800.AGREEMENT, 1, "ACCEPTED");
        decided(user("refuser@example.org", "en"), Pop800.AGREEMENT, 1, "DECLINED");
        user("newcomer@example.org", null);
        decided(user("settled@example.org", "en"), Pop800.AGREEMENT, 2, "ACCEPTED");
        change(user("gone@example.org", "en"), "enabled = false");
        change(user("unreachable@example.org", "en"), "email = null");
        assertThat(admin().get(MAILING).status()).isEqualTo(404);

        JsonNode started = admin().post(MAILING, "{\"perMinute\": 600}").successful();
        assertThat(started.path("state").asText()).isEqualTo("RUNNING");
        assertThat(started.path("users").asInt()).isEqualTo(4);
        assertThat(started.path("perMinute").asInt()).isEqualTo(600);
        JsonNode done = await("DONE");

        assertThat(done.path("sent").asInt()).isEqualTo(4);
        assertThat(done.path("failed").asInt()).isZero();
        assertThat(done.path("finishedAt").asLong())
                .isGreaterThan(done.path("startedAt").asLong());
        List<Letter> letters = mailbox.await(4);
        assertThat(letters)
                .extracting(Letter::to)
                .containsExactlyInAnyOrder(
                        "zhang@example.org", "ann@example.org", "refuser@example.org", "newcomer@example.org");
        letters.forEach(MailingIT::keep);
        Letter english = to(letters, "ann@example.org");
        assertThat(english.subject()).startsWith("New version: ");
        assertThat(english.text())
                .contains(
                        "Version 2 (2026-12)",
                        "POP800",
                        "It has been in effect since",
                        "the next time you sign in",
                        "The notice period is now fixed.",
                        "/user-registration/versions/2",
                        "/user-registration/changes?from=1&to=2",
                        "never ask for your password",
                        "service@pop800.example")
                .doesNotContain("{", "<", "&amp;", "agreementsNewVersion");
        assertThat(english.html())
                .contains("<p>", "The notice period is now fixed.", "from=1&amp;to=2\"", "never ask for your password")
                .doesNotContain("agreementsNewVersion");
        for (String person : List.of("zhang@example.org", "newcomer@example.org")) {
            Letter chinese = to(letters, person);
            assertThat(chinese.subject()).startsWith("《").endsWith("》已发布新版本");
            assertThat(chinese.text())
                    .contains("第 2 版（2026-12）", "明确了更新公示期。", "不会通过电话或邮件向您索要密码", "年")
                    .doesNotContain("{", "<");
            assertThat(chinese.html()).contains("明确了更新公示期。", "</a>");
        }
        assertEveryLinkLeadsSomewhere(english);

        assertThat(admin().post(MAILING, "{}").status()).isEqualTo(409);
        assertThat(admin().post(MAILING + "/pause", "{}").status()).isEqualTo(409);
        assertThat(records())
                .singleElement()
                .satisfies(row -> assertThat(row.get("details").toString())
                        .contains("\"sent\":4", "\"failed\":0", "\"by\":\"administrator\""));
        assertThat(pop800.realm().admin().getAdminEvents())
                .filteredOn(event -> "AGREEMENT_MAILING".equals(event.getResourceType()))
                .singleElement()
                .extracting(AdminEventRepresentation::getOperationType, AdminEventRepresentation::getResourcePath)
                .containsExactly("CREATE", "agreements/user-registration/versions/2/mailing");
    }

    @Test
    void pausedAndGoneOnWithNobodyIsWrittenToTwiceAndStatementsAreBounded() {
        int size = 400;
        new Crowd(pop800, size)
                .create()
                .decide(0, Pop800.AGREEMENT, "2", "case when mod(i, 4) = 0 then 'ACCEPTED' end")
                .settle();
        int toWrite = size * 3 / 4;
        List<Statement> statements = Statements.ofTimers(pop800.realm().server(), () -> {
            assertThat(admin().post(MAILING, FAST).successful().path("users").asInt())
                    .isEqualTo(toWrite);
            mailbox.await(100);
            JsonNode paused = admin().post(MAILING + "/pause", "{}").successful();
            assertThat(paused.path("state").asText()).isEqualTo("PAUSED");
            awaitRuns(2);
            int sent = mailbox.size();
            assertThat(sent).isBetween(100, toWrite - 1);
            awaitRuns(2);
            assertThat(mailbox.size()).isEqualTo(sent);
            assertThat(admin().get(MAILING).successful().path("sent").asInt()).isEqualTo(sent);

            assertThat(admin().post(MAILING, "").successful().path("perMinute").asInt())
                    .isEqualTo(6000);
            await("DONE");
        });

        assertThat(mailbox.await(toWrite))
                .hasSize(toWrite)
                .extracting(Letter::to)
                .doesNotHaveDuplicates()
                .allMatch(address -> address.startsWith("user-"));
        List<Statement> ours = statements.stream()
                .filter(statement -> statement.sql().matches("(?s).*\\b(agr_\\w+|AGR_\\w+|user_\\w+|USER_\\w+)\\b.*"))
                .toList();
        assertThat(ours).hasSizeLessThan(toWrite * 4 + 400);
        assertThat(ours)
                .filteredOn(statement -> statement.sql().matches("(?is).*from user_entity.*"))
                .hasSizeLessThan(100);
        assertThat(records()).hasSize(1);
    }

    @Test
    void aMailServerThatIsAwayStopsItAndAnAddressThatIsNoneDoesNot() {
        Crowd crowd = new Crowd(pop800, 10).create();
        pop800.realm()
                .server()
                .database()
                .update("update user_entity set email = 'no address' where id = ?", crowd.userId(7));
        mailbox.close();
        admin().post(MAILING, FAST).successful();
        JsonNode stopped = await("STOPPED");
        assertThat(stopped.path("problem").asText()).contains("mail server").doesNotContain("@");
        assertThat(stopped.path("sent").asInt()).isZero();
        assertThat(stopped.path("failed").asInt()).isZero();
        assertThat(admin().post(MAILING + "/pause", "{}").status()).isEqualTo(409);

        mailbox = new Mailbox();
        mailbox.serve(pop800);
        assertThat(admin().post(MAILING, FAST).successful().has("problem")).isFalse();
        JsonNode done = await("DONE");
        assertThat(done.path("sent").asInt()).isEqualTo(9);
        assertThat(done.path("failed").asInt()).isEqualTo(1);
        assertThat(mailbox.await(9))
                .extracting(Letter::to)
                .doesNotHaveDuplicates()
                .hasSize(9);
    }

    @Test
    void theRateIsHeldOverManyRuns(KeycloakServer server) {
        new Crowd(pop800, 10).create();
        admin().post(MAILING, "{\"perMinute\": 1}").successful();
        awaitRuns(2);
        assertThat(mailbox.size()).isZero();
        try (MovedClock clock = MovedClock.of(server)) {
            for (int minutes = 1; minutes <= 2; minutes++) {
                clock.ahead(Duration.ofMinutes(minutes));
                mailbox.await(minutes);
                awaitRuns(2);
                assertThat(mailbox.size()).isEqualTo(minutes);
            }
            clock.ahead(Duration.ofDays(1));
            mailbox.await(3);
            awaitRuns(2);
            assertThat(mailbox.size()).isEqualTo(3);
        }
    }

    @Test
    void onlyThoseConcernedAreWrittenTo() {
        String news = agreementBegun("news", "OPTIONAL", "");
        decided(user("reader@example.org", "en"), "news", 1, "ACCEPTED");
        decided(user("decliner@example.org", "en"), "news", 1, "DECLINED");
        decided(user("former@example.org", "en"), "news", 1, "WITHDRAWN");
        String shop = agreementBegun(
                "shop-terms", "REQUIRED", ", \"audience\": {\"type\": \"CLIENTS\", \"names\": [\"sample\"]}");
        decided(user("customer@example.org", "en"), "shop-terms", 1, "ACCEPTED");
        String sellers = agreementBegun(
                "seller-terms", "REQUIRED", ", \"audience\": {\"type\": \"ROLE\", \"names\": [\"seller\"]}");
        giveRoles();

        assertThat(writtenTo(news)).containsExactly("reader@example.org");
        assertThat(writtenTo(shop)).containsExactly("customer@example.org");
        assertThat(writtenTo(sellers))
                .containsExactlyInAnyOrder("direct@example.org", "composite@example.org", "member@example.org");
    }

    @Test
    void onlyWhoManagesRealmAndUsersMayStartAndOnlyWhatIsInForceIsWrittenAbout() {
        for (String[] roles : List.of(
                new String[] {"manage-realm", "view-realm", "view-users"},
                new String[] {"manage-users", "view-realm"},
                new String[] {"view-realm", "view-users"})) {
            AdminApi caller = AdminApi.ofAdministratorWith(pop800, roles);
            assertThat(caller.post(MAILING, FAST).status()).isEqualTo(403);
            assertThat(caller.post(MAILING + "/pause", "{}").status()).isEqualTo(403);
            assertThat(caller.get(MAILING).status()).isEqualTo(404);
        }
        assertThat(AdminApi.ofAdministratorWith(pop800, "manage-users")
                        .get(MAILING)
                        .status())
                .isEqualTo(403);
        for (Reply reply : List.of(
                AdminApi.ofNobody(pop800).get(MAILING),
                AdminApi.ofNobody(pop800).post(MAILING, FAST),
                AdminApi.ofNobody(pop800).post(MAILING + "/pause", "{}"))) {
            assertThat(reply.status()).isEqualTo(401);
        }
        assertThat(admin().post(MAILING + "/pause", "{}").status()).isEqualTo(409);
        assertThat(admin().post("/user-registration/versions/9/mailing", FAST).status())
                .isEqualTo(404);
        assertThat(refusal("/user-registration/versions/1/mailing", FAST)).contains("superseded");
        assertThat(refusal(MAILING, "{\"perMinute\": 0}")).contains("from 1 to 60000");

        admin().post("/user-registration/versions", "{\"copyTextsOf\": 2}").successful();
        assertThat(refusal("/user-registration/versions/3/mailing", FAST)).contains("draft");
        int edits = admin().get(TERMS).successful().path("edits").asInt();
        admin().post(TERMS + "/retract", "{\"edits\": " + edits + "}").successful();
        assertThat(refusal(MAILING, FAST)).contains("retracted");

        var realm = pop800.realm().admin().toRepresentation();
        realm.setSmtpServer(Map.of());
        pop800.realm().admin().update(realm);
        assertThat(refusal("/user-registration/versions/1/mailing", FAST)).contains("no mail server");
        assertThat(count(pop800.id())).isZero();
    }

    @Test
    void whoManagesBothMayStartAndPause() {
        user("ann@example.org", "en");
        AdminApi manager = AdminApi.ofAdministratorWith(pop800, "manage-realm", "manage-users", "view-realm");
        assertThat(manager.post(MAILING, "{\"perMinute\": 1}").status()).isEqualTo(200);
        assertThat(manager.post(MAILING, "{\"perMinute\": 1}").status()).isEqualTo(409);
        assertThat(manager.post(MAILING + "/pause", "{}").status()).isEqualTo(200);
        assertThat(manager.get(MAILING).successful().path("state").asText()).isEqualTo("PAUSED");
        assertThat(count(pop800.id())).isEqualTo(1);
    }

    private AdminApi admin() {
        return AdminApi.of(pop800);
    }

    private String refusal(String path, String json) {
        Reply reply = admin().post(path, json);
        assertThat(reply.status()).as(reply.body()).isEqualTo(400);
        return reply.errorMessage();
    }

    /** @return id of the user */
    private String user(String email, String locale) {
        UserBuilder builder = UserBuilder.named(email).password(Pop800.PASSWORD);
        if (locale != null) {
            builder.attribute("locale", locale);
        }
        return pop800.realm().createUser(builder).toRepresentation().getId();
    }

    private void change(String userId, String assignment) {
        pop800.realm().server().database().update("update user_entity set " + assignment + " where id = ?", userId);
    }

    private void decided(String userId, String agreement, int version, String decision) {
        pop800.realm()
                .server()
                .database()
                .update(
                        "insert into agr_standing (user_id, agreement_id, realm_id, version_number, decision, locale,"
                                + " text_digest, decided_at, record_id) select ?, a.id, a.realm_id, " + version
                                + ", ?, 'en', null, 1, ? from agr_agreement a where a.realm_id = ? and a.agreement_key = ?",
                        userId,
                        decision,
                        UUID.randomUUID().toString(),
                        pop800.id(),
                        agreement);
    }

    /** An agreement whose second version is in force. */
    private String agreementBegun(String key, String requirement, String more) {
        admin().post(
                        "",
                        "{\"key\": \"" + key + "\", \"requirement\": \"" + requirement + "\", \"bindingLocale\": \"en\""
                                + more + "}")
                .successful();
        for (int number = 1; number <= 2; number++) {
            String version = "/" + key + "/versions/" + number;
            admin().post("/" + key + "/versions", "{}").successful();
            admin().put(
                            version + "/texts/en",
                            "{\"title\": \"" + key + "\", \"content\": \"## 1. A\\n\\nText " + number + ".\"}")
                    .successful();
            int edits = admin().get(version).successful().path("edits").asInt();
            admin().post(version + "/publish", "{\"edits\": " + edits + "}").successful();
        }
        return "/" + key + "/versions/2/mailing";
    }

    /** Of a seller: to one by himself, to one by a role around it, to one by the group above the user's own. */
    private void giveRoles() {
        var realm = pop800.realm().admin();
        for (String name : List.of("seller", "merchant")) {
            RoleRepresentation role = new RoleRepresentation();
            role.setName(name);
            realm.roles().create(role);
        }
        RoleRepresentation seller = realm.roles().get("seller").toRepresentation();
        realm.roles().get("merchant").addComposites(List.of(seller));
        RoleRepresentation merchant = realm.roles().get("merchant").toRepresentation();
        user("outsider@example.org", "en");
        resource("direct@example.org").roles().realmLevel().add(List.of(seller));
        resource("composite@example.org").roles().realmLevel().add(List.of(merchant));
        String market = group("market");
        realm.groups().group(market).roles().realmLevel().add(List.of(merchant));
        GroupRepresentation stall = new GroupRepresentation();
        stall.setName("stall");
        realm.groups().group(market).subGroup(stall).close();
        resource("member@example.org")
                .joinGroup(realm.groups()
                        .group(market)
                        .getSubGroups(0, 1, true)
                        .get(0)
                        .getId());
    }

    private UserResource resource(String email) {
        return pop800.realm().admin().users().get(user(email, "en"));
    }

    private String group(String name) {
        GroupRepresentation group = new GroupRepresentation();
        group.setName(name);
        pop800.realm().admin().groups().add(group).close();
        return pop800.realm().admin().groups().groups(name, 0, 1).get(0).getId();
    }

    private List<String> writtenTo(String mailing) {
        int before = mailbox.size();
        int users = admin().post(mailing, FAST).successful().path("users").asInt();
        await(mailing, "DONE");
        List<Letter> all = users == 0 ? List.of() : mailbox.await(before + users);
        return all.stream().skip(before).map(Letter::to).toList();
    }

    private JsonNode await(String state) {
        return await(MAILING, state);
    }

    private JsonNode await(String mailing, String state) {
        List<JsonNode> seen = new ArrayList<>();
        boolean reached = await(() -> {
            JsonNode now = admin().get(mailing).successful();
            seen.add(now);
            return now.path("state").asText().equals(state);
        });
        JsonNode last = seen.get(seen.size() - 1);
        assertThat(reached).as(last.toString()).isTrue();
        return last;
    }

    /** Waits until the task has begun that many times more. */
    private void awaitRuns(int count) {
        long before = runs();
        assertThat(await(() -> runs() > before + count)).isTrue();
    }

    private long runs() {
        return QuickTasks.runs(pop800.realm().server(), Tasks.MAILINGS);
    }

    private long count(String realmId) {
        return pop800.realm().server().database().count("select count(*) from agr_mailing where realm_id = ?", realmId);
    }

    private List<Map<String, Object>> records() {
        return pop800
                .realm()
                .server()
                .database()
                .query("select * from agr_record where realm_id = ? and type = 'PUBLICATION'", pop800.id())
                .stream()
                .filter(row -> row.get("details").toString().contains("\"action\":\"mailed\""))
                .toList();
    }

    private static Letter to(List<Letter> letters, String address) {
        return letters.stream()
                .filter(letter -> letter.to().equals(address))
                .findFirst()
                .orElseThrow();
    }

    /** For whoever wants to see what users see. */
    private static void keep(Letter letter) {
        try {
            Path directory = Files.createDirectories(Path.of("target", "letters"));
            Files.writeString(directory.resolve(letter.to() + ".txt"), letter.subject() + "\n\n" + letter.text());
            Files.writeString(directory.resolve(letter.to() + ".html"), letter.html());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertEveryLinkLeadsSomewhere(Letter letter) {
        Matcher links = LINK.matcher(letter.text());
        int count = 0;
        while (links.find()) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(links.group()));
            assertThat(BoundedHttp.send(request, BodyHandlers.discarding()).statusCode())
                    .as(links.group())
                    .isEqualTo(200);
            count++;
        }
        assertThat(count).isEqualTo(2);
    }

    private static boolean await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        return true;
    }
}
