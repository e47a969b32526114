package io.agreements.keycloak.ledger.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

final class ErasuresToldTest {

    private static final Instant BEFORE = Instant.parse("2030-01-01T00:00:00Z");

    private final ErasuresTold told = new ErasuresTold();

    @Test
    void ofARealmOfWhichNothingIsOnRecordNothingReachesFarEnough() {
        told.add("shop", BEFORE);

        assertThat(told.reaches("bank", BEFORE)).isFalse();
        assertThat(told.realms()).isEqualTo(1);
    }

    @Test
    void whatExpiresBySettingsThatAreLongerOrTheSameIsOnRecord() {
        told.add("shop", BEFORE);

        assertThat(told.reaches("shop", BEFORE)).isTrue();
        assertThat(told.reaches("shop", BEFORE.minusSeconds(1))).isTrue();
    }

    /** Otherwise a run that is killed leaves erasures that no record reaches. */
    @Test
    void whereTheSettingIsMadeShorterMeanwhileMoreIsToBeToldFirst() {
        told.add("shop", BEFORE);
        assertThat(told.reaches("shop", BEFORE.plusMillis(1))).isFalse();

        told.add("shop", BEFORE.plusMillis(1));
        assertThat(told.reaches("shop", BEFORE.plusMillis(1))).isTrue();
    }
}
