package io.agreements.keycloak.ledger.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.fixture.Realms;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.RealmModel;

final class ConnectionRetentionTest {

    @Test
    void aRealmThatSaysNothingKeepsConnectionsForHalfAYear() {
        assertThat(ConnectionRetention.of(Realms.named("pop800"))).isEqualTo(Duration.ofDays(180));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 30, 365, 3650})
    void aRealmMaySayForHowManyDays(int days) {
        assertThat(ConnectionRetention.of(realmThatSays(String.valueOf(days)))).isEqualTo(Duration.ofDays(days));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0", "-1", "3651", "9999", "99999999999", "030", "1.5", " 30", "30 ", "P30D", "thirty", "٣٠"
            })
    void whatIsNoSuchNumberMeansHalfAYear(String value) {
        assertThat(ConnectionRetention.of(realmThatSays(value))).isEqualTo(Duration.ofDays(180));
    }

    private static RealmModel realmThatSays(String value) {
        RealmModel realm = Realms.named("pop800");
        realm.setAttribute(ConnectionRetention.ATTRIBUTE, value);
        return realm;
    }
}
