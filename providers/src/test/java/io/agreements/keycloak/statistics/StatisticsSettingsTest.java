package io.agreements.keycloak.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.fixture.Realms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.RealmModel;

final class StatisticsSettingsTest {

    private final RealmModel realm = Realms.named("shop");

    @Test
    void aRealmThatSaysNothingTellsOfTenAndOfNoCityOrAge() {
        assertThat(StatisticsSettings.of(realm).k()).isEqualTo(10);
        assertThat(StatisticsSettings.of(realm).cityAttribute()).isEmpty();
        assertThat(StatisticsSettings.of(realm).birthdateAttribute()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"5, 5", "100, 100", "4, 10", "0, 10", "-7, 10", "many, 10", "100001, 10", "99999999999, 10"})
    void kIsFiveAtLeast(String said, int meant) {
        realm.setAttribute(StatisticsSettings.K, said);

        assertThat(StatisticsSettings.of(realm).k()).isEqualTo(meant);
    }

    @Test
    void aNameOfAnAttributeHasCityOrAgeCounted() {
        realm.setAttribute(StatisticsSettings.CITY, "town");
        realm.setAttribute(StatisticsSettings.BIRTHDATE, " ");

        assertThat(StatisticsSettings.of(realm).cityAttribute()).contains("town");
        assertThat(StatisticsSettings.of(realm).birthdateAttribute()).isEmpty();
    }
}
