package io.agreements.keycloak.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.fixture.MovableClock;
import io.agreements.keycloak.fixture.UserStore;
import io.agreements.keycloak.fixture.Users;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.keycloak.models.UserModel;

final class BeginningTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final Instant CAME = NOW.minus(Duration.ofDays(7));

    @Test
    void whatWasDoneBeforeTheUserCameWasSomebodyElse() {
        Beginning beginning = beginning(new UserStore(CAME::toEpochMilli), CAME);

        assertThat(beginning.isAfter(CAME.minusMillis(1))).isTrue();
        assertThat(beginning.isAfter(CAME)).isFalse();
        assertThat(beginning.moment()).contains(CAME);
    }

    @Test
    void aStoreThatTellsAnotherTimeWheneverItIsAskedTellsNothing() {
        assertTellsNothing(NOW::toEpochMilli, CAME);
    }

    @Test
    void aTimeThatMayBeThatOfTheQuestionTellsNothing() {
        assertTellsNothing(NOW::toEpochMilli, NOW);
    }

    @Test
    void aStoreThatDoesNotAnswerOrTellsNoTimeTellsNothing() {
        assertTellsNothing(
                () -> {
                    throw new IllegalStateException("away");
                },
                CAME);
        assertTellsNothing(() -> null, CAME);
        UserStore store = new UserStore(() -> null);
        assertThat(beginning(store, store.remembered(null)).moment()).isEmpty();
    }

    @Test
    void nobodyElseHasHadTheIdOfAUserWhomKeycloakKeepsItself() {
        UserStore store = new UserStore(CAME::toEpochMilli);
        Beginning beginning = beginning(store, Users.since("ada", CAME.toEpochMilli()));

        assertThat(beginning.isAfter(CAME.minusMillis(1))).isFalse();
        assertThat(beginning.moment()).isEmpty();
        assertThat(store.asked()).isZero();
    }

    @Test
    void theStoreIsAskedOnceAndOnlyIfItMatters() {
        UserStore store = new UserStore(CAME::toEpochMilli);
        Beginning beginning = beginning(store, CAME);

        assertThat(beginning.isAfter(CAME.plusSeconds(1))).isFalse();
        assertThat(store.asked()).isZero();
        assertThat(beginning.isAfter(CAME.minusSeconds(1))).isTrue();
        assertThat(beginning.isAfter(CAME.minusSeconds(2))).isTrue();
        assertThat(store.asked()).isEqualTo(1);
    }

    @Test
    void whatANewcomerDidJustBeforeComingIsTheNewcomersOwn() {
        Beginning beginning = beginning(new UserStore(CAME::toEpochMilli), CAME);
        Instant deed = beginning.notBefore(CAME.minusSeconds(3));

        assertThat(deed).isEqualTo(CAME);
        assertThat(beginning.isAfter(deed)).isFalse();
        assertThat(beginning.notBefore(NOW)).isEqualTo(NOW);
    }

    @Test
    void nothingIsDoneInTheFuture() {
        Instant ahead = NOW.plusSeconds(60);

        assertThat(beginning(new UserStore(ahead::toEpochMilli), ahead).notBefore(CAME))
                .isEqualTo(CAME);
    }

    private static void assertTellsNothing(Supplier<Long> store, Instant remembered) {
        Beginning beginning = beginning(new UserStore(store), remembered);

        assertThat(beginning.isAfter(remembered.minusSeconds(1))).isFalse();
        assertThat(beginning.moment()).isEmpty();
    }

    private static Beginning beginning(UserStore store, Instant remembered) {
        return beginning(store, store.remembered(remembered.toEpochMilli()));
    }

    private static Beginning beginning(UserStore store, UserModel user) {
        return new Beginning(store.session(), store.realm(), user, MovableClock.at(NOW));
    }
}
