package io.agreements.keycloak.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MeterTest {

    @TempDir
    private Path directory;

    private final GrowingGauge gauge = new GrowingGauge();
    private final Meter meter = new Meter(List.of(gauge));

    @Test
    void whatIsBetweenBeginAndEndCounts() {
        gauge.value = 100;
        meter.answered(Scenario.REFRESH, true);
        meter.begin();
        gauge.value = 130;
        meter.begin();
        meter.answered(Scenario.REFRESH, true);
        meter.answered(Scenario.REFRESH, true);
        meter.end(Scenario.REFRESH);
        gauge.value = 1_000;
        meter.end(Scenario.REFRESH);

        Reading reading = reading();
        assertThat(reading.requests(Scenario.REFRESH)).isEqualTo(2);
        assertThat(reading.perRequest(Scenario.REFRESH, Reading.CPU)).isEqualTo(15);
    }

    @Test
    void whatComesInPiecesIsAddedUp() {
        for (int batch = 0; batch < 3; batch++) {
            meter.begin();
            gauge.value += 10;
            meter.answered(Scenario.REGISTRATION, true);
            meter.end(Scenario.REGISTRATION);
            gauge.value += 500;
        }

        assertThat(reading().perRequest(Scenario.REGISTRATION, Reading.CPU)).isEqualTo(10);
    }

    @Test
    void whatFailedIsNotPassedOver() {
        meter.answered(Scenario.USERINFO, false);
        Reading reading = reading();

        assertThatThrownBy(reading::withoutFailures).hasMessage("1 requests failed: userinfo");
    }

    @Test
    void ofNoRequestNothingIsSaid() {
        Reading reading = reading();

        assertThatThrownBy(() -> reading.perRequest(Scenario.USERINFO, Reading.CPU))
                .hasMessage("No request was counted: userinfo");
    }

    private Reading reading() {
        Path file = directory.resolve("reading.properties");
        meter.writeTo(file);
        return Reading.of(file);
    }

    private static final class GrowingGauge implements Gauge {
        private long value;

        @Override
        public String name() {
            return Reading.CPU;
        }

        @Override
        public long now() {
            return value;
        }
    }
}
