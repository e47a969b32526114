package io.agreements.keycloak.bench.tasks.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.bench.data.AcceptanceSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TaskReportTest {
    private static final TaskResults RESULTS = new TaskResults(
            Map.of(
                    TaskRate.DELETED, 9_876.0,
                    TaskRate.DELETED_WITH_MAIL, 2_000.0,
                    TaskRate.MAILED, 6_000.0,
                    TaskRate.LOGGED, 50_000.0,
                    TaskRate.LOGGED_IN_TEN_REALMS, 49_951.0,
                    TaskRate.EXPIRED, 1_234_567.0,
                    TaskRate.COMPARED, 999.6),
            Map.of(TaskRate.DELETED, 12_340.0),
            Optional.of(new Storage(new AcceptanceSize(1_000, 400), 2_345.6, 0.84)),
            "2 cores, 24 GB; PostgreSQL 18");

    @Test
    void whatWasMeasuredStandsInItsRowAndWhatWasNotIsADash() {
        assertThat(RESULTS.table().lines())
                .startsWith("| what | one node | two nodes | machine and database |", "| --- | --- | --- | --- |")
                .contains(
                        "| accounts deleted a minute, without mail | 9,880 | 12,300 | 2 cores, 24 GB; PostgreSQL 18 |",
                        "| records a minute whose connections expire | 1,230,000 | – | 2 cores, 24 GB; PostgreSQL 18 |",
                        "| standings held against the ledger a minute | 1,000 | – | 2 cores, 24 GB; PostgreSQL 18 |",
                        "| bytes of one acceptance, indexes included | 1,400; 2,350 where all come at once | | 2 cores, 24 GB; PostgreSQL 18 |",
                        "| minutes to [divide the table](#divide-the-table), for each million records | 0.8 | | 2 cores, 24 GB; PostgreSQL 18 |")
                .hasSize(2 + 7 + 2);
    }

    @Test
    void whatFollowsIsArithmetic() {
        assertThat(new Outlook(RESULTS).table().lines())
                .containsExactly(
                        "| | 10 million users | 100 million users |",
                        "| --- | --- | --- |",
                        "| size of `AGR_RECORD`, `AGR_CONNECTION` and `AGR_STANDING` after one version | 52 GB | 520 GB |",
                        "| mail to all about a version, at 60 / 6,000 / 60,000 a minute | 116 days / 28 hours / 3 hours | 3.2 years / 12 days / 28 hours |",
                        "| mail to all as fast as one node sends it | 28 hours | 12 days |",
                        "| the deletion of one in a hundred accounts on one day | 10 minutes, with mail 50 minutes | 2 hours, with mail 8 hours |",
                        "| the log after everybody has accepted a version | 3 hours | 33 hours |",
                        "| which limit comes first | mail to all, 28 hours | mail to all, 12 days |");
    }

    @Test
    void beforeAnythingIsMeasuredOnlyArithmeticIsThere() {
        assertThat(new TaskReport(TaskResults.NONE, "").markdown())
                .contains(
                        "| accounts deleted a minute, without mail | – | – | – |",
                        "| which limit comes first | – | – |")
                .contains("| 116 days / 28 hours / 3 hours |");
    }

    @Test
    void theDocumentHasAPlaceForBothAndNothingElseOfItChanges() throws IOException {
        String before = Files.readString(Path.of("..", "docs", "scale.md"));
        TaskReport report = new TaskReport(RESULTS, "Measured some day.");

        String after = report.in(new MarkedText(before)).text();

        assertThat(after).contains(report.measured(), report.extrapolated());
        assertThat(report.in(new MarkedText(after)).text()).isEqualTo(after);
        assertThat(withoutTables(after)).isEqualTo(withoutTables(before));
        assertThat(titles(after)).containsAll(titles(before));
    }

    private static String withoutTables(String document) {
        return document.replaceAll("(?s)(<!-- (tasks \\w+):[^>]*-->).*?(<!-- end of \\2 -->)", "$1$3");
    }

    private static List<String> titles(String document) {
        return document.lines()
                .filter(line -> line.startsWith("| "))
                .map(line -> line.split("\\|")[1].strip())
                .toList();
    }
}
