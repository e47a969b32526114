package io.agreements.keycloak.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AuditYearTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");

    @Test
    void aYearBeginsAndEndsAtMidnightOfTheRealmsZone() {
        AuditYear year = AuditYear.of(2025, SHANGHAI, NOW);

        assertThat(year.from()).isEqualTo("2024-12-31T16:00:00Z");
        assertThat(year.until()).isEqualTo("2025-12-31T16:00:00Z");
        assertThat(year.lastDay()).isEqualTo(LocalDate.of(2025, 12, 31));
        assertThat(year.countedUntil()).isEqualTo(year.until());
        assertThat(year.isSoFar()).isFalse();
    }

    @Test
    void theCurrentYearGoesUpToNow() {
        AuditYear year = AuditYear.of(2026, SHANGHAI, NOW);

        assertThat(year.isSoFar()).isTrue();
        assertThat(year.countedUntil()).isEqualTo(NOW);
        assertThat(year.lastDay()).isEqualTo(LocalDate.of(2026, 11, 29));
    }

    @Test
    void aYearBeginsWhereItBeginsFirst() {
        Instant newYearInShanghai = Instant.parse("2026-12-31T16:00:00Z");

        assertThat(AuditYear.of(2027, SHANGHAI, newYearInShanghai).firstDay()).isEqualTo(LocalDate.of(2027, 1, 1));
        assertThat(AuditYear.of(2026, SHANGHAI, newYearInShanghai).isSoFar()).isFalse();
        assertThatThrownBy(() -> AuditYear.of(2027, SHANGHAI, newYearInShanghai.minusMillis(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AuditYear.of(2027, ZoneOffset.UTC, newYearInShanghai))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1999, 2027, 9999})
    void aYearThatCannotBeMeantIsRefusedByItsName(int number) {
        assertThatThrownBy(() -> AuditYear.of(number, SHANGHAI, NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("year must be from 2000 to 2026");
    }
}
