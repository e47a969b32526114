package io.agreements.keycloak.bench.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class MetricsTest {
    private final Metrics metrics = new Metrics("""
            # HELP agreements_records_total Records committed to the ledger
            # TYPE agreements_records_total counter
            agreements_records_total{realm="shop",type="DELETION"} 12.0
            agreements_records_total{realm="shop",type="ERASURE"} 1.234567E7
            agreements_records_total{realm="club",type="DELETION"} 5.0
            agreements_log_entries_total 41.0
            agreements_log_entries_total_other 7.0
            """);

    @Test
    void allOfAMetricIsAddedUp() {
        assertThat(metrics.sum("agreements_records_total")).isEqualTo(12_345_687);
        assertThat(metrics.sum("agreements_log_entries_total")).isEqualTo(41);
    }

    @Test
    void onlyWhatHasAllLabelsCounts() {
        assertThat(metrics.sum("agreements_records_total", "realm=\"shop\"", "type=\"DELETION\""))
                .isEqualTo(12);
    }

    @Test
    void whatHasNotBeenCountedIsNone() {
        assertThat(metrics.sum("agreements_decisions_total")).isZero();
    }
}
