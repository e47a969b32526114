package io.agreements.keycloak.account.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agreements.keycloak.fixture.MovableClock;
import io.agreements.keycloak.fixture.OneServer;
import io.agreements.keycloak.fixture.Users;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RatesTest {

    private static final String ANN = "id-of-ann";
    private static final String BOB = "id-of-bob";

    private final OneServer server = new OneServer(Users.named("ann"));
    private final MovableClock clock = MovableClock.at(Instant.parse("2026-11-29T21:00:00Z"));
    private final Rates rates = new Rates(server.session(), server.realm(), clock);

    @ParameterizedTest
    @EnumSource(RateKind.class)
    void whoGoesTooFarWaitsUntilTheEndOfTheHourOrDay(RateKind kind) {
        for (int i = 0; i < kind.most(server.realm()); i++) {
            assertThat(rates.count(kind, ANN)).isEmpty();
        }
        clock.move(Duration.ofMinutes(20));

        Duration left = Duration.ofMinutes(kind.window().equals(Duration.ofDays(1)) ? 160 : 40);
        assertThat(rates.count(kind, ANN)).contains(left);
        assertThatThrownBy(() -> rates.require(kind, ANN))
                .isInstanceOfSatisfying(RateExceededException.class, exceeded -> {
                    assertThat(exceeded.kind()).isEqualTo(kind);
                    assertThat(exceeded.timeToWait()).isEqualTo(left);
                });
        clock.move(left);
        assertThat(rates.count(kind, ANN)).isEmpty();
    }

    @Test
    void everyUserAndKindIsCountedApart() {
        for (int i = 0; i < RateKind.DELETION.most(server.realm()); i++) {
            rates.require(RateKind.DELETION, ANN);
        }

        assertThat(rates.count(RateKind.DELETION, ANN)).isPresent();
        assertThat(rates.count(RateKind.DELETION, BOB)).isEmpty();
        assertThat(rates.count(RateKind.REPORT, ANN)).isEmpty();
    }

    @Test
    void theRealmSaysHowOften() {
        server.realm().setAttribute("agreements.rate.deletions", "2");
        rates.require(RateKind.DELETION, ANN);
        rates.require(RateKind.DELETION, ANN);

        assertThat(rates.count(RateKind.DELETION, ANN)).isPresent();
        server.realm().setAttribute("agreements.rate.deletions", "3");
        assertThat(rates.count(RateKind.DELETION, ANN)).isEmpty();
        assertThat(rates.count(RateKind.DELETION, ANN)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "-3", "many", "", "1.5", "1000"})
    void whatIsNoNumberFromOneToAHundredCountsAsTheUsualOne(String number) {
        server.realm().setAttribute("agreements.rate.deletions", number);

        assertThat(RateKind.DELETION.most(server.realm())).isEqualTo(5);
    }
}
