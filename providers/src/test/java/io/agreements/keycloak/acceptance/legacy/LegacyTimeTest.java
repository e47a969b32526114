package io.agreements.keycloak.acceptance.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LegacyTimeTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @ParameterizedTest
    @CsvSource({
        "2024-05-31,                      2024-05-30T16:00:00Z",
        "2024-02-29,                      2024-02-28T16:00:00Z",
        "2024-05-31T10:20:30Z,            2024-05-31T10:20:30Z",
        "2024-05-31T10:20:30.456+08:00,   2024-05-31T02:20:30.456Z",
        "2024-05-31T10:20-05:00,          2024-05-31T15:20:00Z",
        "1717150830,                      2024-05-31T10:20:30Z",
        "1717150830456,                   2024-05-31T10:20:30.456Z",
        "100000000,                       1973-03-03T09:46:40Z",
        "100000000000,                    1973-03-03T09:46:40Z",
    })
    void whatOtherSystemsWriteIsRead(String value, Instant expected) {
        assertThat(LegacyTime.parse(value, SHANGHAI)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "true",
                "0",
                "1",
                "99999999",
                "-1717150830",
                "0171715083",
                "17171508300000000",
                "1717150830.5",
                "2024-02-30",
                "2024-13-01",
                "2024-5-1",
                "31.05.2024",
                "05/31/2024",
                "2024-05-31T10:20:30",
                "2024-05-31 10:20:30Z",
                "2024-05-31T25:00:00Z",
                "+999999999-12-31",
                "+999999999-12-31T00:00:00Z",
                "-999999999-01-01T00:00:00Z",
                "0001-01-01T00:00:00Z",
                "1969-12-31",
                "١٧١٧١٥٠٨٣٠",
            })
    void whatIsNoMomentIsNotGuessed(String value) {
        assertThat(LegacyTime.parse(value, SHANGHAI)).isEmpty();
    }
}
