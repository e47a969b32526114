package io.agreements.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.fixture.Realms;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.RealmModel;

final class RealmTimeZoneTest {

    private final RealmModel realm = Realms.named("pop800");

    @Test
    void itIsTheOneTheRealmNames() {
        realm.setAttribute(RealmTimeZone.ATTRIBUTE, "Asia/Shanghai");

        assertThat(RealmTimeZone.of(realm)).isEqualTo(ZoneId.of("Asia/Shanghai"));
        assertThat(RealmTimeZone.nameOf(realm)).isEqualTo("Asia/Shanghai");
    }

    @Test
    void aRealmThatNamesNoneIsInUtc() {
        assertThat(RealmTimeZone.of(realm)).isEqualTo(ZoneOffset.UTC);
        assertThat(RealmTimeZone.nameOf(realm)).isEqualTo("UTC");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " Asia/Shanghai", "Asia/Beijing", "nonsense"})
    void aRealmThatNamesNoneThatIsKnownIsInUtc(String name) {
        realm.setAttribute(RealmTimeZone.ATTRIBUTE, name);

        assertThat(RealmTimeZone.of(realm)).isEqualTo(ZoneOffset.UTC);
    }
}
