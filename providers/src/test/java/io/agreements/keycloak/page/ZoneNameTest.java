package io.agreements.keycloak.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ZoneNameTest {

    @ParameterizedTest
    @CsvSource({
        "Asia/Shanghai, 2026-01-15T00:00:00Z, en, GMT+8",
        "Asia/Shanghai, 2026-01-15T00:00:00Z, zh-Hans, GMT+8",
        "Asia/Kolkata, 2026-01-15T00:00:00Z, en, GMT+5:30",
        "Europe/Berlin, 2026-01-15T00:00:00Z, de, GMT+1",
        "Europe/Berlin, 2026-07-15T00:00:00Z, de, GMT+2",
        "America/New_York, 2026-01-15T00:00:00Z, en, GMT-5",
        "Europe/London, 2026-01-15T00:00:00Z, en, UTC",
        "Z, 2026-01-15T00:00:00Z, en, UTC",
        "+08:00, 2026-01-15T00:00:00Z, en, GMT+8",
    })
    void aZoneIsNamedByWhatItDiffersFromUtcThen(String zone, Instant moment, String reader, String name) {
        assertThat(ZoneName.of(ZoneId.of(zone), moment, Locale.forLanguageTag(reader)))
                .isEqualTo(name);
    }
}
