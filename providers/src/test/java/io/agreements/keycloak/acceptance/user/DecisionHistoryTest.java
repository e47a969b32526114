package io.agreements.keycloak.acceptance.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.acceptance.user.DecisionHistory.Count;
import io.agreements.keycloak.acceptance.user.DecisionHistory.Day;
import io.agreements.keycloak.ledger.Decision;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DecisionHistoryTest {

    private static final Count LATE = new Count(Instant.parse("2026-11-21T18:15:00Z"), Decision.ACCEPTED, 3);
    private static final Count EARLY = new Count(Instant.parse("2026-11-21T18:00:00Z"), Decision.ACCEPTED, 5);
    private static final Count REFUSED = new Count(Instant.parse("2026-11-21T18:00:00Z"), Decision.DECLINED, 1);

    @Test
    void addsUpByDay() {
        assertThat(DecisionHistory.of(List.of(LATE, EARLY, REFUSED), ZoneOffset.UTC)
                        .days())
                .containsExactly(new Day(LocalDate.of(2026, 11, 21), 8, 0, 1, 0));
    }

    @Test
    void aDayBeginsAtMidnightOfTheTimeZoneEvenWhereThatIsAQuarterPast() {
        assertThat(DecisionHistory.of(List.of(LATE, EARLY, REFUSED), ZoneId.of("Asia/Kathmandu"))
                        .days())
                .containsExactly(
                        new Day(LocalDate.of(2026, 11, 21), 5, 0, 1, 0),
                        new Day(LocalDate.of(2026, 11, 22), 3, 0, 0, 0));
    }

    @Test
    void whereNobodyDecidedThereIsNoDay() {
        assertThat(DecisionHistory.of(List.of(), ZoneOffset.UTC).days()).isEmpty();
    }
}
