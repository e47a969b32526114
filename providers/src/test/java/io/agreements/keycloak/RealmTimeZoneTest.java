package io.agreements.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.fixture.Realms;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    @CsvSource({
        "GMT+8, +08:00",
        "UTC+8, +08:00",
        "UTC-03:30, -03:30",
        "+08:00, +08:00",
        "+8, +08:00",
        "Etc/GMT-8, Etc/GMT-8",
        "GMT+0, UTC",
        "Z, UTC"
    })
    void anOffsetIsAZone(String name, String understood) {
        realm.setAttribute(RealmTimeZone.ATTRIBUTE, name);

        assertThat(RealmTimeZone.nameOf(realm)).isEqualTo(understood);
        assertThat(RealmTimeZone.isUnknown(realm)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " Asia/Shanghai", "Asia/Beijing", "CST", "GMT+25", "nonsense"})
    void aRealmThatNamesNoneThatIsKnownIsInUtcAndThatIsNoticed(String name) {
        realm.setAttribute(RealmTimeZone.ATTRIBUTE, name);

        assertThat(RealmTimeZone.of(realm)).isEqualTo(ZoneOffset.UTC);
        assertThat(RealmTimeZone.isUnknown(realm)).isTrue();
    }

    @Test
    void aRealmThatNamesNoneIsNotAtFault() {
        assertThat(RealmTimeZone.isUnknown(realm)).isFalse();
    }
}
