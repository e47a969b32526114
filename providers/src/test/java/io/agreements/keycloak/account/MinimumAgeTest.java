package io.agreements.keycloak.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MinimumAgeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2020-01-01",
                "2020-01-01 ",
                " 2020-01-01",
                "2020-01-01\t",
                "2020-01-01\u3000",
                "\u200b2020-01-01\ufeff",
                "２０２０-０１-０１",
                "2020 - 01 - 01",
            })
    void theDateOfAChildIsThatHoweverItIsTyped(String typed) {
        assertThat(BirthdateValidator.problem(
                        MinimumAge.written(typed),
                        14,
                        Instant.parse("2026-06-01T00:00:00Z")
                                .atZone(ZoneOffset.UTC)
                                .toLocalDate()))
                .isEqualTo(BirthdateValidator.TOO_YOUNG);
    }
}
