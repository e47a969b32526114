package io.agreements.keycloak.tests.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.realm.StoredDecision;
import io.agreements.keycloak.tests.fixture.rest.OAuthClient;
import io.agreements.keycloak.tests.fixture.rest.OurStatements;
import io.agreements.keycloak.tests.fixture.rest.OwedTokens;
import io.agreements.keycloak.tests.fixture.rest.PlainSignIn;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.RealmRepresentation;

/** What looking after agreements costs a request, in statements: these do not depend on the machine. */
@WithKeycloak
final class RequestCostIT {

    private static final String PERSON = "person@example.org";
    private static final int MOST_OF_A_REGISTRATION = 3;

    private KeycloakServer server;
    private OwedTokens realm;
    private String userId;

    @BeforeEach
    void createRealm(KeycloakServer running) {
        server = running;
        realm = OwedTokens.create(server);
        userId = realm.newUser(PERSON);
    }

    @Test
    void userInfoAndIntrospectionAskNothingOfOurTables() {
        OAuthClient.Reply tokens = realm.api().password(PERSON, "openid");
        ask(tokens);

        OurStatements statements =
                OurStatements.during(server, () -> IntStream.range(0, 20).forEach(times -> ask(tokens)));

        assertThat(statements.ours()).isEmpty();
    }

    @Test
    void aPasswordGrantReadsTheStandingsOfTheUserOnce() {
        realm.api().password(PERSON, "openid");

        OurStatements statements = OurStatements.during(
                server,
                () -> IntStream.range(0, 10)
                        .forEach(times -> assertThat(
                                        realm.api().password(PERSON, "openid").status())
                                .isEqualTo(200)));

        assertThat(statements.ours()).hasSize(10).allMatch(sql -> sql.contains("agr_standing"));
    }

    @Test
    void aSignInReadsTheStandingsOfTheUserOnce() {
        decline("news-by-mail");
        decline("personalisation");
        signIn();

        OurStatements statements = OurStatements.during(server, this::signIn);

        assertThat(statements.ours()).hasSize(1).allMatch(sql -> sql.contains("agr_standing"));
    }

    @Test
    void aRegistrationTakesFewStatementsMoreThanWithoutAgreements() {
        OurStatements with = registration(realm.pop800());
        OurStatements without = registration(withoutAgreements());

        assertThat(with.all().size() - without.all().size())
                .as("with:\n%s\n\nwithout:\n%s", String.join("\n", with.all()), String.join("\n", without.all()))
                .isLessThanOrEqualTo(MOST_OF_A_REGISTRATION);
    }

    @Test
    void allThatIsDecidedAtRegistrationIsWrittenTogetherAndNotReadAgain() {
        OurStatements statements = registration(realm.pop800());

        assertThat(statements.ours())
                .satisfiesExactlyInAnyOrder(
                        sql -> assertThat(sql).startsWith("insert into").contains("agr_standing"),
                        sql -> assertThat(sql).startsWith("insert into").contains("agr_record"),
                        sql -> assertThat(sql).startsWith("insert into").contains("agr_connection"));
        assertThat(realm.pop800()
                        .records(realm.pop800()
                                .realm()
                                .user("second@example.org")
                                .toRepresentation()
                                .getId()))
                .hasSize(3);
    }

    private OurStatements registration(Pop800 pop800) {
        submit(PlainSignIn.open(pop800.client().registration().url()), "first@example.org");
        PlainSignIn form = PlainSignIn.open(pop800.client().registration().url());
        return OurStatements.during(server, () -> submit(form, "second@example.org"));
    }

    private Pop800 withoutAgreements() {
        Pop800 stock = Pop800.create(server).withoutSampleUser();
        stock.askForNothing();
        RealmRepresentation settings = stock.realm().admin().toRepresentation();
        settings.setRegistrationFlow("registration");
        settings.setEventsListeners(List.of("jboss-logging"));
        stock.realm().admin().update(settings);
        return stock;
    }

    private void decline(String agreement) {
        new StoredDecision(userId, PERSON, agreement, 1, "DECLINED", Instant.now()).storeIn(realm.pop800());
    }

    private void ask(OAuthClient.Reply tokens) {
        assertThat(realm.api().userInfo(tokens.accessToken()).status()).isEqualTo(200);
        assertThat(realm.api()
                        .introspect(tokens.accessToken())
                        .json()
                        .path("active")
                        .asBoolean())
                .isTrue();
    }

    private void signIn() {
        PlainSignIn signIn =
                PlainSignIn.open(realm.pop800().client().authorization().url()).password(PERSON, Pop800.PASSWORD);
        assertThat(signIn.client()).as(signIn.toString()).contains("code=");
    }

    private static void submit(PlainSignIn form, String email) {
        Map<String, String> fields = new HashMap<>(Map.of(
                "email", email,
                "lastName", "王",
                "firstName", "小明",
                "gender", "male",
                "birthdate", "1990-05-31",
                "city", "北京",
                "phoneNumber", "13800138000",
                "password", Pop800.PASSWORD,
                "password-confirm", Pop800.PASSWORD));
        fields.putAll(form.hidden());
        fields.put("agreement-" + Pop800.AGREEMENT, "accepted");
        form.submit(fields);
        assertThat(form.client()).as(form.toString()).contains("code=");
    }
}
