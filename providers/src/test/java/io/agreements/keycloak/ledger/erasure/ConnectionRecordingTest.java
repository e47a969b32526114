package io.agreements.keycloak.ledger.erasure;

import static io.agreements.keycloak.ledger.erasure.ConnectionRecording.FULL;
import static io.agreements.keycloak.ledger.erasure.ConnectionRecording.NONE;
import static io.agreements.keycloak.ledger.erasure.ConnectionRecording.TRUNCATED;
import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.fixture.Realms;
import io.agreements.keycloak.fixture.Requests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.RealmModel;

final class ConnectionRecordingTest {

    private static final String AGENT = "Mozilla/5.0 (X11; Linux x86_64)";

    @Test
    void aRealmThatSaysNothingRecordsAll() {
        assertThat(ConnectionRecording.of(Realms.named("pop800"))).isEqualTo(FULL);
    }

    @ParameterizedTest
    @CsvSource({"full, FULL", "TRUNCATED, TRUNCATED", "Truncated, TRUNCATED", "none, NONE"})
    void aRealmNamesHowMuchInAnyCase(String value, ConnectionRecording recording) {
        assertThat(ConnectionRecording.of(realmThatSays(value))).isEqualTo(recording);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "truncate", "yes", " full"})
    void aWrongWordMeansNone(String value) {
        assertThat(ConnectionRecording.of(realmThatSays(value))).isEqualTo(NONE);
    }

    @Test
    void aUserAgentThatIsTooLongIsCutBetweenCharacters() {
        String room = "a".repeat(254);

        assertThat(FULL.take(null, room + "\uD83D\uDE00 and more").userAgent()).isEqualTo(room);
        assertThat(FULL.take(null, room + "b and more").userAgent()).isEqualTo(room + "b");
    }

    @Test
    void inFullAddressAndUserAgentAreTakenAsTheyAre() {
        assertThat(FULL.take("2001:db8:1234:5678::9", AGENT)).isEqualTo(new Connection("2001:db8:1234:5678::9", AGENT));
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.77,                203.0.113.0",
        "255.255.255.255,             255.255.255.0",
        "2001:db8:1234:5678:9:a:b:c,  2001:db8:1234:0:0:0:0:0",
        "2001:DB8:FFFF:FFFF::FFFF,    2001:db8:ffff:0:0:0:0:0",
        "::1,                         0:0:0:0:0:0:0:0",
        "::ffff:203.0.113.77,         203.0.113.0",
    })
    void truncatedTheNetworkPartOfTheAddressIsLeft(String address, String network) {
        assertThat(TRUNCATED.take(address, AGENT)).isEqualTo(new Connection(network, AGENT));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                ":",
                "localhost",
                "abc.de",
                "cafe",
                "12345678901",
                "1",
                "203.0.113",
                "203.0.113.77.1",
                "203.0.113.256",
                "299.0.113.77",
                "203.0.113.077",
                "abcde:1",
                "203.0.113.77:80"
            })
    void truncatedWhatIsNoAddressIsLeftOutAndNoHostNameIsLookedUp(String address) {
        assertThat(TRUNCATED.take(address, AGENT)).isEqualTo(new Connection(null, AGENT));
    }

    @Test
    void withNoneNothingIsTaken() {
        assertThat(NONE.take("203.0.113.77", AGENT)).isEqualTo(Connection.NONE);
    }

    @ParameterizedTest
    @EnumSource(names = {"FULL", "TRUNCATED"})
    void aLongUserAgentIsCutTo255Characters(ConnectionRecording recording) {
        assertThat(recording.take("203.0.113.77", "a".repeat(255)).userAgent()).isEqualTo("a".repeat(255));
        assertThat(recording.take("203.0.113.77", "a".repeat(255) + "b").userAgent())
                .isEqualTo("a".repeat(255));
        assertThat(recording.take("203.0.113.77", null).userAgent()).isNull();
    }

    @Test
    void inFullALongAddressIsCutTo64Characters() {
        assertThat(FULL.take("a".repeat(64), AGENT).ipAddress()).isEqualTo("a".repeat(64));
        assertThat(FULL.take("a".repeat(64) + "b", AGENT).ipAddress()).isEqualTo("a".repeat(64));
        assertThat(FULL.take(null, AGENT).ipAddress()).isNull();
    }

    @Test
    void itIsTakenFromTheCurrentRequest() {
        assertThat(FULL.take(Requests.from("203.0.113.77", AGENT))).isEqualTo(new Connection("203.0.113.77", AGENT));
        assertThat(NONE.take(Requests.from("203.0.113.77", AGENT))).isEqualTo(Connection.NONE);
    }

    @Test
    void workThatNoRequestStartedHasNoConnection() {
        assertThat(FULL.take(Requests.none())).isEqualTo(Connection.NONE);
    }

    private static RealmModel realmThatSays(String value) {
        RealmModel realm = Realms.named("pop800");
        realm.setAttribute(ConnectionRecording.ATTRIBUTE, value);
        return realm;
    }
}
