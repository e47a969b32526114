package io.agreements.keycloak.bench.tasks.result;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SpanTest {

    @ParameterizedTest
    @CsvSource({
        "10000000, 60, 116 days",
        "10000000, 6000, 28 hours",
        "10000000, 60000, 3 hours",
        "100000000, 60, 3.2 years",
        "100000000, 6000, 12 days",
        "100000000, 60000, 28 hours",
        "60, 1, 60 minutes",
        "1, 100, 1 minute",
    })
    void aTimeIsToldInAUnitThatFits(double number, double perMinute, String words) {
        assertThat(Span.of(number, perMinute).words()).isEqualTo(words);
    }
}
